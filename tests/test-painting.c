/* What is painted never changes what is written: a screen with every kind of mark has the same
 * characters at the same places as one without, at many sizes. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hidden-app.h"
#include "ui/view.h"

enum { PATH = 4096, PAGES = 3, STATUS_ROWS = 1 };

/* Words that overlap, stand in marks and over line ends; single marks, letters and digits. */
static const char *const words[] = {"的", "社区", "社区食堂", "区食", "“", "。", "，新", "1", "a",
                                    "记者 林", "河", "步道三期", "——", " ", "设计课”，请"};

/* The pages of the first articles, without the row that tells of hits. */
static void read_pages(struct hidden_app *h, struct strbuf *out)
{
    hidden_type(h, "<Enter>");
    for (int i = 0; i < PAGES; i++) {
        struct strbuf rows = {0};

        hidden_read(h, false, &rows);
        for (int k = 0; k <= STATUS_ROWS; k++)
            while (rows.n > 0 && rows.s[--rows.n] != '\n')
                continue;
        strbuf_add_str(out, strbuf_str(&rows));
        strbuf_free(&rows);
        hidden_type(h, i % 2 ? "J" : "<Space>");
    }
}

static void read_screens(int rows, int cols, bool painted, struct strbuf *out)
{
    const char *dir = getenv("srcdir");
    char path[PATH];
    const char *files[] = {path, NULL};
    struct hidden_app h = {0};
    struct err e;

    snprintf(path, sizeof path, "%s/data/sample.txt", dir ? dir : ".");
    for (size_t i = 0; painted && i < sizeof words / sizeof *words; i++)
        keywords_add(&h.options.keywords, NULL, str_of(words[i]), FOLD_DEFAULT, &e);
    hidden_open(&h, rows, cols, files);
    if (painted) { /* hits all over, and back to where it was */
        struct strbuf styles = {0};

        hidden_type(&h, "/<C-r>...<Enter>");
        hidden_read(&h, true, &styles);
        assert_non_null(strchr(styles.s, 'A' + STYLE_HIT_NOW));
        strbuf_free(&styles);
        hidden_type(&h, "<Esc>1G");
    }
    read_pages(&h, out);
    hidden_close(&h);
}

static void test_text_stays(void **state)
{
    (void)state;
    for (int cols = 8; cols < 130; cols += 11) {
        struct strbuf plain = {0}, painted = {0};

        read_screens(20, cols, false, &plain);
        read_screens(20, cols, true, &painted);
        assert_true(plain.n > 200);
        assert_string_equal(plain.s, painted.s);
        strbuf_free(&plain);
        strbuf_free(&painted);
    }
}

/* What the screen shows is not sent again, unless something above the status line is new. */
static void test_refresh(void **state)
{
    const char *dir = getenv("srcdir");
    char path[PATH];
    const char *files[] = {path, NULL};
    struct hidden_app h = {0};

    (void)state;
    snprintf(path, sizeof path, "%s/data/sample.txt", dir ? dir : ".");
    hidden_open(&h, 20, 80, files);
    view_draw(h.app);
    assert_false(view_refresh(h.app));
    err_set(&h.app->message, "%s", "a word");
    assert_false(view_refresh(h.app));
    app_key(h.app, 'j');
    assert_true(view_refresh(h.app));
    assert_false(view_refresh(h.app));
    hidden_close(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_text_stays),
                                       cmocka_unit_test(test_refresh)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

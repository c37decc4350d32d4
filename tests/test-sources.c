/* The files behind the articles, in the reader: their charset is shown and switched, and they are
 * read again when they have changed. */
#include <config.h>

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hidden-app.h"
#include "scratch.h"
#include "ui/sources.h"
#include "ui/state.h"

static const char text[] = "百年糧倉變身閱讀空間\n\n"
                           "　　入夏以來，越來越多的居民走進這座糧倉，坐下來讀一個下午的書。\n"
                           "　　「從前這裡放的是糧食，現在放的是書。」管理員一邊說，一邊打開窗戶。\n";

static void write_big5(const char *path)
{
    iconv_t cd = iconv_open("BIG5", "UTF-8");
    char buf[1024], *in = (char *)text, *out = buf;
    size_t n_in = sizeof text - 1, n_out = sizeof buf;

    assert_true(cd != (iconv_t)-1);
    assert_int_equal(iconv(cd, &in, &n_in, &out, &n_out), 0);
    iconv_close(cd);
    scratch_write(path, buf, (size_t)(out - buf));
}

/* Whether the screen shows the words. */
static bool shows(struct hidden_app *h, const char *words)
{
    struct strbuf screen = {0};
    bool found;

    hidden_read(h, false, &screen);
    found = strstr(screen.s, words) != NULL;
    strbuf_free(&screen);
    return found;
}

/* As the loop does while no key comes. */
static void idle(struct hidden_app *h)
{
    h->app->file.looked = -SOURCES_LOOK_MS;
    sources_look(h->app);
    hidden_resize(h, 12, 80);
}

static void open_file(struct hidden_app *h, const char *path)
{
    const char *files[] = {path, NULL};

    *h = (struct hidden_app){0};
    hidden_open(h, 12, 80, files);
}

static void test_charset(void **state)
{
    char *path = scratch_path("page.txt");
    struct hidden_app h;

    (void)state;
    write_big5(path);
    open_file(&h, path);
    assert_true(shows(&h, "糧倉變身"));
    assert_true(shows(&h, "Big5"));
    hidden_type(&h, "E");
    assert_false(shows(&h, "糧倉變身"));
    assert_true(shows(&h, "is read as"));
    /* Round and round: it comes back. */
    for (int i = 0; i < 20 && !shows(&h, "糧倉變身"); i++)
        hidden_type(&h, "E");
    assert_true(shows(&h, "糧倉變身"));
    hidden_type(&h, ":charset euc-jp<Enter>");
    assert_false(shows(&h, "糧倉變身"));
    hidden_type(&h, "R"); /* what the user says stays */
    assert_false(shows(&h, "糧倉變身"));
    hidden_type(&h, ":charset auto<Enter>");
    assert_true(shows(&h, "糧倉變身"));
    hidden_type(&h, ":charset nonsense<Enter>");
    assert_true(shows(&h, "unknown charset"));
    assert_true(shows(&h, "糧倉變身"));
    hidden_close(&h);
    free(path);
}

static void test_change(void **state)
{
    char *path = scratch_path("changing.txt");
    struct hidden_app h;

    (void)state;
    scratch_write(path, text, sizeof text - 1);
    open_file(&h, path);
    idle(&h);
    assert_false(shows(&h, "has changed"));
    scratch_write(path, "另外一篇\n\n　　今天的報紙換了內容，舊的一篇已經不在了。\n", 81);
    idle(&h);
    assert_true(shows(&h, "has changed on the disk; R reads it again"));
    hidden_type(&h, "R");
    assert_true(shows(&h, "舊的一篇"));
    assert_true(shows(&h, "was read again"));
    assert_false(shows(&h, "糧倉變身"));
    unlink(path);
    idle(&h);
    assert_true(shows(&h, "is not on the disk any more"));
    hidden_type(&h, "R");
    assert_true(shows(&h, "cannot be opened"));
    assert_true(shows(&h, "舊的一篇"));
    hidden_close(&h);
    free(path);
}

/* The place stays, when the article is there again. */
static void test_place(void **state)
{
    char *path = scratch_path("place.txt");
    struct strbuf page = {0};
    struct hidden_app h;
    size_t off;

    (void)state;
    for (int i = 1; i <= 30; i++)
        strbuf_addf(&page, "第%d章　山雨欲来\n　　那一年的夏天，雨下了%d个昼夜。河里的水涨了起来，"
                           "村里的人把粮食一袋一袋地扛到了山上，等着天晴。\n", i, i);
    scratch_write(path, page.s, page.n);
    open_file(&h, path);
    hidden_type(&h, "7g<Enter>jj");
    assert_int_equal(h.app->shown, 6);
    off = h.app->text.place;
    strbuf_add_str(&page, STR("第31章　天晴\n　　天晴了。\n"));
    scratch_write(path, page.s, page.n);
    hidden_type(&h, "R");
    assert_int_equal(h.app->shown, 6);
    assert_int_equal(h.app->text.place, off);
    hidden_type(&h, "ooR"); /* by size */
    assert_int_equal(h.app->shown, 6);
    assert_int_equal(h.app->text.place, off);
    assert_int_equal(listpane_article(&h.app->list, h.app->list.scroll.sel), 6);
    hidden_type(&h, ":sort source<Enter>");
    assert_int_equal(h.app->list.scroll.sel, 6);
    hidden_type(&h, "5E");
    while (app_load(h.app)) /* on a slow machine the place comes later */
        continue;
    assert_int_equal(h.app->list.scroll.sel, h.app->shown);
    strbuf_free(&page);
    hidden_close(&h);
    free(path);
}

/* What is packed is not read again; what is not whole is shown as far as it goes, and what was said
 * of it too. */
static void test_packed(void **state)
{
    const struct err trouble = {"cut.gz: trouble"};
    char *path = scratch_path("cut.gz");
    const char *files[] = {path, NULL};
    struct hidden_app h = {.opts.trouble = &trouble};

    (void)state;
    scratch_shell("i=0; while [ $i -lt 2000 ]; do i=$((i + 1)); echo \"第${i}章\"; echo;"
                  " echo \"　　这一天是第${i}天，水位没有变。\"; echo; done >long.txt;"
                  " gzip -c long.txt >long.gz; head -c 9000 long.gz >cut.gz");
    hidden_open(&h, 12, 80, files);
    assert_true(shows(&h, "第1章"));
    assert_true(shows(&h, "cut.gz: is cut short"));
    hidden_type(&h, "j");
    assert_false(shows(&h, "is cut short"));
    hidden_type(&h, "R");
    assert_true(shows(&h, "was unpacked; start anew"));
    assert_true(shows(&h, "第2章"));
    hidden_close(&h);
    h = (struct hidden_app){.opts.trouble = &trouble};
    free(path);
    files[0] = path = scratch_path("long.txt");
    hidden_open(&h, 12, 80, files);
    assert_true(shows(&h, "cut.gz: trouble"));
    hidden_type(&h, "j");
    assert_false(shows(&h, "cut.gz"));
    hidden_close(&h);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_charset),
        cmocka_unit_test(test_change),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_packed),
    };

    return cmocka_run_group_tests_name("sources", tests, scratch_begin, scratch_end);
}

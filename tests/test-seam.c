/* What meets at a seam: as found character by character. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "paper/seam.h"
#include "random.h"

enum { LINES = 50, CHARACTERS = 12, TEXTS = 60 };

/* A text in which every line is near every other. */
struct text {
    struct line v[LINES], *lines[LINES];
    const char *characters[LINES][CHARACTERS];
    size_t n[LINES];
    char bytes[LINES][CHARACTERS * 4 + 1];
};

static bool is_kana(const char *character)
{
    return character[0] == '\xE3';
}

/* Some have their last bytes in common. */
static void draw_text(struct text *t)
{
    static const char *const characters[] = {"一", "丁", "七", "万", "丈", "亀", "倀", "刀", "匀", "占",
                                             "あ", "い", "う", "ア", "ー", "々", "𠀀", "𠮀", "a", "，"};

    *t = (struct text){0};
    for (size_t i = 0; i < LINES; i++) {
        t->n[i] = 1 + below(CHARACTERS);
        for (size_t k = 0, n = 0; k < t->n[i]; k++) {
            struct str drawn = str_of(characters[below(sizeof characters / sizeof *characters)]);

            t->characters[i][k] = drawn.s;
            memcpy(t->bytes[i] + n, drawn.s, drawn.n);
            n += drawn.n;
        }
        t->v[i] = (struct line){.text = str_of(t->bytes[i]), .cjk = below(9) > 0};
        t->lines[i] = &t->v[i];
    }
}

static bool stands(const struct text *t, const char *const *meeting, size_t n)
{
    for (size_t i = 0; i < LINES; i++)
        for (size_t k = 0; t->v[i].cjk && k + n <= t->n[i]; k++) {
            size_t same = 0;

            while (same < n && strcmp(t->characters[i][k + same], meeting[same]) == 0)
                same++;
            if (same == n)
                return true;
        }
    return false;
}

static bool is_seen(const struct text *t, size_t i, size_t k)
{
    const char *const *end = &t->characters[i][t->n[i] - 1], *const *begin = t->characters[k];
    const char *meeting[] = {t->n[i] > 1 ? end[-1] : NULL, end[0], begin[0],
                             t->n[k] > 1 ? begin[1] : NULL};

    if (!is_kana(meeting[1]) || !is_kana(meeting[2]))
        return stands(t, meeting + 1, 2);
    if (meeting[0] ? stands(t, meeting, 3) : stands(t, meeting + 1, 2))
        return true;
    return meeting[3] && is_kana(meeting[3]) && stands(t, meeting + 1, 3);
}

static bool is_letter(const char *character)
{
    return strcmp(character, "a") != 0 && strcmp(character, "，") != 0;
}

static void check_text(const struct text *t)
{
    struct seams seams = {.v = t->lines, .n = LINES};

    for (size_t i = 0; i + 1 < LINES; i++) {
        int look = seam_look(&seams, i, i + 1);

        if (!t->v[i].cjk && !t->v[i + 1].cjk)
            continue;
        if (!is_letter(t->characters[i][t->n[i] - 1]) || !is_letter(t->characters[i + 1][0]))
            assert_int_equal(look, 0);
        else
            assert_int_equal(look > 0, is_seen(t, i, i + 1));
    }
    seams_free(&seams);
}

static void test_as_plainly(void **state)
{
    static struct text text;

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        draw_text(&text);
        check_text(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_as_plainly)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

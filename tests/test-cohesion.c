/* The quick counts of terms say what the sets themselves say, on texts made up at random. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "paper/cohesion.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { ROUNDS = 300, TEXTS = 12, CHARS = 40 };

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345;
    return (*seed >> 16) % below;
}

/* Of few characters, so that pairs come again. */
static void make_text(unsigned *seed, struct strbuf *out)
{
    static const char *const bits[] = {"山", "水", "城", "老", "ア", "イ", "は", "。", " ", "river "};
    unsigned n = next_random(seed, CHARS);

    strbuf_clear(out);
    strbuf_add_char(out, ' ');
    while (n-- > 0)
        strbuf_add_str(out, str_of(bits[next_random(seed, sizeof bits / sizeof *bits)]));
}

static void add(struct terms *t, struct str text)
{
    struct termlist list = {0};

    cohesion_list(&list, text);
    cohesion_add(t, (struct termspan){list.v, list.n});
    free(list.v);
}

static void add_all(struct terms *t, const struct strbuf *texts, size_t from, size_t to)
{
    cohesion_clear(t);
    for (size_t i = from; i < to; i++)
        add(t, strbuf_str(&texts[i]));
}

static uint32_t count_common(const struct terms *a, const struct terms *b)
{
    uint32_t n = 0;

    for (size_t i = 0; i < COHESION_TERMS; i++)
        n += a->times[i] > 0 && b->times[i] > 0;
    return n;
}

static void check_cuts(const struct strbuf *texts, struct terms t[3], struct run *run)
{
    struct terms *before = &t[0], *after = &t[1], *heading = &t[2];
    struct termlist lists[TEXTS] = {0};
    struct termspan spans[TEXTS];
    struct cut cuts[TEXTS + 1];

    for (size_t i = 0; i < TEXTS; i++) {
        cohesion_list(&lists[i], strbuf_str(&texts[i]));
        spans[i] = (struct termspan){lists[i].v, lists[i].n};
    }
    add_all(heading, texts, 3, 4);
    cohesion_cuts(spans, TEXTS, heading, run, cuts);
    for (size_t k = 0; k <= TEXTS; k++) {
        add_all(before, texts, 0, k);
        add_all(after, texts, k, TEXTS);
        assert_int_equal(before->n_once, count_common(before, before));
        assert_int_equal(cuts[k].before, before->n_once);
        assert_int_equal(cuts[k].after, after->n_once);
        assert_int_equal(cuts[k].both, count_common(before, after));
        assert_int_equal(cuts[k].heading_before, count_common(heading, before));
        assert_int_equal(cuts[k].heading_after, count_common(heading, after));
        if (before->n_once > 0 && after->n_once > 0)
            assert_true(cohesion_overlap(before, after) ==
                        (double)cuts[k].both / (before->n_once < after->n_once ? before->n_once
                                                                               : after->n_once));
    }
    for (size_t i = 0; i < TEXTS; i++)
        free(lists[i].v);
}

static void test_cuts(void **state)
{
    struct strbuf texts[TEXTS] = {0};
    struct terms *t = calloc(3, sizeof *t);
    struct run *run = calloc(1, sizeof *run);
    unsigned seed = 1;

    (void)state;
    assert_non_null(t);
    assert_non_null(run);
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < TEXTS; i++)
            make_text(&seed, &texts[i]);
        check_cuts(texts, t, run);
    }
    for (size_t i = 0; i < TEXTS; i++)
        strbuf_free(&texts[i]);
    for (size_t i = 0; i < 3; i++)
        cohesion_free(&t[i]);
    free(t);
    free(run->seen);
    free(run);
}

/* The terms of a text without letters or syllables, character by character. */
static size_t list_plainly(struct str text, uint16_t *out)
{
    size_t n = 0;
    uint32_t before = 0;

    for (size_t off = 0; off < text.n;) {
        uint32_t cp, h;
        enum charclass c;

        off += utf8_get(text, off, &cp);
        c = charclass_of(cp);
        if (c != CC_HAN && c != CC_ITER && c != CC_PROLONG &&
            ((c != CC_KANA && c != CC_SMALLKANA) || cp < 0x30A0))
            cp = 0;
        h = before * 0x10001u + cp;
        h = (h ^ h >> 15) * 0x2C1B3C6Du;
        if (before && cp)
            out[n++] = (uint16_t)((h ^ h >> 12) & (COHESION_TERMS - 1));
        before = cp;
    }
    return n;
}

/* Ideographs, of which whole runs are listed at once, between others that begin like them. */
static void test_list(void **state)
{
    static const char *const bits[] = {"一", "鿿", "龥", "䷿", "㐀", "ꀀ", "𠀀", "々",
                                       "〇", "ア", "は", "、", "1", "é", "丁", "城"};
    struct strbuf text = {0};
    unsigned seed = 2;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct termlist list = {0};
        uint16_t plain[CHARS];
        unsigned n = next_random(&seed, CHARS);

        strbuf_clear(&text);
        while (n-- > 0)
            strbuf_add_str(&text, str_of(bits[next_random(&seed, sizeof bits / sizeof *bits)]));
        cohesion_list(&list, strbuf_str(&text));
        assert_int_equal(list.n, list_plainly(strbuf_str(&text), plain));
        if (list.n > 0)
            assert_memory_equal(list.v, plain, list.n * sizeof *plain);
        free(list.v);
    }
    strbuf_free(&text);
}

/* A set that was cleared is an empty one. */
static void test_clear(void **state)
{
    struct terms *t = calloc(2, sizeof *t);

    (void)state;
    assert_non_null(t);
    add(&t[0], STR("山水山水城老"));
    assert_int_equal(t[0].n_once, 4);
    assert_int_equal(t[0].n_twice, 1);
    cohesion_clear(&t[0]);
    assert_int_equal(t[0].n_once + t[0].n_twice, 0);
    assert_memory_equal(t[0].times, t[1].times, sizeof t[0].times);
    cohesion_free(&t[0]);
    free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_cuts),
        cmocka_unit_test(test_clear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

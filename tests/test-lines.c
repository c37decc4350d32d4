/* Lines made up at random are measured as a walk over their characters says. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"
#include "paper/lines.h"
#include "text/utf8.h"

enum { TEXTS = 400, LINES_MAX = 60, CHARS_MAX = 40 };

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245 + 12345;
    return (*seed >> 16) % below;
}

/* Most lines have no other marks than ， 。 and 、 */
static uint32_t random_char(unsigned *seed, bool plain)
{
    static const uint32_t marks[] = U"，。、";
    static const uint32_t all[] = U"，。、：；！？“”‘’（）《》…—·. .,a1Zé 　한ぁター１Ａ○●"
                                  U"\u0301\u3099\uE000\uFFFD😀𠀀㐀";

    if (next_random(seed, 4))
        return 0x4E00 + next_random(seed, 0x5200);
    return plain ? marks[next_random(seed, 3)]
                 : all[next_random(seed, sizeof all / sizeof *all - 1)];
}

static void add_line(struct strbuf *text, unsigned *seed)
{
    bool plain = next_random(seed, 2);
    unsigned chars = next_random(seed, CHARS_MAX);

    for (unsigned k = 0; k < chars; k++) {
        char bytes[4];

        strbuf_add(text, bytes, utf8_put(bytes, random_char(seed, plain)));
    }
    strbuf_add_char(text, '\n');
}

/* What the characters of a line come to. */
struct walk {
    unsigned one, two, either, marks;
    enum charclass last;
    bool cjk, hangul, digits, symbols, stops, inner_stop;
};

static void step(struct str s, size_t off, size_t n, uint32_t cp, struct walk *w)
{
    enum charclass c = charclass_of(cp);

    w->one += charclass_width(cp) == CW_ONE;
    w->two += charclass_width(cp) == CW_TWO;
    w->either += charclass_width(cp) == CW_AMBIGUOUS;
    w->marks += c == CC_STOP || c == CC_CLOSE || c == CC_OPEN || c == CC_OQUOTE || c == CC_CQUOTE;
    w->last = c == CC_MARK || c == CC_FORMAT ? w->last : c;
    w->cjk |= charclass_is_cjk(c);
    w->hangul |= c == CC_HANGUL;
    w->digits |= c == CC_DIGIT || c == CC_FWDIGIT;
    w->symbols |= c == CC_OTHER || c == CC_ASTOP;
    w->stops |= c == CC_STOP && cp != U'、' && cp != U'：';
    w->inner_stop |= (cp == U'。' && off + n < s.n) ||
                     (cp == '.' && off > 0 && s.s[off - 1] != '.' && off + 1 < s.n &&
                      s.s[off + 1] == ' ');
}

/* What extraction cut before such a mark was made one again (paper/torn). */
static bool is_cut(enum charclass first)
{
    return first == CC_CLOSE || first == CC_CQUOTE || first == CC_STOP;
}

static void check_line(const struct line *l)
{
    struct walk w = {0};
    unsigned width, drop = l->dropped;

    for (size_t off = 0, n; off < l->text.n; off += n) {
        uint32_t cp;

        n = utf8_get(l->text, off, &cp);
        step(l->text, off, n, cp, &w);
    }
    width = w.one + 2 * w.two + (w.cjk ? 2 : 1) * w.either;
    if (!is_cut((enum charclass)l->first)) {
        assert_int_equal(l->width, width);
        assert_int_equal(l->least, width - (w.cjk && w.marks > drop ? w.marks - drop : 0));
    }
    assert_int_equal(l->narrow, w.one);
    assert_int_equal(l->first, charclass_of(utf8_at(l->text, 0)));
    assert_int_equal(l->last, w.last);
    assert_int_equal(l->cjk, w.cjk);
    assert_int_equal(l->hangul, w.hangul);
    assert_int_equal(l->digits, w.digits);
    assert_int_equal(l->symbols, w.symbols);
    assert_int_equal(l->stops, w.stops);
    assert_int_equal(l->inner_stop, w.inner_stop);
}

static void test_random(void **state)
{
    unsigned seed = 1;

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        struct strbuf text = {0};
        struct lines lines = {0};

        for (unsigned n = 1 + next_random(&seed, LINES_MAX); n > 0; n--)
            add_line(&text, &seed);
        lines_split(strbuf_str(&text), &lines);
        for (size_t k = 0; k < lines.n; k++)
            check_line(&lines.v[k]);
        lines_free(&lines);
        strbuf_free(&text);
    }
}

/* Words with spaces between them, a few marks, and what else a rule asks for. */
static void add_words(struct strbuf *text, unsigned *seed)
{
    static const uint32_t chars[] = U"         　\u00A0一二三四五六七八九十abcあア가１２３"
                                    U"，。（）“”—…·.,";
    unsigned n = 2 + next_random(seed, 12);

    for (unsigned k = 0; k < n; k++) {
        char bytes[4];
        uint32_t cp = k == 0 || k + 1 == n
                          ? U'中'
                          : chars[next_random(seed, sizeof chars / sizeof *chars - 1)];

        strbuf_add(text, bytes, utf8_put(bytes, cp));
    }
}

/* A private-use character is taken out, and has all rules asked that a look at a line may spare: it
 * changes nothing else. */
static void test_stray(void **state)
{
    unsigned seed = 1;

    (void)state;
    for (int i = 0; i < 20 * TEXTS; i++) {
        struct strbuf text = {0}, private = {0};
        struct lines a = {0}, b = {0};

        add_words(&text, &seed);
        strbuf_add(&private, text.s, text.n - 3);
        strbuf_add(&private, "\uE000中", 6);
        lines_split(strbuf_str(&text), &a);
        lines_split(strbuf_str(&private), &b);
        assert_int_equal(a.n, 1);
        assert_int_equal(b.n, 1);
        assert_true(str_eq(a.v[0].text, b.v[0].text));
        assert_int_equal(a.v[0].dropped, b.v[0].dropped);
        assert_int_equal(a.v[0].spread, b.v[0].spread);
        lines_free(&a);
        lines_free(&b);
        strbuf_free(&private);
        strbuf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_stray),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

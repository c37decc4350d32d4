/* Whatever the text, the width and the options: rows of made-up paragraphs, 20,000 of them or as
 * many as MADE_UP_PARAGRAPHS says, from the seed MADE_UP_SEED (`make check-long`). */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "layout-check.h"

enum { PARAGRAPHS = 20000, PIECES_MAX = 80 };

/* A number of the environment. */
static uint64_t wanted(const char *name, uint64_t otherwise)
{
    const char *value = getenv(name);

    return value ? strtoull(value, NULL, 0) : otherwise;
}

static const char *const pieces[] = {
    "汉",
    "字",
    "报",
    "纸",
    "新闻",
    "今天天气",
    "> ",
    "，",
    "。",
    "、",
    "；",
    "：",
    "！",
    "？",
    "．",
    "（",
    "）",
    "《",
    "》",
    "「",
    "」",
    "『",
    "』",
    "【",
    "】",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "——",
    "—",
    "……",
    "…",
    "·",
    "～",
    "－",
    "／",
    "/",
    "-",
    "–",
    "a",
    "AIGC",
    "word ",
    "U.S.",
    "e.g.",
    "3.14%",
    "8.5%",
    "10",
    "2024",
    "１２",
    "ＡＢ",
    "㎡",
    "℃",
    "%",
    "￥",
    "$",
    "①",
    "②",
    "●",
    "■",
    " ",
    "  ",
    "\u3000",
    "\t",
    "e\u0301",
    "か\u3099",
    "カー",
    "ちょっと",
    "々",
    "한국어",
    "문장",
    "\u1112\u1161",
    "👨‍👩‍👧‍👦",
    "🇨🇳",
    "1\uFE0F\u20E3",
    "葛\U000E0100",
    "http://a.cn/b/c?d=%E4%B8",
    "x@example.com",
    "C++",
    "+",
    "@",
    "(",
    ")",
    "[",
    "]",
    ".",
    ",",
    ":",
    "!",
    "?",
    "หนังสือ",
    "हिन्दी",
    "\u00A0",
    "\u2060",
    " \u0301",
    "\uFFFD",
    "\u200B",
    "\u200D",
    "\u00AD",
    "\u061C",
    "\u2028",
};

/* Marsaglia's xorshift. */
static uint32_t draw(uint64_t *state, uint32_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 33) % below;
}

static struct layout_opts draw_opts(uint64_t *seed)
{
    static const enum lang langs[] = {LANG_ZH_HANS, LANG_ZH_HANS, LANG_ZH_HANT,
                                      LANG_JA,      LANG_KO,      LANG_EN};

    return (struct layout_opts){
        .cols = draw(seed, 50) == 0 ? 0 : 2 + (int)draw(seed, draw(seed, 2) ? 20 : 199),
        .mode = {.ambiguous = 1 + (int)draw(seed, 2), .clusters = draw(seed, 3)},
        .kinsoku = KINSOKU_STRICT + draw(seed, 4),
        .indent = (int)draw(seed, 6) - 1,
        .hang = draw(seed, 2) ? 2 : 0,
        .justify = draw(seed, 2),
        .avoid_orphans = draw(seed, 2),
        .grid = draw(seed, 4) == 0,
        .autospace = draw(seed, 4),
        .korean = KOREAN_WORD + draw(seed, 2),
        .lang = langs[draw(seed, sizeof langs / sizeof *langs)],
        .title = true,
    };
}

static void draw_text(uint64_t *seed, struct strbuf *out)
{
    size_t n = draw(seed, PIECES_MAX + 1);

    strbuf_clear(out);
    while (n-- > 0)
        strbuf_add_str(out, str_of(pieces[draw(seed, sizeof pieces / sizeof *pieces)]));
}

static void print_rows(const struct layout *l)
{
    struct strbuf line = {0};

    for (size_t i = 0; i < layout_count(l); i++) {
        strbuf_clear(&line);
        strbuf_addf(&line, "# %zu |", i);
        layout_render(l, layout_row(l, i), &line);
        print_message("%s|\n", line.s);
    }
    strbuf_free(&line);
}

/* Whether a layout made anew, after one of another width, has the same rows. */
static bool comes_back(const struct article *a, const struct layout_opts *o,
                       const struct layout *before)
{
    struct layout_opts other = *o;
    struct layout *l;
    bool same;

    other.cols = o->cols / 2 + 3;
    layout_free(layout_new(a, &other));
    l = layout_new(a, o);
    same = layout_count(l) == layout_count(before);
    for (size_t i = 0; same && i < layout_count(l); i++) {
        const struct row *r = layout_row(l, i), *b = layout_row(before, i);

        same = r->from == b->from && r->to == b->to && r->n_gaps == b->n_gaps &&
               r->indent == b->indent && r->blank == b->blank;
    }
    layout_free(l);
    return same;
}

static void test_made_up_paragraphs(void **state)
{
    uint64_t seed = wanted("MADE_UP_SEED", 0x9E3779B97F4A7C15);
    uint64_t paragraphs = wanted("MADE_UP_PARAGRAPHS", PARAGRAPHS);
    struct strbuf text = {0};

    (void)state;
    print_message("# %llu paragraphs of seed %llx\n", (unsigned long long)paragraphs,
                  (unsigned long long)seed);
    for (uint64_t i = 0; i < paragraphs; i++) {
        struct layout_opts o = draw_opts(&seed);
        struct article a;
        struct layout *l;
        const char *fault;
        size_t row;

        article_init(&a);
        for (uint32_t blocks = 1 + draw(&seed, 2); blocks > 0; blocks--) {
            draw_text(&seed, &text);
            article_add(&a, draw(&seed, BLOCK_VERBATIM + 1), strbuf_str(&text));
        }
        l = layout_new(&a, &o);
        fault = layout_fault(&a, &o, l, &row);
        if (!fault && !comes_back(&a, &o, l))
            fault = "otherwise after a resize";
        if (fault) {
            print_rows(l);
            fail_msg("article %llu, row %zu %s: %d columns, level %d\n%s",
                     (unsigned long long)i, row, fault, o.cols, o.kinsoku, a.text.s);
        }
        layout_free(l);
        article_free(&a);
    }
    strbuf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_made_up_paragraphs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Rows in newspaper columns: what stands where, on made-up articles. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "layout/pages.h"

enum { ARTICLES = 3000 };

static const struct layout_opts plain = {
    .cols = 24, .mode = {.ambiguous = 1}, .indent = -1, .lang = LANG_ZH_HANS, .title = true};

/* Marsaglia's xorshift. */
static uint32_t draw(uint64_t *state, uint32_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 33) % below;
}

static void add_paragraph(struct article *a, enum block_kind kind, size_t ideographs)
{
    struct strbuf text = {0};

    while (ideographs-- > 0)
        strbuf_add_str(&text, STR("文"));
    strbuf_add_str(&text, STR("。"));
    article_add(a, kind, strbuf_str(&text));
    strbuf_free(&text);
}

static void make_article(uint64_t *seed, struct article *a)
{
    static const enum block_kind kinds[] = {BLOCK_PARAGRAPH, BLOCK_PARAGRAPH, BLOCK_PARAGRAPH,
                                            BLOCK_SUBHEAD, BLOCK_VERBATIM};

    enum block_kind last = BLOCK_PARAGRAPH;

    article_init(a);
    if (draw(seed, 2)) {
        add_paragraph(a, BLOCK_HEADLINE, 1 + draw(seed, 20));
        add_paragraph(a, BLOCK_BYLINE, 4);
    }
    for (uint32_t n = 1 + draw(seed, 20); n > 0; n--) {
        enum block_kind kind = last == BLOCK_SUBHEAD ? BLOCK_PARAGRAPH : kinds[draw(seed, 5)];

        add_paragraph(a, kind, 1 + draw(seed, kind == BLOCK_SUBHEAD || draw(seed, 2) ? 15 : 150));
        last = kind;
    }
    add_paragraph(a, BLOCK_PARAGRAPH, 1 + draw(seed, 60));
}

static bool is_of(const struct layout *l, size_t row, size_t block)
{
    return row < layout_count(l) && !layout_row(l, row)->blank &&
           layout_row(l, row)->block == block;
}

/* What may not be at the border of two columns, the first of which ends before row `end`. */
static const char *border_fault(const struct layout *l, struct page_column c)
{
    const struct row *foot = layout_row(l, c.to - 1);
    enum block_kind kind = layout_block(l, foot)->kind;

    if (foot->blank)
        return NULL;
    if (kind == BLOCK_HEADLINE || kind == BLOCK_BYLINE || kind == BLOCK_SUBHEAD)
        return "a heading at the foot";
    if (kind != BLOCK_PARAGRAPH || !is_of(l, c.to, foot->block))
        return NULL;
    if (c.to - 1 == c.from || !is_of(l, c.to - 2, foot->block))
        return "a first row alone";
    return is_of(l, c.to + 1, foot->block) ? NULL : "a last row alone";
}

static const char *column_fault(const struct layout *l, const struct pages *p, size_t page,
                                struct page_column c, size_t rows)
{
    if (c.to - c.from > rows)
        return "too long";
    if (c.from > 0 && layout_row(l, c.from)->blank)
        return "a blank row at the head";
    for (size_t row = c.from; row < c.to; row++)
        if (pages_of_row(p, row) != page)
            return "not found again";
    /* A low column takes what comes. */
    return c.to < layout_count(l) && rows >= 12 ? border_fault(l, c) : NULL;
}

static const char *pages_fault(const struct layout *l, const struct pages *p,
                               const struct page_shape *shape)
{
    size_t next = 0, longest = 0;
    const char *fault;

    for (size_t page = 0; page < pages_count(p); page++)
        for (int k = 0; k < shape->columns; k++) {
            struct page_column c = pages_column(p, page, k);

            while (next < c.from && layout_row(l, next)->blank)
                next++;
            if (c.from != next)
                return "rows lost, or shown twice";
            next = c.to;
            if (c.to == c.from)
                continue;
            fault = column_fault(l, p, page, c, (size_t)shape->rows);
            if (fault)
                return fault;
            if (page + 1 == pages_count(p) && c.to - c.from > longest)
                longest = c.to - c.from;
        }
    if (next != layout_count(l))
        return "rows lost at the end";
    /* Two rows kept together at every border, and headings with what follows. */
    next = layout_count(l) - pages_column(p, pages_count(p) - 1, 0).from;
    if (shape->rows >= 8 && longest > 6 + (next / (size_t)shape->columns) * 2)
        return "the last page is not balanced";
    return NULL;
}

static void test_made_up_articles(void **state)
{
    uint64_t seed = 0x9E3779B97F4A7C15;

    (void)state;
    print_message("# seed %llx\n", (unsigned long long)seed);
    for (int i = 0; i < ARTICLES; i++) {
        struct page_shape shape = {.columns = 1 + (int)draw(&seed, 5),
                                   .rows = 1 + (int)draw(&seed, 40)};
        struct article a;
        struct layout *l;
        struct pages *p;
        const char *fault;

        make_article(&seed, &a);
        l = layout_new(&a, &plain);
        p = pages_new(l, &shape);
        fault = pages_fault(l, p, &shape);
        if (fault)
            fail_msg("article %d, %d columns of %d rows: %s", i, shape.columns, shape.rows, fault);
        pages_free(p);
        layout_free(l);
        article_free(&a);
    }
}

static void fits(int cols, int wanted, int most, int columns, int measure, int gutter)
{
    struct page_shape s = page_shape_fit(cols, wanted, most);

    assert_int_equal(s.columns, columns);
    assert_int_equal(s.cols, measure);
    assert_int_equal(s.gutter, gutter);
    assert_true(s.columns * (s.cols + s.gutter) - s.gutter <= cols || s.columns == 1);
}

static void test_shapes(void **state)
{
    (void)state;
    fits(40, 0, 0, 1, 40, 4);
    fits(41, 0, 0, 1, 40, 4);
    fits(76, 0, 0, 1, 76, 4);
    fits(80, 0, 0, 1, 76, 4);
    fits(92, 0, 0, 2, 44, 4);
    fits(140, 0, 0, 3, 44, 4);
    fits(200, 0, 0, 4, 44, 4);
    fits(200, 5, 0, 5, 36, 4);
    fits(80, 2, 0, 2, 38, 4);
    fits(140, 1, 0, 1, 76, 4);
    fits(140, 2, 0, 2, 44, 4);
    fits(140, 2, 60, 2, 60, 4);
    fits(140, 0, 60, 1, 60, 4);
    fits(46, 2, 0, 2, 22, 2);
    fits(20, 3, 0, 1, 20, 2);
    fits(1, 0, 0, 1, 1, 2);
}

/* A headline is never left at the foot, and a short text is not torn apart. */
static void test_small(void **state)
{
    struct page_shape shape = {.columns = 2, .rows = 10};
    struct article a;
    struct layout *l;
    struct pages *p;

    (void)state;
    article_init(&a);
    add_paragraph(&a, BLOCK_PARAGRAPH, 40);
    l = layout_new(&a, &plain);
    p = pages_new(l, &shape);
    assert_int_equal(pages_count(p), 1);
    assert_int_equal(pages_column(p, 0, 0).to, layout_count(l));
    assert_int_equal(pages_column(p, 0, 1).from, pages_column(p, 0, 1).to);
    pages_free(p);
    layout_free(l);
    add_paragraph(&a, BLOCK_PARAGRAPH, 10 * 12);
    l = layout_new(&a, &plain);
    p = pages_new(l, &shape);
    assert_int_equal(pages_count(p), 1);
    assert_in_range(pages_column(p, 0, 0).to, 7, 8);
    pages_free(p);
    layout_free(l);
    article_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_made_up_articles),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_small),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

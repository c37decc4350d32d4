/* The costs of lines that are kept by the kinds of lines: as reckoned by the rules. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/rolecache.h"
#include "random.h"

enum { LINES = 400, TEXTS = 400, UNTOUCHED = -77 };

static bool rarely(void)
{
    return below(12) == 0;
}

/* Most are of ideographs in mid-sentence. */
static uint8_t draw_class(void)
{
    static const uint8_t classes[] = {CC_STOP,   CC_ASTOP,  CC_CLOSE, CC_OPEN, CC_OQUOTE, CC_CQUOTE,
                                      CC_BULLET, CC_LETTER, CC_DIGIT, CC_DASH, CC_KANA};

    return below(3) > 0 ? CC_HAN : classes[below(sizeof classes)];
}

static struct str draw_text(void)
{
    static const struct str texts[] = {STR_INIT("编"), STR_INIT("A"), STR_INIT("a line"),
                                       STR_INIT("The line"), STR_INIT("# 1")};

    return texts[below(sizeof texts / sizeof *texts)];
}

static void draw_marks(struct line *l)
{
    l->chapter = (uint8_t)below(CHAPTER_TITLE + 1);
    l->byline = (uint8_t)below(BYLINE_STRONG + 1);
    l->quoted = (uint8_t)below(2);
    l->opening = below(2);
    l->credit = below(2);
    l->verse = below(2);
    l->signs_on = below(2);
    l->hangul = below(2);
    l->cjk = below(2);
}

static struct line draw_line(unsigned column)
{
    unsigned width = below(2) ? column - below(8) : 1 + below(column + 3);
    struct line l = {
        .text = draw_text(),
        .measure = (uint16_t)(below(30) > 0 ? column : 0),
        .width = (uint16_t)width,
        .least = (uint16_t)(width - below(width < 3 ? width + 1 : 3)),
        .unit = (uint16_t)(1 + below(3)),
        .narrow = (uint16_t)(below(2) * below(9)),
        .indent = (uint16_t)(rarely() ? below(5) : 0),
        .blanks = rarely(),
        .page = rarely(),
        .spread = rarely(),
        .stops = below(2),
        .inner_stop = rarely(),
        .proportional = rarely(),
        .ends = (uint8_t)below(ENDS_YES + 1),
        .first = draw_class(),
        .last = draw_class(),
        .cjk = true,
    };

    if (rarely())
        draw_marks(&l);
    return l;
}

static struct resumption draw_resumption(void)
{
    return (struct resumption){below(2) ? LIFT_MAY : LIFT_SURE, (int)below(7) - 3};
}

static struct place draw_habits(void)
{
    return (struct place){
        .gap = below(2),
        .parted = below(2),
        .japanese = below(2),
        .indented = below(2),
        .indent = (uint16_t)below(5),
        .lost_indent = below(2),
    };
}

static void look_for(struct place *p, const struct line *v, unsigned i)
{
    p->prev = &v[i - 1];
    p->cur = &v[i];
    p->next = i + 1 < LINES ? &v[i + 1] : NULL;
    p->prev_resumes = p->cur_resumes;
    p->cur_resumes = rarely() ? draw_resumption() : (struct resumption){0};
    p->reads_on = rarely();
    p->cost.more[0] = UNTOUCHED;
}

/* The costs but those of a byline, and those where there may be one. */
static void check(const struct rolecost *found, const struct place *p)
{
    assert_memory_equal(found, &p->cost, offsetof(struct rolecost, byline));
    if (p->cur->byline != BYLINE_NO)
        assert_memory_equal(found->byline, p->cost.byline, sizeof found->byline);
}

/* Returns how many of its lines were known. */
static unsigned check_text(void)
{
    struct rolecache rows = {0};
    struct place p = draw_habits();
    struct line v[LINES];
    unsigned column = 16 + 2 * below(12), known = 0;

    for (unsigned i = 0; i < LINES; i++) {
        column = rarely() ? 16 + 2 * below(12) : column;
        v[i] = draw_line(column);
    }
    for (unsigned i = 1; i < LINES; i++) {
        const struct rolecost *found;
        int heading;

        look_for(&p, v, i);
        found = rolecache_look(&rows, &p);
        heading = p.heading;
        known += p.cost.more[0] == UNTOUCHED;
        rolecost_look(&p);
        assert_int_equal(heading, p.heading);
        check(found, &p);
    }
    return known;
}

static void test_as_plainly(void **state)
{
    unsigned known = 0;

    (void)state;
    for (int text = 0; text < TEXTS; text++)
        known += check_text();
    assert_true(known > LINES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_as_plainly)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

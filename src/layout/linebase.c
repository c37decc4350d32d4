#include <config.h>

#include "layout/linebase.h"

#include <stdlib.h>

#include <unilbrk.h>

#include "base/xalloc.h"

enum { SMALL = 512 };

/* Clusters of one character whose line breaking class is beyond doubt: ID, CL EX NS (IS in vertical
 * forms), OP, AL, SP. */
enum plain {
    PLAIN_NOT,
    PLAIN_IDEOGRAPH,
    PLAIN_CLOSING,
    PLAIN_OPENING,
    PLAIN_LETTER,
    PLAIN_SPACE,
    PLAIN_COUNT
};

static enum plain plain_of(const struct clusters *t, size_t i)
{
    static const uint8_t east_asian[CC_COUNT] = {[CC_HAN] = PLAIN_IDEOGRAPH,
                                                 [CC_STOP] = PLAIN_CLOSING,
                                                 [CC_CLOSE] = PLAIN_CLOSING,
                                                 [CC_OPEN] = PLAIN_OPENING};
    const struct cluster *c = &t->v[i];
    uint32_t bytes = c[1].from - c->from;

    if (bytes == 3)
        return (enum plain)east_asian[c->class];
    if (bytes != 1)
        return PLAIN_NOT;
    if (c->class == CC_LETTER)
        return PLAIN_LETTER;
    return t->text.s[c->from] == ' ' ? PLAIN_SPACE : PLAIN_NOT;
}

/* What UAX #14 says of a place between plain clusters. After a space it depends on what stands
 * before that. */
enum verdict { ASK, NO, YES, SPACE };

static const uint8_t verdicts[][PLAIN_COUNT] = {
    /*                  other ideograph closing opening letter space */
    [PLAIN_IDEOGRAPH] = {ASK, YES, NO, YES, YES, NO},
    [PLAIN_CLOSING] = {ASK, YES, NO, YES, ASK, NO},
    [PLAIN_OPENING] = {ASK, NO, NO, NO, NO, NO},
    [PLAIN_LETTER] = {ASK, YES, NO, ASK, NO, NO},
    [PLAIN_SPACE] = {ASK, SPACE, ASK, SPACE, SPACE, NO},
};

/* The places before clusters (from, to) from the library. What stands before cluster `from` must
 * not matter. */
static void ask(struct clusters *t, size_t from, size_t to)
{
    size_t first = t->v[from].from, n = t->v[to].from - first;
    char small[SMALL], *found = n <= SMALL ? small : xmalloc(n);

    u8_possible_linebreaks((const uint8_t *)t->text.s + first, n, "UTF-8", found);
    for (size_t i = from + 1; i < to; i++)
        t->v[i].before =
            found[t->v[i].from - first] == UC_BREAK_POSSIBLE ? LINEBREAK_ALLOWED : LINEBREAK_NO;
    if (found != small)
        free(found);
}

void linebase_mark(struct clusters *t)
{
    enum plain before = PLAIN_NOT, a = t->n > 0 ? plain_of(t, 0) : PLAIN_NOT, c;
    size_t anchor = 0; /* the last cluster that needs nothing before it */
    bool open = false; /* there are places behind it for the library */

    for (size_t i = 1; i < t->n; i++, before = a, a = c) {
        enum verdict v;

        c = plain_of(t, i);
        v = (enum verdict)verdicts[a][c];
        if (v == SPACE)
            v = before == PLAIN_IDEOGRAPH || before == PLAIN_LETTER ? YES : ASK;
        if (v == ASK) {
            open = true;
            continue;
        }
        if (open)
            ask(t, anchor, i);
        open = false;
        t->v[i].before = v == YES ? LINEBREAK_ALLOWED : LINEBREAK_NO;
        if (c != PLAIN_SPACE)
            anchor = i;
    }
    if (open)
        ask(t, anchor, t->n);
}

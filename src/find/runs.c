#include <config.h>

#include "find/runs.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/utf8.h"

bool runs_is_letter(enum charclass c)
{
    return c == CC_LETTER || c == CC_DIGIT || c == CC_FWLETTER || c == CC_FWDIGIT || c == CC_MARK;
}

bool runs_is_syllable(enum charclass c)
{
    return charclass_is_ideograph(c) || c == CC_HANGUL;
}

static void split(struct runs *r)
{
    size_t last = 0; /* the end of the unit before */

    for (size_t off = 0; off < r->text.n;) {
        uint32_t cp;
        size_t to = off + utf8_get(r->text, off, &cp);
        enum charclass c = charclass_of(cp);

        if (runs_is_letter(c))
            while (to < r->text.n && runs_is_letter(charclass_of(utf8_at(r->text, to))))
                to += utf8_get(r->text, to, &cp);
        if (runs_is_letter(c) || runs_is_syllable(c)) {
            r->units = xgrow(r->units, &r->cap, r->n + 1, sizeof *r->units);
            r->units[r->n] = (struct unit){off, to, r->n > 0 && off == last, 1};
            r->n++;
            last = to;
        }
        off = to;
    }
    for (size_t i = r->n; i-- > 1;)
        if (r->units[i].joined)
            r->units[i - 1].run = r->units[i].run + 1;
}

int runs_compare_units(const struct runs *r, size_t a, size_t b)
{
    struct str x = str_sub(r->text, r->units[a].from, r->units[a].to);
    struct str y = str_sub(r->text, r->units[b].from, r->units[b].to);
    int d = memcmp(x.s, y.s, x.n < y.n ? x.n : y.n);

    return d ? d : (x.n > y.n) - (x.n < y.n);
}

bool runs_goes_on(const struct runs *r, size_t a, size_t k)
{
    return k < r->units[a].run;
}

int runs_compare(const struct runs *r, size_t a, size_t b, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        bool x = runs_goes_on(r, a, k), y = runs_goes_on(r, b, k);
        int d = x && y ? runs_compare_units(r, a + k, b + k) : x - y;

        if (d || !x)
            return d;
    }
    return 0;
}

/* Sorting from the bottom up: qsort has no place for the text. */
static void sort_units(struct runs *r)
{
    size_t *from = xmalloc(r->n * sizeof *from), *to = xmalloc(r->n * sizeof *to);

    for (size_t i = 0; i < r->n; i++)
        from[i] = i;
    for (size_t width = 1; width < r->n; width *= 2) {
        size_t *swap = from;

        for (size_t lo = 0; lo < r->n; lo += 2 * width) {
            size_t mid = lo + width < r->n ? lo + width : r->n;
            size_t hi = mid + width < r->n ? mid + width : r->n;
            size_t a = lo, b = mid;

            for (size_t k = lo; k < hi; k++)
                to[k] = a < mid && (b == hi || runs_compare(r, from[a], from[b], r->longest) <= 0)
                            ? from[a++]
                            : from[b++];
        }
        from = to;
        to = swap;
    }
    r->order = from;
    free(to);
}

size_t runs_count(const struct runs *r, size_t a, size_t n)
{
    size_t first = 0, last, hi = r->n;

    while (first < hi) {
        size_t mid = first + (hi - first) / 2;

        if (runs_compare(r, r->order[mid], a, n) < 0)
            first = mid + 1;
        else
            hi = mid;
    }
    last = first;
    hi = r->n;
    while (last < hi) {
        size_t mid = last + (hi - last) / 2;

        if (runs_compare(r, r->order[mid], a, n) <= 0)
            last = mid + 1;
        else
            hi = mid;
    }
    return last - first;
}

void runs_init(struct runs *r, struct str text, size_t longest)
{
    *r = (struct runs){.text = text, .longest = longest};
    split(r);
    sort_units(r);
}

void runs_free(struct runs *r)
{
    free(r->units);
    free(r->order);
    *r = (struct runs){0};
}

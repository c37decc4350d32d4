#include <config.h>

#include "term/probe.h"

#include <poll.h>
#include <unistd.h>

#include "base/clock.h"

/* A quotation mark; a heart with U+FE0F; a family of three; a flag; a thumb with a skin colour. */
#define AMBIGUOUS "\u201C"
#define SELECTOR  "\u2764\uFE0F"
#define JOINED    "\U0001F468\u200D\U0001F469\u200D\U0001F467"
#define FLAG      "\U0001F1E8\U0001F1F3"
#define SKIN      "\U0001F44D\U0001F3FD"

enum { DISCARD_MS = 100, DISCARD_BYTES = 1024 };

#define HIDDEN      "\033[8m"
#define SHOWN       "\033[0m"
#define CLEAR_LINE  "\033[K"
#define CPR         "\033[6n"
#define DA1         "\033[c"
#define ASK(sample) "\r" sample CPR

const char *probe_question(void)
{
    return "\r" HIDDEN ASK(AMBIGUOUS) ASK(SELECTOR) ASK(JOINED) ASK(FLAG)
        ASK(SKIN) "\r" SHOWN CLEAR_LINE DA1;
}

/* Decimal digits from s[*i] on; false when there are none. What is too large saturates. */
static bool read_number(const char *s, size_t n, size_t *i, int *number)
{
    size_t from = *i;

    for (*number = 0; *i < n && s[*i] >= '0' && s[*i] <= '9'; ++*i)
        if (*number < 10000)
            *number = *number * 10 + (s[*i] - '0');
    return *i > from;
}

static void note(struct probe *p, int col)
{
    if (p->answers < PROBE_COUNT && !p->done)
        p->cols[p->answers++] = col - 1;
}

/* [row;colR */
static enum probe_reply read_place(struct probe *p, const char *s, size_t n)
{
    size_t i = 1;
    int row, col;

    if (i == n)
        return PROBE_REPLY_MORE;
    if (!read_number(s, n, &i, &row))
        return PROBE_REPLY_NONE;
    if (i == n)
        return PROBE_REPLY_MORE;
    if (s[i++] != ';')
        return PROBE_REPLY_NONE;
    if (i == n)
        return PROBE_REPLY_MORE;
    if (!read_number(s, n, &i, &col))
        return PROBE_REPLY_NONE;
    if (i == n)
        return PROBE_REPLY_MORE;
    if (s[i] != 'R' || i + 1 != n)
        return PROBE_REPLY_NONE;
    note(p, col);
    return PROBE_REPLY_TAKEN;
}

/* [?62;...c */
static enum probe_reply read_attributes(struct probe *p, const char *s, size_t n)
{
    size_t i = 2;

    while (i < n && ((s[i] >= '0' && s[i] <= '9') || s[i] == ';'))
        i++;
    if (i == n)
        return PROBE_REPLY_MORE;
    if (s[i] != 'c' || i + 1 != n)
        return PROBE_REPLY_NONE;
    p->done = true;
    return PROBE_REPLY_TAKEN;
}

enum probe_reply probe_read(struct probe *p, const char *s, size_t n)
{
    if (n == 0)
        return PROBE_REPLY_MORE;
    if (s[0] != '[')
        return PROBE_REPLY_NONE;
    return n > 1 && s[1] == '?' ? read_attributes(p, s, n) : read_place(p, s, n);
}

void probe_discard(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    int64_t end = clock_ms() + DISCARD_MS;
    bool attributes = false; /* in [?62;...c */

    for (int n = 0; n < DISCARD_BYTES; n++) {
        int64_t left = end - clock_ms();
        char c;

        if (poll(&p, 1, left > 0 ? (int)left : 0) <= 0 || read(fd, &c, 1) != 1 ||
            (attributes && c == 'c'))
            return;
        attributes = c == '?' || (attributes && ((c >= '0' && c <= '9') || c == ';'));
    }
}

struct glyph_mode probe_mode(const struct probe *p, struct glyph_mode otherwise)
{
    static const char *const samples[PROBE_COUNT] = {AMBIGUOUS, SELECTOR, JOINED, FLAG, SKIN};
    struct glyph_mode mode = otherwise;

    if (p->answers > PROBE_AMBIGUOUS)
        mode.ambiguous = p->cols[PROBE_AMBIGUOUS] == 2 ? 2 : 1;
    if (p->answers < PROBE_COUNT)
        return mode;
    mode.clusters = GLYPH_SUM;
    for (int i = PROBE_SELECTOR; i < PROBE_COUNT; i++)
        if (p->cols[i] != glyph_cols(str_of(samples[i]), mode))
            return (struct glyph_mode){mode.ambiguous, GLYPH_FIRST};
    return mode;
}

#include <config.h>

#include "find/regex.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/xalloc.h"

/* PCRE2 bounds the steps of a match from each byte where one may start, not their sum. So it is
 * called for a run of bytes, and the clock looked at between two runs; where a start takes more
 * than a few steps the runs are short. */
enum {
    RUN = 4096,
    STEPS = 2000,
    SHORT_RUN = 16,
    STEPS_MAX = 2000000,
    HEAP_MAX_KIB = 64 * 1024,
    DEADLINE_BYTES = 1 << 20 /* for each, a second more than the first */
};

struct functions {
    __typeof__(pcre2_compile) *compile;
    __typeof__(pcre2_code_free) *code_free;
    __typeof__(pcre2_jit_compile) *jit_compile;
    __typeof__(pcre2_get_error_message) *get_error_message;
    __typeof__(pcre2_match_data_create) *match_data_create;
    __typeof__(pcre2_match_data_free) *match_data_free;
    __typeof__(pcre2_get_ovector_pointer) *get_ovector_pointer;
    __typeof__(pcre2_match_context_create) *match_context_create;
    __typeof__(pcre2_match_context_free) *match_context_free;
    __typeof__(pcre2_set_match_limit) *set_match_limit;
    __typeof__(pcre2_set_offset_limit) *set_offset_limit;
    __typeof__(pcre2_set_heap_limit) *set_heap_limit;
    __typeof__(pcre2_match) *match;
};

struct regex {
    struct functions pcre2;
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *limits;
};

static bool load(struct functions *f, struct err *e)
{
    static const char *const names[] = {
        "pcre2_compile_8",
        "pcre2_code_free_8",
        "pcre2_jit_compile_8",
        "pcre2_get_error_message_8",
        "pcre2_match_data_create_8",
        "pcre2_match_data_free_8",
        "pcre2_get_ovector_pointer_8",
        "pcre2_match_context_create_8",
        "pcre2_match_context_free_8",
        "pcre2_set_match_limit_8",
        "pcre2_set_offset_limit_8",
        "pcre2_set_heap_limit_8",
        "pcre2_match_8",
    };
    struct err why = {""};

    if (dynlib_load(DYNLIB("pcre2-8", "0"), names, sizeof names / sizeof *names, f, &why))
        return true;
    return err_set(e, _("regular expressions need PCRE2 (Debian: libpcre2-8-0): %s"), why.msg);
}

static bool compile(struct regex *r, struct str pattern, bool ignore_case, struct err *e)
{
    uint32_t how = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C |
                   PCRE2_USE_OFFSET_LIMIT |
                   (ignore_case ? PCRE2_CASELESS : 0);
    PCRE2_UCHAR said[256] = "";
    PCRE2_SIZE at = 0;
    int code;

    r->code = r->pcre2.compile((PCRE2_SPTR)pattern.s, pattern.n, how, &code, &at, NULL);
    if (r->code)
        return true;
    r->pcre2.get_error_message(code, said, sizeof said);
    at = at < pattern.n ? at : pattern.n;
    return err_set(e, _("not a regular expression: %s (behind “%.*s”)"), (const char *)said,
                   (int)at, pattern.s);
}

struct regex *regex_new(struct str pattern, bool ignore_case, struct err *e)
{
    struct regex *r = xcalloc(1, sizeof *r);

    if (!load(&r->pcre2, e) || !compile(r, pattern, ignore_case, e)) {
        free(r);
        return NULL;
    }
    r->pcre2.jit_compile(r->code, PCRE2_JIT_COMPLETE); /* where it cannot, it interprets */
    r->data = r->pcre2.match_data_create(1, NULL);
    r->limits = r->pcre2.match_context_create(NULL);
    if (r->limits)
        r->pcre2.set_heap_limit(r->limits, HEAP_MAX_KIB);
    if (r->data && r->limits)
        return r;
    regex_free(r);
    err_set(e, "%s", _("there is no memory for the regular expression"));
    return NULL;
}

void regex_free(struct regex *r)
{
    if (!r)
        return;
    if (r->limits)
        r->pcre2.match_context_free(r->limits);
    if (r->data)
        r->pcre2.match_data_free(r->data);
    r->pcre2.code_free(r->code);
    free(r);
}

clock_t regex_deadline(size_t bytes)
{
    return clock() + CLOCKS_PER_SEC + CLOCKS_PER_SEC * (clock_t)(bytes / DEADLINE_BYTES);
}

/* What pcre2_match says of the matches that start in [from, last]. */
static int match(const struct regex *r, struct str text, size_t from, size_t last, uint32_t steps)
{
    r->pcre2.set_match_limit(r->limits, steps);
    r->pcre2.set_offset_limit(r->limits, last);
    return r->pcre2.match(r->code, (PCRE2_SPTR)(text.n > 0 ? text.s : ""), text.n, from,
                          PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK, r->data, r->limits);
}

/* A character's border at or before byte `to`, behind `from`; the end of the text. */
static size_t border(struct str text, size_t from, size_t to)
{
    if (to >= text.n)
        return text.n;
    while (to > from + 1 && ((unsigned char)text.s[to] & 0xC0) == 0x80)
        to--;
    return to;
}

enum regex_result regex_find(const struct regex *r, struct str text, size_t from, clock_t deadline,
                             size_t *match_from, size_t *match_to)
{
    const PCRE2_SIZE *found = r->pcre2.get_ovector_pointer(r->data);
    int n = PCRE2_ERROR_NOMATCH;
    size_t last;

    for (; n == PCRE2_ERROR_NOMATCH; from = last) {
        last = border(text, from, from + RUN);
        n = match(r, text, from, last, STEPS);
        if (n == PCRE2_ERROR_MATCHLIMIT) {
            last = border(text, from, from + SHORT_RUN);
            n = match(r, text, from, last, STEPS_MAX);
        }
        if (n == PCRE2_ERROR_NOMATCH && last == text.n)
            return REGEX_NONE;
        if (n < 0 && clock() > deadline)
            return REGEX_GAVE_UP;
    }
    if (n < 0)
        return REGEX_GAVE_UP;
    *match_from = found[0];
    *match_to = found[1];
    return found[1] > found[0] ? REGEX_FOUND : REGEX_NONE; /* \K may turn them around */
}

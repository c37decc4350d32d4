#include <config.h>

#include "find/regex.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/xalloc.h"

/* Steps and memory of one search: a hostile pattern ends in a second, an honest one does not feel
 * them. */
enum { STEPS_MAX = 2000000, HEAP_MAX_KIB = 64 * 1024 };

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
    if (r->limits) {
        r->pcre2.set_match_limit(r->limits, STEPS_MAX);
        r->pcre2.set_heap_limit(r->limits, HEAP_MAX_KIB);
    }
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

enum regex_result regex_find(const struct regex *r, struct str text, size_t from,
                             size_t *match_from, size_t *match_to)
{
    const PCRE2_SIZE *found = r->pcre2.get_ovector_pointer(r->data);
    int n = r->pcre2.match(r->code, (PCRE2_SPTR)(text.n > 0 ? text.s : ""), text.n, from,
                           PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK, r->data, r->limits);

    if (n == PCRE2_ERROR_NOMATCH)
        return REGEX_NONE;
    if (n < 0)
        return REGEX_GAVE_UP;
    *match_from = found[0];
    *match_to = found[1];
    return found[1] > found[0] ? REGEX_FOUND : REGEX_NONE; /* \K may turn them around */
}

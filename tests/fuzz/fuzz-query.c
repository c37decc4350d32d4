/* Searches a text (from the second line on) for its first line, with the flags that the first byte
 * chooses, and checks what fold and query promise. */
#include <config.h>

#include <assert.h>

#include "fuzz.h"

#include "find/query.h"
#include "text/glyph.h"
#include "text/sanitize.h"
#include "text/utf8.h"

static void check_fold(struct str text, unsigned flags)
{
    struct folded once, twice;
    size_t last = 0;
    uint32_t cp;

    fold_text(text, flags, &once);
    fold_text(strbuf_str(&once.text), flags, &twice);
    assert(str_eq(strbuf_str(&once.text), strbuf_str(&twice.text)));
    for (size_t i = 0; i < once.text.n; i += utf8_get(strbuf_str(&once.text), i, &cp)) {
        size_t origin = folded_origin(&once, i);

        assert(origin >= last && origin < text.n);
        assert(((unsigned char)text.s[origin] & 0xC0) != 0x80);
        last = origin;
    }
    folded_free(&once);
    folded_free(&twice);
}

static void check_find(struct str pattern, struct str text, unsigned flags)
{
    struct err e;
    struct query *q = query_new(pattern, flags, &e);
    struct ranges hits = {0};
    size_t border = 0;

    if (!q)
        return;
    query_find(q, text, &hits);
    assert(query_matches(q, text) == (hits.n > 0) || hits.gave_up);
    for (size_t i = 0; i < hits.n; i++) {
        while (border < hits.v[i].from)
            border = glyph_next(text, border);
        assert(border == hits.v[i].from && hits.v[i].to > border);
        while (border < hits.v[i].to)
            border = glyph_next(text, border);
        assert(border == hits.v[i].to && border <= text.n);
    }
    ranges_free(&hits);
    query_free(q);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sanitized clean;
    struct str text;
    unsigned flags;
    size_t end;

    if (size < 1)
        return 0;
    flags = data[0] & FOLD_ALL;
    sanitize_utf8((struct str){(const char *)data + 1, size - 1}, &clean);
    text = strbuf_str(&clean.text);
    end = str_find(text, STR("\n"), 0);
    check_fold(text, flags);
    check_find(str_sub(text, 0, end), str_sub(text, end, text.n),
               data[0] & 0x80 ? flags | QUERY_REGEXP : flags);
    sanitized_free(&clean);
    return 0;
}

#include <config.h>

#include "columns-check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "paper/columns.h"

/* The lines that were given, one after the other, '|' behind each. */
struct record {
    struct str text;
    struct strbuf lines;
};

static void take(void *context, const struct span *span)
{
    struct record *r = context;

    strbuf_add_str(&r->lines, str_sub(r->text, span->from, span->to));
    strbuf_add_char(&r->lines, '|');
}

void assert_read(const char *text, const char *expected)
{
    struct record r = {.text = str_of(text)};

    assert_true(columns_read(r.text, take, &r));
    strbuf_add(&r.lines, "", 1);
    assert_string_equal(r.lines.s, expected);
    strbuf_free(&r.lines);
}

void assert_no_columns(const char *text)
{
    struct record r = {.text = str_of(text)};

    assert_false(columns_read(r.text, take, &r));
    assert_int_equal(r.lines.n, 0);
}

#include <config.h>

#include "rebuilt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "paper/page.h"

char *rebuild(const char *text)
{
    static const char letters[] = "HKBSPCJV";
    static const enum block_kind kinds[] = {BLOCK_HEADLINE, BLOCK_KICKER,  BLOCK_BYLINE,
                                            BLOCK_SUBHEAD,  BLOCK_PARAGRAPH, BLOCK_CAPTION,
                                            BLOCK_JUMP,     BLOCK_VERBATIM};
    struct articles a = {0};
    struct strbuf out = {0};
    char *copy;

    page_build(str_of(text), TEXT_AUTO, &a);
    for (size_t i = 0; i < a.n; i++) {
        if (i > 0)
            strbuf_add_str(&out, STR("=\n"));
        for (size_t k = 0; k < a.v[i].n_blocks; k++) {
            const struct block *b = &a.v[i].blocks[k];

            for (size_t n = 0; n < sizeof kinds / sizeof *kinds; n++)
                if (b->kind == kinds[n])
                    strbuf_add_char(&out, letters[n]);
            strbuf_add_char(&out, ' ');
            strbuf_add(&out, a.v[i].text.s + b->from, b->to - b->from);
            strbuf_add_char(&out, '\n');
        }
    }
    articles_free(&a);
    strbuf_add_char(&out, '\0');
    copy = strdup(out.s);
    assert_non_null(copy);
    strbuf_free(&out);
    return copy;
}

void assert_rebuilt(const char *text, const char *want)
{
    char *got = rebuild(text);

    assert_string_equal(got, want);
    free(got);
}

void assert_paragraphs(const char *text, size_t want)
{
    char *got = rebuild(text);
    size_t n = 0;

    for (const char *p = got; (p = strstr(p, "P ")); p++)
        n += p == got || p[-1] == '\n';
    assert_int_equal(n, want);
    free(got);
}

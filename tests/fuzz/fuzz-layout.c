/* Any bytes as an article of any geometry: the first ones choose the options, the rest is the text.
 */
#include <config.h>

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "../layout-check.h"
#include "text/sanitize.h"

enum { HEAD = 4 };

static struct layout_opts read_opts(const uint8_t *head)
{
    return (struct layout_opts){
        .cols = head[0],
        .mode = {.ambiguous = 1 + (head[1] & 1), .clusters = head[1] & 2 ? GLYPH_UNIT : GLYPH_SUM},
        .kinsoku = KINSOKU_STRICT + (head[1] >> 2 & 3),
        .hang = head[1] & 16 ? 2 : 0,
        .justify = head[1] & 32,
        .avoid_orphans = head[1] & 64,
        .title = true,
        .indent = head[2] % 6 - 1,
        .autospace = (enum autospace)(head[2] >> 3) % 3,
        .korean = KOREAN_WORD + (head[3] & 1),
        .lang = LANG_ZH_HANS + (head[3] >> 1) % 5,
    };
}

/* Every line a block, their kinds by turns. */
static void fill_article(struct article *a, struct str text, unsigned kind)
{
    article_init(a);
    for (size_t from = 0, to; from < text.n; from = to + 1) {
        to = str_find(text, STR("\n"), from);
        article_add(a, kind++ % (BLOCK_VERBATIM + 1), str_sub(text, from, to));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sanitized text = {0};
    struct layout_opts o;
    struct article a;
    struct layout *l;
    const char *fault;
    size_t row;

    if (size < HEAD)
        return 0;
    o = read_opts(data);
    sanitize_utf8((struct str){(const char *)data + HEAD, size - HEAD}, &text);
    fill_article(&a, strbuf_str(&text.text), data[3] >> 4);
    l = layout_new(&a, &o);
    fault = layout_fault(&a, &o, l, &row);
    if (fault) {
        fprintf(stderr, "row %zu: %s\n", row, fault);
        abort();
    }
    layout_free(l);
    article_free(&a);
    sanitized_free(&text);
    return 0;
}

/* Any bytes through the reconstruction, as the kind of text that the first byte chooses: articles
 * are whole, in themselves and in their places. */
#include <config.h>

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../clean-check.h"
#include "paper/byline.h"
#include "paper/page.h"
#include "text/sanitize.h"

static const char *block_fault(const struct article *a, size_t i)
{
    const struct block *b = &a->blocks[i];

    if (b->from > b->to || b->to > a->text.n)
        return "a block outside the text";
    if (i > 0 && b->from != a->blocks[i - 1].to + 1)
        return "blocks that do not follow each other";
    if (b->from < b->to && memchr(a->text.s + b->from, '\n', b->to - b->from))
        return "a line end in a block";
    return NULL;
}

static const char *names_fault(const struct article *a)
{
    struct people p = {0};
    const char *fault = NULL;

    byline_people(a, &p);
    for (size_t i = 0; i < p.n; i++)
        if (p.v[i].s < a->text.s || p.v[i].s + p.v[i].n > a->text.s + a->text.n)
            fault = "a name outside the text";
    free(p.v);
    return fault;
}

static const char *article_fault(const struct article *a, size_t size)
{
    struct str title = article_title(a, NULL);
    size_t at;

    for (size_t i = 0; i < a->n_blocks; i++)
        if (block_fault(a, i))
            return block_fault(a, i);
    if (names_fault(a))
        return names_fault(a);
    if (title.n > 0 && (title.s < a->text.s || title.s + title.n > a->text.s + a->text.n))
        return "a title outside the text";
    if (a->from > a->to || a->to > size)
        return "an article outside the source";
    if (!(a->confidence >= 0 && a->confidence <= 1))
        return "a confidence beyond 1";
    return clean_fault(strbuf_str(&a->text), CLEAN_ARTICLE, &at);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sanitized text = {0};
    struct articles articles = {0};

    if (size < 1)
        return 0;
    sanitize_utf8((struct str){(const char *)data + 1, size - 1}, &text);
    page_build(strbuf_str(&text.text), (enum text_kind)(data[0] % (TEXT_RAW + 1)), &articles);
    for (size_t i = 0; i < articles.n; i++) {
        const char *fault = article_fault(&articles.v[i], text.text.n);

        if (!fault)
            continue;
        fprintf(stderr, "article %zu: %s\n", i, fault);
        abort();
    }
    articles_free(&articles);
    sanitized_free(&text);
    return 0;
}

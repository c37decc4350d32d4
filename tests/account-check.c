#include <config.h>

#include "account-check.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/account.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { KINDS = BLOCK_VERBATIM + 1 };

/* Characters regardless of their order: a page is not always printed in the order of reading. */
struct tally {
    size_t n;
    uint64_t sum;
};

static void count(struct tally *t, struct str s)
{
    for (size_t off = 0; off < s.n;) {
        uint32_t cp;

        off += utf8_get(s, off, &cp);
        if (charclass_of(cp) == CC_SPACE || charclass_of(cp) == CC_IDSPACE)
            continue;
        t->n++;
        t->sum += (cp + 1) * 0x9E3779B97F4A7C15u;
    }
}

static void tally_articles(const struct articles *a, struct tally *t)
{
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < a->v[i].n_blocks; k++) {
            const struct block *b = &a->v[i].blocks[k];

            count(&t[i * KINDS + b->kind], str_sub(strbuf_str(&a->v[i].text), b->from, b->to));
        }
}

static const char *compare(struct str text, const struct account *account,
                           const struct articles *articles)
{
    size_t n = (articles->n + 1) * KINDS;
    struct tally *told = xcalloc(n, sizeof *told), *built = xcalloc(n, sizeof *built);
    const char *fault = NULL;

    for (size_t i = 0; i < account->n; i++) {
        const struct share *s = &account->v[i];

        if (s->fate == FATE_TEXT && s->article < articles->n)
            count(&told[s->article * KINDS + s->block],
                  str_sub(text, (size_t)s->from, (size_t)s->to));
        else if (s->fate == FATE_TEXT)
            fault = "a share belongs to no article";
    }
    tally_articles(articles, built);
    for (size_t i = 0; i < n; i++)
        if (told[i].n != built[i].n || told[i].sum != built[i].sum)
            fault = "the account and the article differ";
    free(told);
    free(built);
    return fault;
}

static const char *check_cover(const struct account *a, size_t n, size_t *off)
{
    *off = 0;
    for (size_t i = 0; i < a->n; i++) {
        if (a->v[i].from != *off || a->v[i].to <= a->v[i].from)
            return "the shares do not stand side by side";
        if (a->v[i].fate == FATE_LOST)
            return "a character is lost";
        *off = (size_t)a->v[i].to;
    }
    if (*off != n)
        return "the shares end before the text";
    return a->complete ? NULL : "an article has characters that the text has not";
}

const char *account_fault(struct str raw, enum text_kind as, size_t *off)
{
    struct sanitized clean;
    struct account text, source;
    struct articles articles;
    const char *fault;

    sanitize_utf8(raw, &clean);
    account_text(strbuf_str(&clean.text), as, &text);
    account_raw(raw, 0, &clean, as, &source);
    page_build(strbuf_str(&clean.text), as, &articles);
    fault = check_cover(&source, raw.n, off);
    if (!fault)
        fault = check_cover(&text, clean.text.n, off);
    if (!fault)
        fault = compare(strbuf_str(&clean.text), &text, &articles);
    articles_free(&articles);
    account_free(&text);
    account_free(&source);
    sanitized_free(&clean);
    return fault;
}

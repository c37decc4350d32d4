#include <config.h>

#include "paper/continued.h"

#include <stdlib.h>

#include "base/xalloc.h"

bool continued_from(struct str jump)
{
    static const char *const words[] = {"上接", "接第", "文接", "from ", "FROM ",
                                        "面から", "面の続き", "면에서"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_find(jump, str_of(words[i]), 0) < jump.n)
            return true;
    return false;
}

/* What becomes of the articles, by number. */
struct plan {
    size_t *open;        /* articles that go on, in order: [first, n) have not yet */
    size_t first, n;
    size_t *into;        /* the article that each becomes part of: itself for most */
};

static bool begins_article(const struct pieces *p, size_t i)
{
    return i == 0 || p->v[i - 1].article != p->v[i].article;
}

static void read_jumps(const struct pieces *p, struct plan *plan)
{
    for (size_t i = 0; i < p->n; i++) {
        const struct piece *piece = &p->v[i];

        if (piece->kind != BLOCK_JUMP)
            continue;
        if (!continued_from(piece->text))
            plan->open[plan->n++] = plan->into[piece->article];
        else if (begins_article(p, i) && plan->first < plan->n)
            plan->into[piece->article] = plan->open[plan->first++];
    }
}

static void join(struct piece *piece, size_t article)
{
    if (piece->article != article && piece->kind == BLOCK_HEADLINE)
        piece->kind = BLOCK_SUBHEAD;
    piece->article = article;
}

size_t continued_join(struct pieces *p, size_t articles)
{
    struct plan plan = {.open = xcalloc(p->n + 1, sizeof *plan.open),
                        .into = xcalloc(articles + 1, sizeof *plan.into)};
    size_t *number = xcalloc(articles + 1, sizeof *number), n = 0;

    for (size_t k = 0; k < articles; k++)
        plan.into[k] = k;
    read_jumps(p, &plan);
    for (size_t k = 0; k < articles; k++)
        number[k] = plan.into[k] == k ? n++ : 0;
    for (size_t i = 0; i < p->n && plan.first > 0; i++)
        join(&p->v[i], plan.into[p->v[i].article]);
    for (size_t i = 0; i < p->n && plan.first > 0; i++)
        p->v[i].article = number[p->v[i].article];
    free(number);
    free(plan.into);
    free(plan.open);
    return n;
}

#include <config.h>

#include "vector.h"

#include <string.h>

#include "layout/cluster.h"
#include "layout/layout.h"
#include "paper/article.h"
#include "paper/clean.h"
#include "paper/lines.h"
#include "paper/reflow.h"
#include "paper/words.h"

struct vector {
    json_t *options;
    struct layout_opts layout;
};

static int number(const struct vector *v, const char *key, int otherwise)
{
    json_t *value = json_object_get(v->options, key);

    return value ? (int)json_integer_value(value) : otherwise;
}

static bool is_set(const struct vector *v, const char *key)
{
    return json_is_true(json_object_get(v->options, key));
}

/* Whether the option is that word. */
static bool says(const struct vector *v, const char *key, const char *word)
{
    const char *value = json_string_value(json_object_get(v->options, key));

    return value && strcmp(value, word) == 0;
}

static enum lang read_lang(const struct vector *v)
{
    if (says(v, "lang", "ja"))
        return LANG_JA;
    if (says(v, "lang", "ko"))
        return LANG_KO;
    if (says(v, "lang", "en"))
        return LANG_EN;
    return says(v, "lang", "zh-Hant") ? LANG_ZH_HANT : LANG_ZH_HANS;
}

static struct layout_opts read_layout(const struct vector *v, int width)
{
    struct layout_opts o = {
        .cols = width,
        .mode = {.ambiguous = number(v, "amb", 1),
                 .clusters = says(v, "cluster", "grapheme") ? GLYPH_UNIT : GLYPH_SUM},
        .kinsoku = KINSOKU_NORMAL,
        .indent = number(v, "indent", 0),
        .hang = number(v, "hang", 0),
        .justify = is_set(v, "justify"),
        .grid = is_set(v, "grid"),
        .avoid_orphans = number(v, "orphan", 0) > 0,
        .korean = says(v, "ko", "word") ? KOREAN_WORD : KOREAN_SYLLABLE,
        .lang = read_lang(v)};

    if (says(v, "level", "strict"))
        o.kinsoku = KINSOKU_STRICT;
    else if (says(v, "level", "loose"))
        o.kinsoku = KINSOKU_LOOSE;
    else if (says(v, "level", "none"))
        o.kinsoku = KINSOKU_NONE;
    if (says(v, "autospace", "insert"))
        o.autospace = AUTOSPACE_INSERT;
    else if (says(v, "autospace", "strip"))
        o.autospace = AUTOSPACE_STRIP;
    else if (says(v, "autospace", "auto"))
        o.autospace = AUTOSPACE_AUTO;
    return o;
}

static void lay_out(const struct vector *v, const struct article *a, struct strbuf *out)
{
    struct layout *l = layout_new(a, &v->layout);

    for (size_t i = 0; i < layout_count(l); i++) {
        const struct row *row = layout_row(l, i);

        if (row->blank)
            continue;
        layout_render(l, row, out);
        strbuf_add_char(out, '\n');
    }
    layout_free(l);
}

static bool is_cjk(struct str text)
{
    struct clusters t = {0};
    bool cjk;

    clusters_split(text, (struct glyph_mode){.ambiguous = 1}, &t);
    cjk = clusters_is_cjk(&t);
    clusters_free(&t);
    return cjk;
}

static void join_lines(const struct lines *l, bool cjk, struct strbuf *out)
{
    struct words words = {0};

    words_collect(l, &words);
    for (size_t i = 0; i < l->n; i++)
        reflow_join(out, l->v[i].text, cjk, &words);
    words_free(&words);
}

static void set(const struct vector *v, struct str text, struct strbuf *out)
{
    /* What is shown as it stands hangs by 4 columns. */
    enum block_kind kind = number(v, "hindent", 0) == 4 ? BLOCK_VERBATIM : BLOCK_PARAGRAPH;
    struct strbuf changed = {0};
    struct arena texts = {0};
    struct lines lines = {0};
    struct article a;

    article_init(&a);
    if (is_set(v, "clean")) {
        struct line line = {.text = text};

        clean_inside(&line, &texts);
        text = line.text;
    }
    if (is_set(v, "join")) {
        lines_split(text, &lines);
        join_lines(&lines, is_cjk(text), &changed);
        text = strbuf_str(&changed);
        lines_free(&lines);
    }
    for (size_t from = 0, to; from < text.n; from = to + 1) {
        to = str_find(text, STR("\n"), from);
        article_add(&a, kind, str_sub(text, from, to));
    }
    lay_out(v, &a, out);
    article_free(&a);
    strbuf_free(&changed);
    arena_free(&texts);
}

void vector_set(json_t *vector, struct strbuf *out)
{
    struct vector v = {.options = json_object_get(vector, "options")};
    const char *text = json_string_value(json_object_get(vector, "text"));

    v.layout = read_layout(&v, (int)json_integer_value(json_object_get(vector, "width")));
    set(&v, str_of(text), out);
}

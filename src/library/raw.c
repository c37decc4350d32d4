#include <config.h>

#include "library/raw.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/decode.h"

enum {
    REACH = 4096 /* bytes before and behind an article in which its lines' ends are looked for */
};

/* Reads bytes [*from, *to) of the source and what belongs to their lines. */
static bool read_lines(struct source *s, uint64_t *from, uint64_t *to, struct strbuf *bytes,
                       struct err *e)
{
    uint64_t begin = *from > REACH ? *from - REACH : 0;
    size_t first = (size_t)(*from - begin), n = (size_t)(*to - begin) + REACH, got;
    char *buf = xmalloc(n);
    size_t a = first, b = (size_t)(*to - begin);

    if (!source_read(s, begin, buf, n, &got, e)) {
        free(buf);
        return false;
    }
    while (a > 0 && buf[a - 1] != '\n')
        a--;
    if (a == 0 && begin > 0)
        a = first;
    while (b < got && buf[b] != '\n')
        b++;
    if (b == got && got == n)
        b = (size_t)(*to - begin);
    strbuf_add(bytes, buf + a, b - a);
    *from = begin + a;
    *to = begin + b;
    free(buf);
    return true;
}

static void begin_line(struct raw *r)
{
    r->lines = xgrow(r->lines, &r->cap_lines, r->n_lines + 1, sizeof *r->lines);
    r->lines[r->n_lines++] = (struct raw_line){.from = r->text.n, .part = r->n_parts};
}

static void end_line(struct raw *r)
{
    struct raw_line *l = &r->lines[r->n_lines - 1];

    l->to = r->text.n;
    l->n_parts = r->n_parts - l->part;
    strbuf_add_char(&r->text, '\n');
}

/* Appends clean text that has the fate of `share`. */
static void add_part(struct raw *r, const struct share *share, struct str clean)
{
    struct raw_part part = {.from = r->text.n, .share = *share};

    strbuf_add_str(&r->text, clean);
    part.to = r->text.n;
    r->parts = xgrow(r->parts, &r->cap_parts, r->n_parts + 1, sizeof *r->parts);
    r->parts[r->n_parts++] = part;
}

/* Appends raw bytes of the source that have the fate of `share`. */
static void add_bytes(struct raw *r, struct source *s, const struct share *share, struct str bytes)
{
    struct strbuf utf8 = {0};
    struct sanitized clean;
    struct str text;

    decode_bytes(s, bytes, &utf8);
    sanitize_utf8(strbuf_str(&utf8), &clean);
    text = strbuf_str(&clean.text);
    for (size_t from = 0;;) {
        size_t to = str_find(text, STR("\n"), from);

        if (to > from || share->fate == FATE_HIDDEN)
            add_part(r, share, str_sub(text, from, to));
        if (to == text.n)
            break;
        end_line(r);
        begin_line(r);
        from = to + 1;
    }
    sanitized_free(&clean);
    strbuf_free(&utf8);
}

bool raw_read(struct library *lib, size_t i, struct raw *out, struct err *e)
{
    const struct entry *entry = library_entry(lib, i);
    const struct account *a = library_account(lib, i, &out->article, e);
    struct source *source = library_source(lib, entry->source);
    struct strbuf bytes = {0};
    uint64_t from = entry->from, to = entry_to(entry);

    *out = (struct raw){.article = out->article};
    if (!a || !read_lines(source, &from, &to, &bytes, e))
        return false;
    begin_line(out);
    for (size_t k = 0; k < a->n; k++) {
        const struct share *s = &a->v[k];
        uint64_t begin = s->from > from ? s->from : from, end = s->to < to ? s->to : to;

        if (begin < end)
            add_bytes(out, source, s,
                      str_sub(strbuf_str(&bytes), (size_t)(begin - from), (size_t)(end - from)));
    }
    end_line(out);
    strbuf_free(&bytes);
    return true;
}

void raw_free(struct raw *r)
{
    strbuf_free(&r->text);
    free(r->lines);
    free(r->parts);
    *r = (struct raw){0};
}

/* How much a part says of its line. */
static int weight(const struct raw *r, const struct share *part)
{
    if (part->fate == FATE_TEXT)
        return part->article == r->article ? 4 : 3;
    return part->fate == FATE_FURNITURE ? 2 : part->fate == FATE_BLANK ? 0 : 1;
}

const struct share *raw_line_part(const struct raw *r, const struct raw_line *l)
{
    const struct share *best = NULL;

    for (size_t i = l->part; i < l->part + l->n_parts; i++) {
        const struct share *part = &r->parts[i].share;

        if (weight(r, part) > (best ? weight(r, best) : 0))
            best = part;
    }
    return best;
}

static const char *const blocks[] = {
    [BLOCK_KICKER] = N_("kicker"),       [BLOCK_HEADLINE] = N_("headline"),
    [BLOCK_BYLINE] = N_("byline"),       [BLOCK_SUBHEAD] = N_("subhead"),
    [BLOCK_PARAGRAPH] = N_("paragraph"), [BLOCK_CAPTION] = N_("caption"),
    [BLOCK_JUMP] = N_("jump line"),      [BLOCK_VERBATIM] = N_("line as it is"),
};

const char *raw_name(const struct share *part)
{
    static const char *const fates[] = {
        [FATE_FURNITURE] = N_("furniture"),    [FATE_BLANK] = N_("blank"),
        [FATE_SPACE] = N_("stray space"),      [FATE_ORNAMENT] = N_("ornament"),
        [FATE_HYPHEN] = N_("line-end hyphen"), [FATE_MARK] = N_("formatting mark"),
        [FATE_HIDDEN] = N_("invisible"),       [FATE_LOST] = N_("lost"),
    };

    return part->fate == FATE_TEXT ? blocks[part->block] : fates[part->fate];
}

char raw_letter(const struct raw *r, const struct raw_line *l)
{
    static const char letters[] = {
        [BLOCK_KICKER] = 'K',  [BLOCK_HEADLINE] = 'H',  [BLOCK_BYLINE] = 'B',
        [BLOCK_SUBHEAD] = 'S', [BLOCK_PARAGRAPH] = 'P', [BLOCK_CAPTION] = 'C',
        [BLOCK_JUMP] = 'J',    [BLOCK_VERBATIM] = 'V',
    };
    const struct share *part = raw_line_part(r, l);

    if (!part || part->fate == FATE_BLANK)
        return ' ';
    if (part->fate != FATE_TEXT)
        return '-';
    return (char)(letters[part->block] + (part->article == r->article ? 0 : 'a' - 'A'));
}

static void add_words(struct strbuf *out, const char *between, const char *words)
{
    if (words[0] == '\0')
        return;
    if (out->n > 0)
        strbuf_add_str(out, str_of(between));
    strbuf_add_str(out, str_of(_(words)));
}

/* Whether one of the line's parts before this one has the same fate. */
static bool was_told(const struct raw *r, const struct raw_line *l, size_t part)
{
    for (size_t i = l->part; i < part; i++)
        if (r->parts[i].share.fate == r->parts[part].share.fate)
            return true;
    return false;
}

void raw_explain(const struct raw *r, const struct raw_line *l, struct strbuf *out)
{
    const struct share *most = raw_line_part(r, l);

    if (!most)
        return;
    add_words(out, "", raw_name(most));
    if (most->fate == FATE_TEXT && most->article != r->article)
        add_words(out, ", ", N_("of another article"));
    add_words(out, ": ", rule_text(most->block_rule));
    add_words(out, most->block_rule ? ", " : ": ", rule_text(most->rule));
    for (size_t i = l->part; i < l->part + l->n_parts; i++) {
        const struct share *part = &r->parts[i].share;

        if (part->fate > FATE_BLANK && part->fate != most->fate && !was_told(r, l, i))
            add_words(out, "; ", raw_name(part));
    }
}

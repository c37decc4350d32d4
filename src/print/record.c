#include <config.h>

#include "print/record.h"

#include <inttypes.h>
#include <stdlib.h>

#include "paper/byline.h"
#include "print/jsontext.h"

enum { KEYS = 512 /* bytes of an article's JSON that are not its text, about */ };

static void string_or_null(struct strbuf *out, const char *key, struct str s)
{
    if (s.n > 0)
        jsontext_string(out, key, s);
    else
        jsontext_null(out, key);
}

static struct str block_text(const struct article *a, const struct block *b)
{
    return str_sub(strbuf_str(&a->text), b->from, b->to);
}

/* The first block of a kind from block i on; the number of all when there is none. */
static size_t find_block(const struct article *a, enum block_kind kind, size_t i)
{
    while (i < a->n_blocks && a->blocks[i].kind != kind)
        i++;
    return i;
}

/* All blocks of a kind with a space between. */
static void join_blocks(const struct article *a, enum block_kind kind, struct strbuf *out)
{
    for (size_t i = 0; (i = find_block(a, kind, i)) < a->n_blocks; i++) {
        if (out->n > 0)
            strbuf_add_char(out, ' ');
        strbuf_add_str(out, block_text(a, &a->blocks[i]));
    }
}

static void add_joined(struct strbuf *out, const char *key, const struct article *a,
                       enum block_kind kind)
{
    struct strbuf b = {0};
    size_t first = find_block(a, kind, 0);

    if (first == a->n_blocks) {
        jsontext_null(out, key);
        return;
    }
    if (find_block(a, kind, first + 1) == a->n_blocks) { /* the usual case */
        string_or_null(out, key, block_text(a, &a->blocks[first]));
        return;
    }
    join_blocks(a, kind, &b);
    string_or_null(out, key, strbuf_str(&b));
    strbuf_free(&b);
}

static bool is_paragraph(const struct block *b)
{
    return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_VERBATIM;
}

static void add_names(struct strbuf *out, const struct article *a)
{
    struct people people = {0};

    byline_people(a, &people);
    jsontext_open(out, "byline", '[');
    for (size_t i = 0; i < people.n; i++)
        jsontext_string(out, NULL, people.v[i]);
    jsontext_close(out, ']');
    free(people.v);
}

/* Each with the number of paragraphs before it. */
static void add_subheads(struct strbuf *out, const struct article *a)
{
    size_t paragraphs = 0;

    jsontext_open(out, "subheads", '[');
    for (size_t i = 0; i < a->n_blocks; i++) {
        const struct block *b = &a->blocks[i];

        paragraphs += is_paragraph(b);
        if (b->kind != BLOCK_SUBHEAD)
            continue;
        jsontext_open(out, NULL, '{');
        jsontext_integer(out, "before", paragraphs);
        jsontext_string(out, "text", block_text(a, b));
        jsontext_close(out, '}');
    }
    jsontext_close(out, ']');
}

static void add_body(struct strbuf *out, const struct article *a)
{
    add_subheads(out, a);
    jsontext_open(out, "paragraphs", '[');
    for (size_t i = 0; i < a->n_blocks; i++)
        if (is_paragraph(&a->blocks[i]))
            jsontext_string(out, NULL, block_text(a, &a->blocks[i]));
    jsontext_close(out, ']');
    jsontext_open(out, "captions", '[');
    for (size_t i = 0; i < a->n_blocks; i++)
        if (a->blocks[i].kind == BLOCK_CAPTION)
            jsontext_string(out, NULL, block_text(a, &a->blocks[i]));
    jsontext_close(out, ']');
}

/* What an object of any kind begins with. */
static void open_object(struct strbuf *out, const struct record *r)
{
    jsontext_open(out, NULL, '{');
    jsontext_integer(out, "number", r->number);
    jsontext_string(out, "source", str_of(source_name(r->source)));
}

static void open_entry(struct strbuf *out, const struct record *r)
{
    open_object(out, r);
    jsontext_string(out, "encoding", str_of(source_encoding(r->source)));
    jsontext_string(out, "title", entry_title(r->entry));
}

static void add_place(struct strbuf *out, uint64_t from, uint64_t to)
{
    jsontext_integer(out, "from", from);
    jsontext_integer(out, "to", to);
}

/* Closes, writes and frees it. */
static void write_object(struct strbuf *o, FILE *out)
{
    jsontext_close(o, '}');
    strbuf_add_char(o, '\n');
    fwrite(o->s, 1, o->n, out);
    strbuf_free(o);
}

void record_article_json(const struct record *r, FILE *out)
{
    const struct article *a = r->article;
    struct strbuf o = {0};

    strbuf_reserve(&o, a->text.n + KEYS);
    open_entry(&o, r);
    add_joined(&o, "headline", a, BLOCK_HEADLINE);
    add_joined(&o, "kicker", a, BLOCK_KICKER);
    add_names(&o, a);
    string_or_null(&o, "byline_text", entry_byline(r->entry));
    add_body(&o, a);
    add_joined(&o, "jump", a, BLOCK_JUMP);
    add_place(&o, r->entry->from, entry_to(r->entry));
    jsontext_real(&o, "confidence", a->confidence);
    write_object(&o, out);
}

void record_entry_json(const struct record *r, FILE *out)
{
    struct strbuf o = {0};

    open_entry(&o, r);
    string_or_null(&o, "headline", entry_headline(r->entry));
    string_or_null(&o, "byline_text", entry_byline(r->entry));
    jsontext_integer(&o, "size", r->entry->size);
    add_place(&o, r->entry->from, entry_to(r->entry));
    write_object(&o, out);
}

void record_hit_json(const struct record *r, const struct hit *h, FILE *out)
{
    struct strbuf o = {0};

    open_entry(&o, r);
    string_or_null(&o, "headline", entry_headline(r->entry));
    jsontext_string(&o, "before", h->before);
    jsontext_string(&o, "match", h->match);
    jsontext_string(&o, "after", h->after);
    write_object(&o, out);
}

/* A part of a line that can be seen, or was dropped: white space at the edges says nothing. */
static bool is_told(const struct raw_part *part)
{
    return part->share.fate != FATE_BLANK;
}

static void add_rules(struct strbuf *out, const struct share *s)
{
    jsontext_open(out, "rules", '[');
    if (s->block_rule)
        jsontext_string(out, NULL, str_of(rule_text(s->block_rule)));
    if (s->rule)
        jsontext_string(out, NULL, str_of(rule_text(s->rule)));
    jsontext_close(out, ']');
}

void record_raw_json(const struct record *r, const struct raw *raw, FILE *out)
{
    for (size_t i = 0; i < raw->n_parts && !ferror(out); i++) {
        const struct raw_part *part = &raw->parts[i];
        const struct share *s = &part->share;
        struct strbuf o = {0};

        if (!is_told(part))
            continue;
        open_object(&o, r);
        add_place(&o, s->from, s->to);
        jsontext_string(&o, "part", str_of(raw_name(s)));
        jsontext_bool(&o, "other", s->fate == FATE_TEXT && s->article != raw->article);
        add_rules(&o, s);
        jsontext_string(&o, "text", str_sub(strbuf_str(&raw->text), part->from, part->to));
        write_object(&o, out);
    }
}

void record_bookmark_json(const struct record_bookmark *b, FILE *out)
{
    struct strbuf o = {0};

    jsontext_open(&o, NULL, '{');
    string_or_null(&o, "headline", str_of(b->headline));
    string_or_null(&o, "source", str_of(b->source));
    jsontext_integer(&o, "place", b->place);
    jsontext_string(&o, "date", str_of(b->date));
    write_object(&o, out);
}

/* A field of TSV. */
static void write_field(struct str s, FILE *out)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.s[i];

        if (c == '\t')
            fputs("\\t", out);
        else if (c == '\n')
            fputs("\\n", out);
        else if (c == '\\')
            fputs("\\\\", out);
        else
            fputc(c < ' ' ? ' ' : c, out);
    }
}

static void write_fields(const struct str *fields, size_t n, FILE *out)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            fputc('\t', out);
        write_field(fields[i], out);
    }
}

void record_article_tsv(const struct record *r, FILE *out)
{
    const struct article *a = r->article;
    struct strbuf kicker = {0};
    bool first = true;

    join_blocks(a, BLOCK_KICKER, &kicker);
    fprintf(out, "%zu\t", r->number);
    write_fields((struct str[]){str_of(source_name(r->source)), entry_headline(r->entry),
                                strbuf_str(&kicker), entry_byline(r->entry)},
                 4, out);
    fputc('\t', out);
    for (size_t i = 0; i < a->n_blocks; i++) {
        if (!is_paragraph(&a->blocks[i]) && a->blocks[i].kind != BLOCK_SUBHEAD)
            continue;
        if (!first)
            fputs("\\n", out);
        first = false;
        write_field(block_text(a, &a->blocks[i]), out);
    }
    fputc('\n', out);
    strbuf_free(&kicker);
}

void record_entry_tsv(const struct record *r, FILE *out)
{
    fprintf(out, "%zu\t", r->number);
    write_fields((struct str[]){entry_headline(r->entry), entry_byline(r->entry)}, 2, out);
    fprintf(out, "\t%" PRIu32 "\t", r->entry->size);
    write_fields((struct str[]){entry_title(r->entry), str_of(source_name(r->source))}, 2, out);
    fputc('\n', out);
}

void record_hit_tsv(const struct record *r, const struct hit *h, FILE *out)
{
    write_field(str_of(source_name(r->source)), out);
    fprintf(out, "\t%zu\t", r->number);
    write_field(entry_headline(r->entry), out);
    fputc('\t', out);
    write_field(h->before, out);
    write_field(h->match, out);
    write_field(h->after, out);
    fputc('\n', out);
}

void record_raw_tsv(const struct record *r, const struct raw *raw, FILE *out)
{
    for (size_t i = 0; i < raw->n_parts && !ferror(out); i++) {
        const struct raw_part *part = &raw->parts[i];
        const struct share *s = &part->share;

        if (!is_told(part))
            continue;
        fprintf(out, "%zu\t%" PRIu64 "\t%" PRIu64 "\t", r->number, s->from, s->to);
        write_fields((struct str[]){str_of(raw_name(s)), str_of(rule_text(s->block_rule)),
                                    str_of(rule_text(s->rule)),
                                    str_sub(strbuf_str(&raw->text), part->from, part->to)},
                     4, out);
        fputc('\n', out);
    }
}

void record_bookmark_tsv(const struct record_bookmark *b, FILE *out)
{
    write_fields((struct str[]){str_of(b->headline), str_of(b->source)}, 2, out);
    fprintf(out, "\t%zu\t%s\n", b->place, b->date);
}

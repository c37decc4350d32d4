#include <config.h>

#include "print/record.h"

#include <inttypes.h>
#include <jansson.h>

/* Text without its control characters (tab, line end, form feed): a space for each. */
static json_t *plain(struct str s)
{
    struct strbuf b = {0};
    json_t *j;

    strbuf_add_str(&b, s);
    for (size_t i = 0; i < b.n; i++)
        if ((unsigned char)b.s[i] < ' ')
            b.s[i] = ' ';
    j = json_stringn(b.s, b.n);
    strbuf_free(&b);
    return j;
}

static json_t *plain_or_null(struct str s)
{
    return s.n > 0 ? plain(s) : json_null();
}

static struct str headline_of(const struct record *r)
{
    return (struct str){r->entry->title.s, r->entry->headline_printed ? r->entry->title.n : 0};
}

static struct str block_text(const struct article *a, const struct block *b)
{
    return str_sub(strbuf_str(&a->text), b->from, b->to);
}

/* All blocks of a kind with a space between. */
static void join_blocks(const struct article *a, enum block_kind kind, struct strbuf *out)
{
    for (size_t i = 0; i < a->n_blocks; i++) {
        if (a->blocks[i].kind != kind)
            continue;
        if (out->n > 0)
            strbuf_add_char(out, ' ');
        strbuf_add_str(out, block_text(a, &a->blocks[i]));
    }
}

static json_t *joined(const struct article *a, enum block_kind kind)
{
    struct strbuf b = {0};
    json_t *j;

    join_blocks(a, kind, &b);
    j = plain_or_null(strbuf_str(&b));
    strbuf_free(&b);
    return j;
}

static bool is_paragraph(const struct block *b)
{
    return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_VERBATIM;
}

static json_t *names(const struct article *a)
{
    json_t *list = json_array();

    for (size_t i = 0; i < a->n_names; i++)
        json_array_append_new(list, plain(a->names[i]));
    return list;
}

/* Paragraphs, subheads and captions. */
static void add_body(json_t *o, const struct article *a)
{
    json_t *subheads = json_array(), *paragraphs = json_array(), *captions = json_array();

    for (size_t i = 0; i < a->n_blocks; i++) {
        const struct block *b = &a->blocks[i];

        if (is_paragraph(b)) {
            json_array_append_new(paragraphs, plain(block_text(a, b)));
        } else if (b->kind == BLOCK_CAPTION) {
            json_array_append_new(captions, plain(block_text(a, b)));
        } else if (b->kind == BLOCK_SUBHEAD) {
            json_t *subhead = json_object();

            json_object_set_new(subhead, "before",
                                json_integer((json_int_t)json_array_size(paragraphs)));
            json_object_set_new(subhead, "text", plain(block_text(a, b)));
            json_array_append_new(subheads, subhead);
        }
    }
    json_object_set_new(o, "subheads", subheads);
    json_object_set_new(o, "paragraphs", paragraphs);
    json_object_set_new(o, "captions", captions);
}

/* What an object of any kind begins with. */
static json_t *new_object(const struct record *r)
{
    json_t *o = json_object();

    json_object_set_new(o, "number", json_integer((json_int_t)r->number));
    json_object_set_new(o, "source", plain(str_of(source_name(r->source))));
    json_object_set_new(o, "encoding", plain(str_of(source_encoding(r->source))));
    json_object_set_new(o, "title", plain(r->entry->title));
    return o;
}

static void add_place(json_t *o, const struct record *r)
{
    json_object_set_new(o, "from", json_integer((json_int_t)r->entry->from));
    json_object_set_new(o, "to", json_integer((json_int_t)r->entry->to));
}

/* Writes and frees it. */
static void write_object(json_t *o, FILE *out)
{
    json_dumpf(o, out, JSON_COMPACT | JSON_REAL_PRECISION(4));
    fputc('\n', out);
    json_decref(o);
}

void record_article_json(const struct record *r, FILE *out)
{
    const struct article *a = r->article;
    json_t *o = new_object(r);

    json_object_set_new(o, "headline", joined(a, BLOCK_HEADLINE));
    json_object_set_new(o, "kicker", joined(a, BLOCK_KICKER));
    json_object_set_new(o, "byline", names(a));
    json_object_set_new(o, "byline_text", plain_or_null(r->entry->byline));
    add_body(o, a);
    json_object_set_new(o, "jump", joined(a, BLOCK_JUMP));
    add_place(o, r);
    json_object_set_new(o, "confidence", json_real(a->confidence));
    write_object(o, out);
}

void record_entry_json(const struct record *r, FILE *out)
{
    json_t *o = new_object(r);

    json_object_set_new(o, "headline", plain_or_null(headline_of(r)));
    json_object_set_new(o, "byline_text", plain_or_null(r->entry->byline));
    json_object_set_new(o, "size", json_integer((json_int_t)r->entry->size));
    add_place(o, r);
    write_object(o, out);
}

void record_hit_json(const struct record *r, const struct hit *h, FILE *out)
{
    json_t *o = new_object(r);

    json_object_set_new(o, "headline", plain_or_null(headline_of(r)));
    json_object_set_new(o, "before", plain(h->before));
    json_object_set_new(o, "match", plain(h->match));
    json_object_set_new(o, "after", plain(h->after));
    write_object(o, out);
}

/* A part of a line that can be seen, or was dropped: white space at the edges says nothing. */
static bool is_told(const struct raw_part *part)
{
    return part->share.fate != FATE_BLANK;
}

static json_t *rules(const struct share *s)
{
    json_t *list = json_array();

    if (s->block_rule)
        json_array_append_new(list, json_string(rule_text(s->block_rule)));
    if (s->rule)
        json_array_append_new(list, json_string(rule_text(s->rule)));
    return list;
}

void record_raw_json(const struct record *r, const struct raw *raw, FILE *out)
{
    for (size_t i = 0; i < raw->n_parts && !ferror(out); i++) {
        const struct raw_part *part = &raw->parts[i];
        const struct share *s = &part->share;
        json_t *o;

        if (!is_told(part))
            continue;
        o = json_object();
        json_object_set_new(o, "number", json_integer((json_int_t)r->number));
        json_object_set_new(o, "source", plain(str_of(source_name(r->source))));
        json_object_set_new(o, "from", json_integer((json_int_t)s->from));
        json_object_set_new(o, "to", json_integer((json_int_t)s->to));
        json_object_set_new(o, "part", json_string(raw_name(s)));
        json_object_set_new(o, "other",
                            json_boolean(s->fate == FATE_TEXT && s->article != raw->article));
        json_object_set_new(o, "rules", rules(s));
        json_object_set_new(o, "text",
                            plain(str_sub(strbuf_str(&raw->text), part->from, part->to)));
        write_object(o, out);
    }
}

void record_bookmark_json(const struct record_bookmark *b, FILE *out)
{
    json_t *o = json_object();

    json_object_set_new(o, "headline", plain_or_null(str_of(b->headline)));
    json_object_set_new(o, "source", plain_or_null(str_of(b->source)));
    json_object_set_new(o, "place", json_integer((json_int_t)b->place));
    json_object_set_new(o, "date", json_string(b->date));
    write_object(o, out);
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
    write_fields((struct str[]){str_of(source_name(r->source)), headline_of(r), strbuf_str(&kicker),
                                r->entry->byline},
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
    write_fields((struct str[]){headline_of(r), r->entry->byline}, 2, out);
    fprintf(out, "\t%" PRIu32 "\t", r->entry->size);
    write_fields((struct str[]){r->entry->title, str_of(source_name(r->source))}, 2, out);
    fputc('\n', out);
}

void record_hit_tsv(const struct record *r, const struct hit *h, FILE *out)
{
    write_field(str_of(source_name(r->source)), out);
    fprintf(out, "\t%zu\t", r->number);
    write_field(headline_of(r), out);
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

#include <config.h>

#include "ui/prompt.h"

#include "text/charclass.h"
#include "text/glyph.h"
#include "text/utf8.h"

void prompt_begin(struct prompt *p, const struct strlist *past)
{
    strbuf_clear(&p->text);
    strlist_free(&p->offers);
    p->cursor = 0;
    p->past = past;
    p->line = past ? past->n : 0;
}

void prompt_free(struct prompt *p)
{
    strbuf_free(&p->text);
    strbuf_free(&p->own);
    strlist_free(&p->offers);
}

static void replace(struct prompt *p, struct str text)
{
    strbuf_clear(&p->text);
    strbuf_add_str(&p->text, text);
    p->cursor = p->text.n;
}

/* The line typed before (d = -1) or after (1) the one shown; after the newest comes what was being
 * typed. */
static void recall(struct prompt *p, int d)
{
    size_t n = p->past ? p->past->n : 0;

    if (!p->past || (d < 0 ? p->line == 0 : p->line == n))
        return;
    if (p->line == n) {
        strbuf_clear(&p->own);
        strbuf_add_str(&p->own, strbuf_str(&p->text));
    }
    p->line = d < 0 ? p->line - 1 : p->line + 1;
    replace(p, p->line == n ? strbuf_str(&p->own) : str_of(p->past->v[p->line]));
}

/* Bytes that both begin with, up to a character's border. */
static size_t common(struct str a, struct str b)
{
    size_t n = 0;

    while (n < a.n && n < b.n && a.s[n] == b.s[n])
        n++;
    while (n > 0 && n < a.n && ((unsigned char)a.s[n] & 0xC0) == 0x80)
        n--;
    return n;
}

static void next_offer(struct prompt *p)
{
    replace(p, str_of(p->offers.v[p->offer]));
    p->offer = (p->offer + 1) % p->offers.n;
}

void prompt_offer(struct prompt *p, struct strlist *offers)
{
    size_t n;

    strlist_free(&p->offers);
    if (offers->n == 0)
        return;
    p->offers = *offers;
    p->offer = 0;
    *offers = (struct strlist){0};
    n = strlen(p->offers.v[0]);
    for (size_t i = 1; i < p->offers.n; i++)
        n = common((struct str){p->offers.v[0], n}, str_of(p->offers.v[i]));
    if (n > p->text.n || p->offers.n == 1)
        replace(p, (struct str){p->offers.v[0], n});
    else
        next_offer(p);
    if (p->offers.n == 1)
        strlist_free(&p->offers);
}

/* The border of the cluster before the cursor. */
static size_t before(const struct prompt *p)
{
    struct str s = strbuf_str(&p->text);
    size_t off = 0, last = 0;

    while (off < p->cursor) {
        last = off;
        off = glyph_next(s, off);
    }
    return last;
}

static void remove_bytes(struct prompt *p, size_t from, size_t to)
{
    if (from == to)
        return;
    memmove(p->text.s + from, p->text.s + to, p->text.n - to);
    strbuf_truncate(&p->text, p->text.n - (to - from));
    p->cursor = from;
}

static void insert(struct prompt *p, uint32_t cp)
{
    char utf8[4];
    size_t n = utf8_put(utf8, cp);

    strbuf_pad(&p->text, ' ', n);
    memmove(p->text.s + p->cursor + n, p->text.s + p->cursor, p->text.n - n - p->cursor);
    memcpy(p->text.s + p->cursor, utf8, n);
    p->cursor += n;
}

static size_t word_before(const struct prompt *p)
{
    size_t off = p->cursor;

    while (off > 0 && p->text.s[off - 1] == ' ')
        off--;
    while (off > 0 && p->text.s[off - 1] != ' ')
        off--;
    return off;
}

static void erase(struct prompt *p, int key)
{
    if (key == KEY_ERASE)
        remove_bytes(p, before(p), p->cursor);
    else if (key == KEY_CONTROL('u'))
        remove_bytes(p, 0, p->cursor);
    else if (key == KEY_CONTROL('w'))
        remove_bytes(p, word_before(p), p->cursor);
    else if (p->cursor < p->text.n)
        remove_bytes(p, p->cursor, glyph_next(strbuf_str(&p->text), p->cursor));
}

static bool is_text(int key)
{
    enum charclass c;

    if (key < ' ' || key >= KEY_BEYOND_UNICODE)
        return false;
    c = charclass_of((uint32_t)key);
    return c != CC_CONTROL && c != CC_FORMAT;
}

void prompt_paste(struct prompt *p, int key)
{
    if (is_text(key))
        insert(p, (uint32_t)key);
    else if (key > 0 && key < ' ')
        insert(p, ' ');
}

static void edit(struct prompt *p, int key)
{
    switch (key) {
    case KEY_ERASE:
    case KEY_CONTROL('u'):
    case KEY_CONTROL('w'):
    case KEY_CONTROL('d'):
    case KEY_DELETE:
        erase(p, key);
        break;
    case KEY_CONTROL('k'):
        remove_bytes(p, p->cursor, p->text.n);
        break;
    case KEY_ARROW_LEFT:
    case KEY_CONTROL('b'):
        p->cursor = before(p);
        break;
    case KEY_ARROW_RIGHT:
    case KEY_CONTROL('f'):
        if (p->cursor < p->text.n)
            p->cursor = glyph_next(strbuf_str(&p->text), p->cursor);
        break;
    case KEY_TO_HOME:
    case KEY_CONTROL('a'):
        p->cursor = 0;
        break;
    case KEY_TO_END:
    case KEY_CONTROL('e'):
        p->cursor = p->text.n;
        break;
    case KEY_ARROW_UP:
    case KEY_CONTROL('p'):
        recall(p, -1);
        break;
    case KEY_ARROW_DOWN:
    case KEY_CONTROL('n'):
        recall(p, 1);
        break;
    default:
        if (is_text(key))
            insert(p, (uint32_t)key);
    }
}

enum prompt_state prompt_key(struct prompt *p, int key)
{
    if (key == KEY_TAB) {
        if (p->offers.n == 0)
            return PROMPT_COMPLETE;
        next_offer(p);
        return PROMPT_TYPING;
    }
    strlist_free(&p->offers);
    if (key == KEY_ESCAPE || key == KEY_CONTROL('g') || key == KEY_CONTROL('c'))
        return PROMPT_CANCELLED;
    if ((key == KEY_RETURN || key == KEY_ERASE) && p->text.n == 0)
        return PROMPT_CANCELLED;
    if (key == KEY_RETURN)
        return PROMPT_DONE;
    edit(p, key);
    return PROMPT_TYPING;
}

void prompt_draw(const struct prompt *p, struct screen *s, int row, int cols, const char *label)
{
    struct glyph_mode mode = screen_mode(s);
    struct str text = strbuf_str(&p->text);
    int col = screen_put(s, row, 0, cols, str_of(label), STYLE_TEXT);
    size_t from = 0;

    while (from < p->cursor &&
           glyph_cols(str_sub(text, from, p->cursor), mode) + col >= cols)
        from = glyph_next(text, from);
    screen_put(s, row, col, cols - col, str_sub(text, from, text.n), STYLE_TEXT);
    screen_cursor(s, row, col + glyph_cols(str_sub(text, from, p->cursor), mode));
}

#include <config.h>

#include "ui/prompt.h"

#include "text/charclass.h"
#include "text/glyph.h"
#include "text/utf8.h"

void prompt_begin(struct prompt *p)
{
    strbuf_clear(&p->text);
    p->cursor = 0;
}

void prompt_free(struct prompt *p)
{
    strbuf_free(&p->text);
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
    if (p->text.n == 0)
        return;
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

enum prompt_state prompt_key(struct prompt *p, int key)
{
    switch (key) {
    case KEY_RETURN:
        return p->text.n > 0 ? PROMPT_DONE : PROMPT_CANCELLED;
    case KEY_ESCAPE:
    case KEY_CONTROL('g'):
    case KEY_CONTROL('c'):
        return PROMPT_CANCELLED;
    case KEY_ERASE:
        if (p->text.n == 0)
            return PROMPT_CANCELLED;
        erase(p, key);
        break;
    case KEY_CONTROL('u'):
    case KEY_CONTROL('w'):
    case KEY_CONTROL('d'):
    case KEY_DELETE:
        erase(p, key);
        break;
    case KEY_ARROW_LEFT:
        p->cursor = before(p);
        break;
    case KEY_ARROW_RIGHT:
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
    default:
        if (is_text(key))
            insert(p, (uint32_t)key);
    }
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

#include <config.h>

#include "ui/screen.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/utf8.h"
#include "ui/signals.h"
#include "ui/theme.h"
#include "ui/wcwidth.h"

enum { ESCAPE_MS = 25, ROW_CELLS = 512 };

struct screen {
    SCREEN *curses;
    FILE *in, *out;
    bool hidden, color;
    struct glyph_mode mode;
    attr_t attrs[STYLE_COUNT];
    short pairs[STYLE_COUNT];
};

/* Looks of the theme become attributes and colour pairs; without colours the attributes stay. */
static void prepare_styles(struct screen *s)
{
    bool color = s->color && has_colors();

    if (color) {
        start_color();
        use_default_colors();
    }
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct look look = theme_look((enum style)i);

        s->attrs[i] = (look.bold ? A_BOLD : 0) | (look.dim ? A_DIM : 0) |
                      (look.underline ? A_UNDERLINE : 0) | (look.reverse ? A_REVERSE : 0);
        if (color && (look.fg >= 0 || look.bg >= 0) &&
            init_pair((short)(i + 1), look.fg, look.bg) == OK)
            s->pairs[i] = (short)(i + 1);
        if (s->pairs[i] && look.bg >= 0)
            s->attrs[i] &= ~A_REVERSE;
    }
}

static void prepare(struct screen *s)
{
    cbreak();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(ESCAPE_MS);
    leaveok(stdscr, FALSE);
    curs_set(0);
    prepare_styles(s);
}

/* What a crash has to send: the attributes off, the cursor on, the other screen. */
static void arm_restore(struct screen *s)
{
    struct strbuf b = {0};
    const char *caps[] = {"sgr0", "cnorm", "rmkx", "rmcup"};

    for (size_t i = 0; i < sizeof caps / sizeof *caps; i++) {
        char *cap = tigetstr(caps[i]);

        if (cap && cap != (char *)-1)
            strbuf_add_str(&b, str_of(cap));
    }
    if (b.n > 0)
        signals_set_restore(fileno(s->out), b.s, b.n);
    strbuf_free(&b);
}

static struct screen *new_screen(const struct screen_opts *o)
{
    struct screen *s = xcalloc(1, sizeof *s);

    s->color = o->color;
    s->mode = o->mode;
    wcwidth_set_mode(o->mode);
    return s;
}

static void free_screen(struct screen *s)
{
    if (s->in && s->in != stdin)
        fclose(s->in);
    if (s->out && s->out != stdout)
        fclose(s->out);
    free(s);
}

struct screen *screen_open(const struct screen_opts *o, struct err *e)
{
    struct screen *s = new_screen(o);
    const char *term = getenv("TERM");
    int status;

    s->out = stdout;
    s->in = isatty(STDIN_FILENO) ? stdin : fopen("/dev/tty", "re");
    if (!s->in) {
        err_set(e, _("there is no terminal to read keys from; --print prints the articles"));
        free_screen(s);
        return NULL;
    }
    if (setupterm(NULL, fileno(s->out), &status) != OK || !tigetstr("cup") ||
        tigetstr("cup") == (char *)-1) {
        err_set(e,
                _("the terminal “%s” cannot show pages; --print prints the articles, or set TERM"),
                term ? term : "");
        free_screen(s);
        return NULL;
    }
    arm_restore(s);
    s->curses = newterm(NULL, s->out, s->in);
    if (!s->curses) {
        err_set(e, _("the terminal “%s” cannot be used; set TERM to what it is"), term ? term : "");
        free_screen(s);
        return NULL;
    }
    prepare(s);
    /* ncurses 6.4 writes a page in one piece only after it has left and come back once. */
    refresh();
    endwin();
    refresh();
    return s;
}

struct screen *screen_open_hidden(int rows, int cols, const struct screen_opts *o)
{
    struct screen *s = new_screen(o);

    s->hidden = true;
    s->in = fopen("/dev/null", "re");
    s->out = fopen("/dev/null", "we");
    s->curses = newterm("xterm-256color", s->out, s->in);
    if (!s->curses) {
        free_screen(s);
        return NULL;
    }
    resizeterm(rows, cols);
    prepare(s);
    return s;
}

void screen_close(struct screen *s)
{
    if (!s)
        return;
    if (!s->hidden)
        erase();
    endwin();
    delscreen(s->curses);
    signals_set_restore(-1, NULL, 0);
    free_screen(s);
}

struct glyph_mode screen_mode(const struct screen *s)
{
    return s->mode;
}

int screen_rows(const struct screen *s)
{
    (void)s;
    return getmaxy(stdscr);
}

int screen_cols(const struct screen *s)
{
    (void)s;
    return getmaxx(stdscr);
}

void screen_erase(struct screen *s)
{
    (void)s;
    erase();
    curs_set(0);
}

/* The next cell of text: one spacing character and at most CCHARW_MAX - 1 marks. Returns the offset
 * behind it; *cols is 0 for marks without a base, which are not shown. */
static size_t next_cell(const struct screen *s, struct str text, size_t off, enum style style,
                        cchar_t *cell, int *cols)
{
    wchar_t wide[CCHARW_MAX + 1] = {0};
    size_t n = 0;
    uint32_t cp;

    off += utf8_get(text, off, &cp);
    *cols = glyph_char_cols(cp, s->mode);
    wide[n++] = (wchar_t)cp;
    while (off < text.n) {
        size_t len = utf8_get(text, off, &cp);

        if (glyph_char_cols(cp, s->mode) > 0)
            break;
        if (n < CCHARW_MAX)
            wide[n++] = (wchar_t)cp;
        off += len;
    }
    if (*cols > 0)
        setcchar(cell, wide, s->attrs[style], s->pairs[style], NULL);
    return off;
}

int screen_put(struct screen *s, int row, int col, int cols, struct str text, enum style style)
{
    cchar_t cells[ROW_CELLS];
    int used = 0, n = 0;

    if (row < 0 || row >= getmaxy(stdscr) || col < 0 || col >= getmaxx(stdscr))
        return 0;
    if (cols > getmaxx(stdscr) - col)
        cols = getmaxx(stdscr) - col;
    for (size_t off = 0; off < text.n && n < ROW_CELLS;) {
        int width;

        off = next_cell(s, text, off, style, &cells[n], &width);
        if (used + width > cols)
            break;
        used += width;
        n += width > 0;
    }
    mvadd_wchnstr(row, col, cells, n);
    return used;
}

void screen_fill(struct screen *s, int row, int col, int cols, enum style style)
{
    if (row < 0 || row >= getmaxy(stdscr))
        return;
    for (int i = 0; i < cols; i++)
        screen_put(s, row, col + i, 1, STR(" "), style);
}

void screen_cursor(struct screen *s, int row, int col)
{
    (void)s;
    move(row, col);
    curs_set(1);
}

void screen_flush(struct screen *s)
{
    (void)s;
    refresh();
}

void screen_redraw(struct screen *s)
{
    (void)s;
    clearok(curscr, TRUE);
}

static int from_curses(wint_t code)
{
    static const struct {
        wint_t code;
        int key;
    } keys[] = {
        {KEY_RESIZE, KEY_RESIZED},      {KEY_UP, KEY_ARROW_UP},     {KEY_DOWN, KEY_ARROW_DOWN},
        {KEY_LEFT, KEY_ARROW_LEFT},     {KEY_RIGHT, KEY_ARROW_RIGHT}, {KEY_PPAGE, KEY_PAGE_UP},
        {KEY_NPAGE, KEY_PAGE_DOWN},     {KEY_HOME, KEY_TO_HOME},    {KEY_END, KEY_TO_END},
        {KEY_DC, KEY_DELETE},           {KEY_BTAB, KEY_BACKTAB},    {KEY_F(1), KEY_HELP_F1},
        {KEY_ENTER, KEY_RETURN},        {KEY_BACKSPACE, KEY_ERASE}, {KEY_A1, KEY_TO_HOME},
        {KEY_A3, KEY_PAGE_UP},          {KEY_C1, KEY_TO_END},       {KEY_C3, KEY_PAGE_DOWN},
    };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].code == code)
            return keys[i].key;
    return KEY_UNKNOWN;
}

/* A key that is there already. */
static int take_key(void)
{
    wint_t c;

    switch (get_wch(&c)) {
    case KEY_CODE_YES:
        return from_curses(c);
    case OK:
        return c == '\n' ? KEY_RETURN : c == '\b' ? KEY_ERASE : (int)c;
    default:
        return KEY_NOTHING;
    }
}

/* Readable, and yet no key: the end of input, when there is not a byte. */
static bool has_gone(int fd)
{
    int waiting = 0;

    return ioctl(fd, FIONREAD, &waiting) != 0 || waiting == 0;
}

int screen_key(struct screen *s, int ms)
{
    struct pollfd p = {.fd = fileno(s->in), .events = POLLIN};
    int key = take_key();

    if (key != KEY_NOTHING || s->hidden)
        return key;
    if (poll(&p, 1, ms) < 0)
        return errno == EINTR ? take_key() : KEY_GONE;
    if (p.revents & (POLLERR | POLLNVAL))
        return KEY_GONE;
    if (!(p.revents & (POLLIN | POLLHUP)))
        return KEY_NOTHING;
    key = take_key();
    return key == KEY_NOTHING && has_gone(p.fd) ? KEY_GONE : key;
}

void screen_resize_hidden(struct screen *s, int rows, int cols)
{
    (void)s;
    resizeterm(rows, cols);
}

static enum style style_of(const struct screen *s, attr_t attrs, short pair)
{
    attrs &= A_BOLD | A_DIM | A_UNDERLINE | A_REVERSE;
    for (int i = 0; i < STYLE_COUNT; i++)
        if (s->attrs[i] == attrs && s->pairs[i] == pair)
            return (enum style)i;
    return STYLE_TEXT;
}

void screen_read_row(struct screen *s, int row, struct strbuf *text, struct strbuf *styles)
{
    size_t end = text->n;

    for (int col = 0; col < getmaxx(stdscr);) {
        wchar_t wide[CCHARW_MAX + 1] = {0};
        char utf8[4];
        cchar_t cell;
        attr_t attrs;
        short pair;
        int cols = 0;

        mvin_wch(row, col, &cell);
        getcchar(&cell, wide, &attrs, &pair, NULL);
        for (int i = 0; wide[i]; i++) {
            strbuf_add(text, utf8, utf8_put(utf8, (uint32_t)wide[i]));
            cols += glyph_char_cols((uint32_t)wide[i], s->mode);
        }
        if (wide[0] != L' ')
            end = text->n;
        cols = cols > 0 ? cols : 1;
        strbuf_pad(styles, (char)('A' + style_of(s, attrs, pair)), (size_t)cols);
        col += cols;
    }
    strbuf_truncate(text, end);
}

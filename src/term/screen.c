#include <config.h>

#include "term/screen.h"

#include <curses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "term/ink.h"
#include "term/keyboard.h"
#include "term/shown.h"
#include "term/signals.h"
#include "term/tty.h"
#include "term/wcwidth.h"

enum { ROW_CELLS = 512, KEPT = 64 };

struct screen {
    SCREEN *curses;
    FILE *in, *out;
    bool hidden;
    struct tty tty;
    struct keyboard keyboard;
    int kept[KEPT]; /* keys that were read and not yet asked for */
    size_t n_kept;
    struct counting counting;
    struct ink ink;
};

static void prepare(struct screen *s, const struct screen_opts *o)
{
    cbreak();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    tty_take_keys(&s->tty);
    leaveok(stdscr, FALSE);
    curs_set(0);
    keyboard_prepare(&s->keyboard);
    ink_prepare(&s->ink, &o->looks, o->color);
}

static bool count_columns(struct screen *s)
{
    return counting_decide(&s->counting, &s->keyboard.probe);
}

static struct screen *new_screen(const struct screen_opts *o)
{
    struct screen *s = xcalloc(1, sizeof *s);

    s->tty.mouse = o->mouse;
    s->counting.wanted = o->mode;
    count_columns(s);
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

/* The first page clears the screen of the question. */
static void ask_columns(struct screen *s)
{
    if (s->in == stdin && tcgetpgrp(fileno(s->out)) == getpgrp() && tty_probe(&s->tty))
        keyboard_await(&s->keyboard);
}

/* For a message; anything can be in the environment. */
static char *terminal_name(void)
{
    const char *term = getenv("TERM");

    return sanitize_name(term ? term : "");
}

struct screen *screen_open(const struct screen_opts *o, struct err *e)
{
    struct screen *s = new_screen(o);
    char *term = terminal_name();
    int status;

    s->out = s->tty.out = stdout;
    s->in = isatty(STDIN_FILENO) ? stdin : fopen("/dev/tty", "re");
    if (!s->in) {
        err_set(e, _("there is no terminal to read keys from; --print prints the articles"));
        free(term);
        free_screen(s);
        return NULL;
    }
    if (setupterm(NULL, fileno(s->out), &status) != OK || !tty_capability("cup")) {
        err_set(e,
                _("the terminal “%s” cannot show pages; --print prints the articles, or set TERM"),
                term);
        free(term);
        free_screen(s);
        return NULL;
    }
    tty_arm_restore(&s->tty);
    del_curterm(cur_term);
    s->curses = newterm(NULL, s->out, s->in);
    if (!s->curses) {
        err_set(e, _("the terminal “%s” cannot be used; set TERM to what it is"), term);
        free(term);
        free_screen(s);
        return NULL;
    }
    free(term);
    prepare(s, o);
    if (s->counting.wanted.ambiguous != 1)
        ask_columns(s);
    /* ncurses 6.4 writes a page in one piece only after it has left and come back once. */
    refresh();
    endwin();
    refresh();
    keypad(stdscr, TRUE); /* else it is sent again with the first key, behind the first page */
    tty_ask(&s->tty, true);
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
    prepare(s, o);
    return s;
}

void screen_close(struct screen *s)
{
    if (!s)
        return;
    screen_lend(s);
    delscreen(s->curses);
    signals_set_restore(-1, NULL, 0);
    free_screen(s);
}

void screen_adjust(struct screen *s, const struct screen_opts *o)
{
    tty_ask(&s->tty, false);
    s->tty.mouse = o->mouse;
    s->counting.wanted = o->mode;
    count_columns(s);
    tty_ask(&s->tty, true);
    ink_prepare(&s->ink, &o->looks, o->color);
    clearok(curscr, TRUE);
}

struct glyph_mode screen_mode(const struct screen *s)
{
    return s->counting.mode;
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
    *cols = glyph_char_cols(cp, s->counting.mode);
    wide[n++] = cp == '\t' ? L' ' : (wchar_t)cp; /* a tab would lead the terminal elsewhere */
    while (off < text.n) {
        size_t len = utf8_get(text, off, &cp);

        if (glyph_char_cols(cp, s->counting.mode) > 0)
            break;
        if (n < CCHARW_MAX && cp != '\t')
            wide[n++] = (wchar_t)cp;
        off += len;
    }
    if (*cols > 0)
        setcchar(cell, wide, s->ink.attrs[style], s->ink.pairs[style], NULL);
    return off;
}

/* Where the terminal goes on to the next row by itself and cannot be told not to, ncurses writes
 * the last corner by way of the cell before it. In a single column there is none: it would send
 * what stands in memory there. */
static bool is_out_of_reach(int row)
{
    return getmaxx(stdscr) == 1 && row == getmaxy(stdscr) - 1 && auto_right_margin &&
           !(enter_am_mode && exit_am_mode);
}

int screen_put(struct screen *s, int row, int col, int cols, struct str text, enum style style)
{
    struct strbuf reduced = {0};
    cchar_t cells[ROW_CELLS];
    int used = 0, n = 0;

    if (row < 0 || row >= getmaxy(stdscr) || col < 0 || col >= getmaxx(stdscr))
        return 0;
    if (cols > getmaxx(stdscr) - col)
        cols = getmaxx(stdscr) - col;
    if (s->counting.mode.clusters == GLYPH_FIRST && glyph_reduce(text, &reduced))
        text = strbuf_str(&reduced);
    for (size_t off = 0; off < text.n && n < ROW_CELLS - 1;) {
        bool padded = counting_pads(&s->counting, utf8_at(text, off));
        int width;

        off = next_cell(s, text, off, style, &cells[n], &width);
        if (used + width > cols)
            break;
        used += width;
        n += width > 0;
        if (padded)
            next_cell(s, STR(" "), 0, style, &cells[n++], &width);
    }
    if (!is_out_of_reach(row))
        mvadd_wchnstr(row, col, cells, n);
    strbuf_free(&reduced);
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

bool screen_flush_changes(struct screen *s, int rows)
{
    if (shown_above(rows))
        return false;
    screen_flush(s);
    return true;
}

void screen_redraw(struct screen *s)
{
    (void)s;
    clearok(curscr, TRUE);
}

/* What was sent before the size was known stands where nobody can tell, also when it is the old one
 * again. */
static int take_size(struct screen *s)
{
    struct winsize size;

    if (ioctl(fileno(s->out), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resize_term(size.ws_row, size.ws_col);
    clearok(curscr, TRUE);
    return KEY_RESIZED;
}

/* After a stop: the terminal is ours again, and may have another size. */
static int wake(struct screen *s)
{
    reset_prog_mode();
    tty_ask(&s->tty, true);
    return take_size(s);
}

void screen_wait(struct screen *s, int fd, int ms)
{
    struct pollfd p[] = {{.fd = fileno(s->in), .events = POLLIN}, {.fd = fd, .events = POLLIN}};

    if (!s->hidden && !signals_arrived())
        poll(p, 2, ms);
}

/* Where there is no other screen to go back to, the shell goes on in the last row. */
static void leave_last_row(void)
{
    move(getmaxy(stdscr) - 1, 0);
    clrtoeol();
    refresh();
}

void screen_lend(struct screen *s)
{
    tty_ask(&s->tty, false);
    keyboard_settle(&s->keyboard, fileno(s->in));
    leave_last_row();
    endwin();
}

void screen_take_back(struct screen *s, const char *wait)
{
    char c = '\0';

    if (wait && !s->hidden) {
        fprintf(s->out, "\n%s", wait);
        fflush(s->out);
        while (c != '\n' && read(fileno(s->in), &c, 1) == 1)
            continue;
    }
    wake(s);
}

bool screen_copy(struct screen *s, struct str text)
{
    return tty_copy(&s->tty, text);
}

static int read_key(struct screen *s, int ms)
{
    int key;

    if (signals_take_stop()) {
        screen_lend(s);
        signals_stop();
        return wake(s);
    }
    if (signals_take_wake())
        return wake(s);
    if (signals_take_resize())
        return take_size(s);
    key = keyboard_key(&s->keyboard, s->hidden ? -1 : fileno(s->in), ms);
    if (key != KEY_ANSWERED)
        return key;
    if (!s->keyboard.probe.done || !count_columns(s))
        return KEY_NOTHING;
    clearok(curscr, TRUE);
    return KEY_RESIZED;
}

int screen_key(struct screen *s, int ms)
{
    int key = s->kept[0];

    if (s->n_kept == 0)
        return read_key(s, ms);
    memmove(s->kept, s->kept + 1, --s->n_kept * sizeof *s->kept);
    return key;
}

bool screen_stopped(struct screen *s)
{
    while (s->n_kept < KEPT) {
        int key = read_key(s, 0);

        if (key == KEY_NOTHING)
            return signals_pending();
        if (key == KEY_ESCAPE || key == KEY_CONTROL('c') || key == KEY_CONTROL('g'))
            return true;
        if (key != KEY_POINTER)
            s->kept[s->n_kept++] = key;
        if (key == KEY_GONE)
            break;
    }
    return true;
}

struct mouse screen_mouse(const struct screen *s)
{
    return s->keyboard.mouse;
}

void screen_resize_hidden(struct screen *s, int rows, int cols)
{
    (void)s;
    resizeterm(rows, cols);
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
            cols += glyph_char_cols((uint32_t)wide[i], s->counting.mode);
        }
        if (wide[0] != L' ')
            end = text->n;
        cols = cols > 0 ? cols : 1;
        strbuf_pad(styles, (char)('A' + ink_style(&s->ink, attrs, pair)), (size_t)cols);
        col += cols;
    }
    strbuf_truncate(text, end);
}

void screen_read_style(const struct screen *s, enum style style, struct strbuf *out)
{
    ink_describe(&s->ink, style, out);
}

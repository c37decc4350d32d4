/* The terminal as a grid of styled text, and its keys. Beside tty and keyboard the one file that
 * knows curses. */
#ifndef KANBAO_TERM_SCREEN_H
#define KANBAO_TERM_SCREEN_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "text/glyph.h"
#include "term/key.h"
#include "term/mouse.h"
#include "term/theme.h"

struct screen_opts {
    bool color;             /* if the terminal has colours */
    struct glyph_mode mode; /* how it counts columns; ambiguous 0: ask it */
    struct looks looks;     /* term/theme */
    bool mouse;             /* ask the terminal for clicks and the wheel */
};

struct screen;

/* Takes over the terminal of standard output; keys come from standard input, or from /dev/tty where
 * that is no terminal. NULL with a message when there is no terminal that can be drawn on. */
struct screen *screen_open(const struct screen_opts *o, struct err *e);
/* A screen of that size that nobody sees and that has no keys, for tests. */
struct screen *screen_open_hidden(int rows, int cols, const struct screen_opts *o);
/* Gives the terminal back as it was. */
void screen_close(struct screen *s);

/* Takes changed options. */
void screen_adjust(struct screen *s, const struct screen_opts *o);

/* How it counts columns: as the options say, else as it answers, which may come later (screen_key
 * says so), else as the locale has it. An ambiguous character that the options give two columns and
 * the terminal one has a blank beside it. */
struct glyph_mode screen_mode(const struct screen *s);
int screen_rows(const struct screen *s);
int screen_cols(const struct screen *s);

/* Empties the grid. */
void screen_erase(struct screen *s);
/* Puts text at row, col, no further than `cols` columns: a cluster that does not fit whole is left
 * out, as is all that lies outside the screen. Returns the columns used. */
int screen_put(struct screen *s, int row, int col, int cols, struct str text, enum style style);
/* `cols` blanks. */
void screen_fill(struct screen *s, int row, int col, int cols, enum style style);
/* Shows the cursor there; it is hidden again by screen_erase. */
void screen_cursor(struct screen *s, int row, int col);
/* Brings the grid to the terminal in one write. */
void screen_flush(struct screen *s);
/* The same, unless its first `rows` rows are there already: false then, and the grid has to be
 * drawn again. */
bool screen_flush_changes(struct screen *s, int rows);
/* Forgets what the terminal shows, so that the next flush draws all of it. */
void screen_redraw(struct screen *s);

/* Leaves the terminal to another program, and takes it back; with `wait`, a line that is written
 * below what that program wrote, only after Enter. */
void screen_lend(struct screen *s);
void screen_take_back(struct screen *s, const char *wait);
/* Puts text into the terminal's clipboard (OSC 52). False when terminfo knows of none. */
bool screen_copy(struct screen *s, struct str text);

/* The next key; waits at most `ms` milliseconds (-1: for ever) and returns KEY_NOTHING when none
 * came, or at once when a signal did (term/signals). KEY_RESIZED when the size is another, or how
 * columns are counted. */
int screen_key(struct screen *s, int ms);
/* For work that the reader waits for: whether Esc, ^C or ^G was pressed, more keys than can be
 * kept, or the program is to end. Other keys stay for screen_key; the mouse is lost. */
bool screen_stopped(struct screen *s);
/* What the last KEY_POINTER was about. */
struct mouse screen_mouse(const struct screen *s);
/* Waits until a key, or bytes from fd (-1: none), can be read, a signal came or `ms` milliseconds
 * have passed (-1: for ever). */
void screen_wait(struct screen *s, int fd, int ms);
/* Changes the size of a hidden screen. */
void screen_resize_hidden(struct screen *s, int rows, int cols);

/* The text of a row, without blanks at its end, and one letter for the style of each column
 * ('A' + style); for tests. */
void screen_read_row(struct screen *s, int row, struct strbuf *text, struct strbuf *styles);
/* How a style is drawn: "bold 4 on 7", colours by the terminal's numbers, - for its own; for
 * tests. */
void screen_read_style(const struct screen *s, enum style style, struct strbuf *out);

#endif

/* What the terminal is asked for past curses: the mouse, marked pastes, the clipboard, how it
 * counts columns, and what has to be sent when nothing else can be done. */
#ifndef KANBAO_TERM_TTY_H
#define KANBAO_TERM_TTY_H

#include <stdbool.h>
#include <stdio.h>

#include "base/str.h"

/* Curses must have read terminfo before any of these. */
struct tty {
    FILE *out;   /* borrowed; NULL: nothing is sent */
    bool mouse;  /* ask for clicks and the wheel */
};

/* A string of terminfo, NULL when the terminal has none of that name. */
char *tty_capability(const char *name);

/* Makes keys of what the terminal's driver would take for itself: ^S, ^Q, ^V, ^O, ^C. */
void tty_take_keys(const struct tty *t);
/* Asks for the mouse and for pastes to be marked, or no longer. */
void tty_ask(const struct tty *t, bool on);
/* Sends the question of ui/probe. False when it could not be sent. */
bool tty_probe(const struct tty *t);
/* Puts text into the clipboard (OSC 52). False when terminfo knows of none. */
bool tty_copy(const struct tty *t, struct str text);

/* Tells term/signals what a crash has to send: the attributes off, the cursor on, the other screen.
 */
void tty_arm_restore(const struct tty *t);

#endif

/* Keys, pastes and the mouse of a terminal that term/screen has opened. */
#ifndef KANBAO_TERM_KEYBOARD_H
#define KANBAO_TERM_KEYBOARD_H

#include "term/key.h"
#include "term/mouse.h"
#include "term/probe.h"

struct keyboard {
    struct mouse mouse; /* what the last KEY_POINTER was about */
    struct probe probe; /* what the terminal has answered */
    bool awaits;        /* it has not answered all that it was asked */
};

/* Tells curses which sequences to look for. */
void keyboard_prepare(struct keyboard *k);
/* The next key from fd, as screen_key has it; -1: no terminal, and no keys but curses' own. */
int keyboard_key(struct keyboard *k, int fd, int ms);

/* The terminal of the caller has been asked how it counts (term/probe). */
void keyboard_await(struct keyboard *k);
/* Before others have the terminal: what it may still answer at fd is dropped. */
void keyboard_settle(struct keyboard *k, int fd);

#endif

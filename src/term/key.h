/* Keys as numbers: a Unicode code point for what was typed (controls as 1 to 31), and these. */
#ifndef KANBAO_TERM_KEY_H
#define KANBAO_TERM_KEY_H

enum key {
    KEY_NOTHING = 0, /* none came in time */
    KEY_BEYOND_UNICODE = 0x110000,
    KEY_GONE,    /* the terminal has gone away */
    KEY_UNKNOWN, /* a key that has no name here */
    KEY_RESIZED,
    KEY_ANSWERED, /* the terminal, to term/probe; no key outside of term/screen */
    KEY_ARROW_UP,
    KEY_ARROW_DOWN,
    KEY_ARROW_LEFT,
    KEY_ARROW_RIGHT,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_TO_HOME,
    KEY_TO_END,
    KEY_DELETE,
    KEY_BACKTAB,
    KEY_HELP_F1,
    KEY_POINTER,     /* the mouse: term/mouse */
    KEY_PASTE_BEGIN, /* what follows is pasted, not typed, */
    KEY_PASTE_END    /* up to here */
};

enum { KEY_TAB = '\t', KEY_RETURN = '\r', KEY_ESCAPE = 27, KEY_ERASE = 127 };

#define KEY_CONTROL(c) ((c) & 0x1F)

#endif

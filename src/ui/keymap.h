/* What can be done, in one table: keys, help and manual come from it; the keys can be
 * changed. */
#ifndef KANBAO_UI_KEYMAP_H
#define KANBAO_UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

enum action {
    ACTION_NONE,
    ACTION_DOWN,
    ACTION_UP,
    ACTION_PAGE_DOWN,
    ACTION_PAGE_UP,
    ACTION_HALF_DOWN,
    ACTION_HALF_UP,
    ACTION_NEXT_PARAGRAPH,
    ACTION_PREVIOUS_PARAGRAPH,
    ACTION_TOP,
    ACTION_BOTTOM,
    ACTION_PERCENT,
    ACTION_PAGE,
    ACTION_OPEN,
    ACTION_BACK,
    ACTION_SWITCH,
    ACTION_NEXT_ARTICLE,
    ACTION_PREVIOUS_ARTICLE,
    ACTION_NEXT_UNREAD,
    ACTION_READ,
    ACTION_MARK,
    ACTION_TO_MARK,
    ACTION_JUMP_BACK,
    ACTION_JUMP_FORTH,
    ACTION_BOOKMARK,
    ACTION_BOOKMARKS,
    ACTION_HISTORY,
    ACTION_SEARCH,
    ACTION_SEARCH_BACK,
    ACTION_HITS,
    ACTION_NEXT_HIT,
    ACTION_PREVIOUS_HIT,
    ACTION_FILTER,
    ACTION_SORT,
    ACTION_GROUP,
    ACTION_UNIQUE,
    ACTION_KEYWORD,
    ACTION_KEYWORDS,
    ACTION_NEXT_KEYWORD,
    ACTION_PREVIOUS_KEYWORD,
    ACTION_KEYWORD_LIST,
    ACTION_SUGGEST,
    ACTION_RAW,
    ACTION_RELOAD,
    ACTION_CHARSET,
    ACTION_STOP,
    ACTION_INTERRUPT,
    ACTION_SAVE,
    ACTION_OVERWRITE,
    ACTION_PIPE,
    ACTION_EDIT,
    ACTION_COPY,
    ACTION_COPY_ARTICLE,
    ACTION_SAVE_LIST,
    ACTION_PIPE_LIST,
    ACTION_PANES,
    ACTION_WIDER,
    ACTION_NARROWER,
    ACTION_COLUMNS,
    ACTION_SET,
    ACTION_REDRAW,
    ACTION_COMMAND,
    ACTION_HELP,
    ACTION_QUIT,
    ACTION_LEAVE,
    ACTION_COUNT
};

/* What is to be done. */
struct command {
    enum action action;
    size_t count;    /* the number typed before its key; 0: none */
    struct str text; /* typed at the prompt, for an action that asks (ui/ask); borrowed */
};

enum { KEYMAP_KEYS = 8 };

/* The keys (term/key.h) of each action, up to a KEY_NOTHING; no key stands twice. */
struct keymap {
    int keys[ACTION_COUNT][KEYMAP_KEYS];
};

/* The keys as they are by default. */
void keymap_init(struct keymap *m);
/* Gives an action, by its name, the keys that are named there (term/keyname), parted by blanks, in
 * place of those that it has; the actions that had one lose it. False with a message, and nothing
 * changed, when it is not understood. Both are valid UTF-8 without control characters. */
bool keymap_change(struct keymap *m, const char *name, const char *keys, struct err *e);

/* What a key does; ACTION_NONE for a key without a meaning. */
enum action keymap_action(const struct keymap *m, int key);

/* What it is called at the prompt and in the settings file. */
const char *keymap_name(enum action a);
/* The action of that name; else the first whose name begins so; else ACTION_NONE. */
enum action keymap_named(struct str name);

/* What an action does, translated; a line of the help. */
const char *keymap_help(enum action a);
/* The subject of the actions from this one on, translated; NULL: it is of the one before it. */
const char *keymap_subject(enum action a);

/* Writes the names of an action's keys, parted by blanks, into buf; ":name" when it has none. */
void keymap_keys(const struct keymap *m, enum action a, char *buf, size_t size);
/* The same in the words that keymap_change takes, or `translated`; nothing when it has no key.
 * Returns how many bytes. */
size_t keymap_write(const struct keymap *m, enum action a, bool translated, char *buf, size_t size);

/* The first of its keys, as a message names it: "B", or ":bookmarks" when it has none. */
struct key_text {
    char s[32];
};
struct key_text keymap_first(const struct keymap *m, enum action a);

#endif

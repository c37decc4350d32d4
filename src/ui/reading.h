/* The reading state in the reader: the one place that changes the store. Articles open where they
 * were left, and are read when their end has been shown, or when the reader goes on from them. */
#ifndef KANBAO_UI_READING_H
#define KANBAO_UI_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/keymap.h"
#include "user/store.h"

struct app;

struct reading_state {
    struct store *store; /* borrowed */
    size_t at;           /* the place in the open text before the last key */
    bool typed_loaded;   /* what was typed in earlier sessions is in app->typed */
    uint64_t noted;      /* the article that the history of sources has as the last one */
    size_t sources;      /* how many sources were looked up in the history of them */
    size_t compared;
    bool begun;   /* a key came: the reader's own way, from now on */
    int64_t time; /* of the item that was found there; 0: none */
    int64_t due;  /* when places are to be saved (clock_ms); 0: there are none */
    struct {
        uint64_t key;  /* of the article to go to when it has come; 0: none */
        size_t place;  /* SIZE_MAX: where it was left */
        size_t looked; /* how many entries were looked at */
        bool asked;    /* the reader has asked for it: keys do not cancel it */
    } wanted;
};

/* After more was taken in: selects the article that is waited for, if it has come; at first that is
 * the one that was read last of all in the library. */
void reading_loaded(struct app *app);

/* Where the article that has just been opened was left. */
size_t reading_place(struct app *app);
/* Before a key is obeyed, and after it: notes where the reader is and what was read. */
void reading_before(struct app *app);
void reading_after(struct app *app);
/* The reader goes on from the open article. */
void reading_done(struct app *app);

bool reading_has_read(const struct app *app, size_t article);
void reading_toggle(struct app *app);
/* The list's next line behind the selected one whose article has not been read; false when there is
 * none. */
bool reading_next_unread(const struct app *app, size_t *line);

/* A copy of what stands for the reader's place, to be stored with id. Borrows title and path, which
 * is to be freed. False when no article is open. */
bool reading_here(const struct app *app, const char *id, struct store_item *item, char **path);
/* The article with that key; the count of all when there is none. */
size_t reading_article(const struct app *app, uint64_t key);
/* Goes to the place of a stored item, opening its source if that is not in the list. */
void reading_go(struct app *app, const struct store_item *item);

/* What was typed at the prompt for an action, now and in earlier sessions (into app->typed). */
void reading_typed(struct app *app, enum action a, const char *text);
void reading_load_typed(struct app *app);

/* How long a key may be waited for before reading_save is due, in milliseconds; -1: for ever. */
int reading_wait(struct app *app);
/* Says the next trouble with what is kept; true when there is a message. */
bool reading_problem(struct app *app);
/* Saves, and says so when that fails; true when there is a message. */
bool reading_save(struct app *app);
/* Notes the last place. Saving the rest is for whoever owns the store, with the terminal restored.
 */
void reading_end(struct app *app);

#endif

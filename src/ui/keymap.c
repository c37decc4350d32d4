#include <config.h>

#include "ui/keymap.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "term/key.h"
#include "term/keyname.h"

static const struct {
    const char *name; /* at the prompt, in the settings file */
    int keys[KEYMAP_KEYS]; /* by default */
    const char *help;
} actions[ACTION_COUNT] = {
    [ACTION_DOWN] = {"down", {'j', KEY_ARROW_DOWN, KEY_CONTROL('n'), 'e'},
                     N_("one line down")},
    [ACTION_UP] = {"up", {'k', KEY_ARROW_UP, KEY_CONTROL('p'), 'y'},
                   N_("one line up")},
    [ACTION_PAGE_DOWN] = {"page-down",
                          {' ', KEY_PAGE_DOWN, 'f', KEY_CONTROL('f'), KEY_CONTROL('v')},
                          N_("one page down, or the next article")},
    [ACTION_PAGE_UP] = {"page-up", {'b', KEY_PAGE_UP, KEY_CONTROL('b')},
                        N_("one page up")},
    [ACTION_HALF_DOWN] = {"half-down", {'d', KEY_CONTROL('d')},
                          N_("half a page down")},
    [ACTION_HALF_UP] = {"half-up", {'u', KEY_CONTROL('u')},
                        N_("half a page up")},
    [ACTION_NEXT_PARAGRAPH] = {"next-paragraph", {'}'},
                               N_("next paragraph")},
    [ACTION_PREVIOUS_PARAGRAPH] = {"previous-paragraph", {'{'},
                                   N_("previous paragraph")},
    [ACTION_TOP] = {"top", {'g', KEY_TO_HOME, '<'},
                    N_("to the beginning; a number: to that article")},
    [ACTION_BOTTOM] = {"bottom", {'G', KEY_TO_END, '>'},
                       N_("to the end; a number: to that article")},
    [ACTION_PERCENT] = {"percent", {'%'},
                        N_("to a percentage, the number before it")},
    [ACTION_PAGE] = {"page", {'p'},
                     N_("to a page, the number before it")},
    [ACTION_OPEN] = {"open", {KEY_RETURN, KEY_ARROW_RIGHT, 'l'},
                     N_("read the article")},
    [ACTION_BACK] = {"back", {KEY_ARROW_LEFT, 'h', KEY_ESCAPE, KEY_ERASE},
                     N_("back to the list")},
    [ACTION_SWITCH] = {"switch", {KEY_TAB, KEY_BACKTAB},
                       N_("from list to text, from text to list")},
    [ACTION_NEXT_ARTICLE] = {"next", {'J', ']', ')'},
                             N_("next article")},
    [ACTION_PREVIOUS_ARTICLE] = {"previous", {'K', '[', '('},
                                 N_("previous article")},
    [ACTION_NEXT_UNREAD] = {"next-unread", {'U'},
                            N_("next article that was not read")},
    [ACTION_READ] = {"read", {'M'},
                     N_("the article was read, or was not")},
    [ACTION_MARK] = {"mark", {'m'},
                     N_("name this place by a letter")},
    [ACTION_TO_MARK] = {"to-mark", {'\''},
                        N_("to the place of a letter; of ': before the last jump")},
    [ACTION_JUMP_BACK] = {"jump-back", {KEY_CONTROL('o')},
                          N_("back to before the last jump")},
    [ACTION_JUMP_FORTH] = {"jump-forth", {KEY_CONTROL(']')},
                           N_("forth again")},
    [ACTION_BOOKMARK] = {"bookmark", {'a'},
                         N_("keep this place as a bookmark, or not")},
    [ACTION_BOOKMARKS] = {"bookmarks", {'B'},
                          N_("list of bookmarks")},
    [ACTION_HISTORY] = {"history", {'O'},
                        N_("list of files that were read, to read on")},
    [ACTION_SEARCH] = {"search", {'/', KEY_CONTROL('s')},
                       N_("search")},
    [ACTION_SEARCH_BACK] = {"search-back", {'\\'},
                            N_("search backward")},
    [ACTION_HITS] = {"hits", {'H'},
                     N_("list of all hits in all articles")},
    [ACTION_NEXT_HIT] = {"next-hit", {'n'},
                         N_("next hit in the direction of the search")},
    [ACTION_PREVIOUS_HIT] = {"previous-hit", {'N'},
                             N_("next hit in the other direction")},
    [ACTION_FILTER] = {"filter", {'F'},
                       N_("only articles with words, in the list")},
    [ACTION_SORT] = {"sort", {'o'},
                     N_("the list in the next order; by name: :sort title")},
    [ACTION_GROUP] = {"group", {'z'},
                      N_("the articles of a source together, below its name")},
    [ACTION_UNIQUE] = {"unique", {'D'},
                       N_("the same article in two files: both, or only one")},
    [ACTION_KEYWORD] = {"keyword", {'*'},
                        N_("mark a word everywhere, or no more")},
    [ACTION_KEYWORDS] = {"keywords", {'&'},
                         N_("show the marks of keywords, or hide them")},
    [ACTION_NEXT_KEYWORD] = {"next-keyword", {'.'},
                             N_("next keyword")},
    [ACTION_PREVIOUS_KEYWORD] = {"previous-keyword", {','},
                                 N_("previous keyword")},
    [ACTION_KEYWORD_LIST] = {"keyword-list", {'V'},
                             N_("keywords: how often they occur, and where most")},
    [ACTION_SUGGEST] = {"suggest", {'S'},
                        N_("words that the article is about")},
    [ACTION_RAW] = {"raw", {'r'},
                    N_("the article's source lines, and what they became")},
    [ACTION_RELOAD] = {"reload", {'R'},
                       N_("read the article's file once more")},
    [ACTION_CHARSET] = {"charset", {'E'},
                        N_("read its file in the next charset; by name: :charset big5")},
    [ACTION_STOP] = {"stop", {'x'},
                     N_("take in no more of what is loading, or go on")},
    [ACTION_INTERRUPT] = {"interrupt", {KEY_CONTROL('c')},
                          N_("stop what is loading, or a search; never quits")},
    [ACTION_SAVE] = {"save", {'s'},
                     N_("the article into a new file")},
    [ACTION_OVERWRITE] = {"overwrite", {0},
                          N_("the article into a file, new or old")},
    [ACTION_PIPE] = {"pipe", {'|'},
                     N_("the article into a command")},
    [ACTION_EDIT] = {"edit", {'v'},
                     N_("the source in the editor, at the article")},
    [ACTION_COPY] = {"copy", {'c'},
                     N_("copy the first paragraph of the page; a number: that one")},
    [ACTION_COPY_ARTICLE] = {"copy-article", {'C'},
                             N_("copy the article")},
    [ACTION_SAVE_LIST] = {"save-list", {0},
                          N_("the list into a new file")},
    [ACTION_PIPE_LIST] = {"pipe-list", {0},
                          N_("the list into a command")},
    [ACTION_PANES] = {"panes", {'w'},
                      N_("panes: side by side, stacked, one")},
    [ACTION_WIDER] = {"wider", {'+'},
                      N_("more room for the list")},
    [ACTION_NARROWER] = {"narrower", {'-'},
                         N_("more room for the text")},
    [ACTION_COLUMNS] = {"columns", {'W'},
                        N_("newspaper columns: one more; a number: so many")},
    [ACTION_SET] = {"set", {'='},
                    N_("a setting: width 60")},
    [ACTION_REDRAW] = {"redraw", {KEY_CONTROL('l')},
                       N_("draw the screen again")},
    [ACTION_COMMAND] = {"command", {':'},
                        N_("a command by its name, or an article's number")},
    [ACTION_HELP] = {"help", {'?', KEY_HELP_F1},
                     N_("this help")},
    [ACTION_QUIT] = {"quit", {'q'},
                     N_("close the page; from list and text: quit")},
    [ACTION_LEAVE] = {"leave", {'Q'},
                      N_("quit from anywhere")},
};

static const struct {
    enum action first;
    const char *name;
} subjects[] = {
    {ACTION_DOWN, N_("Moving")},
    {ACTION_OPEN, N_("Articles")},
    {ACTION_MARK, N_("Places")},
    {ACTION_SEARCH, N_("Finding")},
    {ACTION_KEYWORD, N_("Keywords")},
    {ACTION_RAW, N_("The source")},
    {ACTION_SAVE, N_("Out of the program")},
    {ACTION_PANES, N_("The screen")},
    {ACTION_COMMAND, N_("The program")},
};

void keymap_init(struct keymap *m)
{
    for (int a = 0; a < ACTION_COUNT; a++)
        memcpy(m->keys[a], actions[a].keys, sizeof m->keys[a]);
}

/* Where the key stands; NULL: nowhere. */
static int *find_key(struct keymap *m, int key, enum action *a)
{
    for (*a = ACTION_NONE + 1; *a < ACTION_COUNT; ++*a)
        for (int k = 0; k < KEYMAP_KEYS; k++)
            if (m->keys[*a][k] == key)
                return &m->keys[*a][k];
    return NULL;
}

enum action keymap_action(const struct keymap *m, int key)
{
    enum action a;

    return key != KEY_NOTHING && find_key((struct keymap *)m, key, &a) ? a : ACTION_NONE;
}

/* Takes the key from the action that has it; those behind it move up. */
static void unbind(struct keymap *m, int key)
{
    enum action a;
    int *at = find_key(m, key, &a);
    int *end = at ? m->keys[a] + KEYMAP_KEYS : NULL;

    for (; at && at + 1 < end; at++)
        at[0] = at[1];
    if (at)
        *at = KEY_NOTHING;
}

/* The keys named there into keys[KEYMAP_KEYS], which is all KEY_NOTHING. */
static bool read_keys(const char *names, int *keys, struct err *e)
{
    int n = 0;

    for (const char *at = names + strspn(names, " "); *at; at += strspn(at, " ")) {
        struct str name = {at, strcspn(at, " ")};
        int key = keyname_read(name);

        at += name.n;
        if (key == KEY_NOTHING)
            return err_set(e, _("there is no key “%.*s”"), (int)name.n, name.s);
        if (key >= '0' && key <= '9')
            return err_set(e, "%s", _("digits cannot be keys: they are counts"));
        if (n == KEYMAP_KEYS)
            return err_set(e, _("not more than %d keys are possible"), KEYMAP_KEYS);
        keys[n++] = key;
    }
    return true;
}

bool keymap_change(struct keymap *m, const char *name, const char *keys, struct err *e)
{
    int taken[KEYMAP_KEYS] = {KEY_NOTHING};
    enum action a = keymap_named(str_of(name));

    if (a == ACTION_NONE || strcmp(name, actions[a].name) != 0)
        return err_set(e, "%s", _("there is no action of that name"));
    if (!read_keys(keys, taken, e))
        return false;
    for (int k = 0; k < KEYMAP_KEYS && taken[k]; k++)
        unbind(m, taken[k]);
    memcpy(m->keys[a], taken, sizeof taken);
    return true;
}

const char *keymap_name(enum action a)
{
    return actions[a].name;
}

enum action keymap_named(struct str name)
{
    enum action found = ACTION_NONE;

    for (int a = ACTION_COUNT - 1; name.n > 0 && a > ACTION_NONE; a--) {
        if (str_eq(str_of(actions[a].name), name))
            return (enum action)a;
        if (str_starts(str_of(actions[a].name), name))
            found = (enum action)a;
    }
    return found;
}

const char *keymap_help(enum action a)
{
    return _(actions[a].help);
}

const char *keymap_subject(enum action a)
{
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (subjects[i].first == a)
            return _(subjects[i].name);
    return NULL;
}

size_t keymap_write(const struct keymap *m, enum action a, bool translated, char *buf, size_t size)
{
    size_t n = 0;

    buf[0] = '\0';
    for (int k = 0; k < KEYMAP_KEYS && m->keys[a][k]; k++) {
        char name[32];

        keyname_write(m->keys[a][k], translated, name, sizeof name);
        if (n + strlen(name) + 2 > size)
            break;
        n += (size_t)snprintf(buf + n, size - n, "%s%s", k > 0 ? " " : "", name);
    }
    return n;
}

void keymap_keys(const struct keymap *m, enum action a, char *buf, size_t size)
{
    if (keymap_write(m, a, true, buf, size) == 0)
        snprintf(buf, size, ":%s", actions[a].name);
}

struct key_text keymap_first(const struct keymap *m, enum action a)
{
    struct key_text t = {""};

    if (m->keys[a][0])
        keyname_write(m->keys[a][0], true, t.s, sizeof t.s);
    else
        snprintf(t.s, sizeof t.s, ":%s", actions[a].name);
    return t;
}

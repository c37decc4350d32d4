#include <config.h>

#include "ui/complete.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "find/filter.h"
#include "text/sanitize.h"
#include "ui/keymap.h"
#include "ui/path.h"

enum { OFFERS = 200 };

/* What the name looks like when it is typed; false for a name that cannot be typed. */
static bool is_clean(const char *name)
{
    char *clean = sanitize_name(name);
    bool same = strcmp(clean, name) == 0;

    free(clean);
    return same;
}

static bool is_folder(struct str folder, const char *name)
{
    struct strbuf path = {0};
    struct stat st;
    bool is;

    strbuf_add_str(&path, folder);
    strbuf_add_str(&path, str_of(name));
    is = stat(path.s, &st) == 0 && S_ISDIR(st.st_mode);
    strbuf_free(&path);
    return is;
}

static void offer(struct str typed, struct str folder, const char *name, struct strlist *out)
{
    struct strbuf line = {0};

    strbuf_add_str(&line, typed);
    strbuf_add_str(&line, str_of(name));
    if (is_folder(folder, name))
        strbuf_add_char(&line, '/');
    strlist_add(out, strbuf_str(&line));
    strbuf_free(&line);
}

/* Hidden files are offered to who types the dot. */
static bool matches(const char *name, struct str head)
{
    return str_starts(str_of(name), head) && (name[0] != '.' || head.n > 0) &&
           strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && is_clean(name);
}

void complete_file(struct str typed, struct strlist *out)
{
    size_t slash = typed.n;
    struct dirent **names = NULL;
    struct strbuf folder = {0};
    struct str head;
    int n;

    while (slash > 0 && typed.s[slash - 1] != '/')
        slash--;
    head = str_sub(typed, slash, typed.n);
    path_expand(str_sub(typed, 0, slash), &folder);
    n = scandir(folder.n > 0 ? folder.s : ".", &names, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        if (out->n < OFFERS && matches(names[i]->d_name, head))
            offer(str_sub(typed, 0, slash), strbuf_str(&folder), names[i]->d_name, out);
        free(names[i]);
    }
    free(names);
    strbuf_free(&folder);
}

void complete_command(struct str typed, struct strlist *out)
{
    for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
        if (str_starts(str_of(keymap_name((enum action)a)), typed))
            strlist_add(out, str_of(keymap_name((enum action)a)));
}

void complete_filter(struct str typed, struct strlist *out)
{
    size_t word = typed.n;
    const char *field;

    while (word > 0 && typed.s[word - 1] != ' ')
        word--;
    for (size_t i = 0; (field = filter_field(i)); i++) {
        struct strbuf line = {0};

        strbuf_add_str(&line, str_sub(typed, 0, word));
        strbuf_add_str(&line, str_of(field));
        if (str_starts(strbuf_str(&line), typed))
            strlist_add(out, strbuf_str(&line));
        strbuf_free(&line);
    }
}

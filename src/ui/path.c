#include <config.h>

#include "ui/path.h"

#include <stdlib.h>

void path_expand(struct str name, struct strbuf *out)
{
    const char *home = getenv("HOME");

    if (home && str_starts(name, STR("~/"))) {
        strbuf_add_str(out, str_of(home));
        name = str_sub(name, 1, name.n);
    }
    strbuf_add_str(out, name);
}

struct str path_last(struct str path)
{
    size_t from = path.n;

    while (from > 0 && path.s[from - 1] != '/')
        from--;
    return from < path.n ? str_sub(path, from, path.n) : path;
}

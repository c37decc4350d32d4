#include <config.h>

#include "user/paths.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/str.h"
#include "base/xalloc.h"

/* $variable/tail, else $HOME/fallback/tail. A relative path is to be ignored (section 3). */
static char *path_of(const char *variable, const char *fallback, const char *tail)
{
    const char *base = getenv(variable), *home = getenv("HOME");
    struct strbuf path = {0};

    if (base && base[0] == '/')
        strbuf_addf(&path, "%s/%s", base, tail);
    else if (home && home[0] == '/')
        strbuf_addf(&path, "%s/%s/%s", home, fallback, tail);
    return path.s;
}

char *paths_config(void)
{
    return path_of("XDG_CONFIG_HOME", ".config", "kanbao/config");
}

char *paths_state(void)
{
    return path_of("XDG_STATE_HOME", ".local/state", "kanbao");
}

char *paths_cache(void)
{
    return path_of("XDG_CACHE_HOME", ".cache", "kanbao");
}

bool paths_make(const char *folder)
{
    char *path = xmemdup0(folder, strlen(folder));
    bool ok = true;

    for (char *slash = path + 1; ok && slash;) {
        slash = strchr(slash, '/');
        if (slash)
            *slash = '\0';
        ok = mkdir(path, 0700) == 0 || errno == EEXIST;
        if (slash)
            *slash++ = '/';
    }
    free(path);
    return ok;
}

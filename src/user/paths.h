/* Where the user's files are: XDG Base Directory Specification 0.8. */
#ifndef KANBAO_USER_PATHS_H
#define KANBAO_USER_PATHS_H

#include <stdbool.h>

/* The settings file, $XDG_CONFIG_HOME/kanbao/config or ~/.config/kanbao/config. NULL when neither
 * variable holds an absolute path. The caller frees. */
char *paths_config(void);

/* The folder of the reading state, $XDG_STATE_HOME/kanbao or ~/.local/state/kanbao; as above. */
char *paths_state(void);

/* The folder of what can be found out again, $XDG_CACHE_HOME/kanbao or ~/.cache/kanbao; as
 * above. */
char *paths_cache(void);

/* Makes the folder and those above it, for the user alone (0700). False with errno set. */
bool paths_make(const char *folder);

#endif

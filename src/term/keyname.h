/* Keys by their names, as the help and the settings file have them: "j", "^F", "Space", "PgDn". */
#ifndef KANBAO_TERM_KEYNAME_H
#define KANBAO_TERM_KEYNAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Writes the key's name into buf; `translated`: in the language of the user. */
void keyname_write(int key, bool translated, char *buf, size_t size);
/* The key with that name, which is valid UTF-8 and not translated; KEY_NOTHING when there is none.
 */
int keyname_read(struct str name);

#endif

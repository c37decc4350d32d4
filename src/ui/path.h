/* File names as they are typed and shown. */
#ifndef KANBAO_UI_PATH_H
#define KANBAO_UI_PATH_H

#include "base/str.h"

/* Appends the name with a leading ~/ replaced by the home folder. */
void path_expand(struct str name, struct strbuf *out);
/* A path without its folders. */
struct str path_last(struct str path);

#endif

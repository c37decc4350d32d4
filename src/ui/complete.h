/* What Tab offers at the prompt. */
#ifndef KANBAO_UI_COMPLETE_H
#define KANBAO_UI_COMPLETE_H

#include "base/str.h"
#include "base/strlist.h"

/* Each appends whole lines that begin with what is typed, in order. */

/* Files; a folder ends with /. A leading ~/ is the home folder. */
void complete_file(struct str typed, struct strlist *out);
/* The names of commands. */
void complete_command(struct str typed, struct strlist *out);
/* The fields that a filter's last word may name. */
void complete_filter(struct str typed, struct strlist *out);

#endif

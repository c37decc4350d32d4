/* What people in bylines do, and for whom. */
#ifndef KANBAO_PAPER_ROLES_H
#define KANBAO_PAPER_ROLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "paper/hanfact.h"

/* Lengths at the head of s, 0 for none. A role: 本报记者, By, 기자. */
size_t roles_look_up(struct str s);
/* The same, told from the first ideograph where that begins none. */
static inline size_t roles_length(struct str s)
{
    return hanfact_at_head(s) & HANFACT_ROLE ? roles_look_up(s) : 0;
}
/* A role of one ideograph, where one can stand: 文/. */
size_t roles_short_length(struct str s);
/* What somebody is called behind a comma: Transport Correspondent. */
size_t roles_title_length(struct str s);
/* An agency, a role and a name in one: Reuters. */
size_t roles_agency_length(struct str s);
/* A role of one ideograph, wherever it stands. */
size_t roles_begins_short(struct str s);

/* Whether s begins with two of them, 文/图; with a role of somebody who made pictures. */
bool roles_is_pair(struct str s);
bool roles_is_picture(struct str s);

/* What may stand between a role and a name. */
bool roles_is_slash(uint32_t cp);

#endif

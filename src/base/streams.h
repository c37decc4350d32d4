/* The standard streams, as the caller left them. */
#ifndef KANBAO_BASE_STREAMS_H
#define KANBAO_BASE_STREAMS_H

#include <stdbool.h>

#include "base/err.h"

/* Puts something in the place of standard streams that the caller closed, so that they do not
 * become the first files that are opened; reading them finds the end, writing fails. Called first
 * of all. */
void streams_fill(void);

/* Columns and rows of the terminal that standard output is; 0 when it is none. */
int streams_cols(void);
int streams_rows(void);
/* Whether standard output is a terminal that takes colours, and NO_COLOR does not say otherwise. */
bool streams_have_color(void);

/* Writes what is still in standard output's buffer and closes it. False with a message when
 * anything was lost, now or before; that the reader of a pipe has gone away is no loss. */
bool streams_close(struct err *e);

#endif

/* A page over list and text: the source lines of an article as they stand, and before each, as a
 * letter, what it became; the rules that decided are told where they change. */
#ifndef KANBAO_UI_RAWVIEW_H
#define KANBAO_UI_RAWVIEW_H

#include "base/err.h"
#include "library/library.h"
#include "text/glyph.h"
#include "ui/pane.h"

/* A page for state_push that shows article i, from the source line that byte `place` of its text
 * came from, as near as can be told. NULL with a message when the source cannot be read. */
struct pane *rawview_new(struct library *lib, size_t i, size_t place, struct glyph_mode mode,
                         struct err *e);

#endif

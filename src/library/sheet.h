/* A bounded run of a source, rebuilt: the unit in which everything is read. A sheet's articles
 * depend on its bytes alone, so it can be dropped and built again. */
#ifndef KANBAO_LIBRARY_SHEET_H
#define KANBAO_LIBRARY_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "paper/account.h"
#include "paper/page.h"
#include "text/source.h"

struct sheet {
    struct articles articles; /* from and to are bytes of the source */
    uint64_t next;            /* where the sheet after it begins; the source's size at its end */
    bool cut;                 /* its only article goes on behind it */
};

/* Reads and rebuilds the sheet of at most max bytes (at least 4) that begins at byte `off`. Where
 * the source goes on behind it, it is cut where its last article begins, else (one article alone)
 * at a line end, else at a character: the next sheet begins there. False with a message when the
 * source cannot be read. Free with sheet_free. */
bool sheet_read(struct source *s, uint64_t off, size_t max, enum text_kind as,
                struct sheet *out, struct err *e);
void sheet_free(struct sheet *s);

/* What became of every byte of that sheet, up to its `next`; offsets are bytes of the source,
 * articles those of the sheet. False with a message when the source cannot be read. Free with
 * account_free. */
bool sheet_account(struct source *s, uint64_t off, size_t max, enum text_kind as,
                   uint64_t next, struct account *out, struct err *e);

#endif

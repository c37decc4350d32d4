/* Articles and the list as text that leaves the reader: into files and commands. A paragraph is one
 * line, whatever the screen made of it. */
#ifndef KANBAO_UI_EXPORT_H
#define KANBAO_UI_EXPORT_H

#include "ui/state.h"

/* Appends the open article, as --print gives it to a pipe. */
void export_article(const struct app *app, struct strbuf *out);
/* Appends the list, a line an article: number, headline, byline, parted by tabs. */
void export_list(const struct app *app, struct strbuf *out);
/* The nth paragraph (from 1) that begins on the page; n is 0 when there is none. */
struct str export_paragraph(const struct app *app, size_t n);

enum export_result { EXPORT_DONE, EXPORT_EXISTS, EXPORT_FAILED };

/* Writes text to a new file; with `over` also in place of an old one, which stays whole until the
 * new one is. The message says what came of it. */
enum export_result export_file(struct str name, struct str text, bool over, struct err *e);

/* Runs a shell's command with text as its input, once the terminal has been left to it. False with
 * a message when it cannot be run or does not end well. */
bool export_pipe(struct str command, struct str text, struct err *e);

/* Runs $VISUAL, $EDITOR or vi on a file at a line. */
bool export_edit(const char *path, size_t line, struct err *e);

#endif

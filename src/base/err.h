/* One message for the user. What a user or a file can cause returns false and fills a struct err;
 * it names the thing (file names sanitized, see text/sanitize.h) and says what to do. */
#ifndef KANBAO_BASE_ERR_H
#define KANBAO_BASE_ERR_H

#include <stdbool.h>

struct err {
    char msg[1024]; /* translated, UTF-8, one line, NUL-terminated; "" when nothing went wrong */
};

/* Fills e (which may be NULL) and returns false, so that a caller can end with it. Too long a
 * message is cut at a character. */
bool err_set(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif

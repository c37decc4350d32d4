/* A folder for the files of one test program. */
#ifndef KANBAO_SCRATCH_H
#define KANBAO_SCRATCH_H

#include <stddef.h>

/* Group setup and teardown of cmocka: makes the folder, removes it with all that is in it. */
int scratch_begin(void **state);
int scratch_end(void **state);

/* The path of a name in it; the caller frees. */
char *scratch_path(const char *name);
/* Makes or replaces a file; its time is another one than before. */
void scratch_write(const char *path, const void *bytes, size_t n);
/* Runs a command of the shell in the folder, which must succeed. */
void scratch_shell(const char *command);

#endif

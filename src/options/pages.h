/* What the option table says to people: --help. */
#ifndef KANBAO_OPTIONS_PAGES_H
#define KANBAO_OPTIONS_PAGES_H

#include <stdio.h>

/* Prints the help of --help; write errors are left in the stream. */
void pages_help(FILE *out);

#endif

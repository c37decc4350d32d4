/* What the option table says to people: --help and --print-config. */
#ifndef KANBAO_OPTIONS_PAGES_H
#define KANBAO_OPTIONS_PAGES_H

#include <stdio.h>

/* Prints the help of --help; write errors are left in the stream. */
void pages_help(FILE *out);

/* Prints a settings file in which every line is a comment: what there is to set, with the defaults.
 * The sections that ui takes are not among them. */
void pages_settings(FILE *out);

#endif

/* Libraries that are loaded when they are first needed, because many runs never need them and
 * loading them takes longer than a whole start. */
#ifndef KANBAO_BASE_DYNLIB_H
#define KANBAO_BASE_DYNLIB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* The file name of version `abi` of a shared library: DYNLIB("z", "1") is libz.so.1. */
#ifdef __APPLE__
#define DYNLIB(name, abi) "lib" name "." abi ".dylib"
#else
#define DYNLIB(name, abi) "lib" name ".so." abi
#endif

/* Loads `library` and fills `functions`, a struct of n function pointers, with the functions named
 * by names[0 .. n), in that order. It stays loaded; to load it again costs next to nothing. False
 * with a message when it, or one of the functions, is not there. */
bool dynlib_load(const char *library, const char *const *names, size_t n, void *functions,
                 struct err *e);

#endif

/* What one character becomes when text is folded; find/fold does it to texts. */
#ifndef KANBAO_FIND_FOLDCHAR_H
#define KANBAO_FIND_FOLDCHAR_H

#include <stddef.h>
#include <stdint.h>

enum {
    FOLD_CHARS = 3,     /* the longest: ﬃ is ffi */
    FOLD_FAR = 0x10000, /* few characters from here on become another one ... */
    FOLD_END = 0x30000  /* ... and none from here on */
};

/* Writes what cp becomes under `flags` (enum fold_flags) and returns how many characters that are;
 * none for a format character. Spaces stay, and nothing is composed: that takes neighbours. */
size_t fold_char(uint32_t cp, unsigned flags, uint32_t out[FOLD_CHARS]);

/* The first character from cp on that may become another one; FOLD_END when there is none. All
 * before FOLD_FAR may. */
uint32_t fold_next(uint32_t cp);

#endif

/* Which charset bytes are in. */
#ifndef KANBAO_TEXT_GUESS_H
#define KANBAO_TEXT_GUESS_H

#include <stdbool.h>

#include "base/str.h"

struct guess {
    char charset[32]; /* a name that text/charset knows */
    bool ascii;       /* nothing but ASCII was seen: what follows may be in another one */
    bool binary;      /* no charset makes a text of it */
};

/* A byte order mark decides; escape sequences of ISO-2022; then UTF-8, which nothing else looks
 * like, even if damaged in places. What is left is read in every charset of Chinese, Japanese and
 * Korean, and in UTF-16 and UTF-32: the one in which the characters are the least surprising
 * (text/rarity) is it. Where none is convincing, uchardet is asked; Windows-1252 where it does not
 * know. Does not look at the locale. `whole`: nothing follows the sample;
 * the guess at a short one that goes on is for a first look. */
void guess_charset(struct str sample, bool whole, struct guess *g);

/* What to try when `charset` is not it: the next one in the order of how well they explain the
 * sample (those of bytes before UTF-16 and UTF-32), round and round. Lives for ever. */
const char *guess_other(struct str sample, bool whole, const char *charset);

#endif

/* Finding Chinese, Japanese and Korean by how it is read, with the letters of the keyboard:
 * 徐汇建设 by its initials xhjs, by pinyin in full (xuhuijianshe) or any mixture of both and of the
 * characters themselves (徐hui js); kana by romaji, Hangul by the first consonants (ㅎㄱ: 한국). A
 * character that is read in several ways is found by each. */
#ifndef KANBAO_FIND_READING_H
#define KANBAO_FIND_READING_H

#include <stdbool.h>

#include "base/str.h"
#include "find/query.h"

/* The first place where the text, valid UTF-8, is read as `typed` says. Blanks and marks in the
 * text are passed over; the last syllable may be incomplete. *hit (may be NULL) is in bytes. */
bool reading_find(struct str text, struct str typed, struct range *hit);

#endif

/* Words that bylines are made of: family names, and places that papers report from. */
#ifndef KANBAO_PAPER_NAMES_H
#define KANBAO_PAPER_NAMES_H

#include <stdbool.h>

#include "base/str.h"

/* Whether s begins with a common Chinese family name: with one of them first, two to four
 * ideographs alone are a person. */
bool names_has_family(struct str s);

/* Whether a word is a place that stands in bylines behind the names: 台北, 华盛顿, …市, …縣. */
bool names_is_place(struct str word);
/* Length of the place in katakana at the head of s, before a name: ロンドン山田太郎,
 * ロンドン＝山田太郎. 0 for none. */
size_t names_foreign_place(struct str s);

#endif

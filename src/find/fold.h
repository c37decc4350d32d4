/* Text as it is compared: what the eye calls the same becomes the same bytes, with a way back to
 * the bytes that each character came from.
 *
 *   always        format characters (Cf) and variation selectors go; a letter and its mark become
 *                 one character where Unicode has it (か + U+3099 = が, jamo = syllable)
 *   FOLD_WIDTH    full-width, half-width, small and vertical forms, Kangxi radicals and
 *                 compatibility ideographs become the ordinary character; quotation marks
 *                 “ ” „ « » become ", ‘ ’ ', dashes -, waves ~, interpuncts ·, ellipses …
 *   FOLD_CASE     full case folding (CaseFolding.txt, C and F: ß = ss), and Latin letters lose
 * their accents (É = e) FOLD_KANA     hiragana become katakana FOLD_SCRIPT   traditional ideographs
 * become simplified ones (Unihan kSimplifiedVariant, and what it lacks) FOLD_SPACE    spaces and
 * line ends count only between two words of scripts that part words by them (letters, digits,
 * Hangul): one space there, nothing elsewhere. So 10 月 = 10月, and a word that a line end cuts is
 * whole. Folding what is folded changes nothing. */
#ifndef KANBAO_FIND_FOLD_H
#define KANBAO_FIND_FOLD_H

#include <stddef.h>

#include "base/str.h"

/* What counts as the same (--ignore). */
enum fold_flags {
    FOLD_WIDTH = 1,
    FOLD_CASE = 2,
    FOLD_KANA = 4,
    FOLD_SPACE = 8,
    FOLD_SCRIPT = 16,
    FOLD_ALL = 31,
    FOLD_DEFAULT = FOLD_WIDTH | FOLD_CASE | FOLD_KANA | FOLD_SPACE
};

/* From folded byte `folded` on, up to the next entry, folded byte `folded` + k is the character
 * that begins at byte `origin` + k of the text. */
struct fold_pair {
    size_t folded, origin;
};

/* Owned; free with folded_free. */
struct folded {
    struct strbuf text;
    struct fold_pair *map; /* ascending; only where the distance changes */
    size_t n_map, cap_map;
};

/* Folds text, valid UTF-8, in one pass. `out` must be zero or freed. */
void fold_text(struct str text, unsigned flags, struct folded *out);
void folded_free(struct folded *f);

/* Where the folded character that begins at byte `off` begins in the text (the first one where
 * several became one). off < f->text.n. */
size_t folded_origin(const struct folded *f, size_t off);

#endif

/* The words under a picture. */
#ifndef KANBAO_PAPER_CAPTION_H
#define KANBAO_PAPER_CAPTION_H

#include <stdbool.h>

#include "base/str.h"
#include "paper/hanfact.h"

/* Whether a line ends with who made the picture: 周斌 摄, 资料图片, ／供图. */
bool caption_look_for_credit(struct str line);
/* The same, told from the last ideograph where that ends no such words. */
static inline bool caption_has_credit(struct str line)
{
    return hanfact_at_end(line) & HANFACT_CREDIT && caption_look_for_credit(line);
}

/* Whether a line that ends so names nobody but who made the picture, and what he is: 本报记者 钟灵 摄.
 */
bool caption_is_credit(struct str line);

/* Whether a paragraph is as short as captions are. */
bool caption_may_be(struct str paragraph);
/* Whether a paragraph is a caption. */
bool caption_match(struct str paragraph);

#endif

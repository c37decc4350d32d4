/* The words under a picture. */
#ifndef KANBAO_PAPER_CAPTION_H
#define KANBAO_PAPER_CAPTION_H

#include <stdbool.h>

#include "base/str.h"

/* Whether a line ends with who made the picture: 周斌 摄, 资料图片, ／供图. */
bool caption_has_credit(struct str line);

/* Whether a paragraph is a caption. */
bool caption_match(struct str paragraph);

#endif

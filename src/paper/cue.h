/* Subtitles (SubRip, WebVTT): cues, each a number, from when to when it is shown, and what is
 * said. */
#ifndef KANBAO_PAPER_CUE_H
#define KANBAO_PAPER_CUE_H

#include "paper/lines.h"

/* Gives numbers, times and the name of the format ROLE_FURNITURE where the lines are those of
 * subtitles; false: they are not, and nothing is changed. */
bool cue_find(struct lines *l);

#endif

/* Headings that say by their form that they are headings. */
#ifndef KANBAO_PAPER_CHAPTER_H
#define KANBAO_PAPER_CHAPTER_H

#include "base/str.h"
#include "paper/hanfact.h"

enum chapter {
    CHAPTER_NO,
    CHAPTER_SECTION, /* a bare number: 1, 二, （三）, IV */
    CHAPTER_TITLE    /* 第…章/回/节/卷, 序, 楔子, 番外, Chapter N, a Markdown heading */
};

/* What kind of heading a line is. *text becomes the heading without Markdown's marks. */
enum chapter chapter_judge(struct str line, struct str *text);
/* The same, told from the first ideograph where no chapter begins with that. */
static inline enum chapter chapter_match(struct str line, struct str *text)
{
    *text = line;
    return hanfact_at_head(line) & HANFACT_CHAPTER ? chapter_judge(line, text) : CHAPTER_NO;
}

#endif

/* A text as lines, cleaned of what extraction left in them, and measured. */
#ifndef KANBAO_PAPER_LINES_H
#define KANBAO_PAPER_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "text/charclass.h"

/* What a line turned out to be. */
enum role {
    ROLE_FIRST,     /* begins a paragraph */
    ROLE_MORE,      /* goes on with the paragraph */
    ROLE_HEAD,      /* begins a heading */
    ROLE_HEAD_MORE, /* its second line */
    ROLE_HEAD_LONG, /* its third line, and the ones after it */
    ROLE_BYLINE,
    ROLE_COUNT,     /* the roles above are found together, by paper/label */
    ROLE_FURNITURE = ROLE_COUNT, /* belongs to the page, not to an article */
    ROLE_JUMP                    /* （下转第3版） */
};

/* How a line ends. */
enum ending {
    ENDS_NO,    /* in the middle of a sentence, as far as its last character tells */
    ENDS_MAYBE, /* with ： ； — or a closing mark that no stop precedes */
    ENDS_YES    /* with 。！？… or . ! ? and closing marks after it */
};

/* Widths are half ems (print cells): 2 for an ideograph or full-width mark, 1 for a Latin letter; a
 * mark of East Asian class A counts 2 in a line that has CJK characters. Saturates at
 * LINE_WIDTH_MAX. */
#define LINE_WIDTH_MAX 4000

struct line {
    struct str text;   /* cleaned; points into the text or into struct lines */
    size_t from, to;   /* bytes of the whole line in the text, without its end */
    uint32_t blanks;   /* blank lines before it */
    uint16_t indent;   /* leading white space */
    uint16_t width;    /* of the cleaned text */
    uint16_t least;    /* the same with every mark compressed that has no space behind it */
    uint16_t narrow;   /* its half-em characters, whose true width is that of a font */
    uint16_t unit;     /* of its first unit: what would have had to fit on the line before */
    uint16_t measure;  /* full width of the column here; 0 where lines are paragraphs */
    union {
        struct { /* what only few lines have */
            uint8_t chapter; /* enum chapter */
            uint8_t byline;  /* enum byline */
            uint8_t quoted;  /* how deep, in mail (text/quoted); its text has the marks still */
            bool opening;    /* opens an article: 本报讯, 新华社北京…电, a dateline */
            bool credit;     /* ends with who made a picture: it was a caption */
            bool verse;      /* of a poem: lines are kept apart */
        };
        uint64_t marks; /* all of these at once, and two bytes that mean nothing */
    };
    uint8_t first, last; /* enum charclass of the first and last character */
    bool page;         /* first line after a form feed */
    bool ornament;     /* an ornament stood before it and was dropped */
    uint16_t dropped;  /* stray spaces that were taken out */
    bool spread;       /* letters or words were spread to fill the column: a full line */
    bool cjk;          /* has ideographs, kana or full-width marks */
    bool hangul;
    bool proportional; /* width, least and unit are those of a book face (paper/typeface) */
    bool lifted;       /* of a heading that stands inside a sentence */
    bool resumes;      /* goes on with the sentence before such a heading */
    bool digits;       /* has some */
    bool symbols;      /* has some, or ASCII stops */
    bool stops;        /* has one of 。，；！？ */
    bool inner_stop;   /* a sentence ends inside: 。 before its end, or a full stop and a space */
    uint8_t ends;      /* enum ending */
    bool signs_on;     /* goes on with the byline of the line before */
    uint8_t role;      /* enum role */
    uint8_t rule;      /* enum rule that set it aside; RULE_NONE for the other lines */
    uint32_t piece;    /* index of what it became part of (paper/blocks); unset for furniture */
};

struct lines {
    struct line *v;
    size_t n, cap;
    struct arena arena; /* text of the lines that had to be changed */
    struct syllables *syllables; /* where Korean words are cut (paper/hangul); else NULL */
    bool japanese; /* paragraphs are indented by one em and not by two (paper/measure) */
};

/* Splits text (valid UTF-8, line ends '\n', pages '\f') into its lines that are not blank and
 * cleans each (paper/clean). Borrows text. `out` must be zero or freed. */
void lines_split(struct str text, struct lines *out);
/* All lines as they stand, blank ones too, and nothing measured. */
void lines_split_raw(struct str text, struct lines *out);
void lines_free(struct lines *l);

/* The rest of the analysis looks at lines in order, without those that have been set aside. */
static inline bool line_is_aside(const struct line *l)
{
    return l->role >= ROLE_COUNT;
}

/* A width as the fields above have it. */
static inline uint16_t line_saturate(unsigned width)
{
    return (uint16_t)(width < LINE_WIDTH_MAX ? width : LINE_WIDTH_MAX);
}

/* One ideograph or one capital letter alone. */
static inline bool line_is_single(const struct line *l)
{
    return l->cjk ? l->width <= 2 : l->text.n == 1 && l->text.s[0] >= 'A' && l->text.s[0] <= 'Z';
}

#endif

#include <config.h>

#include "paper/unit.h"

#include "text/charclass.h"
#include "text/utf8.h"

/* May not begin a line: stays with the character before it. */
static bool is_nonstarter(enum charclass c)
{
    return c == CC_STOP || c == CC_CLOSE || c == CC_CQUOTE || c == CC_ASTOP || c == CC_ACLOSE ||
           c == CC_MARK || c == CC_ELLIPSIS || c == CC_DOT || c == CC_POSTFIX;
}

static bool is_word(enum charclass c)
{
    return c == CC_LETTER || c == CC_DIGIT || c == CC_HANGUL || c == CC_MARK || c == CC_HYPHEN;
}

size_t unit_length(struct str s, bool spaced)
{
    enum charclass before = CC_OPEN;
    size_t off = 0;

    while (off < s.n) {
        uint32_t cp;
        size_t n = utf8_get(s, off, &cp);
        enum charclass c = charclass_of(cp);
        bool opens = before == CC_OPEN || before == CC_OQUOTE || before == CC_AOPEN ||
                     before == CC_AQUOTE;

        if (off > 0 && (spaced ? c == CC_SPACE
                               : !opens && !is_nonstarter(c) && !(is_word(before) && is_word(c))))
            break;
        before = c;
        off += n;
    }
    return off;
}

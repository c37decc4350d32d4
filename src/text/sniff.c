#include <config.h>

#include "text/sniff.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "text/guess.h"

/* What a file of some kind has at byte `at`. The first that fits is it. */
static const struct magic {
    struct str bytes;
    size_t at;
    const char *what; /* NULL: packed */
    const char *how;  /* to get a text out of it; NULL: no way is known */
} magics[] = {
    {STR("%PDF-"), 0, N_("a PDF document"), "pdftotext FILE - | kanbao"},
    {STR("%!PS"), 0, N_("a PostScript document"), "ps2ascii FILE | kanbao"},
    {STR("AT&TFORM"), 0, N_("a DjVu document"), "djvutxt FILE | kanbao"},
    {STR("mimetypeapplication/epub"), 30, N_("an e-book"), "pandoc -t plain FILE | kanbao"},
    {STR("application/epub+zip"), 0, N_("an e-book"), "pandoc -t plain FILE | kanbao"},
    {STR("{\\rtf"), 0, N_("an office document"), "soffice --cat FILE | kanbao"},
    {STR("mimetypeapplication/vnd.oasis"), 30, N_("an office document"),
     "pandoc -t plain FILE | kanbao"},
    {STR("[Content_Types].xml"), 30, N_("an office document"), "pandoc -t plain FILE | kanbao"},
    {STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), 0, N_("an office document"),
     "catdoc FILE | kanbao"},
    {STR("\x89PNG\r\n"), 0, N_("an image"), "tesseract FILE - | kanbao"},
    {STR("\xFF\xD8\xFF"), 0, N_("an image"), "tesseract FILE - | kanbao"},
    {STR("GIF87a"), 0, N_("an image"), "tesseract FILE - | kanbao"},
    {STR("GIF89a"), 0, N_("an image"), "tesseract FILE - | kanbao"},
    {STR("II*\0"), 0, N_("an image"), "tesseract FILE - | kanbao"},
    {STR("MM\0*"), 0, N_("an image"), "tesseract FILE - | kanbao"},
    {STR("WEBP"), 8, N_("an image"), "tesseract FILE - | kanbao"},
    {STR("\x7F" "ELF"), 0, N_("a program"), NULL},
    {STR("ID3\3"), 0, N_("a sound"), NULL},
    {STR("ID3\4"), 0, N_("a sound"), NULL},
    {STR("OggS"), 0, N_("a sound or film"), NULL},
    {STR("fLaC"), 0, N_("a sound"), NULL},
    {STR("ftyp"), 4, N_("a film or image"), NULL},
    {STR("SQLite format 3\0"), 0, N_("a database"), NULL},
    {STR("\x1F\x8B"), 0, NULL, NULL},
    {STR("\xFD" "7zXZ\0"), 0, NULL, NULL},
    {STR("\x28\xB5\x2F\xFD"), 0, NULL, NULL},
    {STR("1AY&SY"), 4, NULL, NULL}, /* bzip2 */
    {STR("LZIP\1"), 0, NULL, NULL},
    {STR("\x04\x22\x4D\x18"), 0, NULL, NULL},
    {STR("\x1F\x9D"), 0, NULL, NULL},
    {STR("PK\3\4"), 0, NULL, NULL},
    {STR("7z\xBC\xAF\x27\x1C"), 0, NULL, NULL},
    {STR("Rar!\x1A\7"), 0, NULL, NULL},
    {STR("ustar"), 257, NULL, NULL},
};

/* Where the text goes on behind what begins and ends so, and blanks; `from` when it does not begin
 * so. */
static size_t behind(struct str head, size_t from, struct str begin, struct str end)
{
    size_t to = from;

    if (str_starts(str_sub(head, from, head.n), begin))
        to = str_find(head, end, from) + end.n;
    while (to < head.n && strchr(" \t\r\n", head.s[to]))
        to++;
    return to < head.n ? to : head.n;
}

/* Whether it is a web page: an element html, or the declaration of one, comes first. */
static bool is_page(struct str head)
{
    static const char *const begins[] = {"<!doctype html", "<html"};
    size_t at = behind(head, 0, STR("\xEF\xBB\xBF"), STR("\xBF"));

    at = behind(head, at, STR("<?xml"), STR("?>"));
    at = behind(head, at, STR("<!--"), STR("-->"));
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (head.n - at >= strlen(begins[i]) &&
            strncasecmp(head.s + at, begins[i], strlen(begins[i])) == 0)
            return true;
    return false;
}

static bool fits(const struct magic *m, struct str head)
{
    return head.n >= m->at + m->bytes.n &&
           str_eq(str_sub(head, m->at, m->at + m->bytes.n), m->bytes);
}

enum sniff_kind sniff(struct str head, bool whole, const char *name, struct err *e)
{
    struct guess g;

    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        const struct magic *m = &magics[i];

        if (!fits(m, head))
            continue;
        if (!m->what)
            return SNIFF_PACKED;
        if (m->how)
            err_set(e, _("%s: is %s, not a text; try “%s”"), name, _(m->what), m->how);
        else
            err_set(e, _("%s: is %s, not a text"), name, _(m->what));
        return SNIFF_OTHER;
    }
    if (is_page(head)) {
        err_set(e, _("%s: is %s, not a text; try “%s”"), name, _("a web page"),
                "w3m -dump -T text/html FILE | kanbao");
        return SNIFF_OTHER;
    }
    if (head.n == 0 || !memchr(head.s, '\0', head.n))
        return SNIFF_TEXT;
    guess_charset(head, whole, &g);
    if (!g.binary)
        return strncmp(g.charset, "UTF-16", 6) == 0 || strncmp(g.charset, "UTF-32", 6) == 0
                   ? SNIFF_TEXT
                   : SNIFF_NULS;
    err_set(e, _("%s: is not a text"), name);
    return SNIFF_OTHER;
}

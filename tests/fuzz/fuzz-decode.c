/* Any bytes as a file in a charset that the first byte chooses: read, converted, cut into sheets of
 * a size that the second byte chooses, as they are when that is odd, and clean at the end. */
#include <config.h>

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../clean-check.h"
#include "library/sheet.h"
#include "text/charset.h"
#include "text/decode.h"

static const char *const charsets[] = {
    NULL,        "UTF-8",     "GB18030",    "BIG5-HKSCS", "EUC-JP",  "SHIFT_JIS",
    "EUC-KR",    "UTF-16",    "UTF-32",     "UTF-7",      "LATIN1",  "ISO-2022-JP",
    "ISO-2022-CN", "no-charset", "CP949",
};

enum { N_CHARSETS = sizeof charsets / sizeof *charsets };

/* The C library loads a charset's converter when it is opened first, and forgets it with the last
 * descriptor: one that stays open spares loading it for every input. */
static void keep_converters(void)
{
    static struct charset *kept[N_CHARSETS];

    for (size_t i = 1; !kept[N_CHARSETS - 1] && i < N_CHARSETS; i++)
        kept[i] = charset_open(charsets[i]);
}

static void check_articles(const struct sheet *s, uint64_t off)
{
    for (size_t i = 0; i < s->articles.n; i++) {
        const struct article *a = &s->articles.v[i];
        size_t at;
        const char *fault = clean_fault(strbuf_str(&a->text), CLEAN_ARTICLE, &at);

        if (!fault && (a->from < off || a->from > a->to))
            fault = "an article from nowhere";
        if (!fault)
            continue;
        fprintf(stderr, "article %zu, byte %zu: %s\n", i, at, fault);
        abort();
    }
}

static void read_sheets(struct source *s, size_t max, enum text_kind as)
{
    struct err e;
    uint64_t off = 0;

    while (off < source_size(s)) {
        struct sheet sheet;

        if (!sheet_read(s, off, max, as, &sheet, &e))
            abort();
        check_articles(&sheet, off);
        if (sheet.next <= off)
            abort();
        off = sheet.next;
        sheet_free(&sheet);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct err e;
    struct source *s;
    const char *charset;
    int fd;

    if (size < 2)
        return 0;
    keep_converters();
    fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data + 2, size - 2) != (ssize_t)(size - 2))
        abort();
    s = source_from_fd(fd, "fuzz", &e);
    charset = charsets[data[0] % N_CHARSETS];
    if (!charset || decode_force(s, charset, &e))
        read_sheets(s, 4 + data[1] * (size_t)16, data[1] % 2 ? TEXT_RAW : TEXT_AUTO);
    source_free(s);
    return 0;
}

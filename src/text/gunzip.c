#include <config.h>

#include "text/gunzip.h"

#include <stdlib.h>
#include <zlib.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/xalloc.h"

enum {
    BLOCK = 1 << 16,
    GZIP_WINDOW = 15 + 16 /* zlib's way to ask for gzip's header and no other */
};

/* What is used of zlib, in the order of `names` below. */
struct functions {
    __typeof__(inflateInit2_) *init;
    __typeof__(inflate) *inflate;
    __typeof__(inflateReset) *reset;
    __typeof__(inflateEnd) *end;
    __typeof__(inflateGetHeader) *get_header;
};

static const char *const names[] = {"inflateInit2_", "inflate", "inflateReset", "inflateEnd",
                                    "inflateGetHeader"};

struct gunzip {
    struct functions lib;
    struct source *source;
    uint64_t off; /* of the next reading */
    z_stream stream;
    gz_header header; /* of the first member */
    bool begun;       /* a member has given something, and not ended */
    bool complete;    /* one has ended: what is behind it need not be another */
    bool ended;
    unsigned char block[BLOCK];
};

bool gunzip_knows(struct str head)
{
    return str_starts(head, STR("\x1F\x8B\x08"));
}

struct gunzip *gunzip_new(struct source *s, struct err *e)
{
    struct gunzip *g = xcalloc(1, sizeof *g);

    g->source = s;
    if (!dynlib_load(DYNLIB("z", "1"), names, sizeof names / sizeof *names, &g->lib, e)) {
        free(g);
        return NULL;
    }
    if (g->lib.init(&g->stream, GZIP_WINDOW, ZLIB_VERSION, (int)sizeof g->stream) != Z_OK ||
        g->lib.get_header(&g->stream, &g->header) != Z_OK)
        xalloc_give_up();
    return g;
}

void gunzip_free(struct gunzip *g)
{
    if (!g)
        return;
    g->lib.end(&g->stream);
    free(g);
}

int64_t gunzip_date(const struct gunzip *g)
{
    return g->header.done == 1 ? (int64_t)g->header.time : 0;
}

/* Reads on. False at the end, with a message when a member goes on there. */
static bool refill(struct gunzip *g, struct err *e)
{
    size_t n;

    if (!source_read(g->source, g->off, g->block, sizeof g->block, &n, e))
        return false;
    g->off += n;
    g->stream.next_in = g->block;
    g->stream.avail_in = (uInt)n;
    if (n == 0 && (g->begun || !g->complete))
        err_set(e, _("%s: is cut short; the rest is missing"), source_name(g->source));
    return n > 0;
}

/* Unpacks what there is. False when no more can be, with a message when it is damaged. */
static bool unpack(struct gunzip *g, struct err *e)
{
    int r = g->lib.inflate(&g->stream, Z_NO_FLUSH);

    if (r == Z_MEM_ERROR)
        xalloc_give_up();
    if (r == Z_STREAM_END) {
        g->begun = false;
        g->complete = true;
        return g->lib.reset(&g->stream) == Z_OK;
    }
    g->begun |= g->stream.total_out > 0;
    if (r == Z_OK || r == Z_BUF_ERROR)
        return true;
    if (g->begun || !g->complete)
        err_set(e, _("%s: is damaged; the rest is missing"), source_name(g->source));
    return false;
}

size_t gunzip_read(struct gunzip *g, char *buf, size_t n, struct err *e)
{
    g->stream.next_out = (unsigned char *)buf;
    g->stream.avail_out = (uInt)n;
    while (g->stream.avail_out > 0 && !g->ended)
        g->ended = (g->stream.avail_in == 0 && !refill(g, e)) || !unpack(g, e);
    return n - g->stream.avail_out;
}

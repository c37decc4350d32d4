/* The whole reader on a hidden screen. The input: rows, columns, the number of keys, the keys (a
 * byte each, 0x80 and above choose a named key or another size), and then the file. After every key
 * the screen is clean, and at the end it is the same when it is drawn again from nothing. */
#include <config.h>

#include "fuzz.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../clean-check.h"
#include "../hidden-app.h"
#include "text/decode.h"
#include "ui/view.h"

enum { HEAD = 3, KEYS_MAX = 64 };

static struct library *read_library(const uint8_t *data, size_t size)
{
    struct library_opts lo = {.keys = true, .sheet_max = 64 + size % 512, .cache = 1};
    struct library *lib = library_new(&lo, NULL);
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    struct source *s;
    struct err e;

    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    s = source_from_fd(fd, "fuzz", &e);
    if (decode_force(s, "UTF-8", &e))
        library_add(lib, s);
    else
        source_free(s);
    return lib;
}

static void check_screen(struct hidden_app *h, struct strbuf *shown)
{
    const char *fault;
    size_t at;

    strbuf_clear(shown);
    hidden_read(h, false, shown);
    fault = clean_fault(strbuf_str(shown), CLEAN_ARTICLE, &at);
    if (!fault)
        return;
    fprintf(stderr, "the screen has %s at byte %zu:\n%s", fault, at, shown->s);
    abort();
}

static void do_key(struct hidden_app *h, uint8_t byte)
{
    if (byte < 0x80)
        hidden_key(h, byte ? byte : KEY_RETURN);
    else if (byte < 0xC0)
        hidden_key(h, KEY_RESIZED + 1 + byte % (KEY_HELP_F1 - KEY_RESIZED));
    else if (byte < 0xE0)
        hidden_resize(h, 1 + (byte & 31), screen_cols(h->screen));
    else
        hidden_resize(h, screen_rows(h->screen), 1 + (byte & 31) * 5);
}

static void play(struct hidden_app *h, const uint8_t *keys, size_t n)
{
    struct strbuf shown = {0}, again = {0};

    for (size_t i = 0; i < n && !h->left; i++) {
        do_key(h, keys[i]);
        check_screen(h, &shown);
    }
    if (!h->left) {
        check_screen(h, &shown);
        screen_redraw(h->screen);
        view_draw(h->app);
        check_screen(h, &again);
        if (!str_eq(strbuf_str(&shown), strbuf_str(&again)))
            abort();
    }
    strbuf_free(&shown);
    strbuf_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hidden_app h = {.options.sandbox = true}; /* no file is written, no command run */
    size_t n;

    if (size < HEAD)
        return 0;
    setlocale(LC_CTYPE, "C.UTF-8");
    n = data[2] % (KEYS_MAX + 1);
    n = n < size - HEAD ? n : size - HEAD;
    hidden_open_library(&h, 1 + data[0] % 40, 1 + data[1] % 128,
                        read_library(data + HEAD + n, size - HEAD - n));
    play(&h, data + HEAD, n);
    hidden_close(&h);
    return 0;
}

/* Typesets a text, or has libunistring wrap it, once or more often; for tests/bench/bench.py.
 *
 *     typesetting own|peer FILE [TIMES [COLS]]
 *
 * Each line of FILE is a paragraph. Prints nanoseconds a byte. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <unilbrk.h>

#include "base/xalloc.h"
#include "layout/layout.h"
#include "paper/article.h"

static bool read_file(const char *path, struct strbuf *out)
{
    FILE *f = fopen(path, "r");
    char part[65536];
    size_t n;

    if (!f) {
        perror(path);
        return false;
    }
    while ((n = fread(part, 1, sizeof part, f)) > 0)
        strbuf_add(out, part, n);
    fclose(f);
    return true;
}

static void read_article(struct str text, struct article *a)
{
    for (size_t from = 0, to; from < text.n; from = to + 1) {
        to = str_find(text, STR("\n"), from);
        if (to > from)
            article_add(a, BLOCK_PARAGRAPH, str_sub(text, from, to));
    }
}

static size_t typeset(const struct article *a, int cols)
{
    struct layout_opts o = {.cols = cols, .mode = {.ambiguous = 1}, .indent = -1, .justify = true,
                            .avoid_orphans = true};
    struct layout *l = layout_new(a, &o);
    size_t rows = layout_count(l);

    layout_free(l);
    return rows;
}

static size_t wrap(const struct article *a, int cols, char *breaks)
{
    size_t rows = 0;

    for (size_t i = 0; i < a->n_blocks; i++) {
        struct str text = str_sub(strbuf_str(&a->text), a->blocks[i].from, a->blocks[i].to);

        u8_width_linebreaks((const uint8_t *)text.s, text.n, cols, 0, 0, NULL, "UTF-8", breaks);
        rows++;
        for (size_t k = 0; k < text.n; k++)
            rows += breaks[k] == UC_BREAK_POSSIBLE;
    }
    return rows;
}

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    int times = argc > 3 ? atoi(argv[3]) : 1, cols = argc > 4 ? atoi(argv[4]) : 76;
    struct strbuf text = {0};
    struct article a;
    size_t rows = 0;
    char *breaks;
    double begin;

    if (argc < 3 || !read_file(argv[2], &text))
        return 2;
    article_init(&a);
    read_article(strbuf_str(&text), &a);
    breaks = xmalloc(text.n + 1);
    begin = seconds();
    for (int i = 0; i < times; i++)
        rows = strcmp(argv[1], "own") == 0 ? typeset(&a, cols) : wrap(&a, cols, breaks);
    printf("%.2f ns a byte, %zu rows\n", (seconds() - begin) * 1e9 / times / (double)text.n, rows);
    free(breaks);
    article_free(&a);
    strbuf_free(&text);
    return 0;
}

/* What is named becomes sources and articles: folders, packed files, pipes, what is no text, and
 * what goes wrong with it. */
#include <config.h>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "library/library.h"
#include "scratch.h"
#include "text/folder.h"

/* Reads all; `said` becomes the messages, a line each. */
static struct library *take_in(const char *encoding, size_t sheet_max, const char *name,
                               struct strbuf *said)
{
    const struct library_opts o = {.sheet_max = sheet_max};
    struct intake *in = intake_new(encoding);
    struct library *lib = library_new(&o, in);
    char *path = scratch_path(name);
    bool more;

    intake_add(in, path);
    do {
        struct err e;

        more = library_step(lib, &e);
        if (e.msg[0])
            strbuf_addf(said, "%s\n", e.msg);
    } while (more);
    free(path);
    return lib;
}

/* The names of the sources behind the folder's, parted by blanks. */
static void check_sources(const struct library *lib, const char *expected)
{
    struct strbuf names = {0};
    char *folder = scratch_path("");

    for (size_t i = 0; i < library_sources(lib); i++)
        strbuf_addf(&names, "%s%s", i > 0 ? " " : "",
                    source_name(library_source(lib, i)) + strlen(folder));
    strbuf_add_char(&names, '\0');
    assert_string_equal(names.s, expected);
    strbuf_free(&names);
    free(folder);
}

static void check(const char *name, const char *sources, const char *message)
{
    struct strbuf said = {0};
    struct library *lib = take_in(NULL, 0, name, &said);

    check_sources(lib, sources);
    strbuf_add_char(&said, '\0');
    if (!strstr(said.s, message) || (!message[0] && said.n > 1))
        fail_msg("%s: said “%s”, not “%s”", name, said.s, message);
    assert_int_equal(library_trouble(lib), message[0] != '\0');
    library_free(lib);
    strbuf_free(&said);
}

static void test_folder(void **state)
{
    (void)state;
    scratch_shell("mkdir -p f/b f/.hid f/c && cd f && for n in 10 2 1 b/3 .hid/4 c/01 c/1; do"
                  " echo 看报的人 >$n.txt; done; echo no >.hidden; printf '\\177ELF\\0\\1' >prog;"
                  " ln -s . loop; ln -s ../f/1.txt link.txt; ln -s nowhere broken; mkfifo pipe;"
                  " printf '\\211PNG\\r\\n\\032\\n' >image;"
                  " printf 'a\\0\\1\\2\\3\\0\\0\\0\\5\\6\\0\\0\\377\\376\\0\\1' >nul");
    check("f", "f/1.txt f/2.txt f/10.txt f/b/3.txt f/c/01.txt f/c/1.txt f/link.txt", "");
    check("f/", "f/1.txt f/2.txt f/10.txt f/b/3.txt f/c/01.txt f/c/1.txt f/link.txt", "");
}

static void test_refused(void **state)
{
    (void)state;
    scratch_shell("mkdir r && cd r && printf '%%PDF-1.4\\n' >a.pdf && printf 'GIF89a' >b.gif &&"
                  " printf '\\177ELF\\0\\1\\2\\3\\200\\201' >c && mkdir d && ln -s e e");
    check("r/a.pdf", "", "is a PDF document, not a text; try “pdftotext FILE - | kanbao”");
    check("r/b.gif", "", "is an image, not a text");
    check("r/c", "", "is a program, not a text");
    scratch_shell("mkdir w && cd w &&"
                  " printf '\\357\\273\\277<?xml?>\\n<!-- saved -->\\n<HTML><body>' >w;"
                  " printf '\\n<!DOCTYPE html>\\n<p>' >x; printf '<html' >y; printf '{\\\\rtf1' >z;"
                  " printf '<htm' >t; printf '<?xml' >u; printf '<!-- <html>' >v");
    check("w/w", "", "is a web page, not a text; try “w3m -dump");
    check("w/x", "", "is a web page");
    check("w/y", "", "is a web page");
    check("w/z", "", "is an office document");
    check("w/t", "w/t", "");
    check("w/u", "w/u", "");
    check("w/v", "w/v", "");
    check("r/missing", "", "cannot be opened: No such file");
    check("r/e", "", "cannot be opened: Too many levels of symbolic links");
    check("r", "", "");
    if (geteuid() != 0) {
        scratch_shell("mkdir -p u/v && echo 看报 >u/1.txt && echo 看报 >u/2.txt && chmod 0 u/1.txt"
                      " u/v");
        check("u", "u/2.txt", "u/1.txt: cannot be opened: Permission denied");
        check("u", "u/2.txt", "u/v: cannot be opened: Permission denied");
    }
}

static const char page[] = "百年粮仓变身阅读空间\n\n　　入夏以来，走进粮仓的人越来越多。\n";

typedef int setting(struct archive *a);

/* Packs files with these names in that form. */
static void pack(const char *to, setting *format, setting *filter, const char *const *names)
{
    struct archive *a = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    char *path = scratch_path(to);

    assert_int_equal(format(a), ARCHIVE_OK);
    assert_int_equal(filter(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    for (; *names; names++) {
        const char *text = strstr(*names, "png") ? "\x89PNG\r\n" : page;

        archive_entry_clear(entry);
        archive_entry_set_pathname(entry, *names);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, (la_int64_t)strlen(text));
        archive_entry_set_perm(entry, 0600);
        assert_in_range(archive_write_header(a, entry) - ARCHIVE_WARN, 0, -ARCHIVE_WARN);
        assert_int_equal(archive_write_data(a, text, strlen(text)), strlen(text));
    }
    archive_entry_free(entry);
    archive_write_close(a);
    archive_write_free(a);
    free(path);
}

static void test_packed(void **state)
{
    static const char *const one[] = {"page", NULL}, *const images[] = {"a.png", NULL};
    static const char *const gbk[] = {
        "\xC8\xCB\xC3\xF1\xC8\xD5\xB1\xA8/\xD2\xAA\xCE\xC5.txt", NULL};
    static const char *const many[] = {"a/1.txt", "a/x.png", ".hid/2", "a/.3", "./b", "人民.txt",
                                       NULL};
    static const struct {
        const char *name;
        setting *format, *filter;
    } forms[] = {
        {"p.tar", archive_write_set_format_pax, archive_write_add_filter_none},
        {"p.tar.gz", archive_write_set_format_gnutar, archive_write_add_filter_gzip},
        {"p.zip", archive_write_set_format_zip, archive_write_add_filter_none},
        {"p.tar.zst", archive_write_set_format_ustar, archive_write_add_filter_zstd},
    };
    static const struct {
        const char *name;
        setting *filter;
    } filters[] = {
        {"o.gz", archive_write_add_filter_gzip},   {"o.xz", archive_write_add_filter_xz},
        {"o.bz2", archive_write_add_filter_bzip2}, {"o.zst", archive_write_add_filter_zstd},
        {"o.lz", archive_write_add_filter_lzip},
    };

    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct strbuf expected = {0};

        pack(forms[i].name, forms[i].format, forms[i].filter, many);
        strbuf_addf(&expected, "%s/a/1.txt %s/./b %s/人民.txt", forms[i].name, forms[i].name,
                    forms[i].name);
        check(forms[i].name, expected.s, "");
        strbuf_free(&expected);
    }
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        pack(filters[i].name, archive_write_set_format_raw, filters[i].filter, one);
        check(filters[i].name, filters[i].name, "");
    }
    pack("gbk.tar", archive_write_set_format_gnutar, archive_write_add_filter_none, gbk);
    check("gbk.tar", "gbk.tar/人民日报/要闻.txt", "");
    pack("i.zip", archive_write_set_format_zip, archive_write_add_filter_none, images);
    check("i.zip", "", "i.zip/a.png: is an image, not a text");
    pack("i.gz", archive_write_set_format_raw, archive_write_add_filter_gzip, images);
    check("i.gz", "", "i.gz: is an image, not a text");
    scratch_shell("mkdir k && mv o.xz p.zip i.zip k && head -c 40 k/o.xz >k/cut.xz");
    check("k", "k/o.xz k/p.zip/a/1.txt k/p.zip/./b k/p.zip/人民.txt", "cut.xz: cannot be unpacked");
    scratch_shell("printf 'PK\\3\\4 no more' >damaged.zip");
    check("damaged.zip", "", "damaged.zip");
}

/* The last article begins with those words (NULL: there is none), and only the message is said. */
static void check_last(const char *name, const char *last, const char *message)
{
    struct strbuf said = {0};
    struct library *lib = take_in(NULL, 0, name, &said);
    size_t n = library_count(lib);
    const char *end;

    strbuf_add_char(&said, '\0');
    end = strchr(said.s, '\n');
    if (!strstr(said.s, message) || (message[0] ? !end || end[1] : said.n > 1))
        fail_msg("%s: said “%s”, not “%s”", name, said.s, message);
    assert_int_equal(n > 0, last != NULL);
    if (last && !str_starts(entry_title(library_entry(lib, n - 1)), str_of(last)))
        fail_msg("%s: does not end with %s", name, last);
    library_free(lib);
    strbuf_free(&said);
}

/* Of gzip files that are cut short or damaged, what is before that place is read. */
static void test_damaged(void **state)
{
    (void)state;
    scratch_shell("for i in 1 2 3 4 5 6 7 8 9; do printf '第%s章 山雨欲来\\n\\n　　那年雨下了很久。"
                  "\\n\\n' $i; done >t; gzip -c t >w.gz; cat w.gz w.gz >two.gz;"
                  " (cat w.gz; echo more) >more.gz");
    check_last("w.gz", "第9章", "");
    check_last("two.gz", "第9章", "");
    check_last("more.gz", "第9章", "");
    scratch_shell("n=$(wc -c <w.gz); head -c $((n - 14)) w.gz >cut.gz; head -c 12 w.gz >head.gz;"
                  " (head -c $((n - 8)) w.gz; echo 1234567) >sum.gz;"
                  " (cat w.gz; head -c 60 w.gz) >second.gz;"
                  " tar cf - t w.gz t | gzip -c >t.tar.gz;"
                  " head -c $((n + 160)) t.tar.gz >cut.tar.gz");
    check_last("cut.gz", "第", "cut.gz: is cut short");
    check_last("sum.gz", "第9章", "sum.gz: is damaged");
    check_last("second.gz", "第1章", "second.gz: is cut short");
    check_last("head.gz", NULL, "head.gz: is cut short");
    check_last("cut.tar.gz", "第9章", "cut.tar.gz: is cut short");
}

/* A text that comes out of an archive in many sheets is the text. */
static void test_packed_long(void **state)
{
    struct strbuf said = {0};
    struct library *lib, *plain;

    (void)state;
    scratch_shell("for i in 1 2 3 4 5 6 7 8 9; do for k in 1 2 3; do echo \"第$i章 山雨欲来\"; echo;"
                  " echo '　　那一年的夏天，雨下了很久，河里的水涨了起来。'; done; done >long &&"
                  " gzip -c long >long.gz");
    lib = take_in(NULL, 300, "long.gz", &said);
    plain = take_in(NULL, 300, "long", &said);
    assert_int_equal(said.n, 0);
    assert_int_equal(library_count(plain), 27);
    assert_int_equal(library_count(lib), library_count(plain));
    for (size_t i = 0; i < library_count(lib); i++) {
        assert_int_equal(library_entry(lib, i)->from, library_entry(plain, i)->from);
        assert_true(
            str_eq(entry_title(library_entry(lib, i)), entry_title(library_entry(plain, i))));
    }
    library_free(lib);
    library_free(plain);
}

/* A pipe, written to from here, and the library that reads it. */
struct pipe_test {
    struct library *lib;
    int fd;
};

static void open_pipe(struct pipe_test *t, const char *name)
{
    const struct library_opts o = {0};
    struct intake *in = intake_new(NULL);
    char *path = scratch_path(name);
    struct err e;

    assert_int_equal(mkfifo(path, 0600), 0);
    intake_add(in, path);
    t->lib = library_new(&o, in);
    assert_false(library_step(t->lib, &e)); /* opens it, and nothing is there */
    t->fd = open(path, O_WRONLY);
    assert_true(t->fd >= 0);
    free(path);
}

static void send(struct pipe_test *t, const void *bytes, size_t n)
{
    struct err e;

    assert_int_equal(write(t->fd, bytes, n), (ssize_t)n);
    while (library_step(t->lib, &e))
        continue;
    assert_string_equal(e.msg, "");
}

static void finish(struct pipe_test *t)
{
    struct err e;

    close(t->fd);
    while (library_step(t->lib, &e))
        assert_string_equal(e.msg, "");
    assert_int_equal(library_waiting(t->lib), -1);
}

static void test_trickle(void **state)
{
    const struct article *a;
    struct pipe_test t;
    struct err e;

    (void)state;
    open_pipe(&t, "trickle");
    assert_true(library_waiting(t.lib) >= 0);
    assert_false(library_has_news(t.lib));
    send(&t, page, sizeof page - 1);
    assert_true(library_has_news(t.lib));
    library_peek(t.lib, &e);
    assert_false(library_has_news(t.lib));
    assert_int_equal(library_count(t.lib), 1);
    send(&t, "　　后来的几年里，粮仓慢慢热", 42); /* half a line, half a character */
    library_peek(t.lib, &e);
    assert_int_equal(library_count(t.lib), 1);
    send(&t, "\xE9\x97\xB9起来。\n", 13);
    finish(&t);
    assert_int_equal(library_count(t.lib), 1);
    a = library_article(t.lib, 0, &e);
    assert_non_null(a);
    assert_non_null(strstr(a->text.s, "慢慢热闹起来。"));
    library_free(t.lib);
}

/* What comes through a pipe compressed is unpacked when it is there. */
static void test_packed_pipe(void **state)
{
    static const char *const one[] = {"page", NULL};
    struct pipe_test t;
    char *path = scratch_path("piped.gz"), bytes[4096];
    int fd;
    ssize_t n;

    (void)state;
    pack("piped.gz", archive_write_set_format_raw, archive_write_add_filter_gzip, one);
    fd = open(path, O_RDONLY);
    n = read(fd, bytes, sizeof bytes);
    assert_true(n > 20);
    open_pipe(&t, "packed-pipe");
    send(&t, bytes, 20);
    assert_int_equal(library_count(t.lib), 0);
    send(&t, bytes + 20, (size_t)n - 20);
    finish(&t);
    assert_int_equal(library_count(t.lib), 1);
    assert_true(str_eq(entry_title(library_entry(t.lib, 0)), STR("百年粮仓变身阅读空间")));
    library_free(t.lib);
    close(fd);
    free(path);
}

/* Files that change between their reading and their opening. */
static void test_changes(void **state)
{
    struct strbuf said = {0};
    struct library *lib;
    char *path = scratch_path("c.txt");
    struct err e;

    (void)state;
    scratch_write(path, page, sizeof page - 1);
    lib = take_in(NULL, 0, "c.txt", &said);
    assert_int_equal(source_look(library_source(lib, 0)), SOURCE_SAME);
    scratch_write(path, "短了\n", 7);
    assert_int_equal(source_look(library_source(lib, 0)), SOURCE_CHANGED);
    assert_non_null(library_article(lib, 0, &e)); /* it is kept */
    assert_true(library_reread(lib, 0, NULL, &e));
    while (library_step(lib, &e))
        continue;
    assert_int_equal(library_count(lib), 1);
    assert_true(str_eq(entry_title(library_entry(lib, 0)), STR("短了")));
    assert_false(library_reread(lib, 0, "nonsense", &e));
    assert_int_equal(library_count(lib), 1);
    unlink(path);
    assert_int_equal(source_look(library_source(lib, 0)), SOURCE_GONE);
    assert_false(library_reread(lib, 0, NULL, &e));
    assert_int_equal(library_count(lib), 1);
    library_free(lib);
    free(path);
}

/* More files than are open at once; each can be read still. */
static void test_many(void **state)
{
    struct strbuf said = {0};
    struct library *lib;
    struct err e;

    (void)state;
    scratch_shell("mkdir m && for i in $(seq 60); do echo \"第$i条消息，今天到了。\" >m/$i; done");
    lib = take_in("UTF-8", 0, "m", &said);
    assert_int_equal(library_count(lib), 60);
    for (size_t i = 0; i < 60; i++) {
        char text[64];
        const struct article *a = library_article(lib, i * 37 % 60, &e);

        snprintf(text, sizeof text, "第%zu条消息", i * 37 % 60 + 1);
        assert_non_null(a);
        assert_non_null(strstr(a->text.s, text));
    }
    library_free(lib);
    strbuf_free(&said);
}

/* Of equal folders in folders it is known from the first file on how many are still to come. */
static void test_left(void **state)
{
    char *path;
    struct folder *f;
    struct err e;

    (void)state;
    scratch_shell("for y in 1 2; do for m in 1 2 3; do mkdir -p years/$y/$m;"
                  " for d in 1 2 3 4; do echo 文 >years/$y/$m/$d.txt; done; done; done");
    path = scratch_path("years");
    f = folder_open(path, NULL);
    free(path);
    for (size_t left = 24; left-- > 0;) {
        path = folder_next(f, &e);
        assert_non_null(path);
        assert_int_equal(folder_left(f), left);
        free(path);
    }
    assert_null(folder_next(f, &e));
    assert_int_equal(folder_left(f), 0);
    folder_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folder),  cmocka_unit_test(test_refused),
        cmocka_unit_test(test_packed),  cmocka_unit_test(test_packed_long),
        cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_trickle), cmocka_unit_test(test_packed_pipe),
        cmocka_unit_test(test_changes), cmocka_unit_test(test_many),
        cmocka_unit_test(test_left),
    };

    setlocale(LC_CTYPE, ""); /* libarchive converts names */
    return cmocka_run_group_tests_name("intake", tests, scratch_begin, scratch_end);
}

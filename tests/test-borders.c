/* What one run keeps of a long source for the next: it saves work and never changes a number. */
#include <config.h>

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "library/library.h"
#include "scratch.h"

enum {
    ARTICLES = 80,
    SHEET = 1000, /* bytes: some articles */
    PAUSE = 50 * 1000,
    PAUSES_MAX = 400 /* until dates are old enough */
};

static char *text_path, *folder;

static void write_text(const char *word)
{
    struct strbuf text = {0};

    for (int i = 0; i < ARTICLES; i++)
        strbuf_addf(&text,
                    "河边的一天 %d\n\n本报讯（记者 林望舒）河边的公园里有%s人在散步，也有人在看报。"
                    "他们说，天气好的时候，这里总是热闹的。\n\n\n",
                    i, word);
    scratch_write(text_path, text.s, text.n);
    strbuf_free(&text);
}

static struct library *open_library(enum text_kind as, const char *keep)
{
    const struct library_opts o = {.as = as, .sheet_max = SHEET, .keep = keep};
    struct library *lib = library_new(&o, NULL);
    struct err e;

    assert_true(library_open(lib, text_path, &e));
    return lib;
}

/* Goes through the text as a search does that rebuilds sheets the draw of `random` wants, and
 * compares with what each article is. *passed: sheets that were not rebuilt. Returns how many
 * articles there were. */
static size_t go_through(struct library *lib, struct library *plain, uint32_t random,
                         size_t *passed)
{
    struct err e;
    uint64_t from, to;
    size_t next = 0, articles;

    *passed = 0;
    for (bool more = true; more;) {
        for (; library_foresee(lib, &from, &to, &articles) && random % 3 > 0; ++*passed) {
            library_pass(lib);
            assert_in_range(to - from, 1, SHEET);
            assert_int_equal(library_count(lib), next + articles);
            random = random * 1103515245 + 12345;
            next = library_count(lib);
        }
        random = random * 1103515245 + 12345;
        more = library_step(lib, &e);
        for (; next < library_count(lib); next++) {
            assert_int_equal(library_entry(lib, next)->from, library_entry(plain, next)->from);
            assert_true(str_eq(entry_title(library_entry(lib, next)),
                               entry_title(library_entry(plain, next))));
        }
        library_drop(lib);
    }
    return next;
}

static void take_in(struct library *lib)
{
    struct err e;

    while (library_step(lib, &e))
        ;
}

/* The same articles as without anything kept; how many sheets were passed over. */
static size_t check(enum text_kind as, uint32_t random)
{
    struct library *plain = open_library(as, NULL), *lib = open_library(as, folder);
    size_t passed;

    take_in(plain);
    assert_int_equal(go_through(lib, plain, random, &passed), library_count(plain));
    library_free(lib);
    library_free(plain);
    return passed;
}

/* The path of the file that is kept; NULL when there is none. */
static char *kept_path(void)
{
    DIR *d = opendir(folder);
    struct strbuf path = {0};

    for (struct dirent *entry; d && (entry = readdir(d));)
        if (strncmp(entry->d_name, "sheets-", 7) == 0)
            strbuf_addf(&path, "%s/%s", folder, entry->d_name);
    if (d)
        closedir(d);
    return path.s;
}

/* Takes the text in until that is kept: a file that was just written is not. */
static void keep(void)
{
    char *path;

    for (int i = 0; !(path = kept_path()); i++) {
        struct library *lib = open_library(TEXT_AUTO, folder);

        assert_true(i < PAUSES_MAX);
        take_in(lib);
        library_free(lib);
        usleep(PAUSE);
    }
    free(path);
}

static int begin(void **state)
{
    int failed = scratch_begin(state);

    text_path = scratch_path("long.txt");
    folder = scratch_path("kept");
    return failed || mkdir(folder, 0700) != 0;
}

static int end(void **state)
{
    free(text_path);
    free(folder);
    return scratch_end(state);
}

static int forget(void **state)
{
    (void)state;
    scratch_shell("rm -rf kept; mkdir kept");
    write_text("许多");
    return 0;
}

static void test_numbers_stay(void **state)
{
    size_t passed = 0;

    (void)state;
    assert_int_equal(check(TEXT_AUTO, 1), 0);
    keep();
    for (uint32_t i = 0; i < 50; i++)
        passed += check(TEXT_AUTO, i);
    assert_true(passed > 200);
}

/* A run that ends early leaves what it knows, and the next one goes on from there. */
static void test_a_part_is_kept(void **state)
{
    struct library *lib;
    uint64_t from, to;
    struct err e;
    size_t passed, articles;

    (void)state;
    keep();
    scratch_shell("rm kept/*");
    lib = open_library(TEXT_AUTO, folder);
    while (library_count(lib) < ARTICLES / 2)
        library_step(lib, &e);
    source_set_trust(library_source(lib, 0), TRUST_SETTLED); /* as more bytes would have */
    library_free(lib);
    passed = check(TEXT_AUTO, 1);
    assert_true(passed > 0);
    lib = open_library(TEXT_AUTO, folder);
    library_step(lib, &e);
    library_drop(lib);
    for (; library_foresee(lib, &from, &to, &articles); passed++)
        library_pass(lib);
    assert_int_equal(library_count(lib), ARTICLES); /* the next one knew all */
    library_free(lib);
}

static void test_another_text(void **state)
{
    (void)state;
    keep();
    assert_true(check(TEXT_AUTO, 3) > 0);
    assert_int_equal(check(TEXT_TEXT, 3), 0);
    write_text("不少"); /* as long */
    assert_int_equal(check(TEXT_AUTO, 3), 0);
}

/* Every byte of what is kept, changed, and every length: nothing is taken from it but what was
 * written. */
static void test_damage(void **state)
{
    struct stat st;
    char *path, *bytes;
    int fd;

    (void)state;
    keep();
    path = kept_path();
    fd = open(path, O_RDONLY);
    assert_return_code(fstat(fd, &st), 0);
    bytes = malloc((size_t)st.st_size);
    assert_int_equal(read(fd, bytes, (size_t)st.st_size), st.st_size);
    close(fd);
    for (off_t i = 0; i < st.st_size; i += 7) {
        bytes[i] ^= 4;
        scratch_write(path, bytes, (size_t)st.st_size);
        assert_int_equal(check(TEXT_AUTO, 3), 0);
        bytes[i] ^= 4;
        scratch_write(path, bytes, (size_t)i);
        assert_int_equal(check(TEXT_AUTO, 3), 0);
    }
    free(bytes);
    free(path);
}

static void test_no_folder(void **state)
{
    (void)state;
    keep();
    scratch_shell("rm -r kept");
    assert_int_equal(check(TEXT_AUTO, 3), 0);
    scratch_shell("echo >kept");
    assert_int_equal(check(TEXT_AUTO, 3), 0);
    scratch_shell("rm kept; mkdir kept");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_numbers_stay, forget),
        cmocka_unit_test_setup(test_a_part_is_kept, forget),
        cmocka_unit_test_setup(test_another_text, forget),
        cmocka_unit_test_setup(test_damage, forget),
        cmocka_unit_test_setup(test_no_folder, forget),
    };

    return cmocka_run_group_tests(tests, begin, end);
}

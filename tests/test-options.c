#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "options/options.h"
#include "options/pages.h"

enum { ARGS_MAX = 16 };

/* argv of a command line whose words are parted by one blank. */
struct line {
    char text[256];
    char *argv[ARGS_MAX + 1];
    int argc;
};

static void split(const char *s, struct line *l)
{
    *l = (struct line){.argc = 0};
    strncpy(l->text, s, sizeof l->text - 1);
    for (char *word = l->text; word && l->argc < ARGS_MAX;) {
        char *blank = strchr(word, ' ');

        l->argv[l->argc++] = word;
        if (blank)
            *blank++ = '\0';
        word = blank;
    }
}

/* The options point into it. */
static struct line line;

static void parse(const char *s, struct options *o)
{
    struct err e = {""};

    split(s, &line);
    if (!options_parse(line.argc, line.argv, o, &e))
        fail_msg("%s: %s", s, e.msg);
}

/* Expects a message that contains every one of the words. */
static void check_refused(const char *s, const char *const *words)
{
    struct options o;
    struct line l;
    struct err e = {""};

    split(s, &l);
    assert_false(options_parse(l.argc, l.argv, &o, &e));
    for (; *words; words++)
        if (!strstr(e.msg, *words))
            fail_msg("%s: “%s” lacks “%s”", s, e.msg, *words);
    options_free(&o);
}

static void test_defaults(void **state)
{
    struct options o;

    (void)state;
    parse("kanbao", &o);
    assert_int_equal(o.mode, MODE_BROWSE);
    assert_int_equal(o.format, FORMAT_TEXT);
    assert_int_equal(o.color, WHEN_AUTO);
    assert_int_equal(o.fold, FOLD_DEFAULT);
    assert_null(o.encoding);
    assert_null(o.selection);
    assert_null(o.search);
    assert_int_equal(o.keywords.n, 0);
    assert_int_equal(o.library.as, TEXT_AUTO);
    assert_int_equal(o.layout.kinsoku, KINSOKU_AUTO);
    assert_int_equal(o.layout.mode.ambiguous, 1);
    assert_int_equal(o.layout.indent, -1);
    assert_int_equal(o.layout.hang, 0);
    assert_true(o.layout.title);
    assert_int_equal(o.cols, -1);
    assert_int_equal(o.justify, CHOICE_DEFAULT);
    assert_int_equal(o.avoid_orphans, CHOICE_DEFAULT);
    assert_int_equal(o.n_operands, 0);
    options_free(&o);
}

static void test_every_value(void **state)
{
    struct options o;

    (void)state;
    parse("kanbao --format tsv -w 0 --kinsoku strict --orphans avoid --hang 2 --justify on", &o);
    assert_int_equal(o.format, FORMAT_TSV);
    assert_int_equal(o.cols, 0);
    assert_int_equal(o.layout.kinsoku, KINSOKU_STRICT);
    assert_int_equal(o.avoid_orphans, CHOICE_YES);
    assert_int_equal(o.layout.hang, 2);
    assert_int_equal(o.justify, CHOICE_YES);
    options_free(&o);
    parse("kanbao --indent 0 --autospace insert --ambiguous 2 --korean word --lang zh-Hant", &o);
    assert_int_equal(o.layout.indent, 0);
    assert_int_equal(o.layout.autospace, AUTOSPACE_INSERT);
    assert_int_equal(o.layout.mode.ambiguous, 2);
    assert_int_equal(o.layout.korean, KOREAN_WORD);
    assert_int_equal(o.layout.lang, LANG_ZH_HANT);
    options_free(&o);
    parse("kanbao --no-title --color never --panes stack --no-state -a raw -e GB18030", &o);
    assert_false(o.layout.title);
    assert_int_equal(o.color, WHEN_NEVER);
    assert_int_equal(o.panes, 2);
    assert_int_equal(o.library.as, TEXT_RAW);
    assert_string_equal(o.encoding, "GB18030");
    assert_true(o.no_state);
    options_free(&o);
    parse("kanbao --justify auto --orphans auto --width auto --indent auto", &o);
    assert_int_equal(o.justify, CHOICE_DEFAULT);
    assert_int_equal(o.avoid_orphans, CHOICE_DEFAULT);
    assert_int_equal(o.cols, -1);
    assert_int_equal(o.layout.indent, -1);
    options_free(&o);
    parse("kanbao --orphans allow --justify off -e auto --ambiguous auto --lang en", &o);
    assert_int_equal(o.avoid_orphans, CHOICE_NO);
    assert_int_equal(o.justify, CHOICE_NO);
    assert_null(o.encoding);
    assert_int_equal(o.layout.mode.ambiguous, 1);
    assert_int_equal(o.layout.lang, LANG_EN);
    options_free(&o);
}

static void test_modes(void **state)
{
    struct options o;

    (void)state;
    parse("kanbao -l", &o);
    assert_int_equal(o.mode, MODE_LIST);
    options_free(&o);
    parse("kanbao -p -1", &o);
    assert_int_equal(o.mode, MODE_PRINT);
    assert_true(selection_has(o.selection, 4, 4, STR("")));
    assert_false(selection_has(o.selection, 3, 4, STR("")));
    options_free(&o);
    parse("kanbao -p 1 -p 2", &o);
    assert_true(selection_has(o.selection, 2, 4, STR("")));
    assert_false(selection_has(o.selection, 1, 4, STR("")));
    options_free(&o);
    parse("kanbao --search 报", &o);
    assert_int_equal(o.mode, MODE_SEARCH);
    assert_true(query_matches(o.search, STR("看报")));
    options_free(&o);
    parse("kanbao --list --help --bogus", &o);
    assert_int_equal(o.mode, MODE_HELP);
    options_free(&o);
    parse("kanbao -V", &o);
    assert_int_equal(o.mode, MODE_VERSION);
    options_free(&o);
}

/* What --ignore says holds for what stands before it too. */
static void test_ignore_holds_everywhere(void **state)
{
    struct options o;

    (void)state;
    parse("kanbao -k abc -p /abc -i none", &o);
    assert_int_equal(o.fold, 0);
    assert_false(query_matches(o.keywords.v[0].query, STR("ABC")));
    assert_false(selection_has(o.selection, 1, 1, STR("ABC")));
    options_free(&o);
    parse("kanbao -k abc -k def --ignore width,case", &o);
    assert_int_equal(o.fold, FOLD_WIDTH | FOLD_CASE);
    assert_int_equal(o.keywords.n, 2);
    assert_true(query_matches(o.keywords.v[1].query, STR("ＤＥＦ")));
    options_free(&o);
    parse("kanbao -i kana,space", &o);
    assert_int_equal(o.fold, FOLD_KANA | FOLD_SPACE);
    options_free(&o);
    parse("kanbao -i none -i default", &o);
    assert_int_equal(o.fold, FOLD_DEFAULT);
    options_free(&o);
}

static void test_operands(void **state)
{
    struct options o;

    (void)state;
    parse("kanbao a.txt -w 40 - -- -l", &o);
    assert_int_equal(o.n_operands, 3);
    assert_string_equal(o.operands[0], "a.txt");
    assert_string_equal(o.operands[1], "-");
    assert_string_equal(o.operands[2], "-l");
    assert_int_equal(o.mode, MODE_BROWSE);
    options_free(&o);
}

static void test_refuses_bad_values(void **state)
{
    static const struct {
        const char *line;
        const char *words[4];
    } cases[] = {
        {"kanbao --width x", {"--width", "x", "0", "2 to 1000"}},
        {"kanbao --width 1", {"--width", "“1”"}},
        {"kanbao --width 1001", {"--width", "“1001”"}},
        {"kanbao --width 40x", {"--width", "“40x”"}},
        {"kanbao --width  40", {"--width", "“”"}},
        {"kanbao --width +40", {"--width", "“+40”"}},
        {"kanbao --width -40", {"--width", "“-40”"}},
        {"kanbao --width 99999999999999999999", {"--width", "“99999999999999999999”"}},
        {"kanbao --indent -1", {"--indent", "auto", "“-1”"}},
        {"kanbao --hang 1", {"--hang", "“1”", "0, 2"}},
        {"kanbao --indent 41", {"--indent", "“41”", "1 to 40"}},
        {"kanbao --kinsoku hard", {"--kinsoku", "“hard”", "auto, strict, normal, loose, none"}},
        {"kanbao --ambiguous 3", {"--ambiguous", "“3”", "auto, 1, 2"}},
        {"kanbao --justify yes", {"--justify", "“yes”", "auto, off, on"}},
        {"kanbao --format json", {"--format", "“json”", "text, jsonl, tsv"}},
        {"kanbao -i case,accents", {"--ignore", "“case,accents”", "width,case,script,kana,space"}},
        {"kanbao -i case,", {"--ignore", "“case,”"}},
        {"kanbao -i ", {"--ignore", "“”"}},
        {"kanbao -p 0", {"--print", "“0”", "1,4-6"}},
        {"kanbao -p /", {"--print"}},
        {"kanbao -k ", {"--keyword"}},
        {"kanbao -g ", {"--search"}},
        {"kanbao -l -p 1", {"--list", "--print"}},
        {"kanbao --format \033]0;x\a", {"--format"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *words[5] = {NULL};

        memcpy(words, cases[i].words, sizeof cases[i].words);
        check_refused(cases[i].line, words);
    }
}

static void test_refuses_what_is_no_option(void **state)
{
    static const char *const lines[][2] = {
        {"kanbao --bogus", "--bogus"}, {"kanbao --bogus=1", "--bogus=1"},
        {"kanbao -Z", "-Z"},           {"kanbao --list -Zx", "-Z"},
        {"kanbao --width", "--width"}, {"kanbao -l -w", "--width"},
        {"kanbao --list=1", "--list"}, {"kanbao --grep x", "--grep"},
        {"kanbao --rows 1", "--rows"}, {"kanbao --lines 2", "--lines"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const char *words[] = {lines[i][1], "--help", NULL};

        check_refused(lines[i][0], words);
    }
}

static void test_messages_carry_no_controls(void **state)
{
    struct options o;
    struct line l;
    struct err e = {""};

    (void)state;
    split("kanbao --lang \033]0;x\a", &l);
    assert_false(options_parse(l.argc, l.argv, &o, &e));
    for (const char *c = e.msg; *c; c++)
        assert_true((unsigned char)*c >= ' ');
    options_free(&o);
}

/* Writes a settings file into the tests' own folder; returns its path. */
static const char *write_settings(const char *text)
{
    static const char path[] = "settings-of-test-options";
    FILE *f = fopen(path, "w");

    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
    assert_int_equal(fclose(f), 0);
    return path;
}

static const char *const none[] = {NULL};

static void check_problems(const struct options *o, const char *const *expected)
{
    size_t i = 0;
    struct err e;

    while (options_problem(o, &i, &e))
        if (!expected[i - 1] || !strstr(e.msg, expected[i - 1]))
            fail_msg("problem %zu: %s", i, e.msg);
    assert_null(expected[i]);
}

static void test_settings(void **state)
{
    struct options o;

    (void)state;
    write_settings("\xEF\xBB\xBF# a comment\r\nwidth = 40\r\n  indent=0  ; a comment\n"
                   "no-title = on\n\tjustify = off\nencoding = GB18030\nignore = none\n"
                   "[keywords]\npeople = 林望舒\npeople = 姚丽敏\n[keys]\nquit = q");
    parse("kanbao --config settings-of-test-options --indent 2", &o);
    check_problems(&o, none);
    assert_int_equal(o.cols, 40);
    assert_int_equal(o.layout.indent, 2);
    assert_int_equal(o.justify, CHOICE_NO);
    assert_false(o.layout.title);
    assert_string_equal(o.encoding, "GB18030");
    assert_int_equal(o.fold, 0);
    assert_true(o.keywords.n == 2 && o.keywords.n_groups == 1);
    options_free(&o);
}

static void test_wrong_settings_are_skipped(void **state)
{
    static const char *const problems[] = {
        "options:1: width: “x” is not allowed",
        "options:2: there is no setting “bogus”",
        "options:3: there is no setting “print”",
        "options:4: this is neither",
        "options:5: there is no name",
        "options:6: no-title: “yes” is not allowed; allowed: off, on",
        "options:7: this is neither",
        "options:9: there is no section [colours]",
        "options:10: the line is longer",
        "options:12: there is no setting “\uFFFD[2J”",
        "options:16: pairs: not a regular expression", "options:17: none: nothing", NULL};
    struct options o;
    char text[1024];

    (void)state;
    snprintf(text, sizeof text,
             "width = x\nbogus = 1\nprint = all\nwidth\n= 40\nno-title = yes\n[keys\n"
             "[colours]\nx = 1\ny = %0400d\n[]\n\033[2J = 1\nhang = 2\nregexp = on\n"
             "[keywords]\npairs = (a|b\nnone =\npairs = c|d\n",
             1);
    write_settings(text);
    parse("kanbao --config settings-of-test-options", &o);
    check_problems(&o, problems);
    assert_int_equal(o.layout.hang, 2);
    assert_int_equal(o.cols, -1);
    assert_int_equal(o.keywords.n, 1);
    options_free(&o);
}

static void test_settings_file_that_cannot_be_read(void **state)
{
    static const char *const missing[] = {"no-such-file", NULL}, *const folder[] = {".", NULL};
    struct options o;

    (void)state;
    check_refused("kanbao --config no-such-file", missing);
    check_refused("kanbao --config .", folder);
    parse("kanbao --config /dev/null", &o);
    assert_int_equal(o.settings.n_problems, 0);
    options_free(&o);
}

/* The lines of --print-config say what holds: as comments they change nothing, and neither do they
 * when they are taken. */
static void test_printed_settings_are_the_defaults(void **state)
{
    struct options o, preset;
    char line_of_file[512], text[16384] = "";
    FILE *f = tmpfile();
    int taken = 0;

    (void)state;
    assert_non_null(f);
    pages_settings(f);
    rewind(f);
    while (fgets(line_of_file, sizeof line_of_file, f)) {
        bool is_setting = line_of_file[0] == '#' && line_of_file[1] != ' ';

        strncat(text, line_of_file + is_setting, sizeof text - strlen(text) - 1);
        taken += is_setting;
    }
    fclose(f);
    assert_true(taken >= 15);
    write_settings(text);
    parse("kanbao --config settings-of-test-options", &o);
    check_problems(&o, none);
    assert_int_equal(o.settings.n, taken);
    parse("kanbao --config /dev/null", &preset);
    assert_memory_equal(&o.layout, &preset.layout, sizeof o.layout);
    assert_memory_equal(&o.library, &preset.library, sizeof o.library);
    assert_int_equal(o.fold, preset.fold);
    assert_int_equal(o.cols, preset.cols);
    assert_int_equal(o.format, preset.format);
    assert_int_equal(o.color, preset.color);
    assert_int_equal(o.panes, preset.panes);
    assert_int_equal(o.ambiguous, preset.ambiguous);
    assert_int_equal(o.justify, preset.justify);
    assert_int_equal(o.avoid_orphans, preset.avoid_orphans);
    assert_int_equal(o.no_title, preset.no_title);
    assert_int_equal(o.no_state, preset.no_state);
    assert_null(o.encoding);
    options_free(&o);
    options_free(&preset);
    remove("settings-of-test-options");
}

static void test_help_fits_80_columns(void **state)
{
    FILE *f = tmpfile();
    char text[512];
    int lines = 0;

    (void)state;
    assert_non_null(f);
    pages_help(f);
    rewind(f);
    for (; fgets(text, sizeof text, f); lines++) {
        size_t n = 0;

        for (const char *c = text; *c && *c != '\n'; c++)
            n += ((unsigned char)*c & 0xC0) != 0x80;
        if (n > 80)
            fail_msg("%s", text);
    }
    assert_true(lines > 30);
    fclose(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_every_value),
        cmocka_unit_test(test_modes),
        cmocka_unit_test(test_ignore_holds_everywhere),
        cmocka_unit_test(test_operands),
        cmocka_unit_test(test_refuses_bad_values),
        cmocka_unit_test(test_refuses_what_is_no_option),
        cmocka_unit_test(test_messages_carry_no_controls),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_wrong_settings_are_skipped),
        cmocka_unit_test(test_settings_file_that_cannot_be_read),
        cmocka_unit_test(test_printed_settings_are_the_defaults),
        cmocka_unit_test(test_help_fits_80_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

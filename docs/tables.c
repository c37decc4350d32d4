/* Writes what is made from the option table: docs/tables bash|zsh|fish|settings. The first three
 * are the completions of data/completions, the last the list of man/kanbao-config.5. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "options/table.h"

static bool has_value(const struct option_row *row)
{
    return row->arg;
}

/* The help in one line, with a backslash before each of the `special` characters. */
static void put_help(const char *help, const char *special)
{
    for (; *help; help++) {
        if (strchr(special, *help))
            putchar('\\');
        putchar(*help == '\n' ? ' ' : *help);
    }
}

static void put_words(const char *const *words, const char *between)
{
    for (size_t i = 0; words[i]; i++)
        printf("%s%s", i > 0 ? between : "", words[i]);
}

/* --name or, where the row has one, its letter too, parted by `between`. */
static void put_names(const struct option_row *row, const char *between)
{
    printf("--%s", row->name);
    if (row->letter)
        printf("%s-%c", between, row->letter);
}

static void bash(const struct option_row *rows, size_t n)
{
    puts("# Completion of kanbao for bash. Written by docs/tables.\n"
         "_kanbao() {\n"
         "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words\n"
         "    # An option and its value may be joined by =, where bash cuts the word.\n"
         "    [[ $before != = ]] || before=${COMP_WORDS[COMP_CWORD-2]}\n"
         "    if [[ $word == = ]]; then\n"
         "        word='' before=${COMP_WORDS[COMP_CWORD-1]}\n"
         "    fi\n"
         "    COMPREPLY=()\n"
         "    case $before in");
    for (size_t i = 0; i < n; i++) {
        if (!rows[i].name || !has_value(&rows[i]) || rows[i].file)
            continue;
        fputs("    ", stdout);
        put_names(&rows[i], "|");
        if (rows[i].words) {
            fputs(") words='", stdout);
            put_words(rows[i].words, " ");
            puts("' ;;");
        } else {
            puts(") compopt +o default; return 0 ;;");
        }
    }
    fputs("    *)\n"
          "        [[ $word == -* ]] || return 0\n"
          "        words='",
          stdout);
    for (size_t i = 0; i < n; i++)
        if (rows[i].name)
            printf("%s--%s", i > 1 ? " " : "", rows[i].name);
    puts("' ;;\n"
         "    esac\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
         "}\n"
         "complete -o default -F _kanbao kanbao");
}

static void zsh(const struct option_row *rows, size_t n)
{
    puts("#compdef kanbao\n"
         "# Completion of kanbao for zsh. Written by docs/tables.\n"
         "_arguments -s -S \\");
    for (size_t i = 0; i < n; i++) {
        const struct option_row *row = &rows[i];

        if (!row->name)
            continue;
        fputs("    ", stdout);
        if (row->letter)
            printf("'(-%c --%s)'{-%c%s,--%s%s}", row->letter, row->name, row->letter,
                   has_value(row) ? "+" : "", row->name, has_value(row) ? "=" : "");
        else
            printf("--%s%s", row->name, has_value(row) ? "=" : "");
        fputs("\"[", stdout);
        put_help(row->help, "[]:\"$`");
        putchar(']');
        if (has_value(row)) {
            printf(":%s:", row->arg);
            if (row->file)
                fputs("_files", stdout);
            if (row->words) {
                putchar('(');
                put_words(row->words, " ");
                putchar(')');
            }
        }
        puts("\" \\");
    }
    puts("    '*:file:_files'");
}

static void fish(const struct option_row *rows, size_t n)
{
    puts("# Completion of kanbao for fish. Written by docs/tables.");
    for (size_t i = 0; i < n; i++) {
        const struct option_row *row = &rows[i];

        if (!row->name)
            continue;
        printf("complete -c kanbao -l %s", row->name);
        if (row->letter)
            printf(" -s %c", row->letter);
        if (has_value(row))
            fputs(row->file ? " -r -F" : " -x", stdout);
        if (row->words) {
            fputs(" -a '", stdout);
            put_words(row->words, " ");
            putchar('\'');
        }
        fputs(" -d '", stdout);
        put_help(row->help, "'\\");
        puts("'");
    }
}

/* The list of settings in mdoc(7). */
static void settings(const struct option_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct option_row *row = &rows[i];

        if (!row->preset)
            continue;
        printf(".It Ic %s No = Cm %s\n", row->name, row->preset);
        put_help(row->help, "");
        puts(".");
    }
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*write)(const struct option_row *rows, size_t n);
    } known[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}, {"settings", settings}};
    size_t n;
    const struct option_row *rows = option_table(&n);

    for (size_t i = 0; argc == 2 && i < sizeof known / sizeof *known; i++) {
        if (strcmp(argv[1], known[i].name) == 0) {
            known[i].write(rows, n);
            return fflush(stdout) != 0;
        }
    }
    fputs("usage: tables bash|zsh|fish|settings\n", stderr);
    return 2;
}

#include <config.h>

#include "options/pages.h"

#include <string.h>

#include "base/i18n.h"
#include "options/table.h"

enum { HELP_COLUMN = 24 };

/* The help text with its further lines set under the first. */
static void print_help_lines(FILE *out, const char *help)
{
    for (const char *end; (end = strchr(help, '\n')); help = end + 1)
        fprintf(out, "%.*s\n%*s", (int)(end - help), help, HELP_COLUMN, "");
    fprintf(out, "%s\n", help);
}

static void print_option(FILE *out, const struct option_row *row)
{
    char option[HELP_COLUMN + 1], letter[5] = "    ";

    if (row->letter)
        snprintf(letter, sizeof letter, "-%c, ", row->letter);
    snprintf(option, sizeof option, "  %s--%s%s%s", letter, row->name, row->arg ? " " : "",
             row->arg ? row->arg : "");
    fprintf(out, "%-*s", HELP_COLUMN, option);
    print_help_lines(out, _(row->help));
}

void pages_help(FILE *out)
{
    size_t n;
    const struct option_row *rows = option_table(&n);

    fputs(_("Usage: kanbao [OPTION]... [FILE|DIRECTORY|-]...\n"
            "Reads Chinese, Japanese and Korean newspaper pages as articles.\n"
            "Without FILE: standard input where it is no terminal, else the page read last,\n"
            "or the sample page.\n"),
          out);
    for (size_t i = 0; i < n; i++) {
        if (rows[i].name)
            print_option(out, &rows[i]);
        else
            fprintf(out, "\n%s:\n", _(rows[i].help));
    }
    fputs(_("\nExit status: 0 done, 1 nothing matched, 2 trouble (the rest is still shown).\n"),
          out);
}

/* Text as comment lines. */
static void print_comment(FILE *out, const char *text)
{
    for (const char *end; (end = strchr(text, '\n')); text = end + 1)
        fprintf(out, "# %.*s\n", (int)(end - text), text);
    fprintf(out, "# %s\n", text);
}

void pages_settings(FILE *out)
{
    size_t n;
    const struct option_row *rows = option_table(&n);

    print_comment(out, _("Settings of kanbao. Every line here says what holds anyway: take away "
                         "the #\nand change it. Options of the command line have the last word."));
    for (size_t i = 0; i < n; i++) {
        if (!rows[i].preset)
            continue;
        fputc('\n', out);
        print_comment(out, _(rows[i].help));
        fprintf(out, "#%s = %s\n", rows[i].name, rows[i].preset);
    }
    fputs("\n[keywords]\n", out);
    print_comment(out, _("Words that are marked wherever they occur: NAME = WORD\n"
                         "Words of one NAME are a group; [colors] may give it a look: NAME = red"));
}

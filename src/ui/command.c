#include <config.h>

#include "ui/command.h"

#include "base/i18n.h"

enum { COUNT_MAX = 100000000 };

static struct str skip_blanks(struct str s)
{
    while (s.n > 0 && s.s[0] == ' ')
        s = str_sub(s, 1, s.n);
    return s;
}

/* The number at the beginning of *line, which is taken from it; 0: none. */
static size_t take_count(struct str *line)
{
    size_t n = 0;

    while (line->n > 0 && line->s[0] >= '0' && line->s[0] <= '9') {
        if (n < COUNT_MAX)
            n = n * 10 + (size_t)(line->s[0] - '0');
        *line = str_sub(*line, 1, line->n);
    }
    return n;
}

bool command_parse(struct str line, struct command *c, struct err *e)
{
    struct str name;

    line = skip_blanks(line);
    *c = (struct command){.count = take_count(&line)};
    line = skip_blanks(line);
    name = str_sub(line, 0, str_find(line, STR(" "), 0));
    c->text = skip_blanks(str_sub(line, name.n, line.n));
    if (name.n == 0 && c->count > 0)
        c->action = ACTION_BOTTOM;
    else if (str_eq(name, STR("%")))
        c->action = ACTION_PERCENT;
    else
        c->action = keymap_named(name);
    if (c->action != ACTION_NONE)
        return true;
    return err_set(e, _("no command “%.*s”; Tab offers them"), (int)name.n, name.s);
}

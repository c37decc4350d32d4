#include <config.h>

#include "term/keyname.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "text/utf8.h"
#include "term/key.h"

static const struct {
    int key;
    const char *name;
} names[] = {
    {' ', N_("Space")},           {KEY_RETURN, N_("Enter")},    {KEY_TAB, N_("Tab")},
    {KEY_ESCAPE, N_("Esc")},      {KEY_ERASE, N_("Backspace")}, {KEY_DELETE, N_("Del")},
    {KEY_ARROW_UP, N_("Up")},     {KEY_ARROW_DOWN, N_("Down")}, {KEY_ARROW_LEFT, N_("Left")},
    {KEY_ARROW_RIGHT, N_("Right")}, {KEY_PAGE_UP, N_("PgUp")},  {KEY_PAGE_DOWN, N_("PgDn")},
    {KEY_TO_HOME, N_("Home")},    {KEY_TO_END, N_("End")},      {KEY_BACKTAB, N_("S-Tab")},
    {KEY_HELP_F1, "F1"},
};

enum { NAMES = sizeof names / sizeof *names };

void keyname_write(int key, bool translated, char *buf, size_t size)
{
    char character[5] = "";

    for (size_t i = 0; i < NAMES; i++) {
        if (names[i].key == key) {
            snprintf(buf, size, "%s", translated ? _(names[i].name) : names[i].name);
            return;
        }
    }
    if (key < ' ') {
        snprintf(buf, size, "^%c", key + '@');
        return;
    }
    utf8_put(character, (uint32_t)key);
    snprintf(buf, size, "%s", character);
}

int keyname_read(struct str name)
{
    uint32_t cp;

    for (size_t i = 0; i < NAMES; i++)
        if (str_eq(name, str_of(names[i].name)))
            return names[i].key;
    if (name.n == 2 && name.s[0] == '^' && name.s[1] >= '@' && name.s[1] < KEY_ERASE)
        return KEY_CONTROL(name.s[1]);
    return name.n > 0 && utf8_get(name, 0, &cp) == name.n && cp > ' ' ? (int)cp : KEY_NOTHING;
}

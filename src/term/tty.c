#include <config.h>

#include "term/tty.h"

#include <curses.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "base/base64.h"
#include "term/probe.h"
#include "term/signals.h"

/* Buttons and drags (1002), in decimal numbers (1006): xterm's, and everybody's since. */
#define MOUSE_ON  "\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l"

char *tty_capability(const char *name)
{
    char *cap = tigetstr(name);

    return cap == (char *)-1 ? NULL : cap;
}

static void send(const struct tty *t, const char *sequence)
{
    if (!t->out || !sequence)
        return;
    fputs(sequence, t->out);
    fflush(t->out);
}

static bool wants_mouse(const struct tty *t)
{
    return t->mouse && tty_capability("kmous");
}

void tty_take_keys(const struct tty *t)
{
    struct termios modes;

    if (!t->out || tcgetattr(fileno(t->out), &modes) != 0)
        return;
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
    modes.c_lflag &= ~(tcflag_t)IEXTEN;
    modes.c_cc[VINTR] = _POSIX_VDISABLE;
    tcsetattr(fileno(t->out), TCSADRAIN, &modes);
    def_prog_mode();
}

void tty_ask(const struct tty *t, bool on)
{
    send(t, tty_capability(on ? "BE" : "BD"));
    if (wants_mouse(t))
        send(t, on ? MOUSE_ON : MOUSE_OFF);
}

bool tty_probe(const struct tty *t)
{
    struct str question = str_of(probe_question());

    return write(fileno(t->out), question.s, question.n) >= 0;
}

bool tty_copy(const struct tty *t, struct str text)
{
    struct strbuf code = {0};
    char *set = tty_capability("Ms");

    if (!set)
        return false;
    base64_encode(text, &code);
    send(t, tparm(set, "c", code.n > 0 ? code.s : ""));
    strbuf_free(&code);
    return true;
}

void tty_arm_restore(const struct tty *t)
{
    static const char *const caps[] = {"BD", "sgr0", "cnorm", "rmkx", "rmcup"};
    struct strbuf b = {0};

    strbuf_add_str(&b, wants_mouse(t) ? STR(MOUSE_OFF) : STR(""));
    for (size_t i = 0; i < sizeof caps / sizeof *caps; i++) {
        char *cap = tty_capability(caps[i]);

        if (cap)
            strbuf_add_str(&b, str_of(cap));
    }
    if (b.n > 0)
        signals_set_restore(fileno(t->out), b.s, b.n);
    strbuf_free(&b);
}

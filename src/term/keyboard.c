#include <config.h>

#include "term/keyboard.h"

#include <curses.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "term/signals.h"

enum {
    ESCAPE_MS = 25,
    REPORT_MS = 50,   /* between the bytes of a report */
    REPORT_BYTES = 32,
    REPLY_MAX = 64,
    BYTE_MAX = 0xFF, /* larger ones are keys that curses knows */
    /* Sequences that curses knows by these numbers. */
    CODE_PASTE_BEGIN = KEY_MAX + 1,
    CODE_PASTE_END,
    CODE_REPORT,      /* the mouse in numbers */
    CODE_BYTES        /* the mouse in bytes */
};

/* ESC [1;2R is Shift-F3 to some terminals; here it is an answer. */
static void forget_places(void)
{
    char place[] = "\033[1;2R";

    for (; place[4] <= '9'; place[4]++)
        if (key_defined(place) > 0)
            define_key(place, 0);
}

void keyboard_prepare(struct keyboard *k)
{
    *k = (struct keyboard){0};
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(ESCAPE_MS);
    define_key("\033[200~", CODE_PASTE_BEGIN);
    define_key("\033[201~", CODE_PASTE_END);
    define_key("\033[<", CODE_REPORT);
    define_key("\033[M", CODE_BYTES);
    forget_places();
}

static void set_awaits(struct keyboard *k, bool awaits)
{
    k->awaits = awaits;
    signals_await_answers(awaits ? STDIN_FILENO : -1);
}

void keyboard_await(struct keyboard *k)
{
    set_awaits(k, true);
}

void keyboard_settle(struct keyboard *k, int fd)
{
    if (k->awaits)
        probe_discard(fd);
    set_awaits(k, false);
}

/* The next byte of a report, -1 when it does not come. */
static int next_byte(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    int c = getch();

    if (c == ERR && fd >= 0 && poll(&p, 1, REPORT_MS) > 0)
        c = getch();
    if (c > BYTE_MAX)
        ungetch(c);
    return c == ERR || c > BYTE_MAX ? -1 : c;
}

static int take_report(struct keyboard *k, int fd)
{
    char report[REPORT_BYTES];
    size_t n = 0;
    int c;

    while (n < sizeof report && (c = next_byte(fd)) >= 0) {
        report[n++] = (char)c;
        if (c != ';' && (c < '0' || c > '9'))
            break;
    }
    k->mouse = mouse_report((struct str){report, n});
    return KEY_POINTER;
}

static int take_bytes(struct keyboard *k, int fd)
{
    unsigned char bytes[3] = {0};
    int c;

    for (int i = 0; i < 3 && (c = next_byte(fd)) >= 0; i++)
        bytes[i] = (unsigned char)c;
    k->mouse = mouse_bytes(bytes);
    return KEY_POINTER;
}

static int from_curses(struct keyboard *k, int fd, int code)
{
    static const struct {
        int code;
        int key;
    } keys[] = {
        {KEY_RESIZE, KEY_RESIZED},      {KEY_UP, KEY_ARROW_UP},     {KEY_DOWN, KEY_ARROW_DOWN},
        {KEY_LEFT, KEY_ARROW_LEFT},     {KEY_RIGHT, KEY_ARROW_RIGHT}, {KEY_PPAGE, KEY_PAGE_UP},
        {KEY_NPAGE, KEY_PAGE_DOWN},     {KEY_HOME, KEY_TO_HOME},    {KEY_END, KEY_TO_END},
        {KEY_DC, KEY_DELETE},           {KEY_BTAB, KEY_BACKTAB},    {KEY_F(1), KEY_HELP_F1},
        {KEY_ENTER, KEY_RETURN},        {KEY_BACKSPACE, KEY_ERASE}, {KEY_A1, KEY_TO_HOME},
        {KEY_A3, KEY_PAGE_UP},          {KEY_C1, KEY_TO_END},       {KEY_C3, KEY_PAGE_DOWN},
        {CODE_PASTE_BEGIN, KEY_PASTE_BEGIN},                        {CODE_PASTE_END, KEY_PASTE_END},
    };

    if (code == CODE_REPORT)
        return take_report(k, fd);
    if (code == CODE_BYTES)
        return take_bytes(k, fd);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].code == code)
            return keys[i].key;
    return KEY_UNKNOWN;
}

/* What follows an ESC: an answer, perhaps in pieces, or something else, which is given back. */
static int take_escape(struct keyboard *k, int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    char text[REPLY_MAX];
    size_t n = 0;
    int c = getch();

    while (c != ERR && c <= BYTE_MAX && n < REPLY_MAX) {
        enum probe_reply reply;

        text[n] = (char)(c < 0x80 ? c : '\0');
        reply = probe_read(&k->probe, text, n + 1);
        if (reply == PROBE_REPLY_TAKEN) {
            if (k->probe.done)
                set_awaits(k, false);
            return KEY_ANSWERED;
        }
        if (reply == PROBE_REPLY_NONE)
            break;
        n++;
        c = getch();
        if (c == ERR && fd >= 0 && poll(&p, 1, ESCAPE_MS) > 0)
            c = getch();
    }
    if (c != ERR)
        ungetch(c);
    while (n > 0)
        ungetch((unsigned char)text[--n]);
    return KEY_ESCAPE;
}

/* A character in the charset of the locale, from its first byte on. Of what is none, only that byte
 * is lost: curses would wait for more than a hundred others to go with it. */
static int take_character(int fd, int c)
{
    char bytes[MB_LEN_MAX];
    size_t n = 0, used = 0;
    wchar_t wide;

    do {
        mbstate_t state = {0};

        bytes[n++] = (char)c;
        used = mbrtowc(&wide, bytes, n, &state);
    } while (used == (size_t)-2 && n < sizeof bytes && (c = next_byte(fd)) >= 0);
    if (used <= n)
        return (int)wide;
    while (n > 1)
        ungetch((unsigned char)bytes[--n]);
    return KEY_UNKNOWN;
}

/* A key that is there already. */
static int take_key(struct keyboard *k, int fd)
{
    int c = getch();

    if (c == ERR)
        return KEY_NOTHING;
    if (c > BYTE_MAX)
        return from_curses(k, fd, c);
    if (c == KEY_ESCAPE)
        return take_escape(k, fd);
    return c == '\n' ? KEY_RETURN : c == '\b' ? KEY_ERASE : take_character(fd, c);
}

/* Readable, and yet no key: the end of input, when there is not a byte. */
static bool has_gone(int fd)
{
    int waiting = 0;

    return ioctl(fd, FIONREAD, &waiting) != 0 || waiting == 0;
}

int keyboard_key(struct keyboard *k, int fd, int ms)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    int key = take_key(k, fd);

    if (key != KEY_NOTHING || fd < 0)
        return key;
    if (poll(&p, 1, ms) < 0)
        return errno == EINTR ? take_key(k, fd) : KEY_GONE;
    if (p.revents & (POLLERR | POLLNVAL))
        return KEY_GONE;
    if (!(p.revents & (POLLIN | POLLHUP)))
        return KEY_NOTHING;
    key = take_key(k, fd);
    return key == KEY_NOTHING && has_gone(p.fd) ? KEY_GONE : key;
}

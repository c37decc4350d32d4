#include <config.h>

#include "user/settings.h"

#include <errno.h>
#include <fcntl.h>
#include <ini.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"

enum { SETTINGS_MAX = 1 << 20 };

void settings_complain(struct settings *s, int line, const char *fmt, ...)
{
    char message[1024];
    va_list args;
    size_t i = s->n_problems;

    va_start(args, fmt);
    vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    s->problems = xgrow(s->problems, &s->cap_problems, s->n_problems + 1, sizeof *s->problems);
    for (; i > 0 && s->problems[i - 1].line > line; i--)
        s->problems[i] = s->problems[i - 1];
    s->problems[i] = (struct settings_problem){line, xmemdup0(message, strlen(message))};
    s->n_problems++;
}

/* Gives the file to inih line by line, because inih tells of the first wrong line alone. */
struct feed {
    struct settings *s;
    struct str rest; /* of the file */
    int line;        /* the one that inih has */
    bool expected;   /* it must be a setting */
};

static const char *keep(struct settings *s, const char *text)
{
    return arena_copy(&s->texts, (struct str){text, strlen(text) + 1}).s;
}

/* inih calls it for the line that it was given last. */
static int take(void *ctx, const char *section, const char *name, const char *value)
{
    struct feed *f = ctx;
    struct settings *s = f->s;

    f->expected = false;
    if (name[0] == '\0') {
        settings_complain(s, f->line, "%s", _("there is no name before the ="));
        return 1;
    }
    s->v = xgrow(s->v, &s->cap, s->n + 1, sizeof *s->v);
    s->v[s->n++] =
        (struct setting){f->line, keep(s, section), keep(s, name), keep(s, value ? value : "")};
    return 1;
}

static void settle(struct feed *f)
{
    if (f->expected)
        settings_complain(f->s, f->line, "%s", _("this is neither “name = value” nor “[section]”"));
    f->expected = false;
}

static struct str trim(struct str s)
{
    while (s.n > 0 && strchr(" \t\r\n", s.s[s.n - 1]))
        s.n--;
    while (s.n > 0 && strchr(" \t", s.s[0]))
        s = str_sub(s, 1, s.n);
    return s;
}

/* The next line, without the blanks that would make it go on with the one before; "" for one that
 * inih must not see. */
static struct str next_line(struct feed *f, size_t max)
{
    size_t end = str_find(f->rest, STR("\n"), 0);
    struct str line = trim(str_sub(f->rest, 0, end));

    f->rest = str_sub(f->rest, end < f->rest.n ? end + 1 : end, f->rest.n);
    f->line++;
    if (memchr(line.s, '\0', line.n)) {
        settings_complain(f->s, f->line, "%s", _("this is no text"));
        return STR("");
    }
    if (line.n > max) {
        settings_complain(
            f->s, f->line,
            ngettext_("the line is longer than %zu byte", "the line is longer than %zu bytes", max),
            max);
        return STR("");
    }
    return line;
}

static char *feed_line(char *buf, int size, void *ctx)
{
    struct feed *f = ctx;
    struct str line;

    settle(f);
    if (f->rest.n == 0)
        return NULL;
    line = next_line(f, (size_t)size - 2);
    f->expected = line.n > 0 && !strchr("#;[", line.s[0]);
    if (line.n > 0 && line.s[0] == '[' && !memchr(line.s, ']', line.n))
        f->expected = true;
    memcpy(buf, line.s, line.n);
    memcpy(buf + line.n, "\n", 2);
    return buf;
}

/* The file's bytes. Never waits: what is no file of a sensible size is refused. */
static enum settings_found read_file(const char *path, struct strbuf *out, struct err *e)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat st;
    char buf[4096];
    ssize_t n = -1;

    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return SETTINGS_NONE;
    if (fd >= 0 && fstat(fd, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISCHR(st.st_mode))
        err_set(e, "%s", _("this is not a file of settings"));
    else
        while (fd >= 0 && out->n <= SETTINGS_MAX && (n = read(fd, buf, sizeof buf)) > 0)
            strbuf_add(out, buf, (size_t)n);
    if (out->n > SETTINGS_MAX)
        err_set(e, "%s", _("this is too large for a file of settings"));
    else if (n < 0 && !e->msg[0])
        err_set(e, "%s", strerror(errno));
    if (fd >= 0)
        close(fd);
    return e->msg[0] ? SETTINGS_UNREADABLE : SETTINGS_READ;
}

static bool parse(struct str text, struct settings *s, struct err *e)
{
    static const char *const names[] = {"ini_parse_stream"};
    struct {
        __typeof__(ini_parse_stream) *parse_stream;
    } lib;
    struct feed feed = {s, text, 0, false};

    if (text.n == 0)
        return true;
    if (!dynlib_load(DYNLIB("inih", "1"), names, 1, &lib, e))
        return false;
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        feed.rest = str_sub(text, 3, text.n);
    lib.parse_stream(feed_line, &feed, take, &feed);
    return true;
}

enum settings_found settings_read(const char *path, struct settings *s, struct err *e)
{
    struct strbuf text = {0};
    enum settings_found found;

    e->msg[0] = '\0';
    found = read_file(path, &text, e);
    if (found == SETTINGS_READ && !parse(strbuf_str(&text), s, e))
        found = SETTINGS_UNREADABLE;
    strbuf_free(&text);
    return found;
}

void settings_free(struct settings *s)
{
    for (size_t i = 0; i < s->n_problems; i++)
        free(s->problems[i].message);
    free(s->problems);
    free(s->v);
    arena_free(&s->texts);
}

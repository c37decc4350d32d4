#include <config.h>

#include "base/sandbox.h"

#ifdef WITH_SANDBOX

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <seccomp.h>

#include "base/dynlib.h"

/* Landlock's interface, which headers are often older than (landlock(7)). */
enum {
    FS_EXECUTE = 1 << 0,
    FS_WRITE_FILE = 1 << 1,
    FS_READ_FILE = 1 << 2,
    FS_READ_DIR = 1 << 3,
    FS_REMOVE_FILE = 1 << 5,
    FS_MAKE_REG = 1 << 8,
    FS_VERSION_1 = (1 << 13) - 1,
    FS_REFER = 1 << 13,     /* version 2 */
    FS_TRUNCATE = 1 << 14,  /* version 3 */
    FS_IOCTL_DEV = 1 << 15, /* version 5 */
    NET_TCP = 3,            /* version 4: bind and connect */
    SCOPE_ALL = 3,          /* version 6: abstract sockets, signals */
    RULE_PATH_BENEATH = 1,
    ASK_VERSION = 1,
    SIZE_VERSION_1 = 8,
    SIZE_VERSION_4 = 16,
    SIZE_VERSION_6 = 24
};

struct ruleset {
    uint64_t fs, net, scoped;
};

struct path_rule {
    uint64_t allowed;
    int32_t parent;
} __attribute__((packed));

enum {
    READ_FILE = FS_READ_FILE,
    READ_ALL = FS_READ_FILE | FS_READ_DIR,
    WRITE_BELOW = READ_ALL | FS_WRITE_FILE | FS_MAKE_REG | FS_REMOVE_FILE | FS_TRUNCATE,
    CONTROL = FS_READ_FILE | FS_WRITE_FILE | FS_IOCTL_DEV,
    FOR_FILES = FS_READ_FILE | FS_WRITE_FILE | FS_TRUNCATE | FS_IOCTL_DEV
};

int sandbox_landlock_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);

    return version > 0 ? (int)version : 0;
}

static uint64_t handled_fs(int version)
{
    return FS_VERSION_1 | (version >= 2 ? FS_REFER : 0) | (version >= 3 ? FS_TRUNCATE : 0) |
           (version >= 5 ? FS_IOCTL_DEV : 0);
}

static int new_ruleset(int version)
{
    struct ruleset r = {handled_fs(version), version >= 4 ? NET_TCP : 0,
                        version >= 6 ? SCOPE_ALL : 0};
    size_t size = version >= 6 ? SIZE_VERSION_6 : version >= 4 ? SIZE_VERSION_4 : SIZE_VERSION_1;

    return (int)syscall(SYS_landlock_create_ruleset, &r, size, 0);
}

/* A path that is not there needs no permission: it cannot be opened anyway. */
static void allow(int ruleset, const char *path, uint64_t access)
{
    struct path_rule rule = {access, open(path, O_PATH | O_CLOEXEC)};
    struct stat st;

    if (rule.parent < 0)
        return;
    if (fstat(rule.parent, &st) == 0 && !S_ISDIR(st.st_mode))
        rule.allowed &= FOR_FILES;
    syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent);
}

static bool enter_landlock(const struct sandbox *s)
{
    /* For libraries and charsets that are loaded on first use. */
    static const char *const system[] = {"/usr", "/lib", "/lib64", "/etc/ld.so.cache"};
    int version = sandbox_landlock_version();
    int ruleset = version > 0 ? new_ruleset(version) : -1;
    bool held;

    if (ruleset < 0)
        return false;
    for (size_t i = 0; i < sizeof system / sizeof *system; i++)
        allow(ruleset, system[i], READ_ALL);
    allow(ruleset, s->messages, READ_ALL);
    for (size_t i = 0; i < sizeof s->write / sizeof *s->write && s->write[i]; i++)
        allow(ruleset, s->write[i], WRITE_BELOW & handled_fs(version));
    if (s->terminal)
        allow(ruleset, s->terminal, CONTROL & handled_fs(version));
    for (size_t i = 0; i < s->n_read; i++)
        allow(ruleset, s->read[i], READ_ALL);
    held = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return held;
}

/* What a reader of texts never does. */
static const int refused[] = {
    SCMP_SYS(socket),       SCMP_SYS(socketpair),       SCMP_SYS(connect),
    SCMP_SYS(bind),         SCMP_SYS(listen),           SCMP_SYS(accept),
    SCMP_SYS(accept4),      SCMP_SYS(execve),           SCMP_SYS(execveat),
    SCMP_SYS(fork),         SCMP_SYS(vfork),            SCMP_SYS(clone),
    SCMP_SYS(clone3),       SCMP_SYS(ptrace),           SCMP_SYS(process_vm_readv),
    SCMP_SYS(bpf),          SCMP_SYS(process_vm_writev), SCMP_SYS(pidfd_getfd),
    SCMP_SYS(io_uring_setup), SCMP_SYS(userfaultfd),    SCMP_SYS(perf_event_open),
    SCMP_SYS(mount),        SCMP_SYS(umount2),          SCMP_SYS(unshare),
    SCMP_SYS(setns),        SCMP_SYS(chroot),           SCMP_SYS(keyctl),
    SCMP_SYS(add_key),      SCMP_SYS(request_key),      SCMP_SYS(open_by_handle_at),
    SCMP_SYS(init_module),  SCMP_SYS(finit_module),     SCMP_SYS(kexec_load),
};

struct libseccomp {
    __typeof__(seccomp_init) *init;
    __typeof__(seccomp_rule_add_array) *rule_add_array;
    __typeof__(seccomp_load) *load;
    __typeof__(seccomp_release) *release;
};

static bool enter_seccomp(void)
{
    static const char *const names[] = {"seccomp_init", "seccomp_rule_add_array", "seccomp_load",
                                        "seccomp_release"};
    /* Typing into the terminal that the program was started from. */
    const struct scmp_arg_cmp tiocsti = {1, SCMP_CMP_MASKED_EQ, 0xFFFFFFFF, TIOCSTI};
    const uint32_t deny = SCMP_ACT_ERRNO(EPERM);
    struct libseccomp lib;
    scmp_filter_ctx filter;
    bool held;

    if (!dynlib_load(DYNLIB("seccomp", "2"), names, sizeof names / sizeof *names, &lib, NULL))
        return false;
    filter = lib.init(SCMP_ACT_ALLOW);
    if (!filter)
        return false;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        lib.rule_add_array(filter, deny, refused[i], 0, NULL);
    lib.rule_add_array(filter, deny, SCMP_SYS(ioctl), 1, &tiocsti);
    held = lib.load(filter) == 0;
    lib.release(filter);
    return held;
}

unsigned sandbox_enter(const struct sandbox *s)
{
    unsigned layers = enter_landlock(s) ? SANDBOX_LANDLOCK : 0;

    return layers | (enter_seccomp() ? SANDBOX_SECCOMP : 0);
}

#else

int sandbox_landlock_version(void)
{
    return 0;
}

unsigned sandbox_enter(const struct sandbox *s)
{
    (void)s;
    return 0;
}

#endif

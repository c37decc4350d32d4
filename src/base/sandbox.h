/* What the program gives up before it reads texts it need not trust: the network, other programs,
 * and all files but those it was told to read (Landlock and seccomp, on Linux). */
#ifndef KANBAO_BASE_SANDBOX_H
#define KANBAO_BASE_SANDBOX_H

#include <stddef.h>

/* What is allowed still, for ever. Borrowed. */
struct sandbox {
    char *const *read; /* files to read, folders to read all that is below them */
    size_t n_read;
    const char *messages; /* the folder of translations, read too */
    const char *write[3]; /* folders in which files may be made, read and written; NULL: none */
    const char *terminal; /* a device to read keys from and to control; NULL: none */
};

/* What holds. */
enum sandbox_layers { SANDBOX_LANDLOCK = 1, SANDBOX_SECCOMP = 2 };

/* Confines the process: from here on only those files and the system's libraries can be opened,
 * what is open stays usable, and sockets, new processes and programs are refused (EACCES, EPERM).
 * What the kernel does not have is left out: returns the layers that hold (enum sandbox_layers). */
unsigned sandbox_enter(const struct sandbox *s);

/* Landlock's version in this kernel (landlock(7)); 0: none, or the program was built without. */
int sandbox_landlock_version(void);

#endif

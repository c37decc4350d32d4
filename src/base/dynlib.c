#include <config.h>

#include "base/dynlib.h"

#include <dlfcn.h>
#include <string.h>

#include "base/i18n.h"

bool dynlib_load(const char *library, const char *const *names, size_t n, void *functions,
                 struct err *e)
{
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);

    if (!handle)
        return err_set(e, _("the library %s is missing; install it"), library);
    for (size_t i = 0; i < n; i++) {
        void *function = dlsym(handle, names[i]);

        if (!function)
            return err_set(e, _("the library %s has no %s; install a newer one"), library,
                           names[i]);
        /* POSIX: a function pointer fits into what dlsym returns. */
        memcpy((char *)functions + i * sizeof function, &function, sizeof function);
    }
    return true;
}

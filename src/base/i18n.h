/* Messages in the user's language (gettext). */
#ifndef KANBAO_BASE_I18N_H
#define KANBAO_BASE_I18N_H

#if ENABLE_NLS
#include <libintl.h>
#define _(s) gettext(s)
#define ngettext_(one, many, n) ngettext(one, many, n)
#else
#define _(s) (s)
#define ngettext_(one, many, n) ((n) == 1 ? (one) : (many))
#endif
#define N_(s) s

#endif

/* Base64 (RFC 4648, section 4). */
#ifndef KANBAO_BASE_BASE64_H
#define KANBAO_BASE_BASE64_H

#include "base/str.h"

/* Appends the code of data. */
void base64_encode(struct str data, struct strbuf *out);

#endif

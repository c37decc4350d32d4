/* Time that only goes forward. */
#ifndef KANBAO_BASE_CLOCK_H
#define KANBAO_BASE_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment before the program began. */
int64_t clock_ms(void);

#endif

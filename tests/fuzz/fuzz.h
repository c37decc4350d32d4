/* What a fuzz target defines; libFuzzer, or replay.c in an ordinary build, calls it. */
#ifndef KANBAO_FUZZ_H
#define KANBAO_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Always 0; a fault shows itself by an assertion or a sanitizer. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif

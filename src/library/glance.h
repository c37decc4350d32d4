/* How much of a long source's beginning is looked at before its first sheet, which takes longer
 * than a first screen may. */
#ifndef KANBAO_LIBRARY_GLANCE_H
#define KANBAO_LIBRARY_GLANCE_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of the next piece, when `known` articles were found in the bytes before `off` and `wanted`
 * are to be shown; 0 when that is enough: a screen that lacks a row is drawn twice. */
uint32_t glance_next(size_t wanted, size_t known, uint64_t off);

#endif

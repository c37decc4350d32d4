/* Dates and times of day as pages print them. */
#ifndef KANBAO_PAPER_DATE_H
#define KANBAO_PAPER_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/charclass.h"

bool date_is_digit(enum charclass c);
/* Length of the digits at `off`. */
size_t date_digits(struct str s, size_t off);

/* Whether a date may begin with it, other than with digits: 中華民國, 令和. */
bool date_begins_era(uint32_t cp);
/* Length of the date at the head of s: 2025年6月7日, April 29, 2023, 2023-04-29, 11/27/26; 0 for
 * none. */
size_t date_length(struct str s);
/* Length of the time of day at the head of s: 07:30, 07:30:12, 10:07 PM, 7時30分; 0 for none. */
size_t date_time_length(struct str s);

#endif

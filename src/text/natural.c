#include <config.h>

#include "text/natural.h"

#include <stdbool.h>

enum { KEY_BYTES = 8, LONGEST = 9 /* digits that a key tells apart */ };

/* The bytes of the digit at i, and its value; 0 when there is none. */
static size_t digit_at(struct str s, size_t i, int *value)
{
    const unsigned char *c = (const unsigned char *)s.s + i;

    if (i >= s.n)
        return 0;
    if (c[0] >= '0' && c[0] <= '9') {
        *value = c[0] - '0';
        return 1;
    }
    if (s.n - i < 3 || c[0] != 0xEF || c[1] != 0xBC || c[2] < 0x90 || c[2] > 0x99) /* U+FF10 */
        return 0;
    *value = c[2] - 0x90;
    return 3;
}

static size_t skip_zeros(struct str s, size_t i)
{
    int value;
    size_t n;

    while ((n = digit_at(s, i, &value)) > 0 && value == 0)
        i += n;
    return i;
}

/* How many digits there are from i on. */
static size_t count_digits(struct str s, size_t i)
{
    size_t count = 0, n;
    int value;

    for (; (n = digit_at(s, i, &value)) > 0; i += n)
        count++;
    return count;
}

/* Compares the numbers that begin at *i and *k, and passes over them. */
static int compare_numbers(struct str a, size_t *i, struct str b, size_t *k)
{
    size_t n, m;
    int d = 0;

    *i = skip_zeros(a, *i);
    *k = skip_zeros(b, *k);
    n = count_digits(a, *i);
    m = count_digits(b, *k);
    if (n != m)
        return n < m ? -1 : 1;
    for (; n > 0; n--) {
        int x = 0, y = 0;

        *i += digit_at(a, *i, &x);
        *k += digit_at(b, *k, &y);
        if (d == 0)
            d = x - y;
    }
    return d;
}

/* What stands at i, for the order: a digit, whatever its width, among ASCII's characters; less than
 * everything at the end. */
static int rank_at(struct str s, size_t i)
{
    int value;

    if (i >= s.n)
        return -1;
    return digit_at(s, i, &value) > 0 ? '0' + value : (unsigned char)s.s[i];
}

/* Of two that are the same but for zeros and the width of digits: 01 and 1. */
static int compare_bytes(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int d = n > 0 ? memcmp(a.s, b.s, n) : 0;

    return d != 0 || a.n == b.n ? d : a.n < b.n ? -1 : 1;
}

int natural_compare(struct str a, struct str b)
{
    int value;

    for (size_t i = 0, k = 0; i < a.n || k < b.n;) {
        int d;

        if (digit_at(a, i, &value) > 0 && digit_at(b, k, &value) > 0)
            d = compare_numbers(a, &i, b, &k);
        else
            d = rank_at(a, i++) - rank_at(b, k++);
        if (d != 0)
            return d;
    }
    return compare_bytes(a, b);
}

/* A number is in it as the count of its digits, which decides first, and these, two in a byte. */
uint64_t natural_key(struct str s)
{
    uint64_t key = 0;
    size_t i = 0, digits = 0;
    bool ended = false;

    for (int k = 0; k < KEY_BYTES; k++) {
        int value, byte;
        size_t n = digit_at(s, i, &value);

        if (n > 0 && digits == 0 && !ended) {
            i = skip_zeros(s, i);
            digits = count_digits(s, i);
            ended = digits > LONGEST - 1;
            byte = '0' + (int)(ended ? LONGEST : digits);
        } else if (n > 0 && !ended) {
            byte = 10 * value;
            i += n;
            if (--digits > 0) {
                i += digit_at(s, i, &value);
                byte += value;
                digits--;
            }
        } else {
            byte = i < s.n && !ended ? (unsigned char)s.s[i++] : 0;
        }
        key = key << 8 | (uint64_t)byte;
    }
    return key;
}

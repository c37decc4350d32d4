#include <config.h>

#include "text/natural.h"

#include <stdbool.h>

enum {
    KEY_BYTES = 8,
    LONGEST = 9,        /* digits that a key tells apart */
    HAN_LARGEST = 65535 /* number in ideographs that a key tells apart */
};

/* Numbers in ideographs stand where the first of them does. */
#define HAN_PLACE STR("一")

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

/* The bytes of the numeral at i that is an ideograph, and its value; 0 when there is none. */
static size_t numeral_at(struct str s, size_t i, uint64_t *value)
{
    static const struct {
        char text[4];
        unsigned value;
    } numerals[] = {
        {"〇", 0}, {"零", 0},  {"一", 1},  {"二", 2},  {"两", 2},   {"兩", 2},
        {"三", 3}, {"四", 4},  {"五", 5},  {"六", 6},  {"七", 7},   {"八", 8},
        {"九", 9}, {"十", 10}, {"廿", 20}, {"卅", 30}, {"百", 100}, {"千", 1000},
    };

    if (s.n < i + 3 || (unsigned char)s.s[i] < 0xE3 || (unsigned char)s.s[i] > 0xE9)
        return 0;
    for (size_t k = 0; k < sizeof numerals / sizeof *numerals; k++)
        if (memcmp(s.s + i, numerals[k].text, 3) == 0) {
            *value = numerals[k].value;
            return 3;
        }
    return 0;
}

/* The bytes of the number in ideographs at i, and its value: 二十三, 二三; 0 when there is none.
 * One too large for a value has the same wrong one everywhere. */
static size_t han_number_at(struct str s, size_t i, uint64_t *value)
{
    uint64_t whole = 0, digits = 0, v;
    size_t from = i, n;

    for (; (n = numeral_at(s, i, &v)) > 0; i += n) {
        if (v < 10) {
            digits = digits * 10 + v;
        } else {
            whole += (digits > 0 ? digits : 1) * v;
            digits = 0;
        }
    }
    *value = whole + digits;
    return i - from;
}

/* Where s from i on, which begins with no number in ideographs, stands to one. */
static int compare_to_han_number(struct str s, size_t i)
{
    size_t n = s.n - i < HAN_PLACE.n ? s.n - i : HAN_PLACE.n;
    int d = 0, digit;

    if (n > 0 && digit_at(s, i, &digit) == 0)
        d = memcmp(s.s + i, HAN_PLACE.s, n);
    return d != 0 ? d : -1; /* a digit, or the end */
}

/* Compares what begins at *i and *k when one of both is a number in ideographs, and passes over
 * two; false when neither is. */
static bool compare_han_numbers(struct str a, size_t *i, struct str b, size_t *k, int *d)
{
    uint64_t x, y;
    size_t n = han_number_at(a, *i, &x), m = han_number_at(b, *k, &y);

    if (n > 0 && m > 0)
        *d = x < y ? -1 : x > y;
    else if (n > 0 || m > 0)
        *d = n > 0 ? -compare_to_han_number(b, *k) : compare_to_han_number(a, *i);
    *i += n;
    *k += m;
    return n > 0 || m > 0;
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
        else if (!compare_han_numbers(a, &i, b, &k, &d))
            d = rank_at(a, i++) - rank_at(b, k++);
        if (d != 0)
            return d;
    }
    return compare_bytes(a, b);
}

/* The first bytes of a key. */
struct key {
    uint64_t bytes;
    int n;
};

static void put(struct key *key, uint64_t byte)
{
    if (key->n == KEY_BYTES)
        return;
    key->bytes = key->bytes << 8 | byte;
    key->n++;
}

/* A number is in the key as the count of its digits, which decides first, and these, two in a byte.
 * False when the key has to end with it. */
static bool put_number(struct key *key, struct str s, size_t *i)
{
    size_t digits;

    *i = skip_zeros(s, *i);
    digits = count_digits(s, *i);
    put(key, '0' + (digits < LONGEST ? digits : LONGEST));
    if (digits >= LONGEST)
        return false;
    for (int tens = 0, ones = 0; digits > 0; digits -= digits > 1 ? 2 : 1) {
        *i += digit_at(s, *i, &tens);
        ones = 0;
        if (digits > 1)
            *i += digit_at(s, *i, &ones);
        put(key, 10 * (uint64_t)tens + (uint64_t)ones);
    }
    return true;
}

static bool put_han_number(struct key *key, uint64_t value)
{
    uint64_t told = value < HAN_LARGEST ? value : HAN_LARGEST;

    for (size_t i = 0; i < HAN_PLACE.n; i++)
        put(key, (unsigned char)HAN_PLACE.s[i]);
    put(key, told >> 8);
    put(key, told & 0xFF);
    return value < HAN_LARGEST;
}

uint64_t natural_key(struct str s)
{
    struct key key = {0};
    bool more = true;

    for (size_t i = 0, n; more && i < s.n && key.n < KEY_BYTES; i += n) {
        uint64_t number;
        int value;

        n = 0;
        if (digit_at(s, i, &value) > 0)
            more = put_number(&key, s, &i);
        else if ((n = han_number_at(s, i, &number)) > 0)
            more = put_han_number(&key, number);
        else
            put(&key, (unsigned char)s.s[i]), n = 1;
    }
    while (key.n < KEY_BYTES)
        put(&key, 0);
    return key.bytes;
}

#include <config.h>

#include "layout/hanging.h"

enum { NAME_MAX_CLUSTERS = 4 };

static enum charclass class_at(const struct clusters *t, size_t i)
{
    return (enum charclass)t->v[i].class;
}

static bool is_digit(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 0xFF10 && cp <= 0xFF19);
}

/* 一 to 十, 百 */
static bool is_numeral(uint32_t cp)
{
    switch (cp) {
    case 0x4E00:
    case 0x4E8C:
    case 0x4E09:
    case 0x56DB:
    case 0x4E94:
    case 0x516D:
    case 0x4E03:
    case 0x516B:
    case 0x4E5D:
    case 0x5341:
    case 0x767E:
        return true;
    default:
        return false;
    }
}

/* The end of the run of such characters from cluster i on. */
static size_t skip(const struct clusters *t, size_t i, bool (*is_of)(uint32_t cp))
{
    while (i < t->n && is_of(clusters_cp(t, i)))
        i++;
    return i;
}

/* 章 节 条 款 */
static bool is_division(uint32_t cp)
{
    return cp == 0x7AE0 || cp == 0x8282 || cp == 0x6761 || cp == 0x6B3E;
}

static bool is_digit_or_numeral(uint32_t cp)
{
    return is_digit(cp) || is_numeral(cp);
}

/* 1. 1． 1、 1） 1), but not 3.14 */
static size_t find_number(const struct clusters *t)
{
    size_t i = skip(t, 0, is_digit);

    if (i == 0)
        return 0;
    switch (clusters_cp(t, i)) {
    case '.':
    case 0xFF0E:
    case 0x3001:
    case ')':
    case 0xFF09:
        return is_digit(clusters_cp(t, i + 1)) ? 0 : i + 1;
    default:
        return 0;
    }
}

/* （一） (1) */
static size_t find_in_brackets(const struct clusters *t)
{
    size_t i = skip(t, 1, is_digit);
    uint32_t close;

    if (i == 1)
        i = skip(t, 1, is_numeral);
    close = clusters_cp(t, i);
    return i > 1 && (close == ')' || close == 0xFF09) ? i + 1 : 0;
}

/* 问 問 答 */
static bool is_question_or_answer(uint32_t cp)
{
    return cp == 0x95EE || cp == 0x554F || cp == 0x7B54;
}

/* 问： 张三：, but not 他说：“ */
static size_t find_name(const struct clusters *t)
{
    size_t i = 0;
    enum charclass next;

    while (i < t->n && i < NAME_MAX_CLUSTERS && class_at(t, i) == CC_HAN)
        i++;
    if (i == 0 || clusters_cp(t, i) != 0xFF1A)
        return 0;
    if (i == 1 && is_question_or_answer(clusters_cp(t, 0)))
        return i + 1;
    next = class_at(t, i + 1);
    return next == CC_OQUOTE || next == CC_OPEN || next == CC_AQUOTE ? 0 : i + 1;
}

static size_t find(const struct clusters *t)
{
    uint32_t first = clusters_cp(t, 0);
    size_t i;

    if (class_at(t, 0) == CC_ENUM || class_at(t, 0) == CC_BULLET || first == 0x2022 ||
        first == 0xB7)
        return 1;
    if (first == '(' || first == 0xFF08)
        return find_in_brackets(t);
    if (first == 0x7B2C) { /* 第 */
        i = skip(t, 1, is_digit_or_numeral);
        if (i > 1 && is_division(clusters_cp(t, i)))
            return i + 1;
    }
    i = skip(t, 0, is_numeral);
    if (i > 0 && clusters_cp(t, i) == 0x3001)
        return i + 1;
    i = find_number(t);
    return i > 0 ? i : find_name(t);
}

size_t hanging_label(const struct clusters *t)
{
    size_t i = t->n > 0 ? find(t) : 0;

    while (i > 0 && i < t->n && cluster_is_blank(t, i))
        i++;
    return i < t->n ? i : 0;
}

/* What stands before the text of a list's item, of a speech in a play or an interview, and of a
 * quoted mail: the rows after the first begin where the text does. */
#ifndef KANBAO_LAYOUT_HANGING_H
#define KANBAO_LAYOUT_HANGING_H

#include <stddef.h>

#include "layout/cluster.h"

/* How many clusters at the head of the paragraph are a label, with the blanks after it; 0 when
 * there is none, or nothing but it.
 *
 *   一、 （一） (1) 1. 1． 1、 1） ① ●    an item's number or ornament
 *   第一章 第二条                         章 节 条 款
 *   问： 答： 张三：                      who speaks: up to four ideographs; before a quotation
 *                                         only 问 and 答, as a novel has 他说：“
 *   > >>                                  mail */
size_t hanging_label(const struct clusters *t);

#endif

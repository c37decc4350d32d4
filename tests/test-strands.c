/* Articles whose columns stand beside each other, as plain extraction writes them. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"
#include "growth.h"
#include "paper/page.h"
#include "rebuilt.h"

/* The bridge: two columns of it, the first of which ends in mid-sentence. */
#define BRIDGE_HEAD "老石桥重新开放\n本报记者 周启明\n"
#define BRIDGE_1 \
    "修缮了两年的老石桥昨天\n" \
    "重新开放，附近的居民一大早\n" \
    "就来到桥头等着。\n" \
    "七十岁的陈阿婆说，她从\n" \
    "小在这座桥上来来回回，桥封\n" \
    "了两年，去菜场要多绕半里路\n" \
    "，现在总算好了。\n" \
    "工匠们把桥面的青石一块\n" \
    "块编上号拆下来，补好桥拱的\n" \
    "裂缝以后再按原来的次序铺回\n"
#define BRIDGE_2 \
    "去，连石缝里的灰浆也是照着\n" \
    "老方子调的。\n"
#define BRIDGE_3 \
    "老石桥的青石桥面今后不\n" \
    "再走车，桥头装上了石墩，桥\n" \
    "拱下面的灯夜里十点关。\n"
#define BRIDGE \
    "H 老石桥重新开放\nB 本报记者 周启明\n" \
    "P 修缮了两年的老石桥昨天重新开放，附近的居民一大早就来到桥头等着。\n" \
    "P 七十岁的陈阿婆说，她从小在这座桥上来来回回，桥封了两年，去菜场要多绕半里路，现在总算好了。\n" \
    "P 工匠们把桥面的青石一块块编上号拆下来，补好桥拱的裂缝以后再按原来的次序铺回去，连石缝里的灰浆" \
    "也是照着老方子调的。\n"

#define SCHOOL_HEAD "山里小学有了食堂\n本报记者 林秀\n"
#define SCHOOL_1 \
    "开学第一天，山里的小学\n" \
    "有了自己的食堂，孩子们再也\n" \
    "不用带冷饭上学。\n" \
    "校长说，食堂的厨师是村\n" \
    "里请来的两位大嫂，菜是学校\n" \
    "后面的地里种的，米由县里的\n"
#define SCHOOL_2 \
    "粮站送来，每个孩子每顿饭只\n" \
    "收两块钱。\n"
#define SCHOOL \
    "H 山里小学有了食堂\nB 本报记者 林秀\n" \
    "P 开学第一天，山里的小学有了自己的食堂，孩子们再也不用带冷饭上学。\n" \
    "P 校长说，食堂的厨师是村里请来的两位大嫂，菜是学校后面的地里种的，米由县里的粮站送来，每个孩子" \
    "每顿饭只收两块钱。\n"

/* What ended in mid-sentence goes on in the block that another article parted from it. */
static void test_sentence(void **state)
{
    (void)state;
    assert_rebuilt(BRIDGE_HEAD BRIDGE_1 "\n" SCHOOL_HEAD SCHOOL_1 SCHOOL_2 "\n" BRIDGE_2,
                   BRIDGE "=\n" SCHOOL);
}

/* So does what ended before its line was full, since a mark would not have fitted. */
static void test_pushed_out(void **state)
{
    (void)state;
    assert_rebuilt(SCHOOL_HEAD SCHOOL_1 SCHOOL_2 "老师们也在食堂里吃，和\n孩子坐在一张长桌子上，他\n\n"
                   BRIDGE_HEAD BRIDGE_1 BRIDGE_2 "\n们，也这样说，孩子们听了都\n笑了。\n",
                   SCHOOL "P 老师们也在食堂里吃，和孩子坐在一张长桌子上，他们，也这样说，孩子们听了都笑了。\n=\n" BRIDGE);
}

/* A paragraph does not begin behind a sentence that is not ended: it goes on with the article that
 * speaks of the same, and the sentence in the block below. */
static void test_paragraph(void **state)
{
    (void)state;
    assert_rebuilt(BRIDGE_HEAD BRIDGE_1 BRIDGE_2 "\n" SCHOOL_HEAD SCHOOL_1 "\n" BRIDGE_3
                   "\n" SCHOOL_2,
                   BRIDGE "P 老石桥的青石桥面今后不再走车，桥头装上了石墩，桥拱下面的灯夜里十点关。\n=\n"
                   SCHOOL);
}

/* The columns of one article stand in their order. */
static void test_columns(void **state)
{
    (void)state;
    assert_rebuilt(BRIDGE_HEAD BRIDGE_1 "\n" BRIDGE_2 "\n" SCHOOL_HEAD SCHOOL_1 "\n" SCHOOL_2,
                   BRIDGE "=\n" SCHOOL);
}

/* A sentence goes on over a page. */
static void test_pages(void **state)
{
    (void)state;
    assert_rebuilt(BRIDGE_HEAD BRIDGE_1 "\n" SCHOOL_HEAD SCHOOL_1 SCHOOL_2 "\f" BRIDGE_2,
                   BRIDGE "=\n" SCHOOL);
}

/* Blocks that mostly end in mid-sentence. */
static void read_blocks(size_t n)
{
    struct strbuf text = {0};
    struct articles a;

    while (text.n < n)
        strbuf_add_str(&text, STR(BRIDGE_1 "\n" SCHOOL_1 "\n" BRIDGE_3 "\n"));
    page_build(strbuf_str(&text), TEXT_AUTO, &a);
    articles_free(&a);
    strbuf_free(&text);
}

static void test_blocks_are_linear(void **state)
{
    (void)state;
    assert_true(growth(read_blocks, 1 << 14) < GROWTH_LINEAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentence),
        cmocka_unit_test(test_pushed_out),
        cmocka_unit_test(test_paragraph),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_blocks_are_linear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

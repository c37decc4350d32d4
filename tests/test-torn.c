/* What of one line stands on several (paper/torn), on whole pages. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rebuilt.h"

/* The lines beside a drop cap are narrower than the column, and full. */
static void test_drop_cap(void **state)
{
    (void)state;
    assert_rebuilt("City hall puts bees on the payroll\nBy Miriam Castellane\nT\n"
                   "he newest employees at city\nhall do not ask for leave,\n"
                   "and nobody knows how many of them\nthere are on the roof of the town\n"
                   "hall, a well-\nknown and respected place to live.\n",
                   "H City hall puts bees on the payroll\nB By Miriam Castellane\n"
                   "P The newest employees at city hall do not ask for leave, and nobody knows how "
                   "many of them there are on the roof of the town hall, a well-known and "
                   "respected place to live.\n");
}

/* It stands above the headline in the source, too: the lines beside it tell what it begins. */
static void test_drop_cap_above_headline(void **state)
{
    (void)state;
    assert_rebuilt("渡\n老船工守了四十年的码头\n本刊记者陆小满\n"
                   "口每天只开两班船，早上一班送\n学生，傍晚一班接他们回家。没\n"
                   "有人的时候，老唐就坐在缆桩上补网，补到天黑\n"
                   "再回去。他说这条河从前有十六个这样的码头，\n"
                   "如今只剩下了这一个，也不知道还能开几年，更\n不知道以后谁来接班。\n",
                   "H 老船工守了四十年的码头\nB 本刊记者陆小满\n"
                   "P 渡口每天只开两班船，早上一班送学生，傍晚一班接他们回家。没有人的时候，老唐就"
                   "坐在缆桩上补网，补到天黑再回去。他说这条河从前有十六个这样的码头，如今只剩下了"
                   "这一个，也不知道还能开几年，更不知道以后谁来接班。\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_drop_cap),
        cmocka_unit_test(test_drop_cap_above_headline),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "columns-check.h"
#include "paper/lines.h"

/* Columns are counted in characters, as extraction does, and not in cells. */
static void test_two_columns(void **state)
{
    (void)state;
    assert_read("大桥昨日合龙\n"
                "  江上的大桥昨    两年以来，工人\n"
                "日上午合龙，全桥    们换了三双鞋，\n"
                "贯通2公里，3年   终于等到了今\n"
                "建成。        天。\n",
                "大桥昨日合龙|江上的大桥昨|日上午合龙，全桥|贯通2公里，3年|建成。|"
                "两年以来，工人|们换了三双鞋，|终于等到了今|天。|");
}

/* A heading across ends the columns above it. */
static void test_bands(void **state)
{
    (void)state;
    assert_read("the ferry leaves at    in the fog and with\n"
                "seven every morning    a crew of four, and\n"
                "from the old stone     nobody aboard has\n"
                "pier, and returns      ever been late.\n"
                "Bakery pays rent\n"
                "every friday a cart    since the spring it\n"
                "takes forty loaves     has grown, and now\n"
                "to the town hall as    nine shops pay the\n"
                "the rent, and that     same way.\n",
                "the ferry leaves at|seven every morning|from the old stone|pier, and returns|"
                "in the fog and with|a crew of four, and|nobody aboard has|ever been late.|"
                "Bakery pays rent|every friday a cart|takes forty loaves|to the town hall as|"
                "the rent, and that|since the spring it|has grown, and now|nine shops pay the|"
                "same way.|");
}

/* The first column goes on in the second, and no heading follows it. */
static void test_last_line_of_column(void **state)
{
    (void)state;
    assert_read("the ferry leaves at    of twenty-six that\n"
                "seven every morning    they carry at most\n"
                "and the skippers of    each of them, and\n"
                "all the small boats    so it has been.\n"
                "and the harbour\n"
                "\n"
                "Bakery pays rent in bread as it did before\n",
                "the ferry leaves at|seven every morning|and the skippers of|all the small boats|"
                "and the harbour|of twenty-six that|they carry at most|each of them, and|"
                "so it has been.|"
                "Bakery pays rent in bread as it did before|");
}

/* Articles that stand side by side below a blank row, signed on either side. */
static void test_side_by_side(void **state)
{
    (void)state;
    assert_read("the ferry leaves at    in the fog and with\n"
                "seven every morning    a crew of four, and\n"
                "from the old stone     nobody aboard has\n"
                "pier and returns to    ever\n"
                "\n"
                "Bakery pays rent in    Bees on the roof\n"
                "bread\n"
                "By Ann Miller          since the spring it\n"
                "every friday a cart    has grown, and now\n"
                "takes forty loaves.    nine keep bees.\n",
                "the ferry leaves at|seven every morning|from the old stone|pier and returns to|"
                "in the fog and with|a crew of four, and|nobody aboard has|ever|"
                "Bakery pays rent in|bread|By Ann Miller|every friday a cart|takes forty loaves.|"
                "Bees on the roof|since the spring it|has grown, and now|nine keep bees.|");
}

/* The next article begins right below one in two columns, and has three others. */
static void test_change_of_columns(void **state)
{
    (void)state;
    assert_read("老渡口的铜钟停了十一年昨天      船工的女儿每天来敲一遍，她\n"
                "又响起来了，人们天没有亮就      说父亲听见了就会回家来，后\n"
                "站在岸边等船开过来，船上装      来有人把它从泥里挖出来，洗\n"
                "着新茶和腌菜，一共两大船。      净挂在新修的亭子里面。\n"
                "春天的江岸上柳树    船从上游来，他们    样的天空和云直到\n"
                "已经绿了，孩子们    不说话，只看着水    傍晚才慢慢地走回\n"
                "在风里放起纸做的    里的倒影，看得久    去，手里的线还没\n"
                "鹞子，越放越高，    了就忘了时辰，一    有收完。\n",
                "老渡口的铜钟停了十一年昨天|又响起来了，人们天没有亮就|"
                "站在岸边等船开过来，船上装|着新茶和腌菜，一共两大船。|"
                "船工的女儿每天来敲一遍，她|说父亲听见了就会回家来，后|"
                "来有人把它从泥里挖出来，洗|净挂在新修的亭子里面。|"
                "春天的江岸上柳树|已经绿了，孩子们|在风里放起纸做的|鹞子，越放越高，|"
                "船从上游来，他们|不说话，只看着水|里的倒影，看得久|了就忘了时辰，一|"
                "样的天空和云直到|傍晚才慢慢地走回|去，手里的线还没|有收完。|");
}

/* Few rows are enough where they are those of prose. */
static void test_short_columns(void **state)
{
    (void)state;
    assert_read("渡口的钟又响了\n"
                "  老渡口的铜钟停了十一年   敲钟的人是船工的女儿，\n"
                "后来有人把它从泥里挖出来   她说父亲听见了就会回家\n"
                "洗净挂在新修的亭子里面。   的。\n",
                "渡口的钟又响了|老渡口的铜钟停了十一年|后来有人把它从泥里挖出来|"
                "洗净挂在新修的亭子里面。|敲钟的人是船工的女儿，|她说父亲听见了就会回家|的。|");
}

/* A heading as long as the lines around it: a paragraph begins below it. */
static void test_long_heading(void **state)
{
    (void)state;
    assert_read("  山里的茶今年开得比去年早   茶农说这样的年份不多，\n"
                "人们天没有亮就背着竹篓上山   他们记得上一回还是三十\n"
                "采下来的叶子装了满满两船。   年前。\n"
                "渡口铜钟停了十一年今又响\n"
                "  老渡口的铜钟停了十一年   后来有人把它洗净挂在新修\n"
                "船工的女儿每天来敲一遍它   的亭子里面，远近的人都来\n"
                "说父亲听见了就会回家来。   听。\n",
                "山里的茶今年开得比去年早|人们天没有亮就背着竹篓上山|采下来的叶子装了满满两船。|"
                "茶农说这样的年份不多，|他们记得上一回还是三十|年前。|渡口铜钟停了十一年今又响|"
                "老渡口的铜钟停了十一年|船工的女儿每天来敲一遍它|说父亲听见了就会回家来。|"
                "后来有人把它洗净挂在新修|的亭子里面，远近的人都来|听。|");
}

/* Extraction pulls a row to the left whose columns stand close further to the right. */
static void test_pulled_row(void **state)
{
    (void)state;
    assert_read("  山里的茶今年开得早     茶农说这样的年份不     收茶的船在江边等了\n"
                "人们天没有亮就上山去     多，上一回是三十年     三天，今天早上装满\n"
                "采下来的叶子装满了船     前，那时还没有路。     了才开。\n"
                "送到江边去卖掉换米。     每家都分到了一些新 人们在岸上看着它走\n"
                "             茶，留着过年时喝的 远了才回去。\n",
                "山里的茶今年开得早|人们天没有亮就上山去|采下来的叶子装满了船|送到江边去卖掉换米。|"
                "茶农说这样的年份不|多，上一回是三十年|前，那时还没有路。|每家都分到了一些新|"
                "茶，留着过年时喝的|收茶的船在江边等了|三天，今天早上装满|了才开。|"
                "人们在岸上看着它走|远了才回去。|");
}

/* A single space between names parts no columns. */
static void test_byline_above(void **state)
{
    (void)state;
    assert_read(
        "渡口的钟又响了\n"
        "本报记者 柳青 实习生 江帆 摄\n"
        "  老渡口的铜钟停了十一年 敲钟的人是船工的女儿她\n"
        "后来有人把它从泥里挖出来 说父亲听见了就会回家，\n"
        "洗净挂在新修的亭子里面过 所以每天来敲一遍，远近\n"
        "节的时候敲它。      的人都来听。\n",
        "渡口的钟又响了|本报记者 柳青 实习生 江帆 摄|老渡口的铜钟停了十一年|"
        "后来有人把它从泥里挖出来|洗净挂在新修的亭子里面过|节的时候敲它。|"
        "敲钟的人是船工的女儿她|说父亲听见了就会回家，|所以每天来敲一遍，远近|的人都来听。|");
}

/* A heading right below the end of a paragraph begins where paragraphs do not. */
static void test_flush_heading(void **state)
{
    (void)state;
    assert_read("  老渡口的铜钟停了十一   敲钟的人是船工的女儿，\n"
                "年，昨天又响起来了。    她每天早上来敲一遍，船\n"
                "  渡口明年要通一座新桥   听见了就开过来。\n"
                "铜钟挂到桥头去。\n"
                "食堂改在学校的操场上\n"
                "田禾家的孩子说好吃\n"
                "  孩子们在操场边上看得   菜单由孩子们投票选出来\n"
                "见怎么做饭，都说菜比从   家长们每月来尝一次，说\n"
                "前好了些。         还好。\n",
                "老渡口的铜钟停了十一|年，昨天又响起来了。|渡口明年要通一座新桥|铜钟挂到桥头去。|"
                "敲钟的人是船工的女儿，|她每天早上来敲一遍，船|听见了就开过来。|"
                "食堂改在学校的操场上|田禾家的孩子说好吃|孩子们在操场边上看得|"
                "见怎么做饭，都说菜比从|前好了些。|菜单由孩子们投票选出来|"
                "家长们每月来尝一次，说|还好。|");
}

/* A line that ends where the column on its right begins, which an indent keeps away. */
static void test_touching_line(void **state)
{
    (void)state;
    assert_read("  老渡口的铜钟停了十年   敲钟的人是船工的\n"
                "十一年后昨天又响了起  女儿，她每天来。\n"
                "渡口明年要通一座新桥  桥头修了亭子，钟\n"
                "铜钟挂到桥头亭子里去  就挂在里面，天天\n"
                "天都有人来看它敲响。  响一次。\n",
                "老渡口的铜钟停了十年|十一年后昨天又响了起|渡口明年要通一座新桥|"
                "铜钟挂到桥头亭子里去|天都有人来看它敲响。|敲钟的人是船工的|女儿，她每天来。|"
                "桥头修了亭子，钟|就挂在里面，天天|响一次。|");
}

/* The last column has ended, though extraction pulled its last line to the left. */
static void test_pulled_end(void **state)
{
    (void)state;
    assert_read("  老渡口的铜钟停了十年   敲钟的人是船工的女     桥头修了亭子铜\n"
                "这一年昨天又响起来了，   儿，每天早上来敲它   钟挂在里面，过路\n"
                "江边的人都跑去看它，说   远处的船听见了就会   的人都能敲一下让\n"
                "比从前响。         开到江边来看它一眼 它响。\n"
                "食堂改在学校的操场\n"
                "田禾家的孩子说好吃\n"
                "  孩子们在操场边上看得   菜单由孩子们投票选\n"
                "见怎么做饭，都说菜比从   出来，家长们每月来\n"
                "前好了些。         尝一次。\n",
                "老渡口的铜钟停了十年|这一年昨天又响起来了，|江边的人都跑去看它，说|比从前响。|"
                "敲钟的人是船工的女|儿，每天早上来敲它|远处的船听见了就会|开到江边来看它一眼|"
                "桥头修了亭子铜|钟挂在里面，过路|的人都能敲一下让|它响。|"
                "食堂改在学校的操场|田禾家的孩子说好吃|孩子们在操场边上看得|"
                "见怎么做饭，都说菜比从|前好了些。|菜单由孩子们投票选|出来，家长们每月来|尝一次。|");
}

/* A heading on the right alone stands over the column there, not over the text on the left. */
static void test_heading_on_the_right(void **state)
{
    (void)state;
    assert_read("大桥合龙\n"
                "本报记者 王敏\n"
                "           柳树绿了\n"
                "           孩子放纸鹞\n"
                "江上的大桥昨日    两年来工人换\n"
                "上午合龙，全桥    了三双鞋，终\n"
                "贯通两公里，建    于到了今天，\n"
                "了3年。       大家高兴。\n",
                "大桥合龙|本报记者 王敏|江上的大桥昨日|上午合龙，全桥|贯通两公里，建|了3年。|"
                "柳树绿了|孩子放纸鹞|两年来工人换|了三双鞋，终|于到了今天，|大家高兴。|");
}

/* The second part of a headline stands below the byline, as far to the right as it was set. */
static void test_headline_in_two_parts(void **state)
{
    struct lines l = {0};

    (void)state;
    lines_split(STR("Bridge toll rises for\nBy Colin Abernathy\n"
                    "                        the first time in years\n"
                    "  Crossing the Marlow      The charge had not been\n"
                    "bridge will cost two       changed since the bridge\n"
                    "pounds from January,       opened in 1994, and the\n"
                    "after the council had      council thought it time\n"
                    "voted to raise it.         to look at the cables.\n"),
                &l);
    assert_true(str_eq(l.v[1].text, STR("the first time in years")));
    assert_true(str_eq(l.v[2].text, STR("By Colin Abernathy")));
    lines_free(&l);
}

/* Letters that were spread to fill their column hang over its edge. */
static void test_overhanging_letters(void **state)
{
    (void)state;
    assert_read("  后来河上修了一座石桥    水边的田地都种上了茶树\n"
                "过河的人不用再等船了，船    每年春天有人来采，装了\n"
                "闸两边的人家也都搬到桥头    一船又一船，运到外地去\n"
                "住 了 二 百 多 年 ， 桥 边\n"
                "有一棵树比桥还老，没有人    卖掉，剩下的留着过年时\n"
                "敢砍。               大家一起喝。\n",
                "后来河上修了一座石桥|过河的人不用再等船了，船|闸两边的人家也都搬到桥头|"
                "住 了 二 百 多 年 ， 桥 边|有一棵树比桥还老，没有人|敢砍。|"
                "水边的田地都种上了茶树|每年春天有人来采，装了|一船又一船，运到外地去|"
                "卖掉，剩下的留着过年时|大家一起喝。|");
}

/* Columns that stand side by side end nearly together: many rows below the last one with two there
 * are no columns. */
static void test_uneven(void **state)
{
    (void)state;
    assert_read("  老渡口的铜钟停了十一   敲钟的人是船工的女儿，\n"
                "年，昨天又响起来了，来   她每天早上来敲一遍，船\n"
                "听的人站满了河的两岸。   听见了就开过来。\n"
                "\n"
                "食堂改在学校的操场上\n"
                "孩子们在操场边上看得见怎\n么做饭，都说菜比从前好了\n"
                "许多，家长们每月来尝一次\n饭菜，说还好。菜单由孩子\n"
                "们投票选出来，贴在食堂的\n门口，一个星期换一回，最\n"
                "受欢迎的是红烧的豆腐和鱼\n。米是校外的田里种的。\n",
                "老渡口的铜钟停了十一|年，昨天又响起来了，来|听的人站满了河的两岸。|"
                "敲钟的人是船工的女儿，|她每天早上来敲一遍，船|听见了就开过来。|"
                "食堂改在学校的操场上|孩子们在操场边上看得见怎|么做饭，都说菜比从前好了|"
                "许多，家长们每月来尝一次|饭菜，说还好。菜单由孩子|们投票选出来，贴在食堂的|"
                "门口，一个星期换一回，最|受欢迎的是红烧的豆腐和鱼|。米是校外的田里种的。|");
}

/* Latin that is stretched fills its column. */
static void test_stretched(void **state)
{
    struct lines l = {0};

    (void)state;
    lines_split(STR("The old ferry leaves    in the fog and with a\n"
                    "at   seven  in  there    crew of four, and few\n"
                    "the morning from the    who are aboard have\n"
                    "pier. It is early.      ever been late for it.\n"),
                &l);
    assert_false(l.v[0].spread);
    assert_true(str_eq(l.v[1].text, STR("at seven in there")));
    assert_true(l.v[1].spread);
    assert_false(l.v[3].spread);
    lines_free(&l);
}

/* A heading on the right begins before its column; a space in it, and one behind 本报讯, part
 * nothing. */
static void test_heading_before_column(void **state)
{
    struct lines l = {0};

    (void)state;
    lines_split(STR("  老渡口的铜钟停了十一      城南菜市场改造完成 明\n"
                    "年，昨天又响起来了，来      天重新开门\n"
                    "听的人站满了河的两岸。        记者 林晓舟\n"
                    "  渡口明年要通一座新桥          本报讯 城南菜市场昨天完成\n"
                    "铜钟挂到桥头去，每天敲        改造，重新开门。改造以后的\n"
                    "一次，给过桥的人听，也        菜市场有两层，一层卖菜，二\n"
                    "给水上的船听，听见的人        层卖鱼卖肉，通道比从前宽了\n"
                    "都会停下来，想一想从前        一倍。\n"
                    "坐船过河的日子，那时候          摊主们说，改造花了半年，\n"
                    "的河比现在宽，船比现在        他们在路边搭棚子做买卖，冬\n"
                    "小，开得也慢。              天冷，夏天热，还要躲雨，现\n"
                    "                     在好了，不用躲了。\n"),
                &l);
    assert_true(str_eq(l.v[11].text, STR("城南菜市场改造完成 明")));
    assert_true(str_eq(l.v[12].text, STR("天重新开门")));
    assert_true(str_eq(l.v[14].text, STR("本报讯 城南菜市场昨天完成")));
    assert_true(l.v[14].indent > 0);
    assert_int_equal(l.v[15].indent, 0);
    lines_free(&l);
}

/* A row that is tight because all columns begin a little late, below a heading. */
static void test_tight_row_above(void **state)
{
    (void)state;
    assert_read("渡口的钟又响了\n"
                " 老渡口的铜钟停了十 船工的女儿每天敲一遍她说 节的时候敲，桥明年要通了\n"
                "年，昨天又响起来了人们   父亲听见了就会回家来，后   铜钟要挂到桥头去，桥下\n"
                "天没有亮就站在岸边等船   来有人把它从泥里挖出来，   的船还是听它的，船工说\n"
                "开过来，船上装着新茶。   洗净挂在亭子里，过      今年不换新的了。\n",
                "渡口的钟又响了|老渡口的铜钟停了十|年，昨天又响起来了人们|天没有亮就站在岸边等船|"
                "开过来，船上装着新茶。|船工的女儿每天敲一遍她说|父亲听见了就会回家来，后|"
                "来有人把它从泥里挖出来，|洗净挂在亭子里，过|节的时候敲，桥明年要通了|"
                "铜钟要挂到桥头去，桥下|的船还是听它的，船工说|今年不换新的了。|");
}

/* The line by which the first column is longer is no heading though the one beside it has ended. */
static void test_longer_first_column(void **state)
{
    (void)state;
    assert_read("  老渡口的铜钟停了十一  船工的女儿每天敲一遍，   节的时候敲，桥明年要通\n"
                "年，昨天又响起来了人们   她说父亲听见了就会回家   铜钟要挂到桥头去，桥下\n"
                "天没有亮就站在岸边等船   后来有人把它从泥里挖出   的船还是听它的，船工说\n"
                "开过来，船上装着新茶和   来，洗净挂在亭子里了。   今年不换新的了。\n"
                "腌菜，一共装了两大船还\n",
                "老渡口的铜钟停了十一|年，昨天又响起来了人们|天没有亮就站在岸边等船|"
                "开过来，船上装着新茶和|腌菜，一共装了两大船还|船工的女儿每天敲一遍，|"
                "她说父亲听见了就会回家|后来有人把它从泥里挖出|来，洗净挂在亭子里了。|"
                "节的时候敲，桥明年要通|铜钟要挂到桥头去，桥下|的船还是听它的，船工说|"
                "今年不换新的了。|");
}

static void test_no_columns(void **state)
{
    (void)state;
    assert_no_columns("");
    assert_no_columns("One line.  Then another.\nAnd one more.  It goes on.\n");
    assert_no_columns("  indented lines\n  and more of them\n  and more\n  and more\n  and more\n");
    assert_no_columns("One sentence.  The next one is\nlonger than that.  And now a\n"
                      "third, which goes on.  Here\nis a fourth.  It is short.  So\n"
                      "are these.  All of them.  And\nthe last one here.  Goodbye.\n");
    assert_no_columns("两个黄鹂鸣翠柳 一行白鹭上青天\n窗含西岭千秋雪 门泊东吴万里船\n"
                      "迟日江山丽芳草 春风花草香泥融\n沙暖睡鸳鸯江碧 鸟逾白山青花欲\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_columns),
        cmocka_unit_test(test_bands),
        cmocka_unit_test(test_last_line_of_column),
        cmocka_unit_test(test_side_by_side),
        cmocka_unit_test(test_change_of_columns),
        cmocka_unit_test(test_short_columns),
        cmocka_unit_test(test_long_heading),
        cmocka_unit_test(test_pulled_row),
        cmocka_unit_test(test_byline_above),
        cmocka_unit_test(test_flush_heading),
        cmocka_unit_test(test_touching_line),
        cmocka_unit_test(test_pulled_end),
        cmocka_unit_test(test_heading_on_the_right),
        cmocka_unit_test(test_headline_in_two_parts),
        cmocka_unit_test(test_overhanging_letters),
        cmocka_unit_test(test_uneven),
        cmocka_unit_test(test_stretched),
        cmocka_unit_test(test_heading_before_column),
        cmocka_unit_test(test_tight_row_above),
        cmocka_unit_test(test_longer_first_column),
        cmocka_unit_test(test_no_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "paper/byline.h"
#include "paper/lines.h"
#include "paper/page.h"
#include "paper/typeface.h"
#include "rebuilt.h"

/* A text that is nothing but what pages have around their texts is shown all the same. */
static void test_nothing_but_furniture(void **state)
{
    (void)state;
    assert_rebuilt("www.example.com\n", "P www.example.com\n");
    assert_rebuilt("第3版\n2025年1月15日\n", "P 第3版\nP 2025年1月15日\n");
    assert_rebuilt("\n\n", "");
}

/* A few characters above prose are its headline; above a headline, the name of a section. */
static void test_short_headline(void **state)
{
    (void)state;
    assert_rebuilt("旧桥\n\n　　老渡口的铜钟停了十一年，昨天又响了。\n",
                   "H 旧桥\nP 老渡口的铜钟停了十一年，昨天又响了。\n");
    assert_rebuilt("渡船停航\n\n老渡口的铜钟停了十一年。昨天又响了，\n",
                   "H 渡船停航\nP 老渡口的铜钟停了十一年。昨天又响了，\n");
    assert_rebuilt("要闻\n\n铜钟又响了十一年前的钟声\n\n　　老渡口的铜钟停了十一年，昨天又响了。\n",
                   "H 铜钟又响了十一年前的钟声\nP 老渡口的铜钟停了十一年，昨天又响了。\n");
}

/* Mail: the marks of a quotation stand once in every paragraph of it. */
static void test_quoted_mail(void **state)
{
    (void)state;
    assert_rebuilt("> > 我觉得行首不应该出现标点，这一点大家都同意，\n"
                   "> > 但是行尾的处理方式各有不同。\n"
                   ">\n"
                   "> 我同意，不过在终端里只能推出或者悬挂。\n"
                   "那么我们就按照推出的办法来做，您看这样\n"
                   "可以吗？\n",
                   "P > > 我觉得行首不应该出现标点，这一点大家都同意，但是行尾的处理方式各有不同。\n"
                   "P > 我同意，不过在终端里只能推出或者悬挂。\n"
                   "P 那么我们就按照推出的办法来做，您看这样可以吗？\n");
}

#define LATIN "The fog came in before dawn, and the ferry waited for it to lift, as it always had."

/* The names of the first article, '|' behind each. */
static void assert_names(const char *text, const char *want)
{
    struct articles a = {0};
    struct people people = {0};
    struct strbuf out = {0};

    page_build(str_of(text), TEXT_AUTO, &a);
    byline_people(&a.v[0], &people);
    for (size_t i = 0; i < people.n; i++) {
        strbuf_add_str(&out, people.v[i]);
        strbuf_add_char(&out, '|');
    }
    strbuf_add(&out, "", 1);
    assert_string_equal(out.s, want);
    free(people.v);
    strbuf_free(&out);
    articles_free(&a);
}

/* A paragraph that goes on at the head of the next column covers lines above its own first one. */
static void test_extent_over_columns(void **state)
{
    static const char text[] = "  江上的大桥昨    每天都要骑上自\n"
                               "日上午合龙，全桥    行车去看一看，\n"
                               "贯通2公里。      大家都说这座桥\n"
                               "  两年以来，住    盼着早日通车。\n"
                               "在江边的工人们\n";
    struct articles a;

    (void)state;
    page_build(str_of(text), TEXT_AUTO, &a);
    assert_int_equal(a.n, 1);
    assert_int_equal(a.v[0].from, strlen("  "));
    assert_int_equal(a.v[0].to, strlen(text) - 1);
    articles_free(&a);
}

/* A narrow column cuts the dateline that opens an article. */
static void test_cut_dateline(void **state)
{
    (void)state;
    assert_rebuilt("小城新开了一座桥\n新华社海州5\n月8日电 一座新\n桥今天上午正式\n开通，两岸居民\n"
                   "从桥上走过，都\n说方便了许多。\n大桥全长四百\n多米，是这里的\n第三座桥，修了\n三年。\n",
                   "H 小城新开了一座桥\n"
                   "P 新华社海州5月8日电 一座新桥今天上午正式开通，两岸居民从桥上走过，都说方便了许多。\n"
                   "P 大桥全长四百多米，是这里的第三座桥，修了三年。\n");
}

/* A column of eight ideographs cuts it twice; nothing else says where its article begins. */
static void test_dateline_cut_twice(void **state)
{
    (void)state;
    assert_rebuilt("山城老戲院修復\n完工\n記者陳怡君\n荒廢三十年的戲院\n昨天正式完工，下\n"
                   "月重新開幕。\n颱風外圍環流\n影響 東部慎\n防豪雨\n（中央社記者\n黃筱雯台北12日\n"
                   "電）氣象署今天表\n示，受颱風外圍環\n流影響，東部地區\n有局部大雨，山區\n慎防落石。\n",
                   "H 山城老戲院修復完工\nB 記者陳怡君\n"
                   "P 荒廢三十年的戲院昨天正式完工，下月重新開幕。\n=\n"
                   "H 颱風外圍環流影響 東部慎防豪雨\n"
                   "P （中央社記者黃筱雯台北12日電）氣象署今天表示，受颱風外圍環流影響，東部地區"
                   "有局部大雨，山區慎防落石。\n");
}

/* An article goes on behind another one. */
static void test_continuation(void **state)
{
    (void)state;
    assert_rebuilt("深夜的图书馆还亮着灯\n本报记者 沈一宁\n晚上十一点，街上的店铺大多已\n"
                   "经打烊，街角那间图书馆里仍然坐\n满了人。\n（下转第3版）\n高山茶园来了机器人\n"
                   "本报记者 蒋维\n清明前的山上，茶芽刚刚冒头，\n一台采茶机器人正沿着轨道缓缓前\n行。\n"
                   "（上接第1版）\n白天的时候\n白天要安静得多，上午来的多半\n"
                   "是老人，他们看报纸，也看孙辈的\n课本。\n",
                   "H 深夜的图书馆还亮着灯\nB 本报记者 沈一宁\n"
                   "P 晚上十一点，街上的店铺大多已经打烊，街角那间图书馆里仍然坐满了人。\n"
                   "J （下转第3版）\nJ （上接第1版）\nS 白天的时候\n"
                   "P 白天要安静得多，上午来的多半是老人，他们看报纸，也看孙辈的课本。\n=\n"
                   "H 高山茶园来了机器人\nB 本报记者 蒋维\n"
                   "P 清明前的山上，茶芽刚刚冒头，一台采茶机器人正沿着轨道缓缓前行。\n");
}

/* A closing quotation mark at a line's end is no end of a sentence, and what follows no heading. */
static void test_quotation_at_the_end(void **state)
{
    (void)state;
    assert_rebuilt("새 시장 지하상가에 불이 켜졌다\n김하늘 기자\n"
                   "지난해 문을 닫은 시장 지하상가가\n오늘 아침 다시 문을 열었다. 상인들\n"
                   "모두 새벽부터 나와 손님을 맞이할\n준비를 했다. 이름은 '새 시장'\n"
                   "'지하 광장'이라고 부르자는 말도 나왔고\n다들 웃으며 서로 인사했다.\n",
                   "H 새 시장 지하상가에 불이 켜졌다\nB 김하늘 기자\n"
                   "P 지난해 문을 닫은 시장 지하상가가 오늘 아침 다시 문을 열었다. 상인들 모두 "
                   "새벽부터 나와 손님을 맞이할 준비를 했다. 이름은 '새 시장' '지하 광장'이라고 "
                   "부르자는 말도 나왔고 다들 웃으며 서로 인사했다.\n");
}

/* A byline behind a heading that a comma ends and the column's width does not tell: nothing but a
 * byline has that form. */
static void test_byline_tells(void **state)
{
    (void)state;
    assert_rebuilt("산골 마을 우체국,\n카페가 되다\n김도윤 기자\n강원도의 한 산골 마을에 있던\n"
                   "우체국이 4년 만에 다시 문을\n열었다. 편지와 소포를 받던\n창구는 이제 커피를 내리는\n"
                   "자리가 됐다.\n",
                   "H 산골 마을 우체국, 카페가 되다\nB 김도윤 기자\n"
                   "P 강원도의 한 산골 마을에 있던 우체국이 4년 만에 다시 문을 열었다. 편지와 소포를 "
                   "받던 창구는 이제 커피를 내리는 자리가 됐다.\n");
}

/* A byline that did not fit the column goes on below, up to the body: a name, a half of one, what
 * she does. A drop cap is none of it. */
static void test_byline_over_lines(void **state)
{
    (void)state;
    assert_rebuilt("旧菜场改出新客厅\n本报记者 褚宁 通\n讯员 卜倩\n推开玻璃门，迎\n面是一排刷成薄荷\n"
                   "绿的铁皮摊位，鱼\n摊边上摆着一架旧\n钢琴。\n",
                   "H 旧菜场改出新客厅\nB 本报记者 褚宁 通讯员 卜倩\n"
                   "P 推开玻璃门，迎面是一排刷成薄荷绿的铁皮摊位，鱼摊边上摆着一架旧钢琴。\n");
    assert_rebuilt("Bridge toll rises for the first\ntime in thirty years\n"
                   "By Colin Abernathy, Transport\nCorrespondent\n"
                   "Crossing the Marlow bridge will\ncost two pounds from January,\n"
                   "twice as much as now, after the\ncounty council voted to raise\nthe toll.\n",
                   "H Bridge toll rises for the first time in thirty years\n"
                   "B By Colin Abernathy, Transport Correspondent\n"
                   "P Crossing the Marlow bridge will cost two pounds from January, twice as much "
                   "as now, after the county council voted to raise the toll.\n");
    assert_rebuilt("旧菜场改出新客厅\n本报记者 褚宁 通\n讯员 卜倩\n推\n开玻璃门，迎\n面是一排刷成\n"
                   "薄荷绿的铁皮摊位\n鱼摊边上摆着一架\n旧钢琴。\n",
                   "H 旧菜场改出新客厅\nB 本报记者 褚宁 通讯员 卜倩\n"
                   "P 推开玻璃门，迎面是一排刷成薄荷绿的铁皮摊位鱼摊边上摆着一架旧钢琴。\n");
}

/* A word with a capital that it has at a sentence's beginning alone: what stands above is a
 * heading, though it is as wide as the column. */
static void test_sentence_begins(void **state)
{
    (void)state;
    assert_rebuilt("Students map every bench in the city\n"
                   "A group of geography students has fin-\n"
                   "ished a map of all 4,812 public benches\n"
                   "in the city, including those that cannot\n"
                   "be sat on.\n",
                   "H Students map every bench in the city\n"
                   "P A group of geography students has finished a map of all 4,812 public benches "
                   "in the city, including those that cannot be sat on.\n");
}

/* Lines of an i and lines of an m differ in letters, but not in print. */
static void test_book_face(void **state)
{
    static const char text[] =
        "till it is still, till it is silent, till its lilies still will tilt a\n"
        "among the many mammoth monuments from common\n"
        "in this little village with its tiny little hill still filling with lilies\n"
        "whom many women from common homes comm\n"
        "while it is still silent and its lilies will still tilt a little till it is\n"
        "over and the commemorative mammoth mome\n"
        "till it is still, till it is silent, till its lilies still will tilt a\n"
        "among many men whom mammoth monuments\n"
        "in this little village with its tiny little hill still filling with lilies\n"
        "whom many women from common homes comm\n"
        "while it is still silent and its lilies will still tilt a little till it is\n"
        "among many men whom mammoth monuments\n";
    struct lines l = {0};

    (void)state;
    lines_split(str_of(text), &l);
    typeface_fit(&l);
    assert_true(l.v[0].proportional);
    assert_in_range(l.v[3].width, l.v[0].width - 15, l.v[0].width + 5);
    lines_free(&l);
}

#define PARAGRAPH \
    "골목은 내년 봄 헐린다. 구청은 사진을 새로 지을 도서관에 옮겨 걸기로 했고, " \
    "사진관 주인은 그 앞에 작은 의자를 하나 놓기로 했다. " \
    "모두 이 골목에 살았거나 살고 있는 사람들이다."

/* What web pages say around an article, also behind its last sentence. */
static void test_web_copy(void **state)
{
    static const char *const buttons[] = {
        "点击展开全文", "更多评论", "分享", "— 7 —", "関連記事", "無断転載を禁じます", "기사 공유하기",
        "저작권자 © 한서일보", "Continue reading", "Advertisement", "All rights reserved",
        "2024-09-18 07:30:12 来源：晨江日报 编辑：沈默", "Published 18 September 2024, 07:30 BST"};
    struct strbuf text = {0};

    (void)state;
    strbuf_add_str(&text, STR("골목 사진관이 찍은 천 개의 얼굴\n"));
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++)
        strbuf_addf(&text, "%s\n", buttons[i]);
    strbuf_add_str(&text, STR(PARAGRAPH "\n\n관련 기사\n다른 골목의 이야기\n"));
    assert_rebuilt(text.s, "H 골목 사진관이 찍은 천 개의 얼굴\nP " PARAGRAPH "\n");
    strbuf_free(&text);
}

/* What a browser prints above and below each page: when and what, from where, and its number. */
static void test_printed_by_a_browser(void **state)
{
    (void)state;
    assert_rebuilt("11/27/26, 10:07 PM\n\n골목 사진관이 찍은 천 개의 얼굴\n\n" PARAGRAPH
                   "\n\nhttps://news.example.kr/a/20261127.html\n\n1/2\n\f"
                   "11/27/26, 10:07 PM          천 개의 얼굴\n\n" PARAGRAPH
                   "\n\nhttps://news.example.kr/a/20261127.html             2/2\n",
                   "H 골목 사진관이 찍은 천 개의 얼굴\nP " PARAGRAPH "\nP " PARAGRAPH "\n");
}

/* A line of facts that names the writer is a byline; a title behind a name is none. */
static void test_line_of_facts(void **state)
{
    (void)state;
    assert_rebuilt("无人机把药送上云顶村\n2025年03月07日 09:15 来源：江东晚报 记者：池越\n\n"
                   "云顶村海拔1420米，到镇上要走三个小时山路，昨天飞来了一架无人机。\n\n"
                   "这是山里第一条医疗配送航线，每天固定两班，遇有急救可以随时加飞。\n",
                   "H 无人机把药送上云顶村\nB 2025年03月07日 09:15 来源：江东晚报 记者：池越\n"
                   "P 云顶村海拔1420米，到镇上要走三个小时山路，昨天飞来了一架无人机。\n"
                   "P 这是山里第一条医疗配送航线，每天固定两班，遇有急救可以随时加飞。\n");
    assert_names("Bridge toll rises\n\nBy Colin Abernathy, Transport Correspondent\n\n" LATIN "\n",
                 "Colin Abernathy|");
    assert_names("무인기\n\n池越 记者\n\n" PARAGRAPH "\n", "池越|");
}

/* Parts of a running head, also those that extraction left among the columns. */
static void test_scattered_head(void **state)
{
    (void)state;
    assert_rebuilt("中華民國113年9月18日 星期三\n\n文化周刊\n\n山城老戲院重新開幕\n記者方若蘭\n"
                   "營業四十六年的老戲院昨天重新開\n幕，近三百名觀眾排隊進場，一直\n排到街角。\n\n"
                   "社會\n\n12\n\n老闆說，他沒有想到來的人這樣\n多，準備的糖都發完了。\n",
                   "H 山城老戲院重新開幕\nB 記者方若蘭\n"
                   "P 營業四十六年的老戲院昨天重新開幕，近三百名觀眾排隊進場，一直排到街角。\n"
                   "P 老闆說，他沒有想到來的人這樣多，準備的糖都發完了。\n");
    assert_rebuilt("2024年9月18日 星期三 文化\n\n山城老戏院重新开幕\n记者 方若兰\n"
                   "营业四十六年的老戏院昨天重新开\n幕，近三百名观众排队进场，一直排\n\n3\n到街角。\n",
                   "H 山城老戏院重新开幕\nB 记者 方若兰\n"
                   "P 营业四十六年的老戏院昨天重新开幕，近三百名观众排队进场，一直排到街角。\n");
    assert_rebuilt("THE MARLOW COURIER\n\nWednesday, September 18, 2024\n\n"
                   "Bridge toll rises\n\n" LATIN "\n",
                   "H Bridge toll rises\nP " LATIN "\n");
}

/* Extraction cuts lines at marks that are set on half an em. */
static void test_cut_before_marks(void **state)
{
    (void)state;
    assert_rebuilt("第一回风雪夜归人\n镇口的客栈只剩下一盏灯。掌柜的\n正要上门板，忽听得外面有人轻轻\n"
                   "叩了三下门，声音不急也不慢，像是\n早就算好了的。\n“弦在路上。\n”年轻人把手放在琴\n"
                   "面上，仿佛真有七根弦在那里一样。\n掌柜的脸色变了。他回头看了一\n眼楼梯，楼上的那间空房里，忽然\n"
                   "有什么东西轻轻地断了。\n",
                   "H 第一回风雪夜归人\nP 镇口的客栈只剩下一盏灯。掌柜的正要上门板，忽听得外面有人轻轻叩了三下门，"
                   "声音不急也不慢，像是早就算好了的。\nP “弦在路上。”年轻人把手放在琴面上，"
                   "仿佛真有七根弦在那里一样。\nP 掌柜的脸色变了。他回头看了一眼楼梯，楼上的那间空房里，忽然"
                   "有什么东西轻轻地断了。\n");
}

/* A page of a book with few full lines: chapters stop none in mid-sentence. */
static void test_chapters_on_a_page(void **state)
{
    (void)state;
    assert_rebuilt("第十二章 盐路\n\n骡队在天黑以前赶到了风口。领头的老骡\n里喷出两道白气。\n"
                   "“它闻见狼了。”赶骡人低声说道。\n盐很重，路很窄，右边是石壁。阿满数了\n"
                   "数，还有十一匹骡子，走在最后的那个影子却没\n有骡子。\n第十三章 风口的客人\n\n走在最后的是一个女人。\n"
                   "赶骡人看了看她的脚，终于让出了火边的\n地方。\n",
                   "H 第十二章 盐路\nP 骡队在天黑以前赶到了风口。领头的老骡里喷出两道白气。\n"
                   "P “它闻见狼了。”赶骡人低声说道。\nP 盐很重，路很窄，右边是石壁。阿满数了数，还有十一匹骡子，"
                   "走在最后的那个影子却没有骡子。\n=\nH 第十三章 风口的客人\nP 走在最后的是一个女人。\n"
                   "P 赶骡人看了看她的脚，终于让出了火边的地方。\n");
}

/* In Latin no heading or paragraph begins with a small letter: the byline stands between a drop cap
 * and its word, the words of the headline apart from each other. */
static void test_small_letters(void **state)
{
    (void)state;
    assert_rebuilt("City\nhall\nputs\nbees\non\nthe\npayroll\nBy Miriam Castellane\n\n"
                   "T\n\n"
                   "he newest employees at\ncity hall do not ask for\nleave, and nobody knows\n"
                   "how many of them there\nare on the roof.\n\n"
                   "Tower clock stops,\ntown carries on\n\n"
                   "The clock on the customs\ntower stopped at four on\nTuesday.\n",
                   "H City hall puts bees on the payroll\nB By Miriam Castellane\n"
                   "P The newest employees at city hall do not ask for leave, and nobody knows how "
                   "many of them there are on the roof.\n=\nH Tower clock stops, town carries on\n"
                   "P The clock on the customs tower stopped at four on Tuesday.\n");
}

/* Where Korean is cut inside words a syllable more would have fitted before a paragraph's end. */
static void test_korean_cut_inside_words(void **state)
{
    (void)state;
    assert_paragraphs("마지막 베틀을 지키는 손, 손녀가 이어받다\n배수진 기자\n"
                      "충남의 한 마을에서 58년 동안 모시\n"
                      "를 짜 온 정분남(79)씨의 베틀에 지난\n달부터 새 주인이 앉았다. 도시에서 회\n"
                      "사를 다니던 손녀 김하늘(28)씨다.\n김씨는 \"할머니가 돌아가시면 이 소\n"
                      "리도 사라진다고 생각하니 잠이 오지\n않았다\"고 했다. 베틀 소리를 녹음하러\n"
                      "왔다가 그대로 눌러앉았다.\n모시 한 필을 짜는 데는 석 달이 걸린\n"
                      "다. 값은 200만원이 넘지만 실을 잇는\n시간까지 셈하면 최저임금에도 미치지\n못한다.\n",
                      3);
}

/* Twelve ems are long for a subhead: an article that shares no word with the one before. */
static void test_headline_of_twelve_ems(void **state)
{
    (void)state;
    assert_rebuilt("自動運転バス、山間部で本格運行へ\n【佐伯みなみ】\n県と交通会社は10日、山間部の3集落\n"
                   "を結ぶ自動運転バスの本格運行を来月1\n日から始めると発表した。運転手の乗\n"
                   "らない「レベル4」での定期運行は県内\nで初めて。\nツル飛来、今季初の1万羽超\nえ\n"
                   "平野で越冬するツルの数が、今季初\nめて1万羽を超えたことが、地元の保護\n"
                   "会の調査でわかった。昨年より12日早\nい。\n調査は早朝、市内の中学生35人が参\n"
                   "加して行われた。ねぐらから飛び立つ\nツルを、種類ごとに数取り器で数え\nた。\n",
                   "H 自動運転バス、山間部で本格運行へ\nB 【佐伯みなみ】\nP 県と交通会社は10日、山間部の3集落"
                   "を結ぶ自動運転バスの本格運行を来月1日から始めると発表した。運転手の乗らない「レベル4」での"
                   "定期運行は県内で初めて。\n=\nH ツル飛来、今季初の1万羽超え\nP 平野で越冬するツルの数が、"
                   "今季初めて1万羽を超えたことが、地元の保護会の調査でわかった。昨年より12日早い。\n"
                   "P 調査は早朝、市内の中学生35人が参加して行われた。ねぐらから飛び立つツルを、種類ごとに"
                   "数取り器で数えた。\n");
}

/* Of subtitles what is said is left, a line a paragraph; a text that shows one time is none. */
static void test_subtitles(void **state)
{
    (void)state;
    assert_rebuilt("1\n00:00:01,000 --> 00:00:04,200\n夜里的列车开出了车站\n没有人说话\n\n"
                   "2\n00:00:04,500 --> 00:00:06,000\n1984\n\n"
                   "3\n00:00:06,500 --> 00:00:09,000\n- 去北方。\n- 北方很冷。\n",
                   "P 夜里的列车开出了车站\nP 没有人说话\nP 1984\nP - 去北方。\nP - 北方很冷。\n");
    assert_rebuilt("WEBVTT\n\n00:01.000 --> 00:04.200 align:start\nTo the north.\n\n"
                   "00:04.500 --> 00:06.000\nHas the river come over the bridge?\n",
                   "P To the north.\nP Has the river come over the bridge?\n");
    assert_rebuilt("00:00:01,000 --> 00:00:04,200 是一条字幕的时间，前面有它的编号。\n",
                   "P 00:00:01,000 --> 00:00:04,200 是一条字幕的时间，前面有它的编号。\n");
}

/* An ornament behind a sentence begins an item, however full the line before it is. */
static void test_items(void **state)
{
    (void)state;
    assert_rebuilt("三条隧道全部贯通，大桥也合龙\n了，全线明年通车，票价不变了。\n"
                   "●服务台设在一楼大厅东侧，办\n理时请带好身份证件再来登记。\n"
                   "●停车请走北门，进入地下车库\n后费用全免，请按指示停好它。\n",
                   "P 三条隧道全部贯通，大桥也合龙了，全线明年通车，票价不变了。\n"
                   "P ●服务台设在一楼大厅东侧，办理时请带好身份证件再来登记。\n"
                   "P ●停车请走北门，进入地下车库后费用全免，请按指示停好它。\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_but_furniture),
        cmocka_unit_test(test_short_headline),
        cmocka_unit_test(test_subtitles),
        cmocka_unit_test(test_quoted_mail),
        cmocka_unit_test(test_extent_over_columns),
        cmocka_unit_test(test_cut_dateline),
        cmocka_unit_test(test_dateline_cut_twice),
        cmocka_unit_test(test_continuation),
        cmocka_unit_test(test_quotation_at_the_end),
        cmocka_unit_test(test_byline_tells),
        cmocka_unit_test(test_byline_over_lines),
        cmocka_unit_test(test_sentence_begins),
        cmocka_unit_test(test_book_face),
        cmocka_unit_test(test_web_copy),
        cmocka_unit_test(test_printed_by_a_browser),
        cmocka_unit_test(test_line_of_facts),
        cmocka_unit_test(test_scattered_head),
        cmocka_unit_test(test_cut_before_marks),
        cmocka_unit_test(test_chapters_on_a_page),
        cmocka_unit_test(test_small_letters),
        cmocka_unit_test(test_korean_cut_inside_words),
        cmocka_unit_test(test_headline_of_twelve_ems),
        cmocka_unit_test(test_items),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

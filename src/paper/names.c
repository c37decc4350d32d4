#include <config.h>

#include "paper/names.h"

#include "text/charclass.h"
#include "text/utf8.h"

bool names_is_place(struct str word)
{
    static const char *const places[] = { /* in order, see str_starts_sorted */
        "上海", "东京", "伦敦", "倫敦", "北京", "华盛顿", "南京", "南投", "台中", "台北", "台南",
        "台東", "嘉義", "基隆", "天津", "宜蘭", "屏東", "巴黎", "广州", "彰化", "成都", "新北",
        "新竹", "昆明", "杭州", "東京", "桃園", "武汉", "沈阳", "济南", "深圳", "澎湖", "紐約",
        "綜合", "纽约", "综合", "臺中", "臺北", "臺南", "臺東", "花蓮", "苗栗", "華盛頓", "西安",
        "郑州", "重庆", "金門", "长沙", "雲林", "首尔", "首爾", "香港", "馬祖", "高雄"};

    if (word.n > 0 && STR_STARTS_SORTED(word, places) == word.n)
        return true;
    return word.n == 9 && (str_ends(word, STR("市")) || str_ends(word, STR("縣")) ||
                           str_ends(word, STR("县")));
}

size_t names_foreign_place(struct str s)
{
    size_t n = utf8_skip_between(s, 0, 0xE382, 0xE383);
    uint32_t behind = utf8_at(s, n);

    return n >= 6 && (charclass_of(behind) == CC_HAN || behind == 0xFF1D) ? n : 0;
}

bool names_has_family(struct str s)
{
    static const char family[] =
        "王李张张劉刘陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈"
        "曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯"
        "邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文程邬鄔骆駱阮柳邢岳齐齊庄莊祝涂祁舒耿詹凌费費纪紀靳童裴翁"
        "莫褚卜戚柏窦桂池苗艾裘甘宁仇桑匡宗丘冷闵项滕荣麦岑卓晏楚卞聂焦巩盛娄祖鞠房蓝闫苑虞栾谷佘沙禹迟臧贝隋敖俞喻缪冉阚郎巫"
        "覃霍鲍鮑柯佟殷庞龐樊葛颜顏倪鲁魯伍严嚴洪翟章施符尤储儲瞿季兰蘭温溫牛欧歐";

    while (s.n > 1 && (s.s[0] == '*' || s.s[0] == '_')) /* Markdown's emphasis */
        s = str_sub(s, 1, s.n);
    return str_find(str_of(family), str_sub(s, 0, utf8_prev(s, s.n) ? 3 : s.n), 0) <
           sizeof family - 1;
}

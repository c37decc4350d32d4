#include <config.h>

#include "paper/sectionname.h"

enum { NAME_MAX_BYTES = 22 };

/* None is a word that a headline or a subhead consists of, and none begins another; in order, see
 * str_starts_sorted. */
static const char *const names[] = {
    "Briefs", "CLASSIFIEDS", "Classifieds", "IN BRIEF", "In Brief", "In brief",
    "LETTERS TO THE EDITOR", "Letters to the Editor", "Letters to the editor", "NEWS BRIEFS",
    "NEWS IN BRIEF", "News Briefs", "News in Brief", "News in brief", "OBITUARIES", "Obituaries",
    "PUBLIC NOTICES", "Public Notices", "Public notices", "ニュース短信", "一句話新聞",
    "一句话新闻", "分类信息", "分类广告", "分類廣告", "廣告", "快訊", "快讯", "新聞短波",
    "新闻速递", "来信照登", "短訊", "短讯", "简明新闻", "简讯", "簡明新聞", "簡訊", "讀者來函",
    "讀者投書", "读者来信", "读者来函", "간추린 뉴스", "광고", "단신", "독자투고"};

bool sectionname_match(struct str line)
{
    return line.n > 0 && line.n <= NAME_MAX_BYTES && STR_STARTS_SORTED(line, names) == line.n;
}

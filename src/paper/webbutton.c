#include <config.h>

#include "paper/webbutton.h"

#include "paper/hanfact.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { LINE_MAX_BYTES = 90, SINGLE_MAX_BYTES = 9 };

/* How they begin; in order, see str_starts_sorted. */
static const char *const buttons[] = {
    "ADVERTISEMENT", "Advertisement", "All rights reserved", "Article continues", "Back to top",
    "CONTINUE READING", "Click here to", "Continue reading", "Copyright ©", "Email this",
    "Follow us", "Keep reading", "Leave a comment", "Log in to", "More on this", "Most popular",
    "Most read", "Next page", "Previous page", "Print this", "READ MORE", "Read more",
    "Read the full", "Recommended for", "Related articles", "Related stories", "Related topics",
    "Related:", "Share on", "Share this", "Show more", "Sign up for", "Sign up to",
    "Skip to content", "Story continues below", "Subscribe to", "You may also like", "© ",
    "おすすめ記事", "この記事をシェア", "もっと見る", "シェアする", "ツイートする", "トップに戻る",
    "ブックマーク", "ページトップ", "上一章", "上一篇", "上一页", "下一章", "下一篇", "下一页",
    "下载APP", "人気記事", "全文を読む", "关闭窗口", "分享到", "分享至", "前のページ", "加入书签",
    "加载更多", "印刷する", "发表评论", "回到頂部", "回到顶部", "回頂端", "字号", "展开全文",
    "延伸閱讀", "延伸阅读", "我要评论", "打印本页", "打开APP", "扫一扫", "扫码", "推荐阅读",
    "推薦閱讀", "收藏本文", "更多评论", "更多阅读", "未經授權", "未經許可", "未经授权", "未经许可",
    "查看全文", "查看原文", "查看更多", "次のページ", "点击展开", "点击查看", "点击进入",
    "点击阅读", "热点推荐", "热门推荐", "無断複製", "無断転載", "熱門新聞", "版权声明", "版权所有",
    "版權所有", "猜你喜欢", "相关报道", "相关文章", "相关新闻", "相关链接", "相关阅读", "相關新聞",
    "相關閱讀", "看更多", "続きは", "続きを読む", "網友留言", "繼續閱讀", "继续阅读",
    "記事をシェア", "返回目录", "返回顶部", "返回首页", "関連ニュース", "関連リンク", "関連記事",
    "閱讀全文", "阅读全文", "阅读原文", "계속 읽기", "공유하기", "관련 기사", "관련 뉴스",
    "관련기사", "구독하기", "글자 크기", "글자크기", "기사 공유", "기사 더보기", "기사공유",
    "기사더보기", "다음 기사", "댓글", "더 보기", "더보기", "많이 본", "맨 위로", "무단 전재",
    "무단전재", "스크랩", "이어보기", "이전 기사", "인기 기사", "인쇄하기", "저작권자", "추천 기사"};

/* One word that is a button when it is all of the line. */
static bool is_single_button(struct str line)
{
    static const char *const words[] = {"分享", "收藏", "评论", "評論", "打印", "列印",   "点赞",
                                        "举报", "转发", "轉發", "Share", "Print", "Save", "Email",
                                        "Comments", "Subscribe", "シェア", "공유", "인쇄"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(line, str_of(words[i])))
            return true;
    return false;
}

bool webbutton_match(struct str line)
{
    if (!(hanfact_at_head(line) & HANFACT_BUTTON))
        return false;
    if (line.n <= SINGLE_MAX_BYTES && is_single_button(line))
        return true;
    return line.n < LINE_MAX_BYTES && STR_STARTS_SORTED(line, buttons) > 0 &&
           (charclass_of(utf8_before(line, line.n)) != CC_STOP || str_ends(line, STR("：")));
}

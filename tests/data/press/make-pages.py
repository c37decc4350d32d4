#!/usr/bin/env python3
"""Newspaper pages and web copies of further kinds; see ../pages/make-pages.py."""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from newspaper import SPACED, Pages, body, section, sheet
from typesetter import Page, gold_article, wrap, write_pages

PAGES = Pages(HERE)
A, paper, text_page = PAGES.articles, PAGES.paper, PAGES.text_page

ZH = ('2024年9月18日 星期三', '城事', '责任编辑 沈默 美编 路遥', 'A3')
paper('zh-grid', ('metro', 'flood', 'letters'), lambda: [sheet(
    [section(A['metro'], 12, 4, 26), section(A['flood'], 7, 2, 18), section(A['letters'], 5, 1, 14)], ZH)], head=ZH)
paper('zh-sides', ('market', 'flood', 'b1'), lambda: [sheet(
    [section(A['market'], 8, 2, 22),
     '<div style="grid-column:span 4">%s%s</div>' % (section(A['flood'], 12, 1, 15), section(A['b1'], 12, 1, 13))])])
paper('zh-box', ('interview', 'b2'), lambda: [sheet([section(
    A['interview'], 12, 3, 22, body(A['interview'], until=4) +
    '<aside>%s</aside>' % section(A['b2'], 12, 1, 13) + body(A['interview'], start=4))], foot='— 7 —')], foot='— 7 —', pt=10.5)
paper('zh-briefs', ('b1', 'b2', 'b3'), lambda: [sheet([section(A[n], 4, 1, 14) for n in ('b1', 'b2', 'b3')], ('简讯',))],
      head=('简讯',))
paper('zh-jump', ('market', 'flood'), lambda: [
    sheet([section(A['market'], 12, 3, 24, body(A['market'], until=3) + '<p class=jump>（下转第4版）</p>')],
          ('晨江日报', '2024年9月18日', '1')),
    sheet([section(A['flood'], 12, 3, 20),
           '<section style="grid-column:span 12"><p class=jump style="text-align:left">（上接第1版）</p><div class=c>%s</div></section>'
           % body(A['market'], start=3)], ('晨江日报', '2024年9月18日', '4'))], head=('晨江日报', '2024年9月18日'))
paper('hant-grid', ('hk1', 'hk2', 'hk3'), lambda: [sheet(
    [section(A['hk1'], 12, 3, 24), section(A['hk2'], 6, 2, 17), section(A['hk3'], 6, 2, 17)],
    ('中華民國113年9月18日 星期三', '地方新聞', 'B1'))], head=('中華民國113年9月18日 星期三', '地方新聞', 'B1'))
paper('ja-grid', ('tofu', 'bus', 'crane'), lambda: [sheet(
    [section(A['tofu'], 12, 4, 20), section(A['bus'], 8, 2, 17), section(A['crane'], 4, 1, 13)],
    ('２０２４年（令和６年）９月１８日（水曜日）', '地域', '１２版', '２４'))],
    head=('２０２４年（令和６年）９月１８日（水曜日）', '地域', '１２版', '２４'), ind=1, pt=9.5)
paper('ko-grid', ('tide', 'alley'), lambda: [sheet(
    [section(A['tide'], 12, 3, 20), section(A['alley'], 12, 4, 17)], ('2024년 9월 18일 수요일', '사회', 'A12'))],
    head=('2024년 9월 18일 수요일', '사회', 'A12'), ind=1)
paper('en-grid', ('bees', 'swim', 'clock'), lambda: [sheet(
    [section(A['bees'], 12, 3, 22, body(A['bees'], cap=True)), section(A['swim'], 8, 2, 18), section(A['clock'], 4, 1, 14)],
    ('THE MARLOW COURIER', 'Wednesday, September 18, 2024', 'B3'))],
    head=('THE MARLOW COURIER', 'Wednesday, September 18, 2024', 'B3'), modes=SPACED, ind=1)
paper('en-left', ('swim', 'clock'), lambda: [sheet(
    [section(A['swim'], 12, 3, 20, '<div class=left>%s</div>' % body(A['swim'])),
     section(A['clock'], 12, 2, 16, '<div class=left>%s</div>' % body(A['clock']))])], modes=SPACED, ind=1, pt=11)


def book(names, running):
    def make():
        return [('<header>%s</header>' % running) + ''.join(
            '<section><h1 style="font-size:14pt">%s</h1>%s</section>' % (A[n]['headline'], body(A[n])) for n in names)]
    return make


paper('novel-hui', ('nov1', 'nov2'), book(('nov1', 'nov2'), '无弦琴'), head=('无弦琴',), w=120, h=170, pt=10.5)
paper('novel-en', ('eng1', 'eng2'), book(('eng1', 'eng2'), 'THE SLOW FISH'), head=('THE SLOW FISH',), modes=SPACED, w=120, h=170, ind=1, lang='en')


@text_page('web-en')
def web_en():
    a = A['swim']
    ps = [t for k, t in a['body']]
    out = ['Home > News > Environment', '', a['headline'], '', a['byline_text'], 'Published 18 September 2024, 07:30 BST', '',
           'Share this article', '']
    out += [ps[0], '', ps[1], '', 'Continue reading', '', ps[2], '', 'Advertisement', '']
    for t in ps[3:]:
        out += [t, '']
    tail = ['Sign up to our newsletter', 'Related articles', 'Read more', 'Back to top']
    return '\n'.join(out + tail) + '\n', [gold_article(a)], ['Home > News > Environment', 'Share this article',
           'Published 18 September 2024, 07:30 BST', 'Continue reading', 'Advertisement'] + tail


@text_page('web-zh')
def web_zh():
    a = A['interview']
    out = ['晨江网 > 人物 > 正文', a['headline'], '2024-09-18 07:30:12 来源：晨江日报 编辑：沈默', '分享到微信 微博', '']
    ps = [t for _, t in a['body']]
    for i, t in enumerate(ps):
        out.append('　　' + t)
        if i == 4:
            out += ['', '点击展开全文', '']
    tail = ['（责任编辑：沈默）', '相关阅读', '查看更多评论', '返回首页', '版权所有 未经许可不得转载']
    return '\n'.join(out + [''] + tail) + '\n', [gold_article(a, byline=[], byline_alt=['莫小棠', '晨江日报'])], \
        [out[0], out[2], out[3], '点击展开全文'] + tail


@text_page('web-ja', 'shift_jis')
def web_ja():
    a = A['bus']
    out = ['トップ > 地域 > 記事', '', a['headline'], '2024年9月18日 7時30分', a['byline_text'], '']
    ps = [t for _, t in a['body']]
    for i, t in enumerate(ps):
        out += ['　' + t, '']
        if i == 1:
            out += ['続きを読む', '']
    tail = ['関連記事', 'この記事をシェアする', '無断転載を禁じます']
    return '\n'.join(out + tail) + '\n', [gold_article(a)], [out[0], '続きを読む', '2024年9月18日 7時30分'] + tail


@text_page('web-ko')
def web_ko():
    a = A['alley']
    out = ['홈 > 사회 > 전국', '', a['headline'], '', '입력 2024.09.18 07:30', '기사 공유하기', '']
    for _, t in a['body']:
        out += [t, '']
    tail = ['관련 기사', '기사 더보기', '저작권자 © 무단 전재 및 재배포 금지']
    return '\n'.join(out + ['한서윤 기자', ''] + tail) + '\n', [gold_article(a)], \
        [out[0], '입력 2024.09.18 07:30', '기사 공유하기'] + tail


@text_page('verse-two')
def verse_two():
    out = []
    for n in ('poem1', 'poem2'):
        out += [A[n]['headline'], A[n]['byline_text'], ''] + [t for _, t in A[n]['body']] + ['', '']
    return '\n'.join(out), [gold_article(A[n]) for n in ('poem1', 'poem2')], []


@text_page('plain-wide', 'gb18030')
def plain_wide():
    """a headline as wide as the column and no byline; a blank between paragraphs"""
    p = Page(18, 18)
    a = dict(A['letters'], headline='路灯坏了半个月打了四个电话究竟该找谁', byline_text=None, byline=[])
    p.article(a)
    b = dict(A['b2'], headline='月牙湖白石滩入选国家湿地公园新名单了')
    p.article(b)
    p.article(A['flood'])
    return p.text(), [gold_article(a), gold_article(b), gold_article(A['flood'])], []


@text_page('plain-lines-zh', 'utf-16')
def plain_lines():
    """wrapped lines, a blank between paragraphs, nothing else"""
    a = A['market']
    out = [a['headline'], '', a['byline_text'], '']
    for kind, t in a['body']:
        out += wrap(t, 25) + ['']
    return '\n'.join(out), [gold_article(a)], []


@text_page('drop-zh')
def drop_zh():
    p = Page(13, 15)
    a = A['market']
    p.heading(a['headline'])
    p.lines.append(a['byline_text'])
    first = a['body'][0][1]
    p.lines += [first[0]] + wrap(first[1:21], 10) + wrap(first[21:], 13)
    for k, t in a['body'][1:]:
        p.heading(t, 13) if k == 'S' else p.paragraph(t)
    p.article(A['b3'])
    return p.text(), [gold_article(a), gold_article(A['b3'])], []


@text_page('en-narrow')
def en_narrow():
    p = Page(14, 16, indent='latin', keep_words=True, hyphens=True)
    for n in ('bees', 'swim'):
        a = dict(A[n], body=[x for x in A[n]['body'] if x[0] != 'C'])
        p.article(a)
    p.lines.append('Continued on Page A6')
    return p.text(), [gold_article(dict(A[n], body=[x for x in A[n]['body'] if x[0] != 'C'])) for n in ('bees', 'swim')], []


@text_page('ko-cut')
def ko_cut():
    """Korean lines that are cut inside words"""
    p = Page(14, 14, indent='lost1')
    for n in ('tide', 'alley'):
        p.article(A[n])
    return p.text(), [gold_article(A[n]) for n in ('tide', 'alley')], []


write_pages(HERE, PAGES, A)

#!/usr/bin/env python3
"""Pages that were written after the rules and by which none was made; see ../pages/make-pages.py."""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from newspaper import SPACED, Pages, body, section, sheet
from typesetter import Page, gold_article, write_pages

PAGES = Pages(HERE)
A, paper, text_page = PAGES.articles, PAGES.paper, PAGES.text_page

ZH = ('2025年10月22日 星期三', '本埠', '责任编辑 谷雨 版式 闻笛', '07')
paper('zh-five', ('ferry', 'rice', 'n1'), lambda: [sheet(
    [section(A['ferry'], 12, 5, 26), section(A['rice'], 8, 3, 20), section(A['n1'], 4, 1, 14)], ZH)], head=ZH, pt=9)
paper('zh-side', ('rice', 'essay', 'n2', 'n3'), lambda: [sheet(
    [section(A['rice'], 6, 2, 18), section(A['essay'], 6, 2, 18, below=True),
     section(A['n2'], 6, 1, 14), section(A['n3'], 6, 1, 14)], foot='A7')], foot='A7')
paper('zh-essay', ('essay',), lambda: [sheet([section(A['essay'], 12, 2, 24)])], pt=12, w=180)
HANT = ('2025年10月22日 星期三', '中部新聞', 'B3')
paper('hant', ('lantern', 'quake'), lambda: [sheet(
    [section(A['lantern'], 12, 4, 24), section(A['quake'], 12, 3, 18)], HANT)], head=HANT)
JA = ('2025年（令和7年）10月22日（水曜日）', '地域面', '14版', '27')
paper('ja', ('bread', 'eel'), lambda: [sheet(
    [section(A['bread'], 8, 3, 22), section(A['eel'], 4, 1, 15)], JA)], head=JA, ind=1)
KO = ('2025년 10월 22일 수요일', '지역', '18면')
paper('ko', ('light', 'market'), lambda: [sheet(
    [section(A['light'], 12, 4, 22), section(A['market'], 12, 3, 18)], KO)], head=KO, ind=1)
EN = ('THE HARBOUR MERCURY', 'Wednesday, October 22, 2025', 'A4')
paper('en-three', ('tide', 'chess', 'post'), lambda: [sheet(
    [section(A['tide'], 12, 3, 24), section(A['chess'], 6, 2, 17), section(A['post'], 6, 2, 17)], EN)],
      head=EN, modes=SPACED, ind=1)
paper('en-essay', ('chess',), lambda: [sheet([section(A['chess'], 12, 2, 22, body(A['chess'], cap=True))], foot='Page 12')],
      foot='Page 12', modes=SPACED, ind=1, pt=11, w=170)
paper('novel', ('seal1', 'seal2'), lambda: ['<header>铁铃记</header>' + ''.join(
    '<section><h1 style="font-size:14pt">%s</h1>%s</section>' % (A[n]['headline'], body(A[n])) for n in ('seal1', 'seal2'))],
    head=('铁铃记',), w=125, h=180, pt=10.5)
paper('wire', ('chip',), lambda: [sheet([section(A['chip'], 12, 1, 18)])], w=170, pt=11)


@text_page('web-zh')
def web_zh():
    a = A['rice']
    out = ['首页 > 三农 > 正文', a['headline'], '2025-10-22 06:48 来源：秋江日报 作者：秦朗 浏览：1328', '字号：大 中 小', '']
    for i, (_, t) in enumerate(a['body']):
        out += ['　　' + t, '']
        if i == 1:
            out += ['展开全文', '']
    tail = ['责任编辑：谷雨', '相关推荐', '扫一扫分享', '打印本页']
    return '\n'.join(out + tail) + '\n', [gold_article(a, byline_alt=['秦朗 秋江日报', '秋江日报 秦朗'])], \
        [out[0], '字号：大 中 小', '展开全文'] + tail


@text_page('web-en')
def web_en():
    a = A['post']
    out = ['Home / Local / Business', '', a['headline'], '', 'Miriam Faulk', 'October 22, 2025 at 6:10 a.m.', '', 'Share', '']
    for kind, t in a['body']:
        out += [t, '', 'Advertisement', '']
    tail = ['Most popular', 'Subscribe now', 'Contact us']
    return '\n'.join(out + tail) + '\n', [gold_article(a)], [out[0], 'October 22, 2025 at 6:10 a.m.', 'Share', 'Advertisement'] + tail


@text_page('narrow', 'gb18030')
def narrow():
    p = Page(12, 15)
    p.lines.append('2025年10月22日 星期三 A7版')
    for n in ('essay', 'ferry', 'n3', 'n1'):
        p.article(A[n])
    return p.text(), [gold_article(A[n]) for n in ('essay', 'ferry', 'n3', 'n1')], [p.lines[0]]


@text_page('ja-narrow', 'shift_jis')
def ja_narrow():
    p = Page(12, 14, indent='lost1')
    for n in ('eel', 'bread'):
        p.article(A[n])
    return p.text(), [gold_article(A[n]) for n in ('eel', 'bread')], []


@text_page('en-narrow')
def en_narrow():
    p = Page(16, 18, indent='latin', keep_words=True, hyphens=True)
    for n in ('post', 'tide'):
        p.article(A[n])
    return p.text(), [gold_article(A[n]) for n in ('post', 'tide')], []


write_pages(HERE, PAGES, A)

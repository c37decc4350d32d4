#!/usr/bin/env python3
"""Pages that no rule was written for: they measure how far the rules carry. See ../pages/make-pages.py."""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from newspaper import SPACED, Pages, body, section, sheet
from typesetter import Page, gold_article, wrap, write_pages

PAGES = Pages(HERE)
A, paper, text_page = PAGES.articles, PAGES.paper, PAGES.text_page

ZH = ('2025年3月7日 星期五', '文化周刊', '编辑 祁放', '第6版')
paper('zh-news', ('kiln', 'drone', 'bench', 's1'), lambda: [sheet(
    [section(A['kiln'], 8, 2, 24), section(A['bench'], 4, 1, 16), section(A['drone'], 9, 3, 20), section(A['s1'], 3, 1, 12)],
    ZH)], head=ZH, pt=9.5)
paper('zh-two', ('drone', 's2'), lambda: [sheet(
    [section(A['drone'], 12, 2, 24), section(A['s2'], 12, 2, 15)])], pt=11, w=170)
paper('hant-news', ('tpe1', 'tpe2'), lambda: [sheet([section(A['tpe1'], 7, 2, 20), section(A['tpe2'], 5, 1, 17)],
    ('2025年3月7日 星期五', '生活', 'A8'))], head=('2025年3月7日 星期五', '生活', 'A8'))
paper('ja-news', ('tram', 'snow'), lambda: [sheet([section(A['tram'], 12, 4, 20), section(A['snow'], 12, 3, 16)],
    ('2025年（令和7年）3月7日（金曜日）', '社会', '13版'))], head=('2025年（令和7年）3月7日（金曜日）', '社会', '13版'), ind=1)
paper('ko-news', ('loom', 'rain'), lambda: [sheet([section(A['loom'], 8, 2, 19), section(A['rain'], 4, 1, 15)],
    ('2025년 3월 7일 금요일', '문화'))], head=('2025년 3월 7일 금요일', '문화'), ind=1)
paper('en-news', ('piano', 'bridge'), lambda: [sheet([section(A['piano'], 7, 2, 20), section(A['bridge'], 5, 1, 18)],
    ('Friday, March 7, 2025', 'THE SALTMARSH GAZETTE', '5'))], head=('Friday, March 7, 2025', 'THE SALTMARSH GAZETTE', '5'), modes=SPACED, ind=1)
paper('en-four', ('bridge', 'piano'), lambda: [sheet([section(A['bridge'], 12, 4, 22), section(A['piano'], 12, 4, 20,
    body(A['piano'], cap=True))])], modes=SPACED, ind=1, pt=9)
paper('novel-book', ('chap1', 'chap2'), lambda: ['<header>盐路</header>' + ''.join(
    '<section><h1 style="font-size:15pt">%s</h1>%s</section>' % (A[n]['headline'], body(A[n])) for n in ('chap1', 'chap2'))],
    head=('盐路',), w=130, h=120, pt=11)


@text_page('narrow', 'gb18030')
def narrow():
    p = Page(11, 13)
    for n in ('drone', 'kiln', 's1', 's2'):
        p.article(A[n])
    p.spaced()
    return p.text(True), [gold_article(A[n]) for n in ('drone', 'kiln', 's1', 's2')], []


@text_page('essay-blank')
def essay_blank():
    a = dict(A['bench'], byline_text=None, byline=[])
    out = [a['headline'], '']
    for _, t in a['body']:
        out += wrap(t, 22) + ['']
    return '\n'.join(out), [gold_article(a)], []


@text_page('web-page')
def web_page():
    a = A['drone']
    out = ['江东新闻 > 国内 > 正文', '', a['headline'], '2025年03月07日 09:15 来源：江东晚报 记者：池越', '', ]
    for i, (_, t) in enumerate(a['body']):
        out += [t, '']
        if i == 2:
            out += ['阅读全文', '']
    tail = ['编辑：祁放', '推荐阅读', '分享', '回到顶部']
    return '\n'.join(out + tail) + '\n', [gold_article(a, kicker=None, byline_alt=['池越 江东晚报', '江东晚报 池越'])], \
        [out[0], '阅读全文'] + tail


@text_page('poem-alone')
def poem_alone():
    a = A['ode']
    p = Page(14, 14)
    p.article(A['s1'])
    p.lines += ['', a['headline'], '', a['byline_text'], ''] + [t for _, t in a['body']]
    return p.text(), [gold_article(A['s1']), gold_article(a)], []


@text_page('hant-cols', 'big5')
def hant_cols():
    p = Page(12, 12)
    p.lines.append('2025年3月7日 星期五 生活 A8版')
    for n in ('tpe2', 'tpe1'):
        p.article(A[n])
    return p.text(), [gold_article(A[n]) for n in ('tpe2', 'tpe1')], [p.lines[0]]


@text_page('ja-cols', 'utf-16')
def ja_cols():
    p = Page(13, 13, indent='lost1')
    for n in ('snow', 'tram'):
        p.article(A[n])
    return p.text(), [gold_article(A[n]) for n in ('snow', 'tram')], []


@text_page('ko-cols')
def ko_cols():
    p = Page(15, 15, indent='lost1', keep_words=True)
    for n in ('rain', 'loom'):
        p.article(A[n])
    return p.text(), [gold_article(A[n]) for n in ('rain', 'loom')], []


@text_page('en-cols')
def en_cols():
    p = Page(15, 17, indent='latin', keep_words=True, hyphens=True)
    for n in ('piano', 'bridge'):
        p.article(A[n])
    return p.text(), [gold_article(A[n]) for n in ('piano', 'bridge')], []


write_pages(HERE, PAGES, A)

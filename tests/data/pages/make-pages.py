#!/usr/bin/env python3
"""Typesets articles.txt as pages and writes each with what a careful reader makes of it.

    make-pages.py [NAME...]      all pages, or those whose names contain one of NAME
"""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from typesetter import Page, gold_article, html_article, pdf_text, read_articles, wrap, write_pages

# ------------------------------------------------------------------ the pages
A = read_articles(HERE)
PAGES = {}


def page(name, encoding='utf-8', **more):
    def register(f):
        PAGES[name] = (f, encoding, more)
        return f
    return register


def golds(*names):
    return [gold_article(A[n]) for n in names]


def head_of(date='2024年3月12日 星期二', label='要闻', n='2'):
    return '%s %s 责任编辑 方 舟 版式 郑 毅 %s版' % (date, label, n)


@page('narrow8')
def narrow8():
    p = Page(8, 12)
    p.lines.append(head_of())
    for n in ('bridge', 'tea'):
        p.article(A[n])
    p.spaced()
    return p.text(True), golds('bridge', 'tea'), [p.lines[0]]


@page('change-of-measure')
def change():
    """a picture narrows the column in the middle of a paragraph"""
    p = Page(18, 20)
    a = A['bridge']
    p.heading(a['kicker'])
    p.heading(a['headline'])
    p.lines.append(a['byline_text'])
    for i, (_, text) in enumerate(a['body']):
        if i == 1:
            first = wrap(text, 18, 4)[:2]
            rest = text[len(''.join(first)):]
            p.lines += first + wrap(rest, 10)
        else:
            p.paragraph(text, 10 if i == 2 else 18)
    p.article(A['tea'])
    return p.text(), golds('bridge', 'tea'), []


@page('briefs', 'utf-16')
def briefs():
    p = Page(14, 12)
    p.lines += ['国内新闻', '', '简讯', '']
    for n in ('b1', 'b2', 'b3', 'b4'):
        p.article(A[n])
        p.lines.append('')
    return p.text(), golds('b1', 'b2', 'b3', 'b4'), ['国内新闻', '简讯']


@page('subheads')
def subheads():
    p = Page(17, 17)
    p.article(A['library'])
    p.article(A['comment'])
    return p.text(), golds('library', 'comment'), []


@page('head-after')
def head_after():
    p = Page(15, 11)
    p.article(A['tea'], 'PHB')
    p.article(A['museum'])
    p.article(A['b2'], 'PH')
    return p.text(True), golds('tea', 'museum', 'b2'), []


@page('indent-gb', 'gb18030')
def indent_gb():
    p = Page(16, 16, indent='kept')
    p.article(A['comment'])
    p.article(A['tea'])
    return p.text().replace('\n', '\r\n'), golds('comment', 'tea'), []


@page('hant-big5', 'big5')
def hant():
    p = Page(13, 11)
    p.lines.append('2024年6月4日 星期二 地方綜合 B2版')
    for n in ('tw1', 'tw2', 'tw3'):
        p.article(A[n])
    return p.text(), golds('tw1', 'tw2', 'tw3'), [p.lines[0]]


@page('ja-sjis', 'shift_jis')
def ja_sjis():
    p = Page(12, 13, indent='lost1')
    p.lines.append('２０２４年（令和６年）５月８日（水曜日） 社会 （１１）')
    for n in ('ja1', 'ja2', 'ja3'):
        p.article(A[n])
    return p.text(), golds('ja1', 'ja2', 'ja3'), [p.lines[0]]


@page('ko-words')
def ko_words():
    p = Page(13, 14, indent='none', keep_words=True)
    p.lines += ['2024년 5월 8일 수요일', '', '사회', '']
    for n in ('ko1', 'ko2'):
        p.article(A[n])
    return p.text(), golds('ko1', 'ko2'), ['2024년 5월 8일 수요일', '사회']


@page('en-hyphen')
def en_hyphen():
    p = Page(16, 18, indent='latin', keep_words=True, hyphens=True)
    p.lines.append('THE HARBOUR TIMES Friday, May 3, 2024 B4')
    for n in ('en1', 'en2', 'en3'):
        p.article(A[n])
    return p.text(), golds('en1', 'en2', 'en3'), [p.lines[0]]


@page('novel')
def novel():
    out = ['晓风书屋 www.example.com 整理', '', '']
    for n in ('novel', 'novel2', 'novel3'):
        out += [A[n]['headline'], '']
        for _, t in A[n]['body']:
            out += ['　　' + t, '']
    return '\n'.join(out) + '\n', golds('novel', 'novel2', 'novel3'), [out[0]]


@page('novel-wrapped')
def novel_wrapped():
    p = Page(20, 20, indent='kept')
    for n in ('novel', 'novel2', 'novel3'):
        p.lines += [A[n]['headline'], '']
        p.article(A[n], 'P')
        p.lines.append('')
    return p.text(), golds('novel', 'novel2', 'novel3'), []


@page('verse')
def verse():
    a = A['poem']
    out = [a['headline'], '', a['byline_text'], '']
    out += [t for _, t in a['body']]
    return '\n'.join(out) + '\n', [gold_article(a)], []


@page('verse-in-page')
def verse_in_page():
    p = Page(14, 14)
    p.article(A['tea'])
    p.lines += ['', A['poem']['headline'], A['poem']['byline_text'], '']
    p.lines += [t for _, t in A['poem']['body']]
    p.lines.append('')
    p.article(A['comment'])
    return p.text(), golds('tea', 'poem', 'comment'), []


@page('web-copy')
def web_copy():
    a = A['bridge']
    out = ['首页 > 新闻中心 > 正文', '', a['headline'], '', '2024-05-06 08:12 来源：青浦日报 作者：林晓舟 字号：大 中 小', '']
    body = [t for _, t in a['body']]
    for i, t in enumerate(body):
        out += [t, '']
        if i == 1:
            out += ['点击进入下一页继续阅读', '']
    out += ['责任编辑：方舟', '', '分享到：', '', '上一篇：老旧小区加装电梯突破千台', '下一篇：湿地公园首次记录到黑脸琵鹭', '', '打印本页 关闭窗口']
    g = gold_article(a, byline=['林晓舟'], kicker=None)
    g.pop('kicker')
    g.pop('byline_text')
    g['byline_alt'] = ['林晓舟 青浦日报', '青浦日报 林晓舟']
    return '\n'.join(out) + '\n', [g], [out[0], out[4]] + [l for l in out[-9:] if l] + ['点击进入下一页继续阅读']


@page('plain-lines')
def plain_lines():
    out = []
    for n in ('comment',):
        out += [A[n]['headline'], A[n]['byline_text']] + [t for _, t in A[n]['body']]
    return '\n'.join(out) + '\n', golds('comment'), []


@page('plain-blank')
def plain_blank():
    a = A['en2']
    out = [a['headline'], '', a['byline_text'], '']
    for k, t in a['body']:
        out += wrap(t, 34, keep_words=True) + ['']
    return '\n'.join(out) + '\n', golds('en2'), []


@page('markdown')
def markdown():
    out = ['# 周末读报', '']
    for n in ('library', 'comment'):
        out += ['## ' + A[n]['headline'], '', '*%s*' % A[n]['byline_text'], '']
        for k, t in A[n]['body']:
            out += [('### ' if k == 'S' else '') + t, '']
    return '\n'.join(out) + '\n', golds('library', 'comment'), ['周末读报']


@page('over-pages')
def over_pages():
    """an article runs over a form feed in mid-sentence"""
    p = Page(15, 15)
    p.article(A['museum'])
    k = len(p.lines) - 6
    p.article(A['library'])
    foot = len(p.lines) - 10
    lines = p.lines
    out = ['海州晚报', '2024年5月9日 星期四', ''] + lines[:k] + ['— 1 —', '\f海州晚报', '2024年5月9日 星期四', '']
    out += lines[k:foot] + ['— 2 —', '\f海州晚报', '2024年5月9日 星期四', ''] + lines[foot:] + ['— 3 —']
    return '\n'.join(out) + '\n', golds('museum', 'library'), ['海州晚报', '2024年5月9日 星期四', '— 1 —', '— 2 —', '— 3 —']


@page('jump')
def jump():
    """an article goes on on page 3"""
    p = Page(15, 15)
    a = A['library']
    p.article(a)
    k = next(i for i, l in enumerate(p.lines) if '书比人多' in l)
    first, rest = p.lines[:k], p.lines[k:]
    q = Page(15, 15)
    q.article(A['tea'])
    out = ['海州晚报 1版', ''] + first + ['（下转第3版）'] + q.lines + ['\f海州晚报 3版', '', '（上接第1版）'] + rest
    return '\n'.join(out) + '\n', golds('library', 'tea'), ['海州晚报 1版', '海州晚报 3版']


@page('inside-sentence')
def inside_sentence():
    """a box's headline block stands in the middle of a sentence"""
    p = Page(14, 14)
    p.article(A['museum'])
    k = next(i for i, l in enumerate(p.lines) if '14个' in l or '舱室' in l)
    box = Page(14, 10)
    box.article(A['tea'], 'HB')
    out = p.lines[:k + 1] + box.lines + p.lines[k + 1:]
    box.lines = []
    box.article(A['tea'], 'P')
    return '\n'.join(out + box.lines) + '\n', golds('museum', 'tea'), []


@page('drop-cap')
def drop_cap():
    p = Page(14, 16)
    a = A['library']
    p.heading(a['headline'])
    p.lines.append(a['byline_text'])
    first = a['body'][0][1]
    p.lines.append(first[0])
    beside = wrap(first[1:], 11)[:2]
    p.lines += [''] + beside + wrap(first[1 + len(''.join(beside)):], 14)
    for k, t in a['body'][1:]:
        p.heading(t, 14) if k == 'S' else p.paragraph(t)
    return p.text(), golds('library'), []


@page('spread')
def spread():
    """a picture leaves room for a few letters, which are spread; marks stand alone on a line"""
    p = Page(14, 16)
    a = A['tea']
    p.heading(a['headline'])
    p.lines.append(a['byline_text'])
    for i, (k, t) in enumerate(a['body']):
        if i == 1:
            cut = t.index('往年')
            lines = wrap(t[:cut], 6, 4) + [' '.join(t[cut:cut + 4])] + wrap(t[cut + 4:], 14)
            p.lines += lines
        elif i == 2:
            lines = wrap(t, 14, 4)
            lines[-1:] = [lines[-1][:-1], '。']
            p.lines += lines
        else:
            p.paragraph(t)
    return p.text(True), golds('tea'), []


@page('dateline-ja-utf16', 'utf-16')
def ja_utf16():
    p = Page(11, 10, indent='kept1')
    for n in ('ja2', 'ja1'):
        p.article(A[n])
    return p.text(), golds('ja2', 'ja1'), []


def html_page(name, names, mode, **css):
    def make():
        apart = css.pop('apart', False)       # each article on a page of its own
        body = ('<div style="break-after:page"></div>' if apart else '\n').join(html_article(A[n]) for n in names)
        head = css.pop('head_line', None)
        css.setdefault('lang', {'hant': 'zh-Hant', 'novel': 'zh'}.get(A[names[0]]['lang'], A[names[0]]['lang']))
        if head:
            body = '<header>%s</header>' % head + body
        return pdf_text(body, mode, **css), golds(*names), [head] if head else []
    PAGES[name] = (make, 'utf-8', {})


def row_page(name, rows, mode, **css):
    """articles side by side, each in one column"""
    def make():
        body = ''.join('<div class=row>%s</div>' % ''.join('<div>%s</div>' % html_article(A[n], False) for n in row)
                       for row in rows)
        css.setdefault('lang', {'hant': 'zh-Hant'}.get(A[rows[0][0]]['lang'], A[rows[0][0]]['lang']))
        return pdf_text(body, mode, **css), golds(*[n for row in rows for n in row]), []
    PAGES[name] = (make, 'utf-8', {})


html_page('layout-zh3', ('bridge', 'library'), '-layout', head_line='2024年3月12日 星期二 要闻 2版')
html_page('layout-zh2', ('museum', 'tea'), '-layout', cols=2)
html_page('layout-hant', ('tw1', 'tw2', 'tw3'), '-layout', cols=3)
html_page('layout-ja', ('ja1', 'ja2'), '-layout', cols=4, ind=1, w=257, pt=9, head=15)
html_page('layout-ko', ('ko1', 'ko2'), '-layout', cols=3, ind=1)
html_page('layout-en', ('en1', 'en2'), '-layout', cols=3, ind=1)
row_page('layout-rows', (('tea', 'comment'),), '-layout', head=16)
row_page('layout-rows-en', (('en3', 'en2'),), '-layout', head=16, ind=1)
html_page('default-zh3', ('library', 'bridge'), None, apart=True, cols=3, head_line='2024年3月12日 星期二 要闻 2版')
html_page('default-ja', ('ja2', 'ja3'), None, apart=True, cols=3, ind=1)
html_page('default-en', ('en2', 'en1'), None, apart=True, cols=3, ind=1)
html_page('default-ko', ('ko1', 'ko2'), None, apart=True, cols=3, ind=1)
html_page('raw-zh4', ('museum', 'comment'), '-raw', cols=4)
html_page('raw-hant', ('tw1', 'tw3'), '-raw', cols=3)

write_pages(HERE, PAGES, A)

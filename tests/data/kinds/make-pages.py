#!/usr/bin/env python3
"""Pages of further kinds: letters, interviews, results, supplements, notices, magazines, wires; see ../pages/make-pages.py."""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from newspaper import SPACED, Pages, body, section, sheet
from typesetter import write_pages

PAGES = Pages(HERE)
A = PAGES.articles
MORE = '''<style>.label{grid-column:1/-1;text-indent:0;font-weight:bold;border-bottom:1pt solid}.boxed{border:1pt solid;padding:2mm}
.sign{text-indent:0;text-align:right}.flush{text-indent:0}.star{text-indent:0;text-align:center}
blockquote{margin:3mm 4mm;padding:2mm 0;border-top:2pt solid;border-bottom:2pt solid;font-size:14pt;line-height:1.3;text-align:left;hyphens:none}
.verse{text-indent:0;text-align:left}table{width:100%;border-collapse:collapse;text-align:center}</style>'''


def paper(name, names, make, optional=(), **more):
    PAGES.paper(name, names, lambda: [MORE + make()[0]] + make()[1:], **more)
    for page, (run, encoding, _) in list(PAGES.items()):
        if optional and page.startswith(name + '-'):
            PAGES[page] = (run, encoding, dict(optional_text=list(optional)))


def set_as(html, a, **more):
    """the body, with what the article marks as a caption set as `html`"""
    out = body(a, **more)
    for kind, text in a['body']:
        if kind == 'C':
            out = out.replace('<figure><div></div><figcaption>%s</figcaption></figure>' % text, html % text)
    return out


def signed(name, width=12, cols=1, size=14, aside='<p class=sign>%s</p>'):
    """an article that its author signs at the end"""
    a = A[name]
    inner = body(dict(a, body=[x for x in a['body'] if x[0] != 'C'])) + '<p class=sign>%s</p>' % a['byline_text']
    return section(dict(a, byline_text=None), width, cols, size,
                   inner + ''.join(aside % t for k, t in a['body'] if k == 'C'))


def boxed(name, width, size=13):
    return '<div class=boxed style="grid-column:span %d">%s</div>' % (width, section(A[name], 12, 1, size))


def label(text):
    return '<p class=label>%s</p>' % text


def group(width, *parts):
    return '<div style="grid-column:span %d">%s</div>' % (width, ''.join(parts))


EVENING = ('白芦晚报', '2025年11月20日 星期四', '城事 A2')
paper('zh-evening', ('dike', 'br1', 'br2', 'br3', 'br4'), lambda: [sheet(
    [section(A['dike'], 8, 2, 28), group(4, label('简讯'), *(section(A[n], 12, 1, 12) for n in ('br1', 'br2', 'br3', 'br4')))],
    EVENING)], head=EVENING + ('简讯',))
LETTERS = ('读者来信', '2025年11月20日')
paper('zh-letters', ('let1', 'let2', 'let3', 'reply'), lambda: [sheet(
    [signed('let1', 6), signed('let2', 6), signed('let3', 6), boxed('reply', 6)], LETTERS, '投稿信箱：letters@bailu.example')],
      head=LETTERS, foot='投稿信箱：letters@bailu.example')
paper('zh-interview', ('qa',), lambda: [sheet([section(A['qa'], 12, 3, 24, below=True)], foot='人物·11')], foot='人物·11')

ROWS = [('名次', '球队', '胜', '平', '负', '积分'), ('1', '海门', '14', '4', '2', '46'), ('2', '云岭', '12', '5', '3', '41'),
        ('3', '江东', '11', '5', '4', '38'), ('4', '铁山', '11', '4', '5', '37'), ('5', '白沙', '9', '6', '5', '33')]
TABLE = ('<section style="grid-column:span 5"><p class=label>积分榜（前五名）</p><table>%s</table></section>' % ''.join(
    '<tr>%s</tr>' % ''.join('<td>%s</td>' % c for c in r) for r in ROWS))
paper('zh-results', ('match', 'swimzh'), lambda: [sheet(
    [section(A['match'], 12, 3, 24), section(A['swimzh'], 7, 2, 16), TABLE], ('体育', 'B7'))], head=('体育', 'B7'),
      optional=['积分榜（前五名）'] + [''.join(r) for r in ROWS] + [''.join(c) for c in zip(*ROWS)] + [c for r in ROWS for c in r if len(c) > 1])

VERSE = '<section style="grid-column:span 4"><h1 style="font-size:16pt">%s</h1><p class=b>%s</p>%s</section>'
paper('zh-supplement', ('prose', 'tea', 'river'), lambda: [
    sheet([section(A['prose'], 12, 2, 22)], ('B2', '副刊·晚渡', '2025年11月20日')),
    sheet([section(A['tea'], 8, 2, 18), VERSE % (A['river']['headline'], A['river']['byline_text'], ''.join(
        '<p class=verse>%s&nbsp;</p>' % t for _, t in A['river']['body']))], ('2025年11月20日', '副刊·晚渡', 'B3'))],
      head=('副刊·晚渡', '2025年11月20日', 'B2', 'B3'), w=190, h=240)

FRONT, INSIDE = ('白芦晨报', '2025年11月21日', '第1版'), ('白芦晨报', '2025年11月21日', '第4版 要闻')
paper('zh-continued', ('port', 'frost', 'notice1', 'obit1'), lambda: [
    sheet([section(A['port'], 12, 3, 26, body(A['port'], until=4) + '<p class=jump>（下转第4版）</p>', below=True),
           section(A['frost'], 12, 2, 18)], FRONT),
    sheet(['<section style="grid-column:span 12"><div class=c style="column-count:3"><p class=flush>（上接第1版）</p>%s</div></section>'
           % body(A['port'], start=4), boxed('obit1', 7), boxed('notice1', 5)], INSIDE)], head=FRONT + INSIDE[2:], w=200, h=270)
paper('zh-notices', ('obit1', 'notice1', 'notice2', 'notice3'), lambda: [sheet(
    [boxed(n, 6) for n in ('obit1', 'notice1', 'notice2', 'notice3')], ('分类信息',))], head=('分类信息',))
paper('zh-magazine', ('heron',), lambda: [sheet([section(
    A['heron'], 12, 2, 26, set_as('<blockquote>%s</blockquote>', A['heron'], cap=True))], foot='38 | 远行')], foot='38 | 远行', w=185, h=260)

HANT = ('中華民國114年11月21日 星期五', '生活新聞', 'A6')
paper('hant-daily', ('lunar', 'ferry2', 'plum'), lambda: [sheet(
    [section(A['lunar'], 12, 3, 24), section(A['ferry2'], 7, 2, 18), section(A['plum'], 5, 1, 16)], HANT)], head=HANT)

A['treaty']['gold'] = dict(byline_alt=['東京佐伯亮'])
A['lens']['gold'] = dict(byline_alt=['ロンドン瀬戸みのり'])
JA = ('２０２５年（令和７年）１１月２２日（土曜日）', '総合', '３')
paper('ja-daily', ('treaty', 'lens', 'henshu'), lambda: [sheet(
    [section(A['treaty'], 12, 4, 24, set_as('<p class=star>%s</p>', A['treaty'])), section(A['lens'], 6, 2, 16),
     '<div class=boxed style="grid-column:span 6">%s</div>' % section(A['henshu'], 12, 2, 14)], JA)], head=JA, ind=1, pt=9.5)

KO = ('2025년 11월 22일 토요일', '사회', '7')
paper('ko-wire', ('budget', 'whale'), lambda: [sheet(
    [section(A['budget'], 12, 3, 22, set_as('<p class=flush>%s</p>', A['budget'])), section(A['whale'], 12, 2, 18)], KO)], head=KO, ind=1)

LOCAL = ('THE HARROW FALLS RECORD', 'Saturday, November 22, 2025', 'A1')
paper('en-local', ('mill', 'levy', 'bridge2'), lambda: [sheet(
    [section(A['mill'], 12, 4, 28), section(A['levy'], 8, 2, 18), section(A['bridge2'], 4, 1, 14)], LOCAL)],
      head=LOCAL, modes=SPACED, ind=1)
paper('en-continued', ('mill', 'levy'), lambda: [
    sheet([section(A['mill'], 12, 3, 26, body(A['mill'], until=3) + '<p class=jump>See MILL, Page A6</p>')], LOCAL),
    sheet(['<section style="grid-column:span 12"><h1 style="font-size:16pt">MILL</h1><div class=c style="column-count:3">'
           '<p class=flush>From Page A1</p>%s</div></section>' % body(A['mill'], start=3), section(A['levy'], 12, 3, 18)],
          ('A6', 'THE HARROW FALLS RECORD', 'Saturday, November 22, 2025'))],
      head=LOCAL + ('A6',), optional=('MILL', 'From Page A1', 'See MILL, Page A6'), modes=SPACED, ind=1, w=190, h=250)
paper('en-obituaries', ('oa', 'ob', 'bridge2'), lambda: [sheet(
    [label('OBITUARIES'), section(A['oa'], 4, 1, 13), section(A['ob'], 4, 1, 13), boxed('bridge2', 4)], LOCAL[1:])],
      head=LOCAL[1:] + ('OBITUARIES',), modes=SPACED, ind=1)
paper('en-magazine', ('salt',), lambda: [sheet([section(
    A['salt'], 12, 2, 28, set_as('<blockquote>%s</blockquote>', A['salt'], cap=True))], foot='TIDEWAY QUARTERLY 41')],
      foot='TIDEWAY QUARTERLY 41', modes=SPACED, ind=1, w=185, h=260, pt=11)
paper('en-letters', ('el1', 'el2'), lambda: [sheet(
    [label('LETTERS TO THE EDITOR'), signed('el1', 6), signed('el2', 6)], LOCAL[1:])],
      head=LOCAL[1:] + ('LETTERS TO THE EDITOR',), modes=SPACED, ind=1)

write_pages(HERE, PAGES, A)

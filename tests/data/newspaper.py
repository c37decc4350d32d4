"""Newspaper pages in HTML, as a page designer sets them, and the text that pdftotext makes of them."""
import re

from typesetter import gold_article, pdf_text, read_articles

MODES = dict(plain=None, layout='-layout', raw='-raw')
SPACED = {k: m for k, m in MODES.items() if k != 'raw'}     # -raw loses the spaces of these
STYLE = '''<style>
.sheet{display:grid;grid-template-columns:repeat(12,1fr);gap:5mm 6mm}.sheet>section{min-width:0}
header{display:flex;justify-content:space-between}footer{text-align:center;font-size:8pt;margin-top:4mm}
h1{line-height:1.25}.deck{text-indent:0;margin:1mm 0}.ed{text-indent:0;font-size:8pt}
figure{margin:1mm 0;break-inside:avoid}figure div{background:#bbb;height:22mm}figcaption{font-size:8pt;line-height:1.3}
aside{border:1pt solid;padding:2mm;margin:2mm 0}.side{float:right;width:45%%;margin:0 0 2mm 4mm}
.cap::first-letter{float:left;font-size:2.7em;line-height:1;padding-right:1mm}
.left{text-align:left;hyphens:none}.jump{text-indent:0;text-align:right}
</style>'''


def body(a, cap=False, until=None, start=0, heads='h2'):
    """the paragraphs, captions and subheads of an article, from one item to another"""
    out = []
    for i, (kind, text) in enumerate(a['body'][start:until]):
        if kind == 'S':
            out.append('<%s>%s</%s>' % (heads, text, heads))
        elif kind == 'C':
            out.append('<figure><div></div><figcaption>%s</figcaption></figure>' % text)
        else:
            out.append('<p%s>%s</p>' % (' class=cap' if cap and i == 0 else '', text))
    return '\n'.join(out)


def section(a, width=12, cols=3, size=20, inner=None, below=False, more=''):
    """an article in `width` of the sheet's 12 parts; `inner`: its body in HTML"""
    kicker = '<p class=k>%s</p>' % a['kicker'] if a['kicker'] else ''
    byline = '<p class=b>%s</p>' % a['byline_text'] if a['byline_text'] else ''
    head = ('' if below else kicker) + '<h1 style="font-size:%dpt">%s</h1>' % (size, a['headline'])
    return ('<section style="grid-column:span %d">%s%s%s<div class=c style="column-count:%d">%s</div>%s</section>'
            % (width, head, kicker if below else '', byline, cols, inner or body(a), more))


def sheet(sections, head=None, foot=None):
    return (STYLE + ('<header>%s</header>' % ''.join('<span>%s</span>' % s for s in head) if head else '') +
            '<div class=sheet>%s</div>' % '\n'.join(sections) + ('<footer>%s</footer>' % foot if foot else ''))


def bare(text):
    return re.sub(r'\s', '', text)


def in_design(golds, html):
    """the articles in the order of the design, which -layout shows"""
    return sorted(golds, key=lambda g: html.index(g['headline']))


def in_order(golds, text):
    """the articles in the order in which their bodies begin in the text"""
    text = bare(text)

    def place(g):
        found = [text.find(bare(p)[:n]) for p in g['paragraphs'][:1] for n in (8, 6, 4)]
        return min([f for f in found if f >= 0] or [len(text)])
    return sorted(golds, key=place)


def add_newspaper(pages, articles, name, names, make, head=None, foot=None, modes=MODES, **css):
    """Pages NAME-plain, NAME-layout and NAME-raw of one design. `make` gives the sheets' HTML."""
    lang = articles[names[0]]['lang']
    css.setdefault('lang', {'hant': 'zh-Hant', 'novel': 'zh', 'verse': 'zh'}.get(lang, lang))

    furniture = [s for s in (*(head or ()), foot) if s]

    def page(mode):
        def run():
            html = '<div style="break-after:page"></div>'.join(make())
            text = pdf_text(html, mode, **css)
            golds = [gold_article(articles[n]) for n in names]
            return text, in_design(golds, html) if mode == '-layout' else in_order(golds, text), furniture
        return run
    for label, mode in modes.items():
        pages[name + '-' + label] = (page(mode), 'utf-8', {})


class Pages(dict):
    """the pages of a folder, by name, made of its articles"""

    def __init__(self, folder):
        super().__init__()
        self.articles = read_articles(folder)

    def paper(self, name, names, make, **more):
        add_newspaper(self, self.articles, name, names, make, **more)

    def text_page(self, name, encoding='utf-8'):
        def register(make):
            self[name] = (make, encoding, {})
            return make
        return register

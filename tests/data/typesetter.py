"""What the make-pages.py of the folders beside share: articles, a small typesetter, HTML to text by
chromium and pdftotext, and the gold of a page: what a careful reader makes of it.
"""
import json, os, random, re, subprocess, sys, tempfile, unicodedata

NO_START = '。，、；：！？）》」』】”’…—・ー々ゃゅょっァィゥェォャュョッ%％.,;:!?)'
NO_END = '（《「『【“‘('
CLOSERS = '。，、；：！？）》」』】'


def read_articles(folder):
    arts, cur = {}, None
    for line in open(os.path.join(folder, 'articles.txt'), encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('= '):
            name, lang = line[2:].split()
            cur = arts[name] = dict(lang=lang, kicker=None, headline=None, byline=[], byline_text=None, body=[])
            continue
        tag, text = line[:2], line[2:].strip()
        if tag == 'H ':
            cur['headline'] = text
        elif tag == 'K ':
            cur['kicker'] = text
        elif tag == 'B ':
            shown, _, names = text.partition('|')
            cur['byline_text'] = None if shown.strip() == '-' else shown.strip()
            cur['byline'] = names.split()
            if cur['lang'] == 'en' and names.strip():
                cur['byline'] = [names.strip()]
        elif tag == 'S ':
            cur['body'].append(('S', text))
        elif tag == 'V ' or line == 'V':
            cur['body'].append(('V', text))
        elif tag == 'C ':
            cur['body'].append(('C', text))
        elif line:
            cur['body'].append(('P', line))
    return arts


def gold_article(a, **changes):
    g = dict(headline=a['headline'], byline=a['byline'], paragraphs=[], subheads=[], captions=[])
    if a['kicker']:
        g['kicker'] = a['kicker']
        if not a['kicker'].endswith('—'):          # a line above that nothing sets apart
            g['headline_alt'] = [a['kicker'] + a['headline']]
    if a['byline_text']:
        g['byline_text'] = a['byline_text']
    for kind, text in a['body']:
        if kind == 'S':
            g['subheads'].append(dict(before=len(g['paragraphs']), text=text))
        elif kind == 'C':
            g['captions'].append(text)
        elif text:
            g['paragraphs'].append(text)
    g.update(a.get('gold', {}), **changes)
    return g


# ------------------------------------------------------------------ a small typesetter
def cells(s):
    return sum(2 if unicodedata.east_asian_width(c) in 'WFA' else 1 for c in s)


def units(s, keep_words):
    """what a line may break between"""
    return re.findall(r'[0-9A-Za-z.,%\'"’-]+[ ]?|\s|.', s) if not keep_words else re.findall(r'\S+\s*', s)


def wrap(s, em, indent=0, keep_words=False, hyphens=False, squeeze=True):
    """lines of at most 2*em cells; the first is `indent` cells short"""
    room, lines, line = 2 * em - indent, [], ''
    todo = units(s, keep_words)
    while todo:
        u = todo.pop(0)
        if cells(line + u.rstrip()) <= room:
            line += u
            continue
        if squeeze and u[0] in CLOSERS and cells(line + u) <= room + 2 and re.search('[，。、；：（）“”]', line):
            line += u                      # marks compressed: one more fits
            continue
        if hyphens and re.fullmatch(r'[A-Za-z]{6,}[.,]?\s*', u):
            k = min(len(u.strip()) - 3, room - cells(line) - 1)
            if k >= 3:
                line += u[:k] + '-'
                u = u[k:]
        if u[0] in NO_START and line:
            carried = []
            while line and (not carried or line[-1] in NO_END or carried[0] in NO_START):
                carried.insert(0, line[-1])
                line = line[:-1]
            todo[0:0] = carried + [u]
        elif line and line.rstrip()[-1:] in NO_END:
            todo[0:0] = [line[-1], u]
            line = line[:-1]
        else:
            todo.insert(0, u)
        lines.append(line.rstrip())
        line, room = '', 2 * em
        if not lines[-1]:
            lines.pop()
            line += todo.pop(0)
    if line.strip():
        lines.append(line.rstrip())
    return lines


class Page:
    """lines of one page, set column by column"""

    def __init__(self, em=14, head_em=None, indent='lost', keep_words=False, hyphens=False, seed=1):
        self.em, self.head_em, self.indent = em, head_em or em, indent
        self.keep, self.hyphens = keep_words, hyphens
        self.rng = random.Random(seed)
        self.lines = []

    def heading(self, text, em=None):
        self.lines += wrap(text, em or self.head_em, keep_words=self.keep)

    def paragraph(self, text, em=None):
        n = {'lost': 4, 'lost1': 2, 'none': 0, 'kept': 4, 'kept1': 2, 'latin': 2}[self.indent]
        got = wrap(text, em or self.em, n, self.keep, self.hyphens)
        if self.indent.startswith('kept'):
            got[0] = '　' * (n // 2) + got[0]
        self.lines += got

    def article(self, a, order='KHBP', em=None):
        for part in order:
            if part == 'K' and a['kicker']:
                self.heading(a['kicker'])
            if part == 'H' and a['headline']:
                self.heading(a['headline'])
            if part == 'B' and a['byline_text']:
                self.lines.append(a['byline_text'])
            if part == 'P':
                for kind, text in a['body']:
                    if kind == 'S':
                        self.heading(text, em or self.em)
                    elif kind == 'V':
                        self.lines.append(text)
                    else:
                        self.paragraph(text, em)

    def spaced(self, share=0.3):
        """spaces behind some full-width marks, as extraction leaves them"""
        out = []
        for l in self.lines:
            out.append(''.join(c + (' ' if c in '，、；” ' and i + 1 < len(l) and self.rng.random() < share else '')
                               for i, c in enumerate(l)))
        self.lines = out

    def text(self, doubled=False):
        return ('\n\n' if doubled else '\n').join(self.lines) + '\n'


# ------------------------------------------------------------------ HTML and pdftotext
CSS = '''@page{size:%(w)smm %(h)smm;margin:10mm}body{margin:0;font:%(pt)spt/1.5 "Noto Serif CJK SC","Noto Serif CJK JP","Noto Serif CJK KR","Noto Serif";text-align:justify;hyphens:auto}
h1{font-size:%(head)spt;margin:2mm 0;text-align:left;line-height:1.2;break-after:avoid}h2{font-size:%(pt)spt;margin:2mm 0;break-after:avoid}
p{margin:0;text-indent:%(ind)sem}.k,.b{text-indent:0;margin:1mm 0;break-after:avoid}.c{column-count:%(cols)d;column-gap:7mm;column-fill:balance}
.row{display:flex;gap:8mm}.row>div{flex:1}.box{border:1pt solid;padding:3mm;margin:3mm 0}header{border-bottom:1pt solid;margin-bottom:3mm}'''


def html_article(a, columns=True):
    out = ['<section>']
    if a['kicker']:
        out.append('<p class=k>%s</p>' % a['kicker'])
    out.append('<h1>%s</h1>' % a['headline'])
    if a['byline_text']:
        out.append('<p class=b>%s</p>' % a['byline_text'])
    out.append('<div class=c>' if columns else '<div>')
    for kind, text in a['body']:
        out.append('<%s>%s</%s>' % (('h2', text, 'h2') if kind == 'S' else ('p', text, 'p')))
    return '\n'.join(out) + '</div></section>'


def pdf_text(body, mode, lang='zh', **css):
    style = dict(w=210, h=297, pt=10, head=20, cols=3, ind=2)
    style.update(css)
    with tempfile.TemporaryDirectory() as d:
        src, pdf = d + '/p.html', d + '/p.pdf'
        open(src, 'w', encoding='utf-8').write('<!doctype html><html lang=%s><meta charset=utf-8><style>%s</style>%s' %
                                               (lang, CSS % style, body))
        subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer',
                        '--print-to-pdf=' + pdf, src], check=True, capture_output=True, cwd=d)
        out = subprocess.run(['pdftotext'] + ([mode] if mode else []) + [pdf, '-'], check=True, capture_output=True)
    return out.stdout.decode('utf-8').rstrip('\f')


def write_pages(folder, pages, articles):
    """Writes the pages whose names contain one of the command's arguments; without one, all."""
    for name, (make, encoding, more) in pages.items():
        if sys.argv[1:] and not any(x in name for x in sys.argv[1:]):
            continue
        text, golds, furniture = make()
        data = text.encode(encoding)
        open(os.path.join(folder, name + '.txt'), 'wb').write(data)
        gold = dict(file=name + '.txt', encoding=encoding, articles=golds, furniture=furniture)
        if any(a['lang'] in ('en', 'ko') for a in articles.values() if a['headline'] in [g['headline'] for g in golds]):
            gold['spaces_matter'] = True
        gold.update(more)
        json.dump(gold, open(os.path.join(folder, name + '.gold.json'), 'w', encoding='utf-8'), ensure_ascii=False, indent=1)


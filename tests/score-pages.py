#!/usr/bin/env python3
"""Scores what `kanbao --print all --format jsonl` makes of the pages in a folder.

    score-pages.py PROGRAM FOLDER [--all] [--min COLUMN=SHARE ...]

Compares without white space, and quotation marks, dashes and full-width forms alike. Columns:
order (articles in their order, by the paragraphs that they begin with), head (headline), byline
(names), kicker (also where there is none), paras (paragraphs exactly right, F1), spaces (those of
them whose spaces are right too), subs (subheads), extra (1 - share of body characters that the gold
has not), furniture (1 - share of furniture left in a body).
Exit status 1 when a column is below its least share."""
import glob, json, os, re, subprocess, sys, unicodedata

FOLD = str.maketrans({'“': '"', '”': '"', '‘': "'", '’': "'", '―': '—', '─': '—', '–': '—', '‧': '·', '・': '·'})
ORNAMENTS = '�□■●◆—:：- '
ROLES = re.compile('本报|記者|记者|通讯员|实习生|報導|기자|본보|특파원|文/图|[·/／,、 ]')


def bare(text):
    text = unicodedata.normalize('NFKC', text or '').translate(FOLD)
    return re.sub(r'\s|­', '', text)


def spaced(text):
    return ' '.join(unicodedata.normalize('NFKC', text).translate(FOLD).split())


def head(text):
    return bare(text).strip(ORNAMENTS)


def names(words):
    return ROLES.sub('', bare(''.join(words or []))).lower()


def best_match(gold, articles, taken):
    """the article that has most of the gold's paragraphs"""
    want = {bare(p) for p in gold['paragraphs']}
    best, count = None, 0
    for i, a in enumerate(articles):
        n = sum(bare(p) in want for p in a['paragraphs'])
        if n > count and i not in taken:
            best, count = i, n
    return best


def score(gold, articles):
    s, taken = {}, []

    def note(column, right, all_):
        r, a = s.get(column, (0, 0))
        s[column] = (r + right, a + all_)

    for g in gold['articles']:
        i = best_match(g, articles, taken)
        a = articles[i] if i is not None else dict(headline=None, kicker=None, byline=[], paragraphs=[], subheads=[])
        taken.append(i)
        note('head', head(a['headline']) in [head(h) for h in [g['headline']] + g.get('headline_alt', [])], 1)
        if g['byline']:
            note('byline', names(a['byline']) in [names(b) for b in [g['byline']] + g.get('byline_alt', [])], 1)
        if (g.get('kicker') or a['kicker']) and not g.get('headline_alt'):
            note('kicker', head(a['kicker']) == head(g.get('kicker')), 1)
        for x in g['subheads']:
            note('subs', bare(x['text']) in [bare(y['text']) for y in a['subheads']], 1)
        want, got = [bare(p) for p in g['paragraphs']], [bare(p) for p in a['paragraphs']]
        note('paras', 2 * sum(p in want for p in got), len(want) + len(got))
        right = [p for p in a['paragraphs'] if bare(p) in want]
        note('spaces', sum(spaced(p) in map(spaced, g['paragraphs']) for p in right), len(right))
    order = [i for i in taken if i is not None]
    joined = sum(bool(g.get('continues_previous')) for g in gold['articles'])     # or not: both are right
    note('order', sum(a < b for a, b in zip([-1] + order, order)),
         max(len(gold['articles']) - joined, len(articles), len(order)))
    body = ''.join(bare(p) for a in articles for p in a['paragraphs'])
    want = ''.join(bare(p) for a in gold['articles'] for p in a['paragraphs'])
    note('extra', min(len(body), len(want)), len(body))
    for f in gold['furniture']:
        note('furniture', bare(f) not in [bare(p) for a in articles for p in a['paragraphs']], 1)
    return s


def main():
    least = dict(x.split('=') for x in sys.argv[3:] if '=' in x)
    program, folder = sys.argv[1:3]
    total, failed = {}, False
    for path in sorted(glob.glob(os.path.join(folder, '*.gold.json'))):
        gold = json.load(open(path, encoding='utf-8'))
        out = subprocess.run([program, '--print', 'all', '--format', 'jsonl', os.path.join(folder, gold['file'])],
                             capture_output=True, timeout=60)
        articles = [json.loads(l) for l in out.stdout.decode('utf-8').splitlines()]
        s = score(gold, articles)
        wrong = ' '.join('%s %d/%d' % (c, r, n) for c, (r, n) in sorted(s.items()) if r < n)
        if '--all' in sys.argv and wrong:
            print('%-20s %s' % (os.path.basename(path)[:-10], wrong))
        for c, (r, n) in s.items():
            total[c] = (total.get(c, (0, 0))[0] + r, total.get(c, (0, 0))[1] + n)
    for c, (r, n) in sorted(total.items()):
        low = float(least.get(c, 0)) > r / n
        failed |= low
        if low or '--all' in sys.argv:
            print('%s: %.3f%s' % (c, r / n, ', at least %s was asked' % least[c] if low else ''))
    return failed


sys.exit(main())

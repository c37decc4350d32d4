#!/usr/bin/env python3
"""Makes texts of any size in the shape of a newspaper page, the same ones for the same seed.

    corpus.py FOLDER [MEGABYTES]

The folder gets, where they are not there yet: page.txt (9 KB), hardM.txt (columns of 10 to 17
ideographs, a blank line after every line), gbM.txt (the same in GB18030), rareM.txt (the same with a
word of its own in one sheet of ten), paraM.txt (a paragraph a line), lineM.txt (one single line) of M
megabytes each, and pages/ (M * 1000 files of 3 KB). The first line of each has TOPMARK, and somewhere
in its last article stands ENDMARK.
"""
import os
import random
import re
import sys

RARE = '龘靐齉'          # a word that no other text has
TEN_SHEETS = 10 << 16  # bytes
SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'sample.txt')


def sentences():
    with open(SAMPLE, encoding='utf-8') as f:
        text = re.sub(r'\s+', '', f.read())
    found = [s for s in re.findall(r'[^。！？]+[。！？]', text) if 8 <= len(s) <= 60]
    return [re.sub(r'[\ufffd\ue000-\uf8ff“”‘’「」]', '', s) for s in found]


def article(rng, stock, mark=''):
    """Headline, byline, paragraphs."""
    headline = mark + re.sub(r'[^\u4e00-\u9fff]', '', rng.choice(stock))[:14]
    body = [''.join(rng.choice(stock) for _ in range(rng.randint(2, 5)))
            for _ in range(rng.randint(2, 4))]
    return headline, '■记者 ' + headline[-3:], body


def hard_wrapped(rng, art):
    headline, byline, body = art
    width = rng.randint(10, 17)
    lines = [headline, byline]
    for paragraph in body:
        text, first = paragraph, True
        while text:
            n = width - 2 if first else width
            n += text[n:n + 1] in set('，。、；：！？')
            lines.append(text[:n])
            text, first = text[n:], False
    return ''.join(line + '\n\n' for line in lines)


def paragraphs(rng, art):
    return '\n'.join([art[0], art[1], *art[2]]) + '\n\n'


def one_line(rng, art):
    return ''.join(art[2])


def write(path, size, shape, encoding='utf-8', rare=False):
    if os.path.exists(path):
        return
    rng, stock = random.Random(1), sentences()
    end = shape(rng, article(rng, stock, 'ENDMARK')).encode(encoding)
    with open(path + '.part', 'wb') as f:
        done = f.write(b'TOPMARK') + len(end)
        # A pool keeps the making fast; every article still differs from its neighbours.
        pool = [shape(rng, article(rng, stock)).encode(encoding) for _ in range(4000)]
        due = TEN_SHEETS if rare else float('inf')
        while done < size:
            done += f.write(rng.choice(pool))
            if done > due:
                done += f.write(shape(rng, article(rng, stock, RARE)).encode(encoding))
                due += TEN_SHEETS
        f.write(end)
    os.rename(path + '.part', path)


def folder(path, count):
    if os.path.exists(path):
        return
    rng, stock = random.Random(2), sentences()
    for i in range(count):
        into = f'{path}.part/{i // 1000:04}'
        os.makedirs(into, exist_ok=True)
        with open(f'{into}/{i}.txt', 'w', encoding='utf-8') as f:
            f.write(('TOPMARK' if i == 0 else '') +
                    ''.join(hard_wrapped(rng, article(rng, stock)) for _ in range(3)))
    os.rename(path + '.part', path)


def make(into, megabytes):
    os.makedirs(into, exist_ok=True)
    size = megabytes * 1000000
    write(f'{into}/page.txt', 9000, hard_wrapped)
    write(f'{into}/hard{megabytes}.txt', size, hard_wrapped)
    write(f'{into}/gb{megabytes}.txt', size * 2 // 3, hard_wrapped, 'gb18030')
    write(f'{into}/rare{megabytes}.txt', size, hard_wrapped, rare=True)
    write(f'{into}/para{megabytes}.txt', size, paragraphs)
    write(f'{into}/line{megabytes}.txt', size, one_line)
    folder(f'{into}/pages', megabytes * 1000)


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    make(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100)

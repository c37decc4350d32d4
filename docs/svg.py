#!/usr/bin/env python3
"""Draws what `tmux capture-pane -e -p` says of a terminal as SVG: capture on standard input, picture
on standard output. svg.py COLS ROWS"""
import html
import re
import sys
import unicodedata

CELL, LINE = 8.4, 24  # width of a column, height of a row
WIDE = 'font-size="16.8"'  # two columns a character
NARROW = 'font-size="14" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace"'
PAPER, INK = '#fbfaf6', '#24231f'
COLORS = ['#24231f', '#b3261e', '#2f7d32', '#8a6d00', '#1f5fa8', '#8e3a94', '#12747c', '#d8d5cc']


def columns(char):
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in 'WF' else 1


class Style:
    def __init__(self):
        self.fg = self.bg = None
        self.bold = self.dim = self.underline = self.reverse = False

    def apply(self, codes):
        for code in codes:
            if code == 0:
                self.__init__()
            elif code in (1, 2, 4, 7):
                setattr(self, {1: 'bold', 2: 'dim', 4: 'underline', 7: 'reverse'}[code], True)
            elif code == 22:
                self.bold = self.dim = False
            elif 30 <= code <= 37:
                self.fg = COLORS[code - 30]
            elif 40 <= code <= 47:
                self.bg = COLORS[code - 40]
            elif code == 39:
                self.fg = None
            elif code == 49:
                self.bg = None

    def colors(self):
        fg, bg = self.fg or INK, self.bg
        return (bg or PAPER, fg) if self.reverse else (fg, bg)


def runs(line, style):
    """Pieces of one style: (column, columns, text, attributes, background)."""
    col = 0
    for part in re.split(r'(\x1b\[[0-9;]*m)', line):
        if part.startswith('\x1b'):
            style.apply([int(c or 0) for c in part[2:-1].split(';')])
            continue
        for text in re.findall(r' +|[!-~]+|[^ -~]', part):
            width = sum(columns(c) for c in text)
            yield col, width, text, style
            col += width


def draw(line, row, style, out):
    for col, width, text, style in runs(line, style):
        fg, bg = style.colors()
        x, y = 10 + col * CELL, 10 + row * LINE
        if bg:
            out.append(f'<rect x="{x:.1f}" y="{y}" width="{width * CELL + .3:.1f}" height="{LINE}" fill="{bg}"/>')
        if not text.strip():
            continue
        font = WIDE if width == 2 and len(text) == 1 else NARROW
        more = ' font-weight="bold"' if style.bold else ''
        more += ' fill-opacity=".6"' if style.dim else ''
        more += ' text-decoration="underline"' if style.underline else ''
        length = f' textLength="{width * CELL:.1f}"' if len(text) > 1 else ''
        out.append(f'<text x="{x:.1f}" y="{y + 17}" {font} fill="{fg}"{more}{length} xml:space="preserve">'
                   f'{html.escape(text)}</text>')


def main():
    cols, rows = int(sys.argv[1]), int(sys.argv[2])
    width, height = cols * CELL + 20, rows * LINE + 20
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" '
           f'font-family="Noto Sans Mono CJK SC, Sarasa Mono SC, PingFang SC, Microsoft YaHei, monospace">',
           f'<rect width="100%" height="100%" rx="8" fill="{PAPER}" stroke="#c9c5b8"/>']
    style = Style()
    for row, line in enumerate(sys.stdin.read().split('\n')[:rows]):
        draw(line, row, style, out)
    out.append('</svg>')
    print('\n'.join(out))


main()

#!/usr/bin/env python3
"""Measures kanbao beside its peers, in turn, and prints medians and ratios; it never fails.

    bench.py KANBAO PTYTIME TYPESETTING FOLDER [MEGABYTES]

`make bench` calls it. FOLDER gets the texts (see corpus.py); a peer that is not installed is left
out. What a row should reach stands behind it.
"""
import os
import shutil
import statistics
import subprocess
import sys
import time

import corpus

RUNS = 7
ENVIRONMENT = {**os.environ, 'TERM': 'xterm-256color', 'LC_ALL': 'C.UTF-8', 'LANG': 'C.UTF-8'}
FIRST, LAST, CPU, BYTES, RESIDENT, PRIVATE = range(6)


def installed(name):
    return shutil.which(name) is not None


class Bench:
    def __init__(self, kanbao, ptytime, typesetting, folder, megabytes):
        self.kanbao, self.ptytime, self.typesetting = kanbao, ptytime, typesetting
        self.folder, self.megabytes = folder, megabytes

    def text(self, name):
        return f'{self.folder}/{name}{self.megabytes}.txt'

    def session(self, command, *steps):
        """Figures of the start and of every step."""
        out = subprocess.run([self.ptytime, '-m', 'TOPMARK', *steps, '--', *command],
                             stdout=subprocess.PIPE, env=ENVIRONMENT, text=True).stdout
        return [[float(x) for x in line.split('\t')] for line in out.splitlines()]

    def sessions(self, commands, *steps, runs=RUNS):
        """The median figures of each command, measured in turn."""
        all_runs = [[self.session(c, *steps) for c in commands] for _ in range(runs)]
        return [[[statistics.median(run[k][step][i] for run in all_runs) for i in range(6)]
                 for step in range(len(all_runs[0][k]))] for k in range(len(commands))]


def run(command):
    """Seconds, and peak resident MB, of a whole process whose output goes into a pipe."""
    begin = time.perf_counter()
    p = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                         env=ENVIRONMENT)
    while p.stdout.read(1 << 20):
        pass
    _, _, usage = os.wait4(p.pid, 0)
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def runs(commands, n=3):
    """Median seconds and MB of each command, measured in turn."""
    taken = [[run(c) for c in commands] for _ in range(n)]
    return [tuple(statistics.median(t[k][i] for t in taken) for i in (0, 1))
            for k in range(len(commands))]


def row(what, figure, reach=''):
    print(f'{what:<46} {figure:<34} {reach}', flush=True)


def first_screens(b):
    page = f'{b.folder}/page.txt'
    if installed('less'):
        less, own = b.sessions([['less', page], [b.kanbao, page]], runs=2 * RUNS)
        row('first screen, 9 KB', f'{own[0][LAST]:.2f} ms, {own[0][LAST] / less[0][LAST]:.2f} x less',
            '<= 2 x less')
    for name in ('hard', 'gb', 'para', 'line'):
        own, large = b.sessions([[b.kanbao, page], [b.kanbao, b.text(name)]])
        row(f'first screen, {name}{b.megabytes}',
            f'{large[0][LAST]:.2f} ms, {large[0][LAST] / own[0][LAST]:.2f} x 9 KB', '<= 1.2 x')
    own, = b.sessions([[b.kanbao, f'{b.folder}/pages']])
    row(f'first screen, {b.megabytes * 1000} files', f'{own[0][LAST]:.1f} ms', '<= 100 ms')


def page_turns(b):
    keys = [x for _ in range(10) for x in ('-k', ' ')]
    path = b.text('para')
    peers = [['less', path], ['vim', '-u', 'NONE', '-R', path]]
    peers = [c for c in peers if installed(c[0])]
    own, *others = b.sessions([[b.kanbao, path], *peers], '-k', '\r', '-w', '300', *keys, runs=3)

    def turn(figures, i):
        return statistics.median(f[i] for f in figures[3:] if f[BYTES] > 0)

    row('page turn', f'{turn(own, LAST):.2f} ms, {turn(own, BYTES):.0f} bytes', '')
    for command, figures in zip(peers, others):
        row(f'  beside {command[0]}', f'{turn(figures, LAST):.2f} ms, '
            f'{turn(own, LAST) / turn(figures, LAST):.2f} x',
            '<= 1 x' if command[0] == 'vim' else '<= 2 x')


def keys_while_loading(b):
    keys = [x for _ in range(60) for x in ('-k', 'j', '-k', 'k')]
    own, = b.sessions([[b.kanbao, b.text('hard')]], *keys, runs=1)
    row('slowest of 120 keys while it is taken in', f'{max(f[LAST] for f in own[1:]):.2f} ms',
        '<= 20 ms')


def afterwards(b):
    steps = ['-w', str(60 * b.megabytes), '-k', 'G', '-k', '\r', '-k', 'b', '-r', '30x100',
             '-k', 'h', '-k', 'g', '-k', ' ', '-k', ' ']
    own, = b.sessions([[b.kanbao, b.text('hard')]], *steps, runs=1)
    for name, f in zip(('to the last article', 'open it', 'a page up', 'resize', 'back to the list',
                        'to the first', 'a page of the list', 'another'), own[2:]):
        row(f'  {name}', f'{f[LAST]:.2f} ms', '<= 5 ms')
    row('private memory when all is in the list', f'{own[-1][PRIVATE] / 1024:.1f} MB',
        f'<= {8 + b.megabytes * 0.1:.0f} MB')


def printing(b):
    def rate(seconds):
        return b.megabytes / seconds

    path = b.text('hard')
    for what, options, reach in (
            ('list', ['--list'], '>= 100 MB/s'),
            ('print, a line a paragraph', ['--print', 'all'], '>= 100 MB/s'),
            ('print, JSON Lines', ['--print', 'all', '--format', 'jsonl'], '>= 100 MB/s'),
            ('print, wrapped at 80', ['--print', 'all', '--width', '80'], '>= 4 x w3m')):
        (seconds, peak), = runs([[b.kanbao, *options, path]])
        row(what, f'{rate(seconds):.0f} MB/s, {peak:.0f} MB at most', reach + ', <= 32 MB')
    if installed('w3m'):
        (seconds, _), = runs([['w3m', '-dump', '-cols', '80', '-T', 'text/plain', path]], 1)
        row('  beside w3m -dump', f'{rate(seconds):.0f} MB/s')


def typesetting(b):
    """Rows of a text of 1 MB, beside libunistring's, on the processor's clock."""
    corpus.write(f'{b.folder}/para1.txt', 1000000, corpus.paragraphs)

    def rate(who):
        out = subprocess.run([b.typesetting, who, f'{b.folder}/para1.txt', '10'],
                             stdout=subprocess.PIPE, text=True).stdout
        return float(out.split()[0])

    pairs = [(rate('own'), rate('peer')) for _ in range(RUNS)]
    own, peer = (statistics.median(pair[k] for pair in pairs) for k in (0, 1))
    row('rows of a text', f'{own:.2f} ns a byte', 'about 8 ns')
    row('  beside u8_width_linebreaks', f'{peer:.2f} ns a byte, {own / peer:.2f} x', '<= 1 x')


def searching(b):
    path, word = b.text('hard'), '龘靐齉'
    peers = [c for c in (['rg', '-F', word, path], ['grep', '-F', word, path]) if installed(c[0])]
    (own, _), *others = runs([[b.kanbao, '--search', word, path], *peers])
    row('search, a word that is nowhere', f'{own * 1000:.0f} ms')
    for command, (seconds, _) in zip(peers, others):
        row(f'  beside {command[0]}', f'{seconds * 1000:.0f} ms, {own / seconds:.1f} x',
            '<= 3 x' if command[0] == 'rg' else '')
    (own, _), = runs([[b.kanbao, '--search', 'ENDMARK', path]])
    row('search, a word in the last article', f'{own * 1000:.0f} ms',
        f'<= {b.megabytes} ms')


def growth(b):
    row('taking in, by size', '')
    for megabytes in (1, 10, b.megabytes):
        corpus.write(f'{b.folder}/hard{megabytes}.txt', megabytes * 1000000, corpus.hard_wrapped)
        (seconds, peak), = runs([[b.kanbao, '--list', f'{b.folder}/hard{megabytes}.txt']])
        row(f'  {megabytes} MB', f'{seconds * 1000:.0f} ms, {seconds * 1000 / megabytes:.1f} ms/MB, '
            f'{peak:.0f} MB')


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    megabytes = int(sys.argv[5]) if len(sys.argv) > 5 else 100
    b = Bench(*sys.argv[1:5], megabytes)
    corpus.make(b.folder, megabytes)
    for part in (first_screens, page_turns, keys_while_loading, afterwards, printing,
                 typesetting, searching, growth):
        part(b)


if __name__ == '__main__':
    main()

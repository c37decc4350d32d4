#!/usr/bin/env python3
"""Measures kanbao beside its peers, in turn, and prints medians and ratios; it never fails.

    bench.py KANBAO PTYTIME TYPESETTING FOLDER [MEGABYTES]

`make bench` calls it. FOLDER gets the texts (see corpus.py), and one of ten times MEGABYTES; a peer
that is not installed is left out. What a row should reach stands behind it.
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

    def large(self):
        """The text of ten times as much, hard wrapped."""
        path = f'{self.folder}/hard{10 * self.megabytes}.txt'
        corpus.write(path, 10000000 * self.megabytes, corpus.hard_wrapped)
        return path

    def session(self, command, *steps):
        """Figures of the start and of every step."""
        out = subprocess.run([self.ptytime, '-m', 'TOPMARK', *steps, '--', *command],
                             stdout=subprocess.PIPE, env=ENVIRONMENT, text=True).stdout
        return [[float(x) for x in line.split('\t')] for line in out.splitlines()]

    def sessions(self, commands, *steps, runs=RUNS):
        """The median figures of each command, measured in turn."""
        all_runs = [[self.session(c, *steps) for c in commands] for _ in range(runs)]
        wanted = 1 + sum(step in ('-k', '-r', '-w') for step in steps)
        for c, figures in zip(commands, zip(*all_runs)):
            if any(len(run) < wanted for run in figures):
                sys.exit(f'bench.py: {self.ptytime} could not run {c[0]}')
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


def peers(*commands):
    return [c for c in commands if installed(c[0])]


def vim(path):
    return ['vim', '-u', 'NONE', '-R', path]


def first_screens(b):
    page = f'{b.folder}/page.txt'
    others = peers(['less', page], vim(page), ['w3m', page])
    own, *found = b.sessions([[b.kanbao, page], *others], runs=2 * RUNS)
    row('first screen, 9 KB', f'{own[0][LAST]:.2f} ms')
    for command, figures in zip(others, found):
        row(f'  beside {command[0]}', f'{figures[0][LAST]:.2f} ms, '
            f'{own[0][LAST] / figures[0][LAST]:.2f} x', '<= 2 x' if command[0] == 'less' else '')
    for path in (*(b.text(name) for name in ('hard', 'gb', 'para', 'line')), b.large()):
        others = peers(['less', path]) if 'hard' in path else []
        own, large, *found = b.sessions([[b.kanbao, page], [b.kanbao, path], *others])
        beside = f'; less: {found[0][0][LAST]:.2f} ms' if found else ''
        row(f'first screen, {os.path.basename(path)}', f'{large[0][LAST]:.2f} ms, '
            f'{large[0][LAST] / own[0][LAST]:.2f} x 9 KB{beside}', '<= 1.2 x')
    own, = b.sessions([[b.kanbao, f'{b.folder}/pages']])
    row(f'first screen, {b.megabytes * 1000} files', f'{own[0][LAST]:.1f} ms', '<= 100 ms')


def page_turns(b):
    keys = [x for _ in range(10) for x in ('-k', ' ')]
    path = b.text('para')
    others = peers(['less', path], vim(path))
    own, *found = b.sessions([[b.kanbao, path], *others], '-k', '\r', '-w', '300', *keys, runs=3)

    def turn(figures, i):
        return statistics.median([f[i] for f in figures[3:] if f[BYTES] > 0] or [0])

    row('page turn', f'{turn(own, LAST):.2f} ms, {turn(own, BYTES):.0f} bytes', '')
    for command, figures in zip(others, found):
        row(f'  beside {command[0]}', f'{turn(figures, LAST):.2f} ms, '
            f'{turn(own, LAST) / turn(figures, LAST):.2f} x, {turn(figures, BYTES):.0f} bytes',
            '<= 1 x' if command[0] == 'vim' else '<= 2 x')


def keys_while_loading(b):
    keys = [x for _ in range(60) for x in ('-k', 'j', '-k', 'k')]
    own, = b.sessions([[b.kanbao, b.large()]], *keys, runs=1)
    row(f'slowest of 120 keys while {10 * b.megabytes} MB are taken in',
        f'{max(f[LAST] for f in own[1:]):.2f} ms', '<= 20 ms')


def afterwards(b):
    """The moves of one who has all in the list, at either size, and those of less and vim."""
    for path in (b.text('hard'), b.large()):
        steps = ['-w', '3000', '-k', 'G', '-k', '\r', '-k', 'b', '-r', '30x100', '-k', 'h', '-k',
                 'g', '-k', ' ', '-k', ' ']
        own, = b.sessions([[b.kanbao, path]], *steps, runs=1)
        megabytes = os.path.getsize(path) // 1000000
        row(f'when {megabytes} MB are in the list', '')
        for name, f in zip(('to the last article', 'open it', 'a page up', 'resize',
                            'back to the list', 'to the first', 'a page of the list', 'another'),
                           own[2:]):
            row(f'  {name}', f'{f[LAST]:.2f} ms', '<= 5 ms')
        row('  private memory', f'{own[-1][PRIVATE] / 1024:.1f} MB', f'<= {8 + megabytes / 10:.0f} MB')
    path = b.text('hard')
    for command in peers(['less', path], vim(path)):
        found, = b.sessions([command], '-w', '2000', '-k', 'G', '-k', '\x02', '-r', '30x100', runs=1)
        row(f'  beside {command[0]}: to the end, page up, resize',
            ', '.join(f'{f[LAST]:.2f}' for f in found[2:]) + ' ms')


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


def search(what, reach, command, *others):
    others = peers(*others)
    (own, _), *found = runs([command, *others])
    row(what, f'{own * 1000:.0f} ms', reach)
    for other, (seconds, _) in zip(others, found):
        row(f'  beside {other[0]}', f'{seconds * 1000:.0f} ms, {own / seconds:.1f} x',
            '<= 3 x' if other[0] == 'rg' and not reach else '')


def searching(b):
    for path in (b.text('hard'), b.large()):
        search(f'search {os.path.basename(path)}, a word that is nowhere', '',
               [b.kanbao, '--search', corpus.RARE, path], ['rg', '-F', corpus.RARE, path],
               ['grep', '-F', corpus.RARE, path])
    path = b.text('rare')
    search('search, a word in one sheet of ten', f'<= {b.megabytes} ms',
           [b.kanbao, '--search', corpus.RARE, path], ['rg', '-F', corpus.RARE, path],
           ['grep', '-F', corpus.RARE, path])
    path = b.text('hard')
    search('search, a word in the last article', f'<= {b.megabytes} ms',
           [b.kanbao, '--search', 'ENDMARK', path])


def growth(b):
    row('taking in, by size', '')
    for megabytes in (1, 10, b.megabytes, 10 * b.megabytes):
        corpus.write(f'{b.folder}/hard{megabytes}.txt', megabytes * 1000000, corpus.hard_wrapped)
        (seconds, peak), = runs([[b.kanbao, '--list', f'{b.folder}/hard{megabytes}.txt']],
                                1 if megabytes > b.megabytes else 3)
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

#!/usr/bin/env python3
"""Counts the instructions of what a reader waits for, and fails where they are over their budget.

    budget.py KANBAO FOLDER BUDGETS [--update]

`make check-budget` calls it. FOLDER gets texts of 1 MB (see corpus.py). BUDGETS has a line for each
figure: its name, a tab, instructions; 10 % more are allowed, and --update writes it anew. Counts,
unlike times, do not depend on what else the machine does. Needs valgrind; without it nothing is
counted and nothing fails.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import corpus
from terminal import read_until_idle, start, wait_for_end

ROOM = 1.1
PAGES = 20
# Without the variants of copying and filling that glibc picks by processor.
ENVIRONMENT = ['TERM=xterm-256color', 'LC_ALL=C.UTF-8',
               'GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX,-ERMS,-FSRM,-SSSE3']


def counted(run):
    """Instructions of the command that run(prefix) starts and waits for."""
    with tempfile.TemporaryDirectory() as folder:
        path = f'{folder}/counts'
        run(['env', *ENVIRONMENT, 'valgrind', '-q', '--tool=callgrind', f'--callgrind-out-file={path}'])
        with open(path, encoding='utf-8') as f:
            return int(re.search(r'^(?:summary|totals): (\d+)', f.read(), re.MULTILINE)[1])


def batch(*command):
    return counted(lambda prefix: subprocess.run([*prefix, *command], stdout=subprocess.DEVNULL, check=False))


def browsing(keys, *command):
    """Of a session in a terminal that answers nothing: the keys, one by one, and q."""
    def run(prefix):
        pid, fd, slave = start([*prefix, *command])
        output = bytearray()
        for key in [b'', *keys, b'q']:
            os.write(fd, key)
            read_until_idle(pid, fd, slave, output)
        wait_for_end(pid, fd)
        os.close(fd)
        os.close(slave)

    return counted(run)


def figures(kanbao, folder):
    def text(name):
        return f'{folder}/{name}1.txt'

    start = browsing([], kanbao, '--no-state', f'{folder}/page.txt')
    open_one = browsing([b'\r'], kanbao, '--no-state', text('line'))
    turned = browsing([b'\r'] + [b' '] * PAGES, kanbao, '--no-state', text('line'))
    plain = [kanbao, '--no-sandbox']
    return {
        'start': start,
        'page turn': (turned - open_one) // PAGES,
        'take in 1 MB': batch(*plain, '--list', text('hard')),
        'lay out 1 MB': batch(*plain, '--as', 'text', '--print', 'all', '--width', '80', text('para')),
        'print 1 MB as JSON Lines': batch(*plain, '--print', 'all', '--format', 'jsonl', text('hard')),
        'search 1 MB in vain': batch(*plain, '--search', '龘靐齉', text('hard')),
    }


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    if not shutil.which('valgrind'):
        print('valgrind is not installed: no instructions counted')
        return
    kanbao, folder, budgets = sys.argv[1:4]
    corpus.make(folder, 1)
    found = figures(os.path.abspath(kanbao), folder)
    if '--update' in sys.argv:
        with open(budgets, 'w', encoding='utf-8') as f:
            f.writelines(f'{name}\t{count}\n' for name, count in found.items())
    with open(budgets, encoding='utf-8') as f:
        allowed = dict(line.rstrip('\n').split('\t') for line in f)
    over = [name for name, count in found.items() if count > ROOM * int(allowed[name])]
    for name, count in found.items():
        print(f'{name:<26} {count:>12} of {allowed[name]:>12}{"  OVER" if name in over else ""}')
    print(f'{len(found) - len(over)} passed, 0 skipped, {len(over)} failed')
    sys.exit(1 if over else 0)


if __name__ == '__main__':
    main()

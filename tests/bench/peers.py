#!/usr/bin/env python3
"""What kanbao and others find of the pairs in tests/data/queries.tsv, by kind, as a table.

    peers.py KANBAO QUERIES

Each text is a file, searched by each program as its user would: ignoring case where the pair does,
literally but for regular expressions. grep, ripgrep and vim count what they match; less and
newsboat are run in tmux, and what they highlight is counted. A program that is not installed is
left out. Figures: hits, and behind them the pairs where there are as many as there should be.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.sax.saxutils

ENVIRONMENT = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANG': 'C.UTF-8', 'TERM': 'tmux-256color'}
WAIT = 5  # seconds for a screen


class Pair:
    def __init__(self, line):
        self.kind, options, self.query, text = line.rstrip('\n').split('\t')
        text = re.sub(r'((?:\\u[0-9A-F]{4})+)', lambda m: utf16(m[1]), text).replace('\\n', '\n')
        self.hits = text.count('⟦')
        self.text = text.replace('⟦', '').replace('⟧', '')
        self.options = options
        self.regexp = options == 're'
        capitals = self.query != self.query.lower()
        self.ignores_case = (options in ('default', 'all', 're') or 'case' in options.split(',') or
                             options == 'smart' and not capitals)

    def ignore(self):
        """The value of kanbao's --ignore."""
        return 'default' if self.regexp else self.options


def utf16(escapes):
    return bytes.fromhex(escapes.replace('\\u', '')).decode('utf-16-be')


def run(*command):
    return subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.decode('utf-8', 'replace')


class Screen:
    """A program in tmux."""

    def __init__(self, *command):
        self.socket = f'peers-{os.getpid()}'
        self.tmux('-f', '/dev/null', 'new-session', '-d', '-x', '100', '-y', '40',
                  'env', 'LC_ALL=C.UTF-8', *command)

    def tmux(self, *words):
        return run('tmux', '-L', self.socket, *words)

    def wait(self, text):
        """The screen with its attributes once it shows the text and stands still."""
        end, last = time.monotonic() + WAIT, None
        while time.monotonic() < end:
            screen = self.tmux('capture-pane', '-p', '-e')
            if text in screen and screen == last:
                return screen
            last = screen
            time.sleep(0.1)
        return last or ''

    def close(self):
        self.tmux('kill-server')


def kanbao(pair, path):
    words = ['-E'] if pair.regexp else []
    out = run(KANBAO, '--no-state', '--format', 'jsonl', '--ignore', pair.ignore(), *words,
              '--search=' + pair.query, path)
    return out.count('\n')


def grep(pair, path):
    words = ['-P' if pair.regexp else '-F'] + (['-i'] if pair.ignores_case else [])
    return run('grep', '-o', *words, '-e', pair.query, path).count('\n')


def rg(pair, path):
    words = ([] if pair.regexp else ['-F']) + (['-i'] if pair.ignores_case else [])
    return run('rg', '-o', '-N', *words, '-e', pair.query, path).count('\n')


def vim(pair, path):
    pattern = re.sub(r'([\\/])', r'\\\1', pair.query)
    if pair.regexp:
        pattern = '\\v' + pair.query
    pattern = ('\\c' if pair.ignores_case else '\\C') + ('' if pair.regexp else '\\V') + pattern
    said = path + '.vim'
    run('vim', '-es', '-u', 'NONE', '-N', '--cmd', 'set encoding=utf-8',
        '-c', f'redir! > {said}', '-c', f'%s/{pattern}//gn', '-c', 'redir END', '-c', 'q!', path)
    count = re.search(r'(\d+) match', open(said).read()) if os.path.exists(said) else None
    return int(count[1]) if count else 0


def less(pair, path):
    command = '/' + ('' if pair.regexp else '\x12') + pair.query
    s = Screen('less', '-S', *(['-I'] if pair.ignores_case else []), '+' + command, path)
    screen = s.wait('\x1b[7m')
    s.close()
    return sum(line.count('\x1b[7m') for line in screen.splitlines() if '(END)' not in line and
               'Pattern not found' not in line and os.path.basename(path) not in line)


def newsboat(pair, path):
    """As an article of a feed, with the pattern in its search prompt's place: `highlight`."""
    pattern = pair.query if pair.regexp else re.sub(r'([\\.*+?^$|(){}\[\]])', r'\\\1', pair.query)
    pattern = pattern.replace('\\', '\\\\').replace('"', '\\"')
    text = xml.sax.saxutils.escape('<p>' + xml.sax.saxutils.escape(pair.text) + '</p>')
    with open(path + '.xml', 'w') as f:
        f.write('<rss version="2.0"><channel><title>feed</title><link>x</link><item>'
                f'<title>item</title><description>{text}</description></item></channel></rss>')
    with open(path + '.urls', 'w') as f:
        f.write(f'file://{path}.xml\n')
    with open(path + '.config', 'w') as f:
        f.write('color background white black\ncolor article white black\n'
                f'highlight article "{pattern}" red green\n')
    s = Screen('newsboat', '-r', '-q', '-C', path + '.config', '-u', path + '.urls',
               '-c', path + '.cache')
    s.wait('feed')
    for _ in range(2):
        s.tmux('send-keys', 'Enter')
        screen = s.wait('item')
    screen = s.wait('Title: item')
    s.close()
    body = screen.split('Title: item', 1)[-1].split('\n\n', 1)[-1]
    return len(re.findall(r'\x1b\[(?:\d+;)*42m', body))


def pairs_of(path):
    with open(path) as f:
        return [Pair(line) for line in f if not line.startswith('#')]


def main():
    programs = [('kanbao', kanbao)] + [
        (p.__name__, p) for p in (less, grep, rg, newsboat, vim) if shutil.which(p.__name__)]
    kinds = {}
    with tempfile.TemporaryDirectory() as folder:
        for i, pair in enumerate(pairs_of(sys.argv[2])):
            path = f'{folder}/{i}.txt'
            with open(path, 'w') as f:
                f.write(pair.text + '\n')
            row = kinds.setdefault(pair.kind, [0, 0, [[0, 0] for _ in programs]])
            row[0] += 1
            row[1] += pair.hits
            for figures, (name, count) in zip(row[2], programs):
                n = count(pair, path)
                figures[0] += n
                figures[1] += n == pair.hits
                if n != pair.hits and os.environ.get('PEERS_SHOW') == name:
                    print(f'# {name}: {pair.options} {pair.query!r} in {pair.text!r}: '
                          f'{n} of {pair.hits}', file=sys.stderr)
    kinds['all'] = [sum(r[0] for r in kinds.values()), sum(r[1] for r in kinds.values()),
                    [[sum(r[2][k][i] for r in kinds.values()) for i in range(2)]
                     for k in range(len(programs))]]
    print('| kind | pairs | hits | ' + ' | '.join(name for name, _ in programs) + ' |')
    print('|---|' + '---|' * (2 + len(programs)))
    for kind, (pairs, hits, figures) in kinds.items():
        print(f'| {kind} | {pairs} | {hits} | ' +
              ' | '.join(f'{n} ({right})' for n, right in figures) + ' |')


if __name__ == '__main__':
    KANBAO = sys.argv[1]
    main()

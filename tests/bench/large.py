#!/usr/bin/env python3
"""What kanbao does with a text of a gigabyte: memory over time, and keys by chance; it never fails.

    large.py KANBAO FOLDER [MEGABYTES [SECONDS]]

`make bench-large` calls it. FOLDER gets the text (see corpus.py). The keys go on for SECONDS after
the text has been taken in.
"""
import os
import random
import re
import select
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import corpus
from bench import ENVIRONMENT, row
from pseudo import Pseudo

SAMPLES = 10     # that are shown of a memory over time
ANSWER = 20      # seconds after which a key is taken for one that is lost
QUIET = 0.02     # seconds after which all of an answer has come
REDRAW = b'\x0c' # is typed behind each key: its answer is none of those that come by themselves
REDRAWN = b'\x1b[2J'
SEARCHING = b'searching: ' # the answer of a search that takes long
IDLE = 1.0       # seconds without work after which all has been taken in
PATIENCE = 600   # seconds until then
KEYS = [k.encode() for k in [*'jkdubgGJKnN{}%+-w][', ' ', ' ', 'b', 'j', 'k', '\r', '\r', '\x1b', '\t',
                             '\x1bOA', '\x1bOB', '\x1b[5~', '\x1b[6~', '\x1bOH', '\x1bOF', '/的\r',
                             '/记者\r', '/ENDMARK\r', '1234\r', '?', '?']]
SIZES = [(24, 80), (50, 200), (12, 40), (40, 60)]


def private_mb(pid):
    """None when it has ended."""
    try:
        with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as f:
            return int(re.search(r'Private_Dirty: *(\d+)', f.read())[1]) / 1024
    except (OSError, TypeError):
        return None


def processor_seconds(pid):
    with open(f'/proc/{pid}/stat', encoding='utf-8', errors='replace') as f:
        fields = f.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


class Memory:
    """Samples the private memory of a process, from its beginning until it ends or stop()."""

    def __init__(self, pid, every=0.1):
        self.pid, self.every = pid, every
        self.samples, self.stopped = [], threading.Event()
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        while not self.stopped.wait(self.every) and (mb := private_mb(self.pid)) is not None:
            self.samples.append(mb)

    def stop(self):
        self.stopped.set()
        self.thread.join()

    def __str__(self):
        step = max(-(-len(self.samples) // SAMPLES), 1)
        shown = ' '.join(f'{mb:.0f}' for mb in self.samples[::step])
        return f'{shown}, at most {max(self.samples, default=0):.1f} MB'


def batch(what, reach, *command):
    """A run whose output is read and dropped."""
    begin = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT) as p:
        memory = Memory(p.pid)
        while p.stdout.read(1 << 20):
            pass
        memory.stop()
    row(what, f'{time.monotonic() - begin:.1f} s; {memory}', reach)


class Reader(Pseudo):
    """kanbao in a terminal, which is asked for one key at a time."""

    def press(self, key):
        """Milliseconds to the answer, and until what the key began is done; None for neither."""
        self.pump(0)
        self.output, self.answered = b'', 0
        begin, first = time.monotonic(), None
        self.send(key + REDRAW)
        while REDRAWN not in self.output:
            if time.monotonic() > begin + ANSWER or self.ended() is not None:
                return None
            if select.select([self.fd], [], [], 0.01)[0]:
                self.output += os.read(self.fd, 65536)
            if not first and SEARCHING in self.output:
                first = time.monotonic()
        last = time.monotonic()
        self.pump(QUIET)
        return ((first or last) - begin) * 1000, (last - begin) * 1000

    def keys_until_idle(self):
        """Presses j and k until it has nothing to do any more; the answers."""
        answers, work, since = [], -1.0, time.monotonic()
        end = since + PATIENCE
        while time.monotonic() < end and self.ended() is None:
            answers.append(self.press(b'jk'[len(answers) % 2:][:1]))
            time.sleep(0.02)
            if processor_seconds(self.pid) - work > 0.1:
                work, since = processor_seconds(self.pid), time.monotonic()
            elif time.monotonic() - since > IDLE:
                break
        return [a for a in answers if a]


def slowest(answers):
    firsts = sorted(first for first, _ in answers)
    return (f'{len(firsts)} answered, median {firsts[len(firsts) // 2]:.2f}, '
            f'99 of 100 in {firsts[len(firsts) * 99 // 100]:.2f}, slowest {firsts[-1]:.1f} ms'
            if firsts else 'none answered')


def keys_by_chance(reader, seconds):
    """The answers, and what was pressed before the slowest."""
    rng, answers, end = random.Random(1), [], time.monotonic() + seconds
    while time.monotonic() < end and reader.ended() is None:
        if rng.random() < 0.02:
            reader.resize(*rng.choice(SIZES))
            key = b''
        else:
            key = rng.choice(KEYS)
        if answer := reader.press(key):
            answers.append((*answer, key))
        else:
            row('  not answered', repr(key))
    return answers


def browse(kanbao, path, seconds):
    reader = Reader([kanbao, '--no-state', path])
    memory = Memory(reader.pid)
    reader.until(b'TOPMARK')
    row('keys while it is taken in', slowest(reader.keys_until_idle()), '<= 20 ms')
    memory.stop()
    row('  memory over time', str(memory), f'<= {8 + os.path.getsize(path) / 1e7:.0f} MB')
    memory = Memory(reader.pid, max(seconds / 1000, 0.1))
    answers = keys_by_chance(reader, seconds)
    memory.stop()
    row(f'{seconds:.0f} s of keys by chance', slowest([a[:2] for a in answers]), '<= 20 ms')
    for first, last, key in sorted(answers, reverse=True)[:5]:
        row('  among the slowest', f'{first:.1f} ms, {key!r}, done after {last:.1f} ms')
    row('  slowest search', f'{max((a[1] for a in answers), default=0):.0f} ms to its end')
    row('  memory over time', str(memory), 'no growth')
    if reader.ended() is not None:
        row('  it has ended', f'with status {reader.ended()}')
    else:
        os.kill(reader.pid, 9)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    kanbao, folder = sys.argv[1:3]
    megabytes = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    seconds = float(sys.argv[4]) if len(sys.argv) > 4 else 600
    path = f'{folder}/hard{megabytes}.txt'
    os.makedirs(folder, exist_ok=True)
    corpus.write(path, megabytes * 1000000, corpus.hard_wrapped)
    print(f'{path}: seconds, and private MB at {SAMPLES} times')
    batch('list', f'<= {8 + megabytes * 0.1:.0f} MB', kanbao, '--list', path)
    batch('print, wrapped at 80', '<= 32 MB', kanbao, '--print', 'all', '--width', '80', path)
    batch('search, a word that is nowhere', '<= 32 MB', kanbao, '--search', '龘靐齉', path)
    batch('search, a word in every sheet', '<= 32 MB', kanbao, '--search', '记者', path)
    browse(os.path.abspath(kanbao), path, seconds)


if __name__ == '__main__':
    main()

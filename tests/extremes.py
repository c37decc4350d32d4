#!/usr/bin/env python3
"""Browsing where little is as it should be: sources that stall, screens of any size, descriptors that
are closed, terminals that are unknown; speaks TAP.

    extremes.py PROGRAM TEXT"""

import os
import signal
import sys
import tempfile
import time

from pseudo import Pseudo
from tap import done_testing, report

SIZES = [(1, 1), (1, 80), (24, 1), (2, 3), (3, 10), (10, 4000), (4000, 10), (120, 300), (0, 0)]
TERMS = [None, "", "dumb", "no-such-terminal", "x" * 8000, "../../etc/passwd", "xterm\x1b[31m"]
QUICK = 0.2  # seconds from q to the end, over those that a source which does not stall takes
TRIES = 20   # on a busy machine one of them may be slow


def leave(t, wrong, what, status=0):
    """Leaves and looks at the end."""
    if t.ended() is None:
        t.send(b"Q")
    if t.wait() != status:
        wrong.append(f"{what}: exit status {t.status}: {t.output[-300:]!r}")
    wrong += [f"{what}: {w}" for w in t.changed()]
    t.close()


def time_to_leave(program, operands, stdin=None):
    """Seconds from q to the end of a session that waits for its source, or has all of it."""
    t = Pseudo([program, "--no-state", *operands], stdin=stdin)
    t.until(b"\x1b[?2004h")
    t.settle()
    begin = time.monotonic()
    t.send(b"q")
    t.wait()
    seconds = time.monotonic() - begin
    status, changed = t.status, t.changed()
    t.close()
    return seconds, changed + ([] if status == 0 else [f"exit status {status}"])


def stalling(program, text, folder):
    fifo = os.path.join(folder, "fifo")
    os.mkfifo(fifo)
    writer = os.open(fifo, os.O_RDWR)
    read_end, write_end = os.pipe()
    with open(text, "rb") as file:
        content = file.read()
    os.write(writer, content)
    os.write(write_end, content)
    for name, operands, stdin in (("a pipe", [], read_end), ("a FIFO", [fifo], None),
                                  ("a FIFO behind a file", [text, fifo], None)):
        wrong, late = [], []
        while len(late) < TRIES and not wrong:
            usual, _ = time_to_leave(program, [text])
            seconds, wrong = time_to_leave(program, operands, stdin)
            if seconds <= usual + QUICK:
                break
            late.append(f"{seconds:.3f} s, {usual:.3f} s without a stall")
        wrong += late if len(late) == TRIES else []
        report(f"q leaves at once while {name} stalls", wrong)
    for fd in (writer, read_end, write_end):
        os.close(fd)


def sizes(program, text):
    wrong = []
    for rows, cols in SIZES:
        t = Pseudo([program, "--no-state", text], size=(rows, cols))
        t.until(b"\x1b[?2004h")
        for keys in (b"jj\r", b"  ", b"?", b"q", b"W", b"/e\r", b"r"):
            t.send(keys)
            t.pump(0.01)
        t.resize(24, 80)
        t.pump(0.01)
        t.resize(rows, cols)
        leave(t, wrong, f"{rows} rows and {cols} columns")
    report(f"it is read and left at {len(SIZES)} sizes", wrong)


def single_column(program, text):
    """A character is inserted to write the last corner, from where there is none."""
    wrong = []
    for rows in (1, 24):
        t = Pseudo([program, "--no-state", text], {"TERM": "screen"}, size=(rows, 1))
        t.until(b"\x1b[c")
        for keys in (b"jj\r", b"  ", b"?", b"q", b"W"):
            t.send(keys)
            t.pump(0.01)
        leave(t, wrong, f"{rows} rows and a column")
        wrong += [f"{rows} rows and a column: {t.output!r}"] if b"\x1b[1@" in t.output else []
    report("nothing is inserted in a single column", wrong)


def same_size(program, text):
    """A size that changes and changes back may have cost the terminal what it showed."""
    t = Pseudo([program, "--no-state", text])
    t.until(b"1/4")
    t.settle()
    begin = len(t.output)
    os.kill(t.pid, signal.SIGWINCH)
    wrong = [] if t.until(b"\x1b[2J", start=begin) and t.until(b"1/4", start=begin) else [repr(t.output[begin:])]
    leave(t, wrong, "the same size")
    report("all is drawn anew when the size is the old one again", wrong)


def descriptors(program, text):
    wrong = []
    for closed in ((0,), (1,), (2,), (0, 2), (0, 1, 2)):
        t = Pseudo([program, "--no-state", text], closed=closed)
        if 1 not in closed:
            t.until(b"\x1b[?2004h")
        # Without an output there is nobody to print to.
        leave(t, wrong, f"closed {closed}", 2 if 1 in closed else 0)
    report("closed descriptors do no harm", wrong)


def terminals(program, text):
    wrong = []
    for term in TERMS:
        t = Pseudo([program, "--no-state", text], {"TERM": term})
        t.wait()
        if b"kanbao: " not in t.output or b"\x1b" in t.output:
            wrong.append(f"{term!r:.40}: {t.output[:300]!r}")
        leave(t, wrong, f"{term!r:.40}", 2)
    report("a terminal that cannot show pages is told, and left alone", wrong)


def main():
    program, text = (os.path.abspath(a) for a in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        stalling(program, text, folder)
    sizes(program, text)
    single_column(program, text)
    same_size(program, text)
    descriptors(program, text)
    terminals(program, text)
    done_testing()


if __name__ == "__main__":
    main()

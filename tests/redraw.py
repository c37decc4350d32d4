#!/usr/bin/env python3
"""Random keys and resizes in tmux; every 25 steps the screen is that of a page drawn anew. Speaks TAP.

    redraw.py [--seed N] [--keys N] PROGRAM TEXT...

A SIGCONT has everything drawn again, also while something is typed, and is no key."""

import argparse
import fcntl
import os
import random
import re
import signal
import struct
import subprocess
import tempfile
import termios
import time

from storm import SIZES, key
from tap import done_testing, report

STEPS = 25
PATIENCE = 30
GROUNDS = {"3": "fg", "4": "bg", "9": "fg", "10": "bg"}  # by the tens of a code
LENT = "Enter goes back"  # the screen is another command's


def set_pen(pen, codes):
    """What a sequence of tmux sets: foreground, background, and the rest."""
    codes = [code or "0" for code in codes.split(";")]
    while codes:
        code = codes.pop(0)
        if code == "0":
            pen.clear()
        elif code in ("38", "48"):
            n = 2 if codes[0] == "5" else 4
            pen[GROUNDS[code[0]]] = ";".join(codes[:n])
            codes = codes[n:]
        elif len(code) > 1:
            pen[GROUNDS[code[:-1]]] = None if code in ("39", "49") else code
        else:
            pen[code] = code


def look(char, pen):
    """A character as it is seen: a blank has only its ground and its underline."""
    shown = {k: v for k, v in pen.items() if v and (char != " " or k in ("bg", "4", "7"))}
    return char, tuple(sorted(shown.items()))


def rows(screen):
    """What is seen, without the blanks at the ends of rows: tmux tells those that were written."""
    pen, out = {}, []
    for line in screen.split("\n"):
        row = []
        for hit in re.finditer("\x1b\\[([0-9;]*)m|(.)", line):
            if hit[2]:
                row.append(look(hit[2], pen))
            else:
                set_pen(pen, hit[1])
        while row and row[-1] == (" ", ()):
            row.pop()
        out.append(row)
    return out


class Pane:
    def __init__(self, folder, command):
        self.size = (24, 80)
        self.socket, self.command = os.path.join(folder, "tmux"), command
        self.tmux("new-session", "-d", "-s", "t", "-x", "80", "-y", "24", *command)
        self.tmux("set-option", "-g", "remain-on-exit", "on")
        self.tmux("set-option", "-g", "status", "off")
        self.wait_for_page()

    def tmux(self, *words):
        return subprocess.run(["tmux", "-S", self.socket, "-f", "/dev/null", *words], capture_output=True,
                              check=False).stdout.decode("utf-8", "replace")

    def screen(self):
        return self.tmux("capture-pane", "-p", "-e", "-t", "t")

    def pid(self):
        """Of the program; 0 when it has left."""
        dead, pid = (self.tmux("display-message", "-p", "-t", "t", "#{pane_dead} #{pane_pid}").split() + ["1"])[:2]
        return int(pid) if dead == "0" else 0

    def wait_for_size(self):
        """tmux tells the program of a new size a while later."""
        end = time.monotonic() + PATIENCE
        tty = os.open(self.tmux("display-message", "-p", "-t", "t", "#{pane_tty}").strip(), os.O_RDWR | os.O_NOCTTY)
        while time.monotonic() < end:
            if struct.unpack("HHHH", fcntl.ioctl(tty, termios.TIOCGWINSZ, b"\0" * 8))[:2] == self.size:
                break
            time.sleep(0.02)
        os.close(tty)

    def works(self):
        """Whether the program has something to do."""
        try:
            with open(f"/proc/{self.pid()}/stat", encoding="utf-8", errors="replace") as stat:
                return stat.read().rpartition(")")[2].split()[0] in "RD"
        except OSError:
            return False

    def settle(self):
        """The screen when nothing has changed for a while."""
        end, before, quiet = time.monotonic() + PATIENCE, None, 0
        while time.monotonic() < end and quiet < 3:
            time.sleep(0.03)
            now = self.screen()
            quiet = quiet + 1 if now == before and not self.works() else 0
            before = now
        return before

    def wait_for_page(self):
        """The program begins with questions to the terminal, and waits for answers quietly."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not self.screen().strip():
            time.sleep(0.02)
        self.settle()

    def begin_again(self):
        self.tmux("respawn-pane", "-k", "-t", "t", *self.command)
        self.wait_for_page()

    def send(self, data):
        self.tmux("send-keys", "-t", "t", "-H", *("%02x" % byte for byte in data))

    def resize(self, rows, cols):
        self.tmux("resize-window", "-t", "t", "-x", str(cols), "-y", str(rows))
        self.size = (rows, cols)


def differs(pane):
    """How the screen differs from one drawn anew."""
    pane.wait_for_size()
    shown = pane.settle()
    if LENT in shown:
        pane.send(b"\r")
        shown = pane.settle()
    pid = pane.pid()
    if not pid:
        return []
    os.kill(pid, signal.SIGCONT)
    anew = pane.settle()
    if rows(shown) == rows(anew) or not pane.pid():
        return []
    lines = zip(shown.split("\n"), anew.split("\n"), rows(shown), rows(anew))
    return [f"row {i}: {a!r} drawn anew: {b!r} {[(x, y) for x, y in zip(c, d) if x != y][:2]!r}"
            for i, (a, b, c, d) in enumerate(lines) if c != d]


def storm(pane, seed, keys):
    rnd, wrong, done, resizes, checks, since = random.Random(seed), [], 0, 0, 0, 0
    while done < keys and not wrong:
        burst = rnd.choice([1, 1, 1, 2, 5])
        pane.send(b"".join(key(rnd) for _ in range(burst)))
        done += burst
        since += burst
        if rnd.random() < 0.2:
            pane.resize(*rnd.choice(SIZES))
            resizes += 1
        if not pane.pid():
            pane.begin_again()
        if since >= STEPS:
            since = 0
            checks += 1
            wrong = [f"after {done} keys: {w}" for w in differs(pane)]
    report(f"seed {seed}: {done} keys, {resizes} resizes, the screen is the one drawn anew {checks} times", wrong)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    o = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        pane = Pane(folder, ["/usr/bin/env", "EDITOR=true", "PATH=/nowhere", "LC_ALL=C.UTF-8", "HOME=" + folder,
                             "XDG_STATE_HOME=" + folder, *o.command])
        storm(pane, o.seed, o.keys)
        pane.tmux("kill-server")
    done_testing()


if __name__ == "__main__":
    main()

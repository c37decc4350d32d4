"""Random keys and resizes in tmux; every 25 steps the screen is that of a page drawn anew.

A SIGCONT has everything drawn again, also while something is typed, and is no key."""

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

from randomkeys import SIZES, Count, bursts
from tap import report
from terminal import PATIENCE, looked

STEPS = 25
HELD = 0.6  # seconds after which tmux holds no size back any more
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
        self.size, self.resized = (24, 80), 0.0
        self.socket, self.command = os.path.join(folder, "tmux"), command
        self.tmux("new-session", "-d", "-s", "t", "-x", "80", "-y", "24", *command)
        self.tmux("set-option", "-g", "remain-on-exit", "on")
        self.tmux("set-option", "-g", "status", "off")
        self.tty = -1
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
        """tmux tells the program of a new size a while later, also when it is the one told last and tmux
        has had another in between."""
        time.sleep(max(0, self.resized + HELD - time.monotonic()))
        for _ in range(3):  # an answer comes after what was due before the question, however late that is
            self.pid()
            time.sleep(0.02)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if struct.unpack("HHHH", fcntl.ioctl(self.tty, termios.TIOCGWINSZ, b"\0" * 8))[:2] == self.size:
                break
            time.sleep(0.02)

    def wait(self):
        """Until the program has read all keys and sleeps, or has left."""
        end, before, pid = time.monotonic() + PATIENCE, None, self.pid()
        while pid and time.monotonic() < end:
            time.sleep(0.005)
            now = looked(pid, self.tty)
            if now is not None and now == before:
                break
            before = now
            pid = pid if now else self.pid()

    def settle(self):
        """The screen when nothing has changed for a while."""
        end, before, quiet = time.monotonic() + PATIENCE, None, 0
        while time.monotonic() < end and quiet < 3:
            self.wait()
            time.sleep(0.02)
            now = self.screen()
            quiet = quiet + 1 if now == before else 0
            before = now
        return before

    def wait_for_page(self):
        """The program begins with questions to the terminal, and waits for answers quietly."""
        end = time.monotonic() + PATIENCE
        if self.tty >= 0:
            os.close(self.tty)
        self.tty = os.open(self.tmux("display-message", "-p", "-t", "t", "#{pane_tty}").strip(), os.O_RDWR | os.O_NOCTTY)
        while time.monotonic() < end and not self.screen().strip():
            time.sleep(0.02)
        self.settle()

    def begin_again(self):
        self.tmux("respawn-pane", "-k", "-t", "t", *self.command)
        self.wait_for_page()

    def send(self, data):
        self.tmux("send-keys", "-t", "t", "-H", *("%02x" % byte for byte in data))
        self.wait()

    def resize(self, rows, cols):
        self.tmux("resize-window", "-t", "t", "-x", str(cols), "-y", str(rows))
        self.size, self.resized = (rows, cols), time.monotonic()


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


class Redrawn:
    """A storm in a pane."""

    def __init__(self, pane, seed, count):
        self.pane, self.rnd, self.count = pane, random.Random(seed), count
        self.checks, self.checked, self.wrong = 0, 0, []

    def send(self, burst):
        self.pane.send(b"".join(burst))
        left = not self.pane.pid()
        if left:
            self.pane.begin_again()
        if left and len(burst) > 1:
            for one in burst:
                self.send([one])
        else:
            self.count.add(burst)

    def check(self):
        if self.count.keys - self.checked >= STEPS:
            self.checked = self.count.keys
            self.checks += 1
            self.wrong = [f"after {self.checked} keys: {w}" for w in differs(self.pane)]

    def run(self, keys):
        for burst in bursts(self.rnd, keys, [1, 1, 1, 2, 5]):
            self.send(burst)
            if self.rnd.random() < 0.2:
                self.pane.resize(*self.rnd.choice(SIZES))
                self.count.resizes += 1
            self.check()
            if self.wrong:
                break


def storm(command, environment, seed, keys, log):
    words = [f"{name}={value}" for name, value in environment.items()]
    with tempfile.TemporaryDirectory() as folder:
        pane = Pane(folder, ["/usr/bin/env", "LC_ALL=C.UTF-8", *words, command[0], "--debug-log", log, *command[1:]])
        s = Redrawn(pane, seed, Count(log))
        s.run(keys)
        pane.tmux("kill-server")
    report(f"seed {seed}: {s.count}, the screen is the one drawn anew {s.checks} times", s.wrong + s.count.complaints())

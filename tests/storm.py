#!/usr/bin/env python3
"""Random keys, mouse reports, pastes and resizes in a pseudo-terminal, for tests/storm.sh.

    storm.py --seed N --keys N COMMAND...

The command is started again whenever it leaves of its own will. It must never end otherwise, must
leave when it is told to, and must give the terminal back: its modes as they were, the other
screen, the cursor shown, no mouse, no marked pastes. Prints what went wrong, and with --verbose
what was done.

The keys cannot lead to a file outside the current folder: neither / nor ~ is among them.
"""

import argparse
import fcntl
import os
import pty
import random
import select
import struct
import sys
import termios
import time

PATIENCE = 30  # seconds, for a busy machine
KEPT = 1 << 18  # bytes of output
SIZES = [(24, 80), (50, 200), (12, 40), (3, 10), (1, 1), (2, 3), (40, 60), (120, 300), (6, 16)]
MOVES = list("jkdubgGJKnN{}%p+-wrx?]['`mMB!") + [
    " ", "\r", "\t", "\x1b", "\x7f", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOA", "\x1bOB",
    "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[Z", "\x1bOP", "\x13", "\x0c", "\x04", "\x15"]
TYPED = list("abcdefghjklmnopqrtuvwxyz0123456789 .:=#%\"") + list("的年记者社区小报日本語한국어é…“”") + [
    "e\u0301", "\U0001F468\u200d\U0001F469", "\x01", "\x05", "\x0b", "\x17", "\x10", "\x0e", "\t"]
WRONG = ["\xff", "\x1b[", "\x1b[99;99R", "\x1b]52;c;\x07", "\x1b[<", "\x1b[200~", "\x1b[201~",
         "\x00", "\x1b[?1c", "\xe4\xb8"]
GO_ON = b"\x11"  # a ^S while an editor has the terminal stops that
ON_ENTERING = b"\x1b[?1049h"
ON_LEAVING = [b"\x1b[?1049l", b"\x1b[?2004l", b"\x1b[?1002l"]


def key(rnd):
    dice = rnd.random()
    if dice < 0.60:
        return rnd.choice(MOVES).encode()
    if dice < 0.80:
        return rnd.choice(TYPED).encode()
    if dice < 0.84:
        return rnd.choice(["\x13", ":", "="]).encode()
    if dice < 0.94:
        return b"\x1b[<%d;%d;%d%s" % (rnd.choice([0, 0, 0, 2, 32, 64, 65, 128]), rnd.randint(0, 90),
                                      rnd.randint(0, 30), rnd.choice([b"M", b"m"]))
    if dice < 0.96:
        text = "".join(rnd.choice(TYPED) for _ in range(rnd.randint(0, 9)))
        return b"\x1b[200~" + text.encode() + b"\x1b[201~"
    if dice < 0.97:
        return b"q"
    return rnd.choice(WRONG).encode("latin-1")


class Reader:
    """The command in its terminal."""

    def __init__(self, command, size):
        self.command = command
        self.output = b""
        self.size = size
        self.starts = 0
        self.begin()

    def begin(self):
        self.starts += 1
        self.output = b""
        master, slave = pty.openpty()
        self.modes = termios.tcgetattr(slave)
        self.resize(self.size, slave)
        self.pid = os.fork()
        if self.pid == 0:
            os.login_tty(slave) if hasattr(os, "login_tty") else self.login(slave)
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", EDITOR="true",
                              PATH="/nowhere")
            os.execv(self.command[0], self.command)
        self.fd, self.slave = master, slave
        self.wait_for_screen()

    @staticmethod
    def login(slave):
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for fd in range(3):
            os.dup2(slave, fd)

    def wait_for_screen(self):
        deadline = time.time() + PATIENCE
        while time.time() < deadline and ON_ENTERING not in self.output:
            self.drain(0.05)

    def resize(self, size, fd=None):
        self.size = size
        fcntl.ioctl(fd or self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def drain(self, seconds=0.0):
        while select.select([self.fd], [], [], seconds)[0]:
            self.output = (self.output + os.read(self.fd, 65536))[-KEPT:]
            seconds = 0

    def send(self, data):
        while data:
            self.drain()
            if select.select([], [self.fd], [], 0.01)[1]:
                data = data[os.write(self.fd, data[:256]):]
            elif self.ended() is not None:
                return

    def settle(self):
        """Waits until it has read all keys; a little, as it may have left, or lent the terminal."""
        deadline = time.time() + 1
        while self.ended() is None and time.time() < deadline:
            self.drain()
            away = self.output.rfind(ON_LEAVING[0]) > self.output.rfind(ON_ENTERING)
            unread = fcntl.ioctl(self.slave, termios.FIONREAD, b"\0" * 4)
            if not away and struct.unpack("i", unread)[0] == 0:
                return
            time.sleep(0.001)

    def ended(self):
        """The exit status, None while it runs."""
        if self.pid == 0:
            return self.status
        done, status = os.waitpid(self.pid, os.WNOHANG)
        if not done:
            return None
        self.pid, self.status = 0, os.waitstatus_to_exitcode(status)
        return self.status

    def leave(self):
        """Tells it to leave. False when it does not."""
        deadline = time.time() + PATIENCE
        while self.ended() is None and time.time() < deadline:
            os.write(self.fd, GO_ON + b"\x1b[201~\x07\r\x07Q")
            for _ in range(10):
                self.drain()
                time.sleep(0.02)
        return self.ended() is not None

    def complaints(self):
        """What is wrong after it has ended."""
        self.drain(0.05)
        last = self.output
        left = last[max(last.rfind(ON_ENTERING), 0):]  # late keys are echoed behind it
        wrong = ["not sent on leaving: %r" % s for s in ON_LEAVING if s not in left]
        if termios.tcgetattr(self.slave) != self.modes:
            wrong.append("the modes of the terminal are others than before")
        if last.rfind(b"\x1b[?25l") > max(last.rfind(b"\x1b[?25h"), last.rfind(b"\x1b[?12l")):
            wrong.append("the cursor stays hidden")
        if self.status != 0:
            wrong.append("exit status %d: %r" % (self.status, last[-3000:]))
        os.close(self.fd)
        os.close(self.slave)
        return wrong


def storm(o):
    rnd = random.Random(o.seed)
    reader = Reader(o.command, SIZES[0])
    wrong, done = [], 0
    while done < o.keys and not wrong:
        burst = rnd.choice([1, 1, 1, 2, 5, 20])
        reader.send(b"".join(key(rnd) for _ in range(burst)) + GO_ON)
        reader.settle()
        done += burst
        if rnd.random() < 0.1:
            for _ in range(rnd.choice([1, 1, 10])):
                reader.resize(rnd.choice(SIZES))
                done += 1
        if reader.ended() is not None:
            wrong = reader.complaints()
            reader.begin()
    if not reader.leave():
        wrong.append("does not leave")
        os.kill(reader.pid, 9)
    else:
        wrong += reader.complaints()
    if o.verbose:
        print("seed %d: %d keys and resizes, started %d times" % (o.seed, done, reader.starts))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keys", type=int, default=1000)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    wrong = storm(parser.parse_args())
    for w in wrong:
        print(w)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

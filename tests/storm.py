#!/usr/bin/env python3
"""Random keys, mouse reports, pastes and resizes in a pseudo-terminal; speaks TAP.

    storm.py [--seeds N...] [--keys N] [--redraw] COMMAND...

The command is started again whenever it leaves of its own will; the keys that it did not wait for
are sent anew, one by one, so that each is read. It must never end otherwise, must leave when it is
told to, and must give the terminal back: its modes as they were, the other screen, the cursor
shown, no mouse, no marked pastes. With --redraw each seed has a second storm, in tmux, in which the
screen is compared with the one drawn anew (redraw.py)."""

import argparse
import os
import random
import tempfile
import time

import redraw
from pseudo import Pseudo
from randomkeys import SIZES, Count, bursts
from tap import done_testing, report
from terminal import PATIENCE

KEPT = 1 << 18  # bytes of output
ON_ENTERING = b"\x1b[?1049h"
ON_LEAVING = [b"\x1b[?1049l", b"\x1b[?2004l", b"\x1b[?1002l"]
GO_ON = b"\x11"  # a ^S while an editor has the terminal stops that
BACK = GO_ON + b"\r"  # from where the terminal was lent to


class Reader(Pseudo):
    """The command in its terminal."""

    def __init__(self, command, environment, size):
        super().__init__(command, environment, size)
        self.until(ON_ENTERING)
        self.settle()

    def away(self):
        """Whether another command has the terminal."""
        return self.output.rfind(ON_LEAVING[0]) > self.output.rfind(ON_ENTERING)

    def settle(self):
        """Waits until it has read all and sleeps with the terminal for itself, or has left."""
        end = time.monotonic() + PATIENCE
        super().settle()
        while self.away() and self.ended() is None and time.monotonic() < end:
            self.send(BACK)
            super().settle()
        if self.answered and len(self.output) > KEPT:
            self.forget()

    def forget(self):
        """Old output, but for the question in it."""
        self.output = self.output[-KEPT:]
        self.answered = self.output.count(b"\x1b[c")

    def leave(self):
        """Tells it to leave. False when it does not."""
        end = time.monotonic() + PATIENCE
        while self.ended() is None and time.monotonic() < end:
            self.send(GO_ON + b"\x1b[201~\x07\r\x07Q")
            self.settle()
        if self.ended() is None:
            self.kill(9)
            return False
        return True

    def complaints(self):
        """What is wrong after it has ended."""
        self.pump(0.05)
        left = self.output[max(self.output.rfind(ON_ENTERING), 0):]  # late keys are echoed behind it
        wrong = [f"not sent on leaving: {s!r}" for s in ON_LEAVING if s not in left] + self.changed()
        if self.status != 0:
            wrong.append(f"exit status {self.status}: {self.output[-3000:]!r}")
        self.close()
        return wrong


class Storm:
    def __init__(self, command, environment, seed, count):
        self.start = lambda size: Reader(command, environment, size)
        self.rnd, self.count = random.Random(seed), count
        self.size, self.starts, self.wrong = SIZES[0], 1, []
        self.reader = self.start(self.size)

    def has_left(self):
        """Whether it has, and was started again."""
        if self.reader.ended() is None:
            return False
        self.wrong += self.reader.complaints()
        self.starts += 1
        self.reader = self.start(self.size)
        return True

    def send(self, burst):
        self.reader.send(b"".join(burst))
        self.reader.settle()
        if self.has_left() and len(burst) > 1:
            for one in burst:
                self.send([one])
        else:
            self.count.add(burst)

    def resize(self):
        if self.rnd.random() < 0.15:
            for _ in range(self.rnd.choice([1, 1, 10])):
                self.size = self.rnd.choice(SIZES)
                self.reader.resize(*self.size)
                self.count.resizes += 1

    def run(self, keys):
        for burst in bursts(self.rnd, keys, [1, 1, 1, 2, 5, 20]):
            self.send(burst)
            self.resize()
            if self.wrong:
                break
        if not self.reader.leave():
            self.wrong.append("does not leave")
        self.wrong += self.reader.complaints()


def storm(command, environment, seed, keys, log):
    s = Storm([*command[:1], "--debug-log", log, *command[1:]], environment, seed, Count(log))
    s.run(keys)
    report(f"seed {seed}: {s.count}, started {s.starts} times: alive, and the terminal as it was",
           s.wrong + s.count.complaints())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--keys", type=int, default=1000)
    parser.add_argument("--redraw", action="store_true")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    o = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        environment = {"EDITOR": "true", "PATH": "/nowhere", "HOME": folder, "XDG_STATE_HOME": folder}
        for seed in o.seeds:
            storm(o.command, environment, seed, o.keys, f"{folder}/log{seed}")
            if o.redraw:
                redraw.storm(o.command, environment, seed, o.keys, f"{folder}/redrawn{seed}")
    done_testing()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""No memory, a full disk, interrupted and short calls, while printing and browsing; speaks TAP.

    faults.py PROGRAM LIBRARY TEXT

LIBRARY is tests/faults.c, loaded before all others."""

import os
import signal
import subprocess
import sys
import tempfile

from pseudo import Pseudo
from tap import done_testing, report

STEP = 1.15  # from one count of calls before the fault to the next
KEYS = [b"j\r", b"  ", b"/e\r", b"?", b"q", b"a", b"B", b"q", b"W", b"=columns 2\r", b"r", b"r"]


class Machine:
    """Where the program runs, and what fails there."""

    def __init__(self, program, library, folder):
        self.program, self.library, self.folder = program, library, folder
        self.log = os.path.join(folder, "fault")

    def environment(self, faults):
        here = {"LD_PRELOAD": self.library, "FAULT_LOG": self.log, "TMPDIR": self.folder,
                "XDG_STATE_HOME": tempfile.mkdtemp(dir=self.folder)}
        return {**here, **{"FAULT_" + name: str(n) for name, n in faults.items()}}

    def faulty(self):
        """Whether a fault has happened since it was last asked."""
        happened = os.path.exists(self.log)
        if happened:
            os.unlink(self.log)
        return happened

    def print(self, arguments, faults, stdin=None):
        return subprocess.run([self.program] + arguments, input=stdin, capture_output=True, check=False, timeout=120,
                              stdin=None if stdin is not None else subprocess.DEVNULL,
                              env={**os.environ, **self.environment(faults)})

    def browse(self, arguments, faults):
        """A session that types KEYS one after the other and leaves."""
        t = Pseudo([self.program] + arguments, self.environment(faults))
        t.until(b"\x1b[2J")
        for keys in KEYS:
            if t.ended() is not None:
                break
            t.send(keys)
            t.pump(0.01)
        t.send(b"\x1b\x1bQ" if t.ended() is None else b"")
        t.wait()
        return t


def steps(start=1):
    n = start
    while True:
        yield int(n)
        n = max(n + 1, n * STEP)


def said(status, message):
    """What is wrong with an end because of a fault."""
    if status == -signal.SIGSEGV and b"\x1b[2J" not in message:
        return []  # ncurses 6.4 opens a terminal without a look at what malloc gave it
    if status == 1 and b"\x1b[2J" not in message and b"Out of memory" in message:
        return []  # or it says so and ends the program itself
    if status != 2:
        return [f"exit status {status}: {message[-300:]!r}"]
    return [] if b"kanbao: " in message else [f"no message, but {message[-300:]!r}"]


def memory_printing(machine, text):
    wrong, tried = [], 0
    for n in steps():
        result = machine.print(["--no-state", "--no-sandbox", "-p", "all", text], {"MEMORY": n})
        if not machine.faulty():
            wrong += [f"status {result.returncode} with all the memory it needs"] if result.returncode else []
            break
        tried += 1
        wrong += [f"allocation {n}: {w}" for w in said(result.returncode, result.stderr)]
    report(f"no memory while it prints: a message, {tried} times", wrong)


def memory_browsing(machine, text):
    wrong, tried = [], 0
    for n in steps():
        t = machine.browse(["--no-state", text], {"MEMORY": n})
        happened = machine.faulty()
        if happened:
            tried += 1
            wrong += [f"allocation {n}: {w}" for w in said(t.status, t.output) + t.changed()]
        t.close()
        if not happened:
            break
    report(f"no memory while somebody reads: a message and the terminal as it was, {tried} times", wrong)


def print_all(machine, text, faults):
    """The same text printed from its file, from a pipe and as what a search finds."""
    with open(text, "rb") as file:
        content = file.read()
    runs = [machine.print(["--no-state", "-p", "all", text], faults),
            machine.print(["--no-state", "-p", "all", "-"], faults, content),
            machine.print(["--no-state", "-g", "的", text], faults)]
    return [(r.returncode, r.stdout, r.stderr) for r in runs]


def short_calls(machine, text):
    wrong, expected = [], print_all(machine, text, {})
    for every in range(2, 6):
        for got, right in zip(print_all(machine, text, {"SHORT": every}), expected):
            if got != right:
                wrong.append(f"1 of {every}: status {got[0]}, {len(got[1])} of {len(right[1])} bytes, {got[2]!r}")
    wrong += [] if machine.faulty() else ["nothing was interrupted"]
    report("interrupted and short calls change nothing that is printed", wrong)


def short_browsing(machine, text):
    wrong = []
    for every in range(2, 6):
        t = machine.browse([text], {"SHORT": every})
        wrong += [f"1 of {every}: status {t.status}: {t.output[-300:]!r}"] if t.status else []
        wrong += t.changed()
        t.close()
    wrong += [] if machine.faulty() else ["nothing was interrupted"]
    report("nor do they end a session", wrong)


def full_disk(machine, text):
    """What comes through a pipe is kept in a file."""
    with open(text, "rb") as file:
        result = machine.print(["--no-state", "-p", "all"], {"DISK": 1}, file.read())
    wrong = said(result.returncode, result.stderr) + ([] if machine.faulty() else ["nothing was written"])
    report("a full disk under a pipe is told", wrong)


def full_disk_browsing(machine, text):
    wrong, tried = [], 0
    for n in range(1, 200):
        t = machine.browse([text], {"DISK": n})
        happened = machine.faulty()
        if happened:
            tried += 1
            wrong += [f"write {n}: {w}" for w in t.changed()]
            if b"state is not kept" not in t.output:
                wrong.append(f"write {n}: no word of it: {t.output[-300:]!r}")
        t.close()
        if not happened:
            break
    report(f"a disk that gets full is told, and the terminal is as it was, {tried} times", wrong)


def main():
    program, library, text = (os.path.abspath(a) for a in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(program, library, folder)
        memory_printing(machine, text)
        memory_browsing(machine, text)
        short_calls(machine, text)
        short_browsing(machine, text)
        full_disk(machine, text)
        full_disk_browsing(machine, text)
    done_testing()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Browsing in the sandbox: what is off is told, and the reading state is kept; speaks TAP.

    confined.py PROGRAM TEXT"""

import os
import subprocess
import sys
import tempfile

from pseudo import Pseudo
from tap import done_testing, report

REFUSED = b"off in the sandbox"
KEYS = [b"s", b"|", b"v", b":save-list x\r"]


def filter_of(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(line.split()[1] for line in status if line.startswith("Seccomp:"))


def environment(folder):
    return {"XDG_STATE_HOME": os.path.join(folder, "state"), "TMPDIR": folder, "PATH": "/nowhere"}


def session(command, folder, stdin=None):
    t = Pseudo(command, environment(folder), stdin=stdin)
    t.until(b"1/4")
    return t


def piped(program, text, folder):
    with open(text, "rb") as file, subprocess.Popen(["cat"], stdin=file, stdout=subprocess.PIPE) as cat:
        t = session([program, "--no-state", "--sandbox"], folder, cat.stdout.fileno())
    t.send(b"jQ")
    wrong = [f"exit status {t.wait()}: {t.output[-300:]!r}"] if t.wait() else []
    wrong += t.changed()
    t.close()
    return wrong


def browse(program, text, folder):
    t = session([program, "--sandbox", text], folder)
    held = filter_of(t.pid)
    report("browsing is confined when asked", [] if held == "2" else [f"Seccomp: {held}"])
    wrong = []
    for keys in KEYS:
        before = len(t.output)
        t.send(keys)
        if not t.until(REFUSED, before):
            wrong.append(f"{keys} is not refused: {t.output[before:]!r}")
        t.send(b"\x0c")
    report("it neither saves nor pipes nor edits", wrong)
    t.send(b"aQ")
    wrong = [f"exit status {t.wait()}"] if t.wait() else []
    report("and leaves the terminal as it was", wrong + t.changed())
    t.close()


def free(program, text, folder, option):
    t = session([program, "--no-state", *option, text], folder)
    held = filter_of(t.pid)
    t.send(b"Q")
    t.wait()
    t.close()
    return [] if held == "0" else [f"Seccomp: {held}"]


def main():
    program, text = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        browse(program, text, folder)
        kept = subprocess.run([program, "--bookmarks"], env={**os.environ, **environment(folder)}, capture_output=True,
                              check=False).stdout.decode()
        report("the bookmark that was made in it is kept", [] if os.path.basename(text) in kept else [kept])
        report("a piped text is browsed in it, with keys from the terminal", piped(program, text, folder))
        report("it is not confined otherwise", free(program, text, folder, []))
        report("nor when both are asked", free(program, text, folder, ["--sandbox", "--no-sandbox"]))
    done_testing()


if __name__ == "__main__":
    main()

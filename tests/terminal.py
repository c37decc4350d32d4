#!/usr/bin/env python3
"""A terminal that answers as it is told, for tests/test-terminal.sh.

    terminal.py [--wide | --silent] [--late] [--before KEYS] [--after KEYS] COMMAND...

Runs the command in a pseudo-terminal, answers its questions for the cursor's place and the device,
types, leaves with q, and prints what the command wrote since it last cleared the screen. The exit
status is that of the command; 99 when it did not leave.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time

SETTLED = 0.25  # seconds without output
LATE = 0.6


def replies(wide):
    cols = [2 if wide else 1, 1, 6, 2, 4]
    return b"".join(b"\x1b[1;%dR" % (n + 1) for n in cols) + b"\x1b[?62;22c"


def start(command):
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        time.sleep(0.05)  # what is typed before comes first
        os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
        os.execvp(command[0], command)
    return pid, fd


def read_until_quiet(fd, output, on_output=lambda: None):
    while select.select([fd], [], [], SETTLED)[0]:
        try:
            data = os.read(fd, 65536)
        except OSError:
            return
        if not data:
            return
        output += data
        on_output()


def leave(pid, fd, output):
    os.write(fd, b"q")
    deadline = time.time() + 5
    while time.time() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if select.select([fd], [], [], 0.02)[0]:
            try:
                os.read(fd, 65536)
            except OSError:
                pass
    os.kill(pid, 9)
    return 99


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wide", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--late", action="store_true")
    parser.add_argument("--before", default="")
    parser.add_argument("--after", default="")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    o = parser.parse_args()
    pid, fd = start(o.command)
    output, asked = bytearray(), []

    def answer():
        if b"\x1b[c" in output and not asked:
            asked.append(True)
            if not o.silent and not o.late:
                os.write(fd, replies(o.wide))

    os.write(fd, o.before.encode())
    read_until_quiet(fd, output, answer)
    if o.late and asked:
        time.sleep(LATE)
        os.write(fd, replies(o.wide))
        read_until_quiet(fd, output)
    os.write(fd, o.after.encode())
    read_until_quiet(fd, output)
    os.write(fd, b"\x0c")  # draw all of it again
    read_until_quiet(fd, output)
    status = leave(pid, fd, output)
    last = bytes(output).rpartition(b"\x1b[2J")[2].decode(errors="replace")
    print(re.sub(r"\x1b(\[[0-9;?]*[A-Za-z]|\(B|[=>])", " ", last))
    if not asked and not o.silent:
        print("the terminal was not asked")
    sys.exit(status)


if __name__ == "__main__":
    main()

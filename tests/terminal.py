#!/usr/bin/env python3
"""A terminal that answers as it is told, for tests/test-terminal.sh.

    terminal.py [--wide | --silent] [--late] [--locale NAME] [--before KEYS] [--after KEYS] COMMAND...
    terminal.py --leaving q | waiting | crash | answered [--after KEYS] COMMAND...

Runs the command in a pseudo-terminal, answers its questions for the cursor's place and the device,
types, leaves with q, and prints what the command wrote since it last cleared the screen. The exit
status is that of the command; 99 when it did not leave.

With --leaving the command is told to leave before the first answer has come, and what is left for
who has the terminal next is printed: the answers, if it did not wait for them, and the keys after.
With --leaving waiting they come when it has been told and waits for them, or nothing is printed where
that took so long that it need not wait any more; with --leaving answered it is told when they have
come.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

LATE = 0.3
WAITED = 0.05  # seconds from q on for which it certainly waits
STEP = 0.1  # seconds between two looks at what the command does
PATIENCE = 180  # seconds for what takes none on an idle machine


def replies(wide):
    cols = [2 if wide else 1, 1, 6, 2, 4]
    return b"".join(b"\x1b[1;%dR" % (n + 1) for n in cols) + b"\x1b[?62;22c"


def start(command, before=b"", locale="C.UTF-8"):
    """The command's process, its terminal's side of the line, and its own. What is typed before comes
    first."""
    fd, keys = pty.openpty()
    fcntl.ioctl(keys, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.write(fd, before)
    pid = os.fork()
    if pid == 0:
        os.setsid()
        fcntl.ioctl(keys, termios.TIOCSCTTY, 0)
        for standard in range(3):
            os.dup2(keys, standard)
        os.environ.update(TERM="xterm-256color", LC_ALL=locale)
        os.execvp(command[0], command)
    return pid, fd, keys


def looked(pid, keys):
    """How often the command has gone to sleep, when it sleeps now and has read all it was sent; None
    when it works."""
    try:
        with open("/proc/%d/status" % pid) as status:
            facts = dict(line.split(":\t", 1) for line in status)
    except (OSError, ValueError):
        return None
    waiting = struct.unpack("i", fcntl.ioctl(keys, termios.FIONREAD, b"\0" * 4))[0]
    state = facts["State"].strip()[0]
    if state == "Z":
        return state
    if waiting or state != "S":
        return None
    return facts["voluntary_ctxt_switches"]


def read_until_idle(pid, fd, keys, output, on_output=lambda: None):
    """Reads until the command has drawn and then done nothing for a while, however slow it is."""
    deadline = time.monotonic() + PATIENCE
    before = None
    while time.monotonic() < deadline:
        if select.select([fd], [], [], STEP)[0]:
            try:
                data = os.read(fd, 65536)
            except OSError:
                return
            if not data:
                return
            output += data
            on_output()
            before = None
            continue
        now = looked(pid, keys) if b"\x1b[2J" in output else None
        if now is not None and now == before:
            return
        before = now


def wait_for_waking(pid, keys, before):
    """Until the command has been awake and sleeps again, or has left."""
    deadline = time.monotonic() + PATIENCE
    while looked(pid, keys) in (None, before) and time.monotonic() < deadline:
        time.sleep(0.001)


def wait_for_end(pid, fd):
    """The exit status; 99 when the command does not leave."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
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


def left_over(keys):
    """What nobody has read, as it was sent."""
    modes = termios.tcgetattr(keys)
    modes[3] &= ~(termios.ICANON | termios.ECHO)
    termios.tcsetattr(keys, termios.TCSANOW, modes)
    return os.read(keys, 65536) if select.select([keys], [], [], 0)[0] else b""


def leave_unanswered(o, pid, fd, keys):
    read_until_idle(pid, fd, keys, bytearray())
    answers = replies(o.wide) + os.fsencode(o.after)
    if o.leaving == "answered":
        os.write(fd, replies(o.wide))
        read_until_idle(pid, fd, keys, bytearray(b"\x1b[2J"))
        os.write(fd, b"q" + os.fsencode(o.after))
    elif o.leaving == "crash":
        # It goes on when all is there, and has no time to read what came before.
        os.kill(pid, signal.SIGSTOP)
        os.write(fd, answers)
        os.kill(pid, signal.SIGSEGV)
        os.kill(pid, signal.SIGCONT)
    elif o.leaving == "waiting":
        before, begin = looked(pid, keys), time.monotonic()
        os.write(fd, b"q")
        wait_for_waking(pid, keys, before)
        os.write(fd, answers)
        if time.monotonic() > begin + WAITED:
            return wait_for_end(pid, fd)
    else:
        os.write(fd, b"q" + answers)
    status = wait_for_end(pid, fd)
    print(repr(left_over(keys))[1:])
    return status


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wide", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--locale", default="C.UTF-8")
    parser.add_argument("--late", action="store_true")
    parser.add_argument("--before", default="")
    parser.add_argument("--after", default="")
    parser.add_argument("--leaving", choices=["q", "waiting", "crash", "answered"])
    parser.add_argument("command", nargs=argparse.REMAINDER)
    o = parser.parse_args()
    pid, fd, keys = start(o.command, os.fsencode(o.before), o.locale)
    if o.leaving:
        sys.exit(leave_unanswered(o, pid, fd, keys))
    output, asked = bytearray(), []

    def answer():
        if b"\x1b[c" in output and not asked:
            asked.append(True)
            if not o.silent and not o.late:
                os.write(fd, replies(o.wide))

    read_until_idle(pid, fd, keys, output, answer)
    if o.late and asked:
        time.sleep(LATE)
        os.write(fd, replies(o.wide))
        read_until_idle(pid, fd, keys, output)
    os.write(fd, os.fsencode(o.after))
    read_until_idle(pid, fd, keys, output)
    os.write(fd, b"\x0c")  # draw all of it again
    read_until_idle(pid, fd, keys, output)
    os.write(fd, b"q")
    status = wait_for_end(pid, fd)
    last = bytes(output).rpartition(b"\x1b[2J")[2].decode(errors="replace")
    print(re.sub(r"\x1b(\[[0-9;?]*[A-Za-z]|\(B|[=>])", " ", last))
    if not asked and not o.silent:
        print("the terminal was not asked")
    sys.exit(status)


if __name__ == "__main__":
    main()

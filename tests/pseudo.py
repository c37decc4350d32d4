"""A command in a pseudo-terminal of its own, for the tests that fault, kill and starve it."""

import fcntl
import os
import pty
import select
import struct
import termios
import time

from terminal import PATIENCE, looked, replies

QUESTION = b"\x1b[c"
PAIRS = [(b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?2004h", b"\x1b[?2004l"), (b"\x1b[?1002h", b"\x1b[?1002l"),
         (b"\x1b[?25l", b"\x1b[?25h")]


class Pseudo:
    """All that the command writes is in `output`; its questions are answered."""

    def __init__(self, command, environment=None, size=(24, 80), stdin=None, closed=()):
        self.output = b""
        self.status = None
        self.answered = 0
        self.fd, self.slave = pty.openpty()
        self.modes = termios.tcgetattr(self.slave)
        self.resize(*size)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                self.become(command, environment or {}, stdin, closed)
            finally:
                os._exit(127)

    def become(self, command, environment, stdin, closed):
        os.setsid()
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
        for standard in range(3):
            os.dup2(self.slave if stdin is None or standard > 0 else stdin, standard)
        os.closerange(3, 256)
        for fd in closed:
            os.close(fd)
        os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
        for name, value in environment.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        os.execvp(command[0], command)

    def resize(self, rows, cols):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def pump(self, seconds=0.0):
        """Reads what comes until nothing has for so long."""
        while select.select([self.fd], [], [], seconds)[0]:
            self.output += os.read(self.fd, 65536)
            if self.output.count(QUESTION) > self.answered:
                self.answered += 1
                os.write(self.fd, replies(False))

    def until(self, *texts, start=0):
        """Whether it has written one of them from there on, or has it written in time."""
        end = time.monotonic() + PATIENCE
        while all(self.output.find(text, start) < 0 for text in texts):
            if time.monotonic() > end or (self.ended() is not None and not select.select([self.fd], [], [], 0)[0]):
                return False
            self.pump(0.01)
        return True

    def settle(self):
        """Until it has read all and sleeps, or has left."""
        end, before = time.monotonic() + PATIENCE, None
        while self.ended() is None and time.monotonic() < end:
            self.pump(0.001)
            now = looked(self.pid, self.slave)
            if now is not None and now == before:
                break
            before = now

    def send(self, keys):
        os.write(self.fd, keys)

    def ended(self):
        """The exit status, None while it runs."""
        if self.status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if done else None
        return self.status

    def wait(self):
        """The exit status; 99 when it did not end."""
        end = time.monotonic() + PATIENCE
        while self.ended() is None:
            self.pump(0.005)
            if time.monotonic() > end:
                self.kill(9)
                os.waitpid(self.pid, 0)
                self.status = 99
        self.pump()
        return self.status

    def kill(self, signal):
        if self.status is None:
            os.kill(self.pid, signal)

    def changed(self):
        """In what the terminal is not as it was before."""
        wrong = []
        if termios.tcgetattr(self.slave) != self.modes:
            wrong.append("the modes of the terminal are others than before")
        for on, off in PAIRS:
            if self.output.rfind(on) > self.output.rfind(off):
                wrong.append("sent %r, and not %r after it" % (on, off))
        return wrong

    def close(self):
        os.close(self.fd)
        os.close(self.slave)

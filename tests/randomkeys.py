"""Keys, mouse reports, pastes and sizes by chance, for the storms.

The keys cannot lead to a file outside the current folder: neither / nor ~ is among them."""

import re

SIZES = [(24, 80), (50, 200), (12, 40), (3, 10), (1, 1), (2, 3), (40, 60), (120, 300), (6, 16)]
MOVES = list("jkdubgGJKnN{}%p+-wrx?]['`mMB!") + [
    " ", "\r", "\t", "\x1b", "\x7f", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOA", "\x1bOB",
    "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[Z", "\x1bOP", "\x13", "\x0c", "\x04", "\x15"]
TYPED = list("abcdefghjklmnopqrtuvwxyz0123456789 .:=#%\"") + list("的年记者社区小报日本語한국어é…“”") + [
    "e\u0301", "\U0001F468\u200d\U0001F469", "\x01", "\x05", "\x0b", "\x17", "\x10", "\x0e", "\t"]
WRONG = ["\xff", "\x1b[", "\x1b[99;99R", "\x1b]52;c;\x07", "\x1b[<", "\x1b[200~", "\x1b[201~",
         "\x00", "\x1b[?1c", "\xe4\xb8"]
MOUSE = re.compile(rb"\x1b\[<\d+;\d+;\d+[Mm]")
KEY_LINE = re.compile(r" key -?\d+: ")
HEARD = 0.9  # of the keys; ESC and what follows it may be one


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


def bursts(rnd, keys, sizes):
    """Lists of keys until there are so many."""
    while keys > 0:
        burst = [key(rnd) for _ in range(min(rnd.choice(sizes), keys))]
        keys -= len(burst)
        yield burst


class Count:
    """What was sent and read. Of bursts that the command left in the midst of, nothing is counted."""

    def __init__(self, log):
        self.log = log
        self.keys = self.mouse = self.resizes = 0

    def add(self, burst):
        self.keys += len(burst)
        self.mouse += sum(1 for k in burst if MOUSE.fullmatch(k))

    def heard(self):
        """How many keys the command says that it took, mouse reports apart."""
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return sum(1 for line in log if KEY_LINE.search(line))

    def complaints(self):
        heard, sent = self.heard(), self.keys - self.mouse
        return [f"of {sent} keys it has heard {heard}"] if heard < HEARD * sent else []

    def __str__(self):
        return f"{self.keys} keys ({self.mouse} of the mouse; it has heard {self.heard()} others), {self.resizes} resizes"

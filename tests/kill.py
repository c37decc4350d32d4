#!/usr/bin/env python3
"""Kills the program while it saves bookmarks, and lets the calls of a save fail; speaks TAP.

    kill.py PROGRAM [--every N] [--kills N] [--seed N]

With strace every call that touches the reading state is found; at each of them (or each Nth) the
program is killed, and each gets every error that it can have, once and from there on. Then it is
killed N times at random moments. What was kept before is kept ever after, no file is set aside,
and a bookmark that is not kept was told of."""

import argparse
import collections
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time

from pseudo import Pseudo
from tap import done_testing, report

ARTICLES = 40
BEFORE = 3  # bookmarks kept before something fails
ERRORS = {
    "openat": ["EACCES", "EMFILE", "EIO", "ENOSPC", "EROFS"], "pread64": ["EIO", "EINTR"], "read": ["EIO", "EINTR"],
    "pwrite64": ["ENOSPC", "EDQUOT", "EIO", "EINTR"], "write": ["ENOSPC", "EIO", "EINTR"], "fsync": ["EIO", "ENOSPC"],
    "fdatasync": ["EIO", "ENOSPC"], "fcntl": ["ENOLCK", "EINTR"], "mkdir": ["EACCES", "ENOSPC", "EROFS"],
    "unlink": ["EACCES", "EIO", "EROFS"], "ftruncate": ["EIO", "EINTR"], "close": ["EIO"],
}
OTHER = ["EACCES", "EIO"]


class Desk:
    """A text to read, and the reading state beside them."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.text = os.path.join(folder, "text")
        self.state = os.path.join(folder, "state")
        self.log = os.path.join(folder, "strace")
        with open(self.text, "w", encoding="utf-8") as file:
            for i in range(1, ARTICLES + 1):
                file.write(f"列车第{i}次开出车站\n　　记者 林望舒\n　　第{i}号列车今天准时开出了车站。\n\n")
        self.environment = {"XDG_STATE_HOME": self.state, "HOME": folder}

    def paths(self):
        home = os.path.join(self.state, "kanbao")
        return [home] + [os.path.join(home, "state.db" + tail) for tail in ("", "-journal")]

    def session(self, articles, before=()):
        """Begins to keep bookmarks of those articles, and to leave."""
        t = Pseudo([*before, self.program, self.text], self.environment)
        t.until(b"/%d" % ARTICLES, b"reading state")  # what is wrong with the state stands over the count
        if t.ended() is None:
            t.send(b"".join(b"%dga" % i for i in articles) + b"Q")
        return t

    def keep(self, articles):
        """The same to the end, where all goes well."""
        t = self.session(articles)
        assert t.wait() == 0, t.output[-600:]
        t.close()

    def kept(self):
        """The articles with bookmarks, and what is wrong with the state."""
        got = subprocess.run([self.program, "--bookmarks", "--format", "tsv"], capture_output=True, check=False,
                             env={**os.environ, **self.environment})
        wrong = [] if got.returncode == 0 and not got.stderr else [f"status {got.returncode}: {got.stderr!r}"]
        wrong += [f"there is {name}" for name in os.listdir(os.path.join(self.state, "kanbao")) if ".bad" in name]
        return {int(i) for i in re.findall(r"列车第(\d+)次", got.stdout.decode())}, wrong

    def renew(self):
        """The state with the first bookmarks alone."""
        shutil.rmtree(self.state, ignore_errors=True)
        self.keep(range(1, BEFORE + 1))

    def strace(self, what):
        return ["strace", "-qq", "-o", self.log] + [a for p in self.paths() for a in ("-P", p)] + what

    def calls(self):
        """The names of the calls of a session on the state, in order."""
        self.renew()
        t = self.session([BEFORE + 1], self.strace([]))
        t.wait()
        t.close()
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return [hit[1] for hit in (re.match(r"(\w+)\(", line) for line in log) if hit]

    def inject(self, name, what):
        """A session in which that happens, whether it has kept its bookmark, and what is wrong."""
        t = self.session([BEFORE + 1], self.strace(["-e", "trace=" + name, "-e", f"inject={name}:{what}"]))
        t.wait()
        kept, wrong = self.kept()
        wrong += [f"lost {i}" for i in range(1, BEFORE + 1) if i not in kept]
        return t, BEFORE + 1 in kept, wrong


def at_every_call(calls, every):
    """Of the calls of each name the first and every Nth after it, as the name and which one it is."""
    seen = collections.Counter()
    for name in calls:
        if seen[name] % every == 0:
            yield name, seen[name] + 1
        seen[name] += 1


def kill_at_calls(desk, calls, every):
    wrong, tried = [], 0
    for name, k in at_every_call(calls, every):
        desk.renew()
        t, _, found = desk.inject(name, f"signal=SIGKILL:when={k}")
        tried += 1
        found += [] if t.status == -signal.SIGKILL else [f"status {t.status}, not killed"]
        wrong += [f"killed at {name} {k}: {w}" for w in found]
        t.close()
    report(f"killed at {tried} of {len(calls)} calls of a save, nothing is lost", wrong)


def fail_at_calls(desk, calls, every):
    wrong, tried = [], 0
    for name, k in at_every_call(calls, every):
        for error in ERRORS.get(name, OTHER):
            for when in [f"{k}"] + ([f"{k}+"] if error != "EINTR" else []):
                desk.renew()
                t, kept, found = desk.inject(name, f"error={error}:when={when}")
                tried += 1
                found += [] if kept or b"state is not kept" in t.output else ["not kept, and no word of it"]
                found += t.changed() + ([] if t.status == 0 else [f"status {t.status}"])
                wrong += [f"{name} {when} with {error}: {w}" for w in found]
                t.close()
    report(f"{tried} errors at the calls of a save: nothing is lost, or it is told", wrong)


def kept_all(t):
    """Whether it has come to its end, and has not said that it kept something back."""
    return t.wait() == 0 and b"state is not kept" not in t.output


def one_random_kill(desk, rnd, kept, longest):
    """What was tried, also by a session beside it; what of it must be kept; whether it was killed in the midst."""
    free = [i for i in range(1, ARTICLES + 1) if i not in kept]
    tried, beside = free[:3], free[3:4] if rnd.random() < 0.2 else []
    other = desk.session(beside) if beside else None
    t = Pseudo([desk.program, desk.text], desk.environment)
    end = time.monotonic() + rnd.random() * longest
    keys = [b"%dga" % i for i in tried] + [b"Q"]
    while time.monotonic() < end and t.ended() is None:
        t.pump(0.002)
        if keys and b"/%d" % ARTICLES in t.output:
            t.send(keys.pop(0))
    t.kill(signal.SIGKILL)
    sure = tried if kept_all(t) else []
    if other:
        sure = sure + (beside if kept_all(other) else [])
        sure = sure + ([] if other.status == 0 else [0])
    for terminal in filter(None, (t, other)):
        terminal.close()
    return tried + beside, sure, t.status != 0 and len(keys) < 4


def kill_at_random(desk, kills, seed):
    rnd, wrong, during = random.Random(seed), [], 0
    desk.renew()
    begin = time.monotonic()
    desk.keep([BEFORE + 1, BEFORE + 2, BEFORE + 3])
    longest = 1.3 * (time.monotonic() - begin)
    kept, _ = desk.kept()
    for i in range(kills):
        if len(kept) > ARTICLES - 4:
            desk.renew()
            kept, _ = desk.kept()
        tried, sure, midst = one_random_kill(desk, rnd, kept, longest)
        now, found = desk.kept()
        during += midst
        found += [f"lost {lost}" for lost in (kept | set(sure)) - now]
        found += [f"nobody kept {new}" for new in now - kept - set(tried)]
        wrong += [f"kill {i + 1}: {w}" for w in found]
        kept = now
    report(f"{kills} times killed at a random moment, nothing is lost (seed {seed}, {during} times in the midst)", wrong)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    o = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(os.path.abspath(o.program), folder)
        calls = desk.calls()
        kill_at_calls(desk, calls, o.every)
        fail_at_calls(desk, calls, o.every)
        kill_at_random(desk, o.kills, o.seed)
    done_testing()


if __name__ == "__main__":
    main()

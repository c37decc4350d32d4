#!/usr/bin/env python3
"""Prints hundreds of hostile files in every way there is, and browses them; speaks TAP.

    tests/hostile/run.py PROGRAM [--seed N] [--all]     test
    tests/hostile/run.py --write FOLDER [--seed N]      only write the files

Without --all the files are printed together; with it each one also by itself."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import families
import scan
from pseudo import PATIENCE, Pseudo

MODES = [
    ("text", ["-p", "all"], scan.bytes_fault),
    ("text in 20 columns", ["-p", "all", "-w", "20", "--justify", "on", "--color", "never"], scan.bytes_fault),
    ("text as lines", ["-p", "all", "--as", "text"], scan.bytes_fault),
    ("raw text", ["-p", "all", "--as", "raw"], scan.bytes_fault),
    ("records", ["-p", "all", "--format", "jsonl"], scan.json_fault),
    ("raw records", ["-p", "all", "--format", "jsonl", "--as", "raw"], scan.json_fault),
    ("tables", ["-p", "all", "--format", "tsv"], scan.bytes_fault),
    ("the list", ["-l"], scan.bytes_fault),
    ("the list as records", ["-l", "--format", "jsonl"], scan.json_fault),
    ("the list as a table", ["-l", "--format", "tsv"], scan.bytes_fault),
    ("hits", ["-g", "列车", "-k", "夜", "--color", "always"], scan.color_fault),
    ("hits as records", ["-g", "列车", "--format", "jsonl"], scan.json_fault),
    ("hits as a table", ["-g", "列车", "--format", "tsv"], scan.bytes_fault),
]
# Not assigned, or newer than this Python; invisible if they are ever seen.
RESERVED = {0x2065, *range(0xFFF0, 0xFFF9), *range(0x13430, 0x13440)}
count = 0


def report(name, complaints):
    global count
    count += 1
    print(("not ok" if complaints else "ok"), count, "-", name)
    for line in complaints[:12]:
        print("#", line.encode("utf-8", "backslashreplace").decode())
    sys.stdout.flush()


def run(program, arguments, files, stdin=None):
    return subprocess.run([program, "--no-state"] + arguments + ["--"] + files, stdin=stdin or subprocess.DEVNULL,
                          capture_output=True, timeout=10 * PATIENCE, check=False)


def faults(result, judge):
    """What is wrong with one run: its end, its output, its messages."""
    out = []
    if result.returncode not in (0, 1, 2):
        out.append(f"exit status {result.returncode}: {result.stderr[-600:]!r}")
    for what, fault in (("output", judge(result.stdout)), ("messages", scan.bytes_fault(result.stderr, "\n"))):
        if fault:
            out.append(f"{what}: {fault}")
    return out


def blame(program, mode, files):
    """The files that are at fault by themselves."""
    out = []
    for file in files:
        found = faults(run(program, mode[1], [file]), mode[2])
        out += [os.path.basename(file).decode("utf-8", "backslashreplace") + ": " + text for text in found]
        if len(out) > 8:
            break
    return out


def test_printing(program, files, each):
    for mode in MODES:
        found = faults(run(program, mode[1], files), mode[2])
        if found or each:
            found = blame(program, mode, files) or found
        report(f"{len(files)} hostile files are clean as {mode[0]}", found)


def test_stdin(program, files):
    out = []
    for file in files[::7]:
        with open(file, "rb") as stdin:
            out += faults(run(program, ["-p", "all"], ["-"], stdin), scan.bytes_fault)
    report("and from standard input", out)


def test_canaries(program, files, contents):
    """What is harmless is still there."""
    result = run(program, ["-p", "all", "--as", "text", "--format", "jsonl"], files)
    texts = {}
    for line in result.stdout.decode("utf-8", "replace").split("\n"):
        if line:
            record = json.loads(line)
            texts[record["source"]] = texts.get(record["source"], "") + "\n".join(record["paragraphs"])
    everything = "\n".join(texts.values())
    lost = []
    for canary in (families.CANARY, families.SECOND):
        expected = sum(content.count(canary.encode()) for content in contents)
        got = everything.count(canary)
        if got < expected:
            lost.append(f"{canary}: {got} of {expected}")
            lost += [name for name, text in texts.items() if canary not in text][:9]
    report("what is harmless is not lost", lost)


def test_scalars(program, folder):
    """Every scalar value by itself, between two ideographs."""
    path = os.path.join(folder, b"scalars.txt")
    cps = [cp for cp in range(0x110000) if not 0xD800 <= cp <= 0xDFFF]
    with open(path, "wb") as file:
        for cp in cps:
            file.write(f"甲{cp:06X}".encode() + chr(cp).encode() + "乙\n".encode())
    result = run(program, ["-p", "all", "--as", "raw", "-w", "0"], [path])
    complaints = faults(result, scan.bytes_fault)
    shown = re.finditer("甲([0-9A-F]{6})(.{0,3}?)乙\n", result.stdout.decode("utf-8", "replace"), re.DOTALL)
    shown = {int(hit[1], 16): hit[2] for hit in shown}
    for cp in cps:
        harmless = scan.forbidden(cp, "") is None and cp not in RESERVED and cp != 0x200D
        text = shown.get(cp)
        if text is None or (harmless and text != chr(cp)):
            complaints.append(f"U+{cp:04X} became {text!r}")
        if not harmless and chr(cp) in text and chr(cp) not in "\n\t":
            complaints.append(f"U+{cp:04X} came out")
    report(f"{len(cps)} scalar values: none dangerous out, none harmless lost", complaints)
    os.unlink(path)


def browse(program, files, steps):
    """Walks through all articles; what the terminal got, judged."""
    t = Pseudo([program, "--no-state", "--"] + files)
    t.until(b"\x1b[2J")
    for keys in [b""] + [b"j" if i % 5 else b"j\r " for i in range(steps)] + [b"/", b"\x1b"]:
        if t.ended() is None:
            t.send(keys)
            t.settle()
    if t.ended() is None:
        t.send(b"q")
    status = t.wait()
    t.close()
    complaints = [] if status in (0, 2) else [f"exit status {status}"]
    fault = scan.screen_fault(t.output)
    return complaints + ([f"{len(t.output)} bytes: {fault}"] if fault else [])


def test_browsing(program, files, each):
    step = 1 if each else 12
    report("browsing them sends the terminal nothing of theirs", browse(program, files[::step], 60))
    if each:
        complaints = []
        for file in files:
            found = browse(program, [file], 3)
            complaints += [os.path.basename(file).decode("utf-8", "backslashreplace") + ": " + f for f in found]
        report("browsing each of them neither", complaints)


class Tmux:
    """A shell in a terminal that would do what it is told."""

    STATE = "#{pane_title} #{pane_width}x#{pane_height} #{alternate_on} #{cursor_flag} #{mouse_any_flag} #{insert_flag}"

    def __init__(self, folder):
        self.socket = folder + "/s"
        environment = ["env", "PS1=# ", "TERM=tmux-256color", "LC_ALL=C.UTF-8", "sh", "-i"]
        self.do("new-session", "-d", "-s", "t", "-x", "80", "-y", "24", *environment)
        self.do("set-option", "-s", "set-clipboard", "on")
        self.do("set-option", "-g", "allow-passthrough", "on")

    def do(self, *words):
        return subprocess.run(["tmux", "-S", self.socket, "-f", "/dev/null", *words], capture_output=True,
                              check=False).stdout.decode("utf-8", "replace")

    def tell(self, form):
        return self.do("display-message", "-p", "-t", "t", form)

    def screen(self):
        return self.do("capture-pane", "-p", "-t", "t")

    def keys(self, *keys):
        self.do("send-keys", "-t", "t", *keys)

    def until(self, done):
        """Whether it is, in time."""
        end = time.monotonic() + PATIENCE
        while not done() and time.monotonic() < end:
            time.sleep(0.02)
        return done()

    def until_reading(self, reading):
        return self.until(lambda: self.tell("#{alternate_on}").strip() == str(int(reading)))


def test_tmux(program, files):
    """Title, clipboard, size and screen stay."""
    with tempfile.TemporaryDirectory() as folder:
        t = Tmux(folder)
        t.until(lambda: "#" in t.screen())
        before = t.tell(t.STATE)
        os.mkdir(folder + "/texts")
        for i, file in enumerate(files):
            os.link(file, os.path.join(os.fsencode(folder), b"texts/%04d" % i))
        t.keys(f"clear; {program} --no-state {folder}/texts", "Enter")
        complaints = [] if t.until_reading(True) else ["it is not shown"]
        for _ in range(40):
            t.keys("j", "Enter", "Space", "j", "j")
        inside = t.tell("#{pane_title}")
        t.keys("q", "q")
        complaints += [] if t.until_reading(False) else ["it has not left"]
        t.keys("Enter", "echo back''-again", "Enter")
        complaints += [] if t.until(lambda: "back-again" in t.screen()) else ["the shell is not back"]
        after = t.tell(t.STATE)
        if before != after or inside.strip() not in before:
            complaints.append(f"before: {before!r}, inside: {inside!r}, after: {after!r}")
        buffers = t.do("list-buffers")
        if buffers:
            complaints.append("the clipboard holds " + buffers)
        t.do("kill-server")
    report("title, clipboard, size and modes of a terminal stay as they were", complaints)


def write_files(folder, seed):
    files, contents = [], []
    for name, content in families.all_files(seed):
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(content)
        files.append(path)
        contents.append(content)
    return files, contents


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--write")
    o = parser.parse_args()
    if o.write:
        print(len(write_files(os.fsencode(o.write), o.seed)[0]), "files")
        return
    program = os.path.abspath(o.program)
    with tempfile.TemporaryDirectory() as folder:
        files, contents = write_files(os.fsencode(folder), o.seed)
        print(f"# seed {o.seed}, {len(files)} files")
        test_printing(program, files if o.all else files[::3], o.all)
        test_stdin(program, files)
        test_canaries(program, files, contents)
        test_scalars(program, os.fsencode(folder))
        test_browsing(program, files, o.all)
        if shutil.which("tmux"):
            test_tmux(program, files[::1 if o.all else 6])
    print(f"1..{count}")


if __name__ == "__main__":
    main()

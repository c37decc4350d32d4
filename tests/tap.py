"""The Test Anything Protocol for the tests in Python."""

import sys

count = 0


def report(name, complaints):
    """Passes when there are none."""
    global count
    count += 1
    print("not ok" if complaints else "ok", count, "-", name)
    for line in complaints[:20]:
        print("#", line.encode("utf-8", "backslashreplace").decode())
    sys.stdout.flush()


def done_testing():
    print(f"1..{count}")

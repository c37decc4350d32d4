#!/bin/sh
# Killed while it saves, and with every error that a save can have; `make check-kill` tries all of them.
. "$srcdir/tests/tap.sh"
command -v python3 >/dev/null || skip_all 'python3 is not installed'
strace -qq -o /dev/null true 2>/dev/null || skip_all 'strace is not installed, or may not trace'
nm "$builddir/kanbao" 2>/dev/null | grep -q '__asan_init' && skip_all 'the leak checker cannot be traced'

# shellcheck disable=SC2086 # options
PYTHONDONTWRITEBYTECODE=1 exec python3 "$srcdir/tests/kill.py" "$builddir/kanbao" ${KILL_FLAGS:---every 30 --kills 20}

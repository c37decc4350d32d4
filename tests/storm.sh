#!/bin/sh
# Random keys and resizes: alive, the terminal as it was, and the screen always the one that is drawn
# anew. STORM_KEYS and STORM_SEEDS ask for more of them than make check does; with
# --enable-sanitizers every step is judged.
. "$srcdir/tests/tap.sh"
command -v python3 >/dev/null || skip_all 'python3 is not installed'
redraw=--redraw
command -v tmux >/dev/null || redraw=

program=$(cd "$builddir" && pwd)/kanbao
root=$(cd "$srcdir" && pwd)
# shellcheck disable=SC2086 # lists
PYTHONDONTWRITEBYTECODE=1 exec python3 "$root/tests/storm.py" --seeds ${STORM_SEEDS:-1 2} --keys "${STORM_KEYS:-400}" \
    $redraw "$program" "$root/data/sample.txt" "$root/tests/data" </dev/null

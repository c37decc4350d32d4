#!/bin/sh
# Random keys and resizes: alive, and the terminal as it was. STORM_KEYS and STORM_SEEDS ask for
# more of them than make check does, and with seeds named each screen is compared with the one drawn
# anew, which leans on how fast tmux is; with --enable-sanitizers every step is judged.
. "$srcdir/tests/tap.sh"
command -v python3 >/dev/null || skip_all 'python3 is not installed'

keys=${STORM_KEYS:-400}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
program=$(cd "$builddir" && pwd)/kanbao
root=$(cd "$srcdir" && pwd)

storm() {
    (cd "$here" && HOME=$here XDG_STATE_HOME=$here/state \
        python3 "$root/tests/storm.py" --seed "$1" --keys "$keys" \
        "$program" "$root/data/sample.txt" "$root/tests/data" </dev/null 2>&1)
}

# Whether the screen is always the one that is drawn anew.
redraw() {
    PYTHONDONTWRITEBYTECODE=1 python3 "$root/tests/redraw.py" --seed "$1" --keys "$keys" \
        "$program" "$root/data/sample.txt" "$root/tests/data" </dev/null 2>&1 | grep -v '^ok\|^1\.\.'
}

for seed in ${STORM_SEEDS:-1 2}; do
    report "seed $seed: $keys random keys and resizes" "$(storm "$seed")"
    [ -z "$STORM_SEEDS" ] || ! command -v tmux >/dev/null ||
        report "seed $seed: and the screen is the one drawn anew" "$(redraw "$seed")"
done
done_testing

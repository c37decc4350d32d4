#!/bin/sh
# Every fuzz target takes every file of the corpus, and the sample page, without a fault.
. "$srcdir/tests/tap.sh"

# takes TARGET
takes() {
    "$1" "$srcdir"/tests/fuzz/corpus/* "$srcdir/data/sample.txt" >"$log" 2>&1 && return
    tail -n 40 "$log"
    echo 'it failed'
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for target in "$builddir"/tests/fuzz/fuzz-*; do
    [ -f "$target" ] && [ -x "$target" ] || continue
    report "${target##*/} takes the corpus" "$(takes "$target")"
done
[ $tap_count -gt 0 ] || skip_all 'no fuzz target is built'
done_testing

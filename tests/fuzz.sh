#!/bin/sh
# Every fuzz target takes every file of the corpus, and the sample page, without a fault.
. "$srcdir/tests/tap.sh"

for target in "$builddir"/tests/fuzz/fuzz-*; do
    [ -f "$target" ] && [ -x "$target" ] || continue
    complaints=$("$target" "$srcdir"/tests/fuzz/corpus/* "$srcdir/data/sample.txt" 2>&1) ||
        report "${target##*/} takes the corpus" "${complaints:-it failed}" && continue
    report "${target##*/} takes the corpus" ''
done
[ $tap_count -gt 0 ] || skip_all 'no fuzz target is built'
done_testing

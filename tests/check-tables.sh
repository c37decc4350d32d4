#!/bin/sh
# The committed tables are what their generators make of Unicode's data.
. "$srcdir/tests/tap.sh"

unicode=/usr/share/unicode
command -v python3 >/dev/null || skip_all 'python3 is not installed'
[ -f "$unicode/auxiliary/GraphemeBreakProperty.txt" ] ||
    skip_all "there is no Unicode data in $unicode (Debian: unicode-data)"
version=$(sed -n '1s/^# LineBreak-\(.*\)\.txt$/\1/p' "$unicode/LineBreak.txt")
[ "$version" = 15.0.0 ] || skip_all "the Unicode data in $unicode is of version $version, not 15.0.0"

check() {
    report "$2 is up to date" \
        "$({ python3 "$srcdir/data/$1" "$unicode" || echo failed; } 2>&1 |
            cmp - "$srcdir/$2" 2>&1)"
}

check gen-unicode.py src/text/charclass_table.h
check gen-fold.py src/find/fold_table.h
check gen-reading.py src/find/reading_table.h
check gen-hanfreq.py src/text/hanfreq_table.h
done_testing

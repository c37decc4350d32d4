#!/bin/sh
# The committed tables are what their generators make of Unicode's data.
. "$srcdir/tests/tap.sh"

unicode=/usr/share/unicode
command -v python3 >/dev/null || skip_all 'python3 is not installed'
[ -f "$unicode/auxiliary/GraphemeBreakProperty.txt" ] ||
    skip_all "there is no Unicode data in $unicode (Debian: unicode-data)"
version=$(sed -n '1s/^# LineBreak-\(.*\)\.txt$/\1/p' "$unicode/LineBreak.txt")
[ "$version" = 15.0.0 ] || skip_all "the Unicode data in $unicode is of version $version, not 15.0.0"

table=src/text/charclass_table.h
report "$table is up to date" \
    "$({ python3 "$srcdir/data/gen-unicode.py" "$unicode" || echo failed; } 2>&1 |
        cmp - "$srcdir/$table" 2>&1)"
done_testing

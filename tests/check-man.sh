#!/bin/sh
# The manual names the options of --help, and no others; it lists the keys as the program does.
. "$srcdir/tests/tap.sh"
program=$builddir/kanbao
manual=$srcdir/man/kanbao.1

[ -x "$program" ] || skip_all 'the program is not built'
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

"$program" --help >"$work/help"
sed -n 's/^  ....--\([a-z-]*\).*/\1/p' "$work/help" | sort >"$work/in-help"
sed -n 's/^\.It .*Fl -\([a-z-]*\).*/\1/p' "$manual" | sort -u >"$work/in-manual"
sed -n 's/.*N_("\([a-z].*\)")},$/\1/p' "$srcdir/src/ui/keymap.c" >"$work/keys"

short() {
    sed -n 's/^  -\(.\), --\([a-z-]*\).*/\1 \2/p' "$work/help" | while read -r letter name; do
        grep -q "^\.It Fl $letter .*, *Fl -$name" "$manual" || echo "-$letter, --$name"
    done
}
keys() {
    while read -r line; do
        grep -qxF "$line" "$manual" || echo "$line"
    done <"$work/keys"
}

report 'help has options' "$([ "$(wc -l <"$work/in-help")" -gt 20 ] || cat "$work/help")"
same 'manual and help name the same options' "$work/in-help" "$work/in-manual"
report 'the manual names the short options' "$(short)"
report 'the key table has lines' "$([ "$(wc -l <"$work/keys")" -gt 15 ] || cat "$work/keys")"
report 'the manual says what the keys do' "$(keys)"
report 'help fits 80 columns' "$(awk '{
    line = $0
    gsub(/[\200-\277]/, "", line)
    if (length(line) > 80) print
}' "$work/help")"
done_testing

#!/bin/sh
# Terminals that count columns in different ways, answer late or not at all.
. "$srcdir/tests/tap.sh"
command -v python3 >/dev/null || skip_all 'python3 is not installed'

sample=$srcdir/data/sample.txt

terminal() {
    python3 "$srcdir/tests/terminal.py" "$@" </dev/null 2>&1
}

run() {
    terminal "$@" "$builddir/kanbao" --no-state "$sample"
}

has() {
    printf '%s\n' "$1" | grep -qF -- "$2" || printf 'no %s in\n%s\n' "$2" "$1"
}

as_narrow=$(terminal --silent "$builddir/kanbao" --no-state --ambiguous 1 "$sample")
as_wide=$(terminal --silent "$builddir/kanbao" --no-state --ambiguous 2 "$sample")

same() {
    [ "$1" = "$2" ] || printf 'not\n%s\nbut\n%s\n' "$2" "$1"
}

report 'the two ways to count give different pages' "$([ "$as_narrow" != "$as_wide" ] || echo same)"
report 'a terminal that counts 1 gets pages for 1' "$(same "$(run)" "$as_narrow")"
report 'a terminal that counts 2 gets pages for 2' "$(same "$(run --wide)" "$as_wide")"
forced=$(terminal "$builddir/kanbao" --no-state --ambiguous 2 "$sample")
report 'pages for 2 that a terminal draws in 1 have the same characters' \
    "$(same "$(printf '%s' "$forced" | tr -d ' ')" "$(printf '%s' "$as_wide" | tr -d ' ')")"
report 'and a blank beside those' "$(has "$forced" '“ ')"
report 'a terminal that says nothing gets pages for 1' "$(same "$(run --silent)" "$as_narrow")"
report 'a late answer counts, and is no key' "$(same "$(run --wide --late)" "$as_wide")"
report 'what was typed before the answers is kept' "$(has "$(run --wide --before j)" '2/4')"
report 'keys after the answers work' "$(has "$(run --after jj)" '3/4')"
report 'an escape alone is still a key' \
    "$(has "$(run --after "$(printf 'l\033j')")" '2/4')"
report 'bytes that are no characters take no keys with them' \
    "$(has "$(run --after "$(printf 'j\377\344\270j')")" '3/4')"
report 'ideographs are shown without a locale' "$(same "$(run --locale C)" "$as_narrow")"

# nothing_left ARGUMENT...: answers that come while it leaves are no keys for the shell, and keys are.
nothing_left() {
    left=$(run --leaving "$@" --after echo)
    [ "$left" = "'echo'" ] || echo "left is $left"
}

# A machine on which the answers never come in time has nothing to tell.
waited() {
    for _ in $(seq 20); do
        wrong=$(nothing_left waiting)
        [ "$wrong" = 'left is ' ] || break
    done
    [ "$wrong" = 'left is ' ] || echo "$wrong"
}

report 'answers behind q are not left to the shell' "$(nothing_left q)"
report 'nor those that come later' "$(waited)"
report 'nor those that a crash finds' "$(nothing_left crash)"
report 'and nothing is read when all have come' "$(nothing_left answered)"
done_testing

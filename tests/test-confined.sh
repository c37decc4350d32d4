#!/bin/sh
# The program in its sandbox: it is entered before a text is read, --no-sandbox leaves it out, and
# everything that is named can still be read.
. "$srcdir/tests/tap.sh"
program=$builddir/kanbao
page=$srcdir/data/sample.txt
grep -q '^#define WITH_SANDBOX' "$builddir/config.h" || skip_all 'built without a sandbox'
[ -r /proc/self/status ] || skip_all 'there is no /proc'

work=$(mktemp -d "$builddir/tests/confined-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
mkfifo "$work/pipe"

# filter ARG...: what /proc says of a run that waits for its text, 2 with a filter, 0 without.
filter() {
    "$program" --no-state -l "$@" "$work/pipe" >"$work/out" 2>"$work/err" &
    exec 3>"$work/pipe" # returns when the program has opened it
    sed -n 's/^Seccomp:[[:space:]]*//p' "/proc/$!/status"
    cat "$page" >&3
    exec 3>&-
    wait "$!" || cat "$work/err"
}

# lists N ARG...: N articles are listed.
lists() {
    n=$1
    shift
    "$program" --no-state -l "$@" >"$work/out" 2>"$work/err" || cat "$work/err"
    [ "$(wc -l <"$work/out")" -eq "$n" ] || cat "$work/out"
}

report 'printing is confined' "$(filter | grep -vx 2)"
report '--no-sandbox is not' "$(filter --no-sandbox | grep -vx 0)"
report 'the version tells of it' "$("$program" --version | grep -qi sandbox || echo 'no word')"
mkdir -p "$work/texts/below" "$work/elsewhere"
cp "$page" "$work/elsewhere/page.txt"
ln -s ../../elsewhere/page.txt "$work/texts/below/link.txt"
report 'links in a folder are followed' "$(lists 4 "$work/texts")"
report 'a link that is named is followed' "$(lists 4 "$work/texts/below/link.txt")"
report 'standard input is read' "$(lists 4 - <"$page")"
report 'and by its other name' "$(lists 4 /dev/stdin <"$page")"
report 'a pipe is read' "$(cat "$page" | lists 4)"
iconv -f UTF-8 -t GB18030 "$page" >"$work/elsewhere/gb.txt" &&
    report 'charsets are converted' "$(TMPDIR=$work/texts lists 4 "$work/elsewhere/gb.txt")"
report 'nothing is left behind' "$(ls -A "$work/texts" | grep -vx below)"
if command -v python3 >/dev/null; then
    browsing=$(PYTHONDONTWRITEBYTECODE=1 python3 "$srcdir/tests/confined.py" "$program" "$page")
    report 'browsing can be confined too' "$(printf '%s\n' "$browsing" | grep -v '^ok\|^1\.\.')"
fi
done_testing

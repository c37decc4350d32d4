#!/bin/sh
# State is passed, not shared: no object file has a variable that can be written, but for these.
. "$srcdir/tests/tap.sh"
cd "$builddir" || exit 1

# FILE VARIABLE, with the reason.
allowed() {
    cat <<'END'
src/base/xalloc.o failure_hook      puts the terminal right before the end
src/term/signals.o pending            the signal that asked to leave
src/term/signals.o stopping           ... to stop
src/term/signals.o woken              ... to go on
src/term/signals.o resized            ... to look at the size
src/term/signals.o restore            what a crash handler needs, which can be given nothing else
src/term/wcwidth.o drawn               a C function that ncurses calls, with no other way to know
END
}

command -v objdump >/dev/null || skip_all 'objdump is not installed'
objects=$(find src -name '*.o' | sort)
[ -n "$objects" ] || skip_all 'nothing is built'
# shellcheck disable=SC2086 # a list of file names
if nm $objects | grep -Eq '__(asan|gcov|sancov)_'; then
    skip_all 'instrumented objects have variables of their own'
fi

# Objects in .bss, .data or common; not the constants that only need relocation (.data.rel.ro).
writable() {
    for object in $objects; do
        objdump -t "$object" | awk -v file="$object" '
            $0 ~ / O / && $0 ~ /[ \t](\.t?bss|\.t?data|\*COM\*)/ && $0 !~ /\.data\.rel\.ro/ {
                sub(/\.[0-9]+$/, "", $NF)
                print file, $NF
            }'
    done
}

known=$(allowed | awk '{ print $1, $2 }')
found=$(writable)
report 'no writable variables but those listed' "$(printf '%s\n' "$found" | grep -vxF "$known")"
done_testing

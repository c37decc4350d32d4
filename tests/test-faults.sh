#!/bin/sh
# A machine on which calls fail (tests/faults.c), while the program prints and while it is read.
. "$srcdir/tests/tap.sh"
command -v python3 >/dev/null || skip_all 'python3 is not installed'
nm "$builddir/kanbao" 2>/dev/null | grep -q '__asan_init' && skip_all 'the address sanitizer has calls of its own'
nm "$builddir/kanbao" 2>/dev/null | grep -q '__gcov_' && skip_all 'gcov dies of a lack of memory'

work=$(mktemp -d "$builddir/tests/faults-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2086 # a command and its options
$CC $CPPFLAGS -shared -fPIC -o "$work/faults.so" "$srcdir/tests/faults.c" 2>"$work/log" ||
    skip_all 'no library can be put before this C library'
[ "$(LD_PRELOAD=$work/faults.so FAULT_MEMORY=1 "$builddir/kanbao" --version 2>&1)" = 'kanbao: out of memory' ] ||
    skip_all 'the faults do not reach the program'

PYTHONDONTWRITEBYTECODE=1 python3 "$srcdir/tests/faults.py" "$builddir/kanbao" "$work/faults.so" "$srcdir/data/sample.txt"

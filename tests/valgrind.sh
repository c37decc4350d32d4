#!/bin/sh
# Runs a unit test under valgrind, for `make check-valgrind`. What it tells of the C library's loader
# and of code that PCRE2 makes is in valgrind.supp; of this program there is nothing.
case $1 in
*/test-sandbox)
    echo '1..0 # SKIP valgrind makes calls of its own that the sandbox denies'
    exit 0
    ;;
esac
exec valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
    --suppressions="$srcdir/tests/valgrind.supp" "$@"

#!/bin/sh
# Looks at the source with one tool; what it finds is an error. Run by make check-analyzer and the like.
#
#   analyze.sh analyzer | cppcheck | tidy
set -eu
cd "$srcdir"
jobs=$(getconf _NPROCESSORS_ONLN)
flags="$CPPFLAGS -DLOCALEDIR=\"/\" -DPKGDATADIR=\"/\""

need() {
    command -v "$1" >/dev/null || {
        echo "$1 is not installed" >&2
        exit 1
    }
}

# each COMMAND...: the command with a source file at its end, and the next.
each() {
    find src -name '*.c' | sort | xargs -P "$jobs" -n 1 "$@"
}

# shellcheck disable=SC2086 # a list of options
case $1 in
analyzer)
    need gcc
    each gcc $flags -O2 -fanalyzer -Werror -c -o /dev/null
    ;;
cppcheck)
    need cppcheck
    cppcheck -q -j "$jobs" --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 $flags src
    ;;
tidy)
    need clang-tidy
    # A file at a time: with several clang-tidy 14 loses sight of what was initialized.
    export flags
    each sh -c 'clang-tidy --quiet "$1" -- $flags' clang-tidy
    ;;
esac

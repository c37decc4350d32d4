# Sourced by the shell tests, which are run by `make check` (srcdir, builddir, CC and CPPFLAGS set).
# Counts the tests and prints them in the Test Anything Protocol.
tap_count=0

# report NAME COMPLAINTS: passes when there are none.
report() {
    tap_count=$((tap_count + 1))
    if [ -z "$2" ]; then
        printf 'ok %d - %s\n' "$tap_count" "$1"
    else
        printf 'not ok %d - %s\n' "$tap_count" "$1"
        printf '%s\n' "$2" | sed 's/^/# /'
    fi
}

# same NAME EXPECTED ACTUAL: passes when two files are alike.
same() {
    report "$1" "$(diff -u "$2" "$3" 2>&1)"
}

skip_all() {
    printf '1..0 # SKIP %s\n' "$1"
    exit 0
}

done_testing() {
    printf '1..%d\n' "$tap_count"
}

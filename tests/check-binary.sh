#!/bin/sh
# What the program must be as a file: the terminal library counts columns as kanbao does, because it
# finds kanbao's wcwidth; and the compiler's and linker's guards are in.
. "$srcdir/tests/tap.sh"
program=$builddir/kanbao

[ -x "$program" ] || skip_all 'the program is not built'
command -v readelf >/dev/null && readelf -h "$program" >/dev/null 2>&1 || skip_all 'not an ELF file'
exports=$(nm -D --defined-only "$program")
report 'exports wcwidth to the terminal library' \
    "$(printf '%s\n' "$exports" | grep -q ' T wcwidth$' || echo 'no wcwidth among its dynamic symbols')"
case $exports$(nm "$program") in
*__asan_init* | *__gcov_*)
    done_testing
    exit 0
    ;;
esac

has() {
    readelf -Wldh "$program" | grep -Eq "$2" || echo "readelf shows no $2"
}
report 'is position independent' "$(has "$program" 'Type: +DYN')"
report 'binds at start and protects its tables' \
    "$(has "$program" 'GNU_RELRO'; has "$program" 'BIND_NOW|FLAGS_1.*NOW')"
report 'has no stack that can be executed' \
    "$(readelf -Wl "$program" | grep 'GNU_STACK.*E' )"
report 'calls the functions that know the size of what they fill' \
    "$(nm -D "$program" | grep -q GLIBC && ! nm -D "$program" | grep -q '__vsnprintf_chk' &&
        echo 'no call of __vsnprintf_chk')"
done_testing

#!/bin/sh
# The include rule: a file includes its own folder and those before it in the flow, nothing else.
. "$srcdir/tests/tap.sh"
cd "$srcdir" || exit 1

sources=$(find src -name '*.[ch]' | sort)
headers=$(find src -name '*.h' | sort)
units=$(find src tests -name '*.c' | sort)

# allowed LAYER: what its files may include, as patterns.
allowed() {
    case $1 in
    base) echo 'base/*' ;;
    user) echo 'base/* user/*' ;;
    text) echo 'base/* text/*' ;;
    paper) echo 'base/* text/* paper/*' ;;
    library) echo 'base/* text/* paper/* library/*' ;;
    find) echo 'base/* text/* find/*' ;;
    layout) echo 'base/* text/* paper/article.h layout/*' ;;
    options) echo 'base/* user/* text/* paper/* library/* find/* layout/* options/*' ;;
    print) echo 'base/* user/* text/* paper/* library/* find/* layout/* options/* print/*' ;;
    term) echo 'base/* text/* paper/article.h term/*' ;;
    ui) echo 'base/* user/* text/* paper/* library/* find/* layout/* options/* term/* ui/*' ;;
    main) echo '*' ;;
    esac
}

project_includes() {
    sed -n 's/^ *# *include *"\([^"]*\)".*/\1/p' "$1"
}

included_in_order() {
    for file in $sources; do
        layer=${file#src/}
        layer=${layer%%/*}
        layer=${layer%.[ch]}
        [ -n "$(allowed "$layer")" ] || echo "$file: no layer of that name"
        for include in $(project_includes "$file"); do
            [ -f "src/$include" ] || echo "$file: there is no src/$include"
            found=
            set -f
            for pattern in $(allowed "$layer"); do
                case $include in $pattern) found=1 ;; esac
            done
            set +f
            [ -n "$found" ] || echo "$file: may not include $include"
        done
    done
}

compile_alone() {
    for header in $headers; do
        # shellcheck disable=SC2086 # both are lists of words
        printf '#include <config.h>\n#include "%s"\n' "${header#src/}" |
            $CC $CPPFLAGS -std=gnu11 -Wall -Werror -fsyntax-only -x c - 2>&1 | head -n 3
    done
}

guarded() {
    for header in $headers; do
        guard=KANBAO_$(printf '%s' "${header#src/}" | tr 'a-z/.-' 'A-Z___')
        grep -q "^#ifndef $guard\$" "$header" && grep -q "^#define $guard\$" "$header" ||
            echo "$header: the include guard should be $guard"
    done
}

config_first() {
    for unit in $units; do
        first=$(grep -m 1 '^ *#' "$unit")
        [ "$first" = '#include <config.h>' ] || echo "$unit: begins with $first"
    done
}

own_header_next() {
    for unit in $(find src -mindepth 2 -name '*.c' | sort); do
        own=${unit%.c}.h
        [ -f "$own" ] || continue
        second=$(grep '^#include' "$unit" | sed -n 2p)
        [ "$second" = "#include \"${own#src/}\"" ] || echo "$unit: does not include its header first"
    done
}

no_umbrella() {
    for header in $headers; do
        n=$(project_includes "$header" | wc -l)
        [ "$n" -le 8 ] || echo "$header: includes $n headers of the project"
        grep -Eq '^[^#/ *]' "$header" || grep -q '^#define [a-zA-Z_]*(' "$header" ||
            echo "$header: only includes others"
    done
}

curses_in_one_place() {
    # shellcheck disable=SC2086
    grep -nE '# *include *<(ncursesw/)?(n?curses|term)\.h>' $sources | grep -vE '^src/term/((screen|shown|tty|keyboard)\.c|ink\.[ch]):'
}

# But for xalloc, when memory is out.
exit_in_main() {
    # shellcheck disable=SC2046
    grep -nE '(^|[^A-Za-z0-9_])(exit|_exit|_Exit|quick_exit|abort) *\(' $(find src -name '*.c') |
        grep -vE '^src/(main\.c|base/xalloc\.c):'
}

report 'files include their own layer and those before it' "$(included_in_order)"
report 'every header compiles alone' "$(compile_alone)"
report 'every header has its include guard' "$(guarded)"
report 'config.h comes first in every .c file' "$(config_first)"
report 'a .c file includes its own header next' "$(own_header_next)"
report 'there is no umbrella header' "$(no_umbrella)"
report 'only screen, shown, tty, keyboard and ink know curses' "$(curses_in_one_place)"
report 'only main.c ends the program' "$(exit_in_main)"
done_testing

#!/bin/sh
# What is made from the option table is as the table has it, and the shells take it.
. "$srcdir/tests/tap.sh"
tables=$builddir/docs/tables
completions=$srcdir/data/completions

[ -x "$tables" ] || skip_all 'docs/tables is not built'
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# current NAME FILE: the part of FILE is what docs/tables writes; `make tables` makes it so.
current() {
    "$tables" "$1" >"$work/made"
    same "${2##*/} is what the option table says (make tables)" "$2" "$work/made"
}

# complete WORD...: what bash offers for the last word.
complete() {
    bash -c '. "$0"; COMP_WORDS=(kanbao "$@"); COMP_CWORD=$#
        _kanbao 2>/dev/null; printf "%s\n" "${COMPREPLY[@]}"' "$completions/kanbao" "$@"
}

offers() {
    name=$1 expected=$2
    shift 2
    printf '%s\n' $expected >"$work/expected"
    complete "$@" >"$work/offered"
    same "$name" "$work/expected" "$work/offered"
}

# accepts SHELL FILE: the shell can read the file; nothing is said where it is not installed.
accepts() {
    command -v "$1" >/dev/null || return 0
    report "$1 reads ${2##*/}" "$("$1" -n "$2" 2>&1)"
}

# translated LANGUAGE: its pages are what po4a makes of its translations, and nothing lacks one.
translated() {
    mkdir -p "$work/man/po"
    cp "$srcdir/man/kanbao.1" "$srcdir/man/kanbao-config.5" "$srcdir/man/po4a.cfg" "$work/man"
    cp "$srcdir"/man/po/*.po "$srcdir"/man/po/*.add "$work/man/po"
    chmod -R u+w "$work/man"
    report "po4a takes the manual" "$(cd "$work" && po4a -q man/po4a.cfg 2>&1)"
    for page in kanbao.1 kanbao-config.5; do
        same "$1/$page is what po4a makes (make manual)" "$srcdir/man/$1/$page" "$work/man/$1/$page"
    done
    report "the manual is translated: $1" \
        "$(msgattrib --untranslated "$work/man/po/$1.po"; msgattrib --only-fuzzy "$work/man/po/$1.po")"
}

current bash "$completions/kanbao"
current zsh "$completions/_kanbao"
current fish "$completions/kanbao.fish"
sed -n '/^\.\\" begin/,/^\.\\" end/{/^\.\\"/d;p;}' "$srcdir/man/kanbao-config.5" >"$work/settings"
"$tables" settings >"$work/made"
same 'kanbao-config(5) has the settings of the option table (make tables)' "$work/settings" "$work/made"

if command -v bash >/dev/null; then
    offers 'bash offers options' '--kinsoku --korean --keyword' --k
    offers 'bash offers values' 'page' --as pa
    offers 'bash offers values after =' 'side stack' --panes = s
    offers 'bash offers values after a bare =' 'keep insert strip auto' --autospace =
    offers 'bash leaves files to themselves' '' page.t
fi
accepts bash "$completions/kanbao"
accepts zsh "$completions/_kanbao"
accepts fish "$completions/kanbao.fish"
if command -v mandoc >/dev/null; then
    for page in kanbao.1 kanbao-config.5 zh_CN/kanbao.1 zh_CN/kanbao-config.5; do
        report "mandoc has nothing to say about $page" \
            "$(mandoc -T lint -W warning "$srcdir/man/$page" 2>&1)"
    done
fi
if command -v po4a >/dev/null; then
    translated zh_CN
fi
done_testing

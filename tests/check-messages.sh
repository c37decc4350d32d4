#!/bin/sh
# Every message can be translated and every translation can be shown: the program in a language of
# full-width letters, in which nothing that is left in English can hide.
. "$srcdir/tests/tap.sh"
for tool in python3 xgettext msgfmt; do
    command -v "$tool" >/dev/null || skip_all "$tool is not installed"
done
program=$builddir/tests/kanbao-messages
[ -x "$program" ] || skip_all 'tests/kanbao-messages is not built'

work=$(mktemp -d) || exit 1
trap 'tm kill-server; rm -rf "$work" "$builddir/tests/locale"' EXIT
sample=$srcdir/data/sample.txt

messages() {
    python3 "$srcdir/tests/messages.py" "$@"
}

# extract POT FILE...: the messages of files named from the root of the source.
extract() {
    pot=$1
    shift
    xgettext -o "$pot" -D "$srcdir" --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=ngettext_:1,2 \
        --keyword=HEADING "$@"
}

tm() {
    tmux -S "$work/tmux" -f /dev/null "$@" 2>/dev/null
}

# screen_with TEXT: the screen, once it has the text.
screen_with() {
    for _ in $(seq 1000); do
        if tm capture-pane -p -t t | grep -qF -- "$1"; then
            tm capture-pane -p -t t
            return
        fi
        sleep 0.1
    done
    echo "no screen with $1"
    tm capture-pane -p -t t
}

# say ARGUMENT...: what the program says on either stream, in full-width letters as far as it is translated.
say() {
    LANGUAGE=pseudo "$program" --no-state "$@" 2>&1 </dev/null
}

# translated NAME: all in $work/said is.
translated() {
    report "$1" "$(messages plain <"$work/said")"
}

grep -v '^#' "$srcdir/po/POTFILES.in" | sort >"$work/listed"
(cd "$srcdir" && grep -lE '\<(N?_|ngettext_)\("' src/*.c src/*/*.c) | sort >"$work/used"
same 'po/POTFILES.in lists the files with messages' "$work/used" "$work/listed"

extract "$work/all.pot" --files-from="$srcdir/po/POTFILES.in"
# What stands on standard error may be longer than a row.
extract "$work/ui.pot" $(cd "$srcdir" && ls src/ui/*.c | grep -vE '/(screen|theme|setup)\.c$')
for po in "$srcdir"/po/*.po; do
    language=$(basename "$po" .po)
    report "$language can be compiled" "$(msgfmt -c -o /dev/null "$po" 2>&1)"
    report "$language fits 40 columns" "$(messages widths "$po" "$work/ui.pot")"
done

folder=$builddir/tests/locale/pseudo/LC_MESSAGES
mkdir -p "$folder"
messages pseudo "$work/all.pot" "$work/pseudo.po"
msgfmt -o "$folder/kanbao.mo" "$work/pseudo.po"

say --help >"$work/said"
report 'the language is taken' "$(grep -q 'Ｕｓａｇｅ' "$work/said" || cat "$work/said")"
translated '--help is translated'
say --print-config | grep -v '^#[a-z0-9-]* = ' | grep -v '^\[' >"$work/said"
translated '--print-config is translated'
# But what other libraries and the system say, and names and values.
{
    say --nonsense
    say --as nonsense
    say --width none
    say --encoding 0
    say -p 99 "$sample"
    say -p x-1 "$sample"
    say -p 1 -E -k '(' "$sample"
    say -l -p 1 "$sample"
    say -p all /nowhere/0
    say -p all /dev/null /dev/zero
} | sed 's,/[^ :]*,,g; s,“[^”]*”,,g; s,missing closing parenthesis,,; s,No such file or directory,,
    s,auto\, page\, text\, raw,,' >"$work/said"
translated 'messages of errors are translated'

if command -v tmux >/dev/null; then
    tm new-session -d -s t -x 40 -y 12 "env TERM=tmux-256color LC_ALL=C.UTF-8 LANGUAGE=pseudo '$program' --no-state '$sample'"
    {
        screen_with 1/4
        tm send-keys -t t /
        screen_with /
        tm send-keys -t t -l zq
        tm send-keys -t t Enter
        screen_with ｆｏｕｎｄ
        tm send-keys -t t '?'
        screen_with Ｋｅｙｓ
        tm send-keys -t t G
        screen_with ｒｅｇｕｌａｒ
    } | sed 's/sample.txt//; s/PgUp//; s/PgDn//; s/Home//' >"$work/said"
    translated 'screens are translated'
fi
done_testing

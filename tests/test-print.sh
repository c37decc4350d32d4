#!/bin/sh
# The program from outside: lists, selections, formats, exit statuses, messages.
. "$srcdir/tests/tap.sh"
program=$builddir/kanbao
page=$srcdir/data/sample.txt

[ -x "$program" ] || skip_all 'the program is not built'
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
python=$(command -v python3) || python=

# run STATUS ARG...: output to $work/out and $work/err; complains of another exit status.
run() {
    expected=$1
    shift
    "$program" "$@" >"$work/out" 2>"$work/err" </dev/null
    actual=$?
    [ "$actual" -eq "$expected" ] || {
        echo "kanbao $*: exit status $actual instead of $expected"
        cat "$work/err"
    }
}

# lines N: complains when the output has another number of lines.
lines() {
    [ "$(wc -l <"$work/out")" -eq "$1" ] || {
        echo "not $1 lines:"
        cat "$work/out"
    }
}

# says WORD...: complains when a message lacks one of them.
says() {
    for word; do
        grep -qF -e "$word" "$work/err" || {
            echo "the message lacks $word:"
            cat "$work/err"
        }
    done
}

quiet() {
    cat "$work/err"
}

# with_python NAME COMPLAINTS-COMMAND...: skipped where there is no python3.
with_python() {
    name=$1
    shift
    if [ -n "$python" ]; then
        report "$name" "$("$@")"
    else
        report "$name # SKIP python3 is not installed" ''
    fi
}

headlines() {
    run 0 -l --format tsv "$@"
    cut -f2 "$work/out"
}

selections() {
    run 0 -p 2 --format tsv "$page"
    grep -q '^2	' "$work/out" || echo 'no article 2'
    lines 1
    run 0 -p 1,3-4 --format tsv "$page"
    lines 3
    run 0 -p -1 --format tsv "$page"
    grep -q "^$count	" "$work/out" || echo 'not the last one'
    run 0 -p -2--1 --format tsv "$page"
    lines 2
    run 0 -p all --format tsv "$page"
    lines "$count"
    run 0 -p /水边 --format tsv "$page"
    lines 1
    quiet
}

nothing_matched() {
    run 1 -p 99 "$page"
    run 1 -p /没有这个标题 "$page"
    run 1 -g 没有这句话 "$page"
    lines 0
}

searches() {
    run 0 -g 让老建筑重新融入 "$page"
    lines 1
    grep -q "^$page:4: .*让老建筑重新融入" "$work/out" || cat "$work/out"
    run 0 -g 'ＡＩ' --format tsv "$page"
    lines 1
    run 1 -g 'ＡＩ' -i none "$page"
    run 0 -g 11月8日 --color always "$page"
    grep -q "$(printf '\033\\[1;31m11 月 8 日\033\\[m')" "$work/out" || cat -v "$work/out"
}

# numbers WANTED ARG...: complains when the articles have other numbers, in the order of output.
numbers() {
    wanted=$1
    shift
    run 0 --format tsv "$@" "$work/b.txt" "$work/a.txt"
    actual=$(cut -f "$field" "$work/out" | tr '\n' ' ')
    [ "$actual" = "$wanted " ] || echo "kanbao $*: $actual instead of $wanted"
}

# Two files with one article in both: numbers are those of the sources, in every order.
orders() {
    cp "$srcdir/tests/screens/order-a.txt" "$work/a.txt"
    cp "$srcdir/tests/screens/order-b.txt" "$work/b.txt"
    touch -d '2020-01-01' "$work/b.txt"
    for mode in -l '-p all'; do
        field=1
        # shellcheck disable=SC2086 # the mode may be two words
        {
            numbers '1 2 3 4 5' $mode
            numbers '5 1 4 2 3' $mode --sort title
            numbers '5 3 1 4 2' $mode --sort size
            numbers '3 4 5 1 2' $mode --sort date
            numbers '1 2 5 4 3' $mode --sort title --group
            numbers '1 2 3 5' $mode --unique
            numbers '5 1 2 3' $mode --unique --sort title
        }
    done
    touch -d '2019-01-01' "$work/a.txt" # a packed file has its own date
    (cd "$work" && tar -czf packed.tar.gz a.txt)
    run 0 -l --sort date --format tsv "$work/packed.tar.gz" "$work/b.txt"
    [ "$(cut -f 1 "$work/out" | tr '\n' ' ')" = '4 5 1 2 3 ' ] || cat "$work/out"
    numbers '4 2' -p 2,4 --sort size
    numbers '5 3' -p -1,3 --sort title
    numbers '4' -p 4 --unique
    field=2
    numbers '1 4' -g 灯火 --sort title
    numbers '1' -g 灯火 --unique
}

# A file of many sheets: what nothing was found in is not rebuilt, and no hit is lost for that.
gives_up() {
    awk 'BEGIN { for (i = 0; i < 60; i++) printf "a"; print "b" }' >"$work/hostile"
    "$program" -E -g '(a|aa)+$' "$work/hostile" >"$work/out" 2>"$work/err"
    [ $? = 2 ] && [ ! -s "$work/out" ] && [ "$(grep -c 'takes too long' "$work/err")" = 1 ] || cat "$work/err"
}

searches_far() {
    for _ in $(seq 40); do cat "$page"; done >"$work/long"
    run 1 -g 没有这句话 "$work/long"
    run 0 -g 让老建筑重新融入 "$work/long"
    lines 40
    printf '\n\n公园里的人们在早晨的阳光中散步\n\n聊天，最后一行有个大字叫做龘靐\n\n齉，就是这样一个字。\n' >>"$work/long"
    run 0 -g 龘靐齉 "$work/long"
    lines 1
    run 0 -g 龘靐齉 "$work/long" "$page" "$work/long"
    lines 2
    run 2 -g 龘靐齉 "$page" "$work/none"
}

# The next search in a long file knows its numbers, and finds the same.
searches_again() {
    mkdir "$work/cache"
    for i in $(seq 400); do
        cat "$page"
        [ "$((i % 100))" -ne 50 ] || printf '\n\n龘靐齉之夜%s\n\n这一夜有许多人来看报。\n\n\n' "$i"
    done >"$work/long"
    run 0 --no-state -g 龘靐齉 "$work/long"
    cp "$work/out" "$work/expected"
    export XDG_CACHE_HOME="$work/cache"
    run 0 --no-state -g 龘靐齉 "$work/long"
    [ ! -e "$work/cache/kanbao" ] || echo 'state was kept'
    for _ in $(seq 100); do # until the file is old enough for its date to tell of changes
        run 1 -g 龖龖 "$work/long"
        [ ! -s "$(find "$work/cache" -name 'sheets-*')" ] || break
        sleep 0.1
    done
    run 0 -g 龘靐齉 "$work/long"
    cmp "$work/out" "$work/expected"
    cp "$(find "$work/cache" -name 'sheets-*')" "$work/kept"
    run 0 -g 龘靐齉 "$work/long"
    cmp "$work/out" "$work/expected"
    chmod a-w "$work/cache/kanbao"
    run 0 -g 龘靐齉 "$work/long"
    cmp "$work/out" "$work/expected"
    chmod u+w "$work/cache/kanbao"
    cmp "$work/kept" "$work"/cache/kanbao/sheets-*
    for what in '-p 1' '-p 300,5-6' '-p 800--1' '-p -1,2' '-p /之夜' '--raw 399'; do
        run 0 $what "$work/long"
        cp "$work/out" "$work/expected"
        run 0 --no-state $what "$work/long"
        cmp "$work/out" "$work/expected"
    done
    unset XDG_CACHE_HOME
}

inserted_spaces() {
    echo '使用AIGC技术' >"$work/mixed"
    for cols in 0 20; do
        run 0 --as text --indent 0 --autospace insert --width "$cols" --print all "$work/mixed"
        cat "$work/out"
    done | uniq -c | awk '$1 != 1 || $2 != (NR == 1 ? "使用AIGC技术" : "使用")'
}

text_form() {
    run 0 -p 2 "$page"
    sed -n 2p "$work/out" | grep -qx '让每一条河都能走到水边' || echo 'no headline in line 2'
    sed -n 3p "$work/out" | grep -qx '记者 林望舒' || echo 'no byline in line 3'
    sed -n 4p "$work/out" | grep -qx '' || echo 'no blank line after the heading'
    sed -n 5p "$work/out" | grep -q '^    11 月 9 日.*取消了围栏和台阶。$' || echo 'no paragraph'
    run 0 -p 2 --no-title "$page"
    head -n 1 "$work/out" | grep -q '^    11 月 9 日' || echo 'more than the body'
    run 0 "$page"
    cp "$work/out" "$work/piped"
    run 0 -p all "$page"
    cmp "$work/piped" "$work/out"
    [ "$(grep -c '^-*$' "$work/out")" -gt "$((count - 1))" ] || echo 'no rules between articles'
}

# The lines of the file between two articles, with the reasons and without.
raw_lines() {
    run 0 --raw 2 "$page"
    cp "$work/out" "$work/raw"
    from=$(grep -n '滨河步道贯通时指出' "$page" | cut -d: -f1)
    tail -n "+$from" "$page" | head -n "$(wc -l <"$work/raw")" | cmp - "$work/raw"
    run 0 --raw 2 --why "$page"
    lines "$(wc -l <"$work/raw")"
    grep -q '^H  让每一条河都能走到水边 *headline: ' "$work/out" || cat "$work/out"
    grep -q '^B  记者 林望舒 *byline: ' "$work/out" || echo 'no byline'
    run 0 --raw 2 --format tsv "$page"
    grep -q '	headline	.*	让每一条河都能走到水边$' "$work/out" || echo 'no record'
    run 1 --raw 99 "$page"
    printf '\033[31m山水\033[m\n' >"$work/hostile"
    run 0 --raw all "$work/hostile"
    ! grep -q "$(printf '\033')" "$work/out" || echo 'a control character'
}

colours() {
    run 0 -p all -k 书仓 -k 步道 --color always "$page"
    grep -q "$(printf '\033\\[1;31m书仓\033\\[m')" "$work/out" || echo 'the first is not red'
    grep -q "$(printf '\033\\[1;32m步道\033\\[m')" "$work/out" || echo 'the second is not green'
    sed "s/$(printf '\033')\\[[0-9;]*m//g" "$work/out" >"$work/bare"
    run 0 -p all -k 书仓 --color never "$page"
    cmp "$work/bare" "$work/out"
    run 0 -p all -k 书仓 "$page"
    cmp "$work/bare" "$work/out"
    for format in jsonl tsv; do
        run 0 -p all -k 书仓 --color always --format $format "$page"
        ! grep -q "$(printf '\033')" "$work/out" || echo "colours in $format"
    done
}

usage_errors() {
    run 2 --bogus "$page"
    says --bogus --help
    run 2 -w wide "$page"
    says --width wide 1000
    run 2 -e no-such-charset "$page"
    says no-such-charset
    run 2 -p 3-1 "$page"
    says --print 3-1
    run 2 --why "$page"
    says --why --raw
    run 0 --why -h
}

missing_file() {
    run 2 -l "$work/missing.txt" "$page" "$work/none.txt"
    says "$work/missing.txt" "$work/none.txt"
    lines "$count"
    run 2 -l "$work/missing.txt"
    lines 0
    escape=$(printf '\033')
    run 2 -l "$work/$escape]0;title"
    ! grep -q "$escape" "$work/err" || echo 'a file name commands the terminal'
}

unreadable_output() {
    [ -c /dev/full ] || return
    for mode in '-l' '-p all' '-p all --format jsonl' '--help'; do
        # shellcheck disable=SC2086 # a list of options
        "$program" $mode "$page" >/dev/full 2>"$work/err"
        [ $? -eq 2 ] || echo "$mode into a full disk does not end with 2"
        [ "$(wc -l <"$work/err")" -eq 1 ] || cat "$work/err"
    done
    "$program" -l "$page" >&- 2>"$work/err"
    [ $? -eq 2 ] || echo 'a closed standard output is not noticed'
}

closed_pipe() {
    for i in 1 2 3 4 5 6 7 8 9; do cat "$page"; done >"$work/many"
    for i in 1 2 3 4 5 6 7 8 9; do cat "$work/many"; done >"$work/more"
    "$program" -p all "$work/more" 2>"$work/err" | head -n 1 >"$work/out"
    quiet
    lines 1
    (
        trap '' PIPE
        "$program" -p all "$work/more" 2>"$work/err"
        echo $? >"$work/status"
    ) | head -n 1 >"$work/out"
    quiet
    grep -qx 0 "$work/status" || echo "exit status $(cat "$work/status") when SIGPIPE is ignored"
}

standard_input() {
    run 0 -l "$page"
    cp "$work/out" "$work/list"
    "$program" -l <"$page" | cmp - "$work/list"
    cat "$page" | "$program" -l - | cmp - "$work/list"
    "$program" -l <&- >"$work/out" 2>"$work/err" || echo 'a closed standard input is trouble'
}

folders() {
    mkdir -p "$work/folder/sub" "$work/folder/.hidden" "$work/empty" "$work/void"
    for name in page10.txt page2.txt sub/page1.txt .hidden/page.txt .page.txt; do
        printf '文件%s\n' "$name" >"$work/folder/$name"
    done
    printf 'binary\000' >"$work/folder/page3.bin"
    ln -s . "$work/folder/loop"
    run 0 -l --format tsv -a text "$work/folder"
    cut -f6 "$work/out" | sed "s|$work/folder/||" | tr '\n' ' ' >"$work/order"
    [ "$(cat "$work/order")" = 'page2.txt page10.txt sub/page1.txt ' ] || cat "$work/order"
    quiet
    run 2 -l "$work/empty" "$work/void"
    says "$work/empty: " "$work/void: "
    says 'no text'
}

# Whatever the bytes, only line ends and what can be seen come out.
hostile_text() {
    {
        printf '标题\033]0;title\007\033[31m\t制表\f换页\r\n\302\233\177\000'
        printf '\342\200\256反\342\200\254\357\273\277\363\240\201\201\377\300\200\n'
    } >"$work/hostile"
    for options in '-l' '-p all' '-p all -a raw' '-p all -a text' '-g 制表' \
        '-p all -k 制表 --color never -a raw'; do
        # shellcheck disable=SC2086 # a list of options
        "$program" $options -w 0 "$work/hostile" >"$work/out" 2>"$work/err"
        ! tr -d '\n' <"$work/out" | LC_ALL=C grep -q '[[:cntrl:]]' || echo "$options: controls"
        ! LC_ALL=C grep -q "$(printf '\302\233\|\342\200\256\|\363\240\201\201')" "$work/out" ||
            echo "$options: invisible characters"
    done
}

rows() {
    for cols in $(seq 20 76); do
        run 0 -p all -w "$cols" "$page"
        "$python" "$srcdir/tests/print-rows.py" "$cols" <"$work/out" | sed "s/^/$cols columns: /"
    done
}

json() {
    run 0 -p all --format jsonl "$page"
    "$python" - "$work/out" <<'END'
import json
import sys

FIELDS = ["number", "source", "encoding", "title", "headline", "kicker", "byline", "byline_text",
          "subheads", "paragraphs", "captions", "jump", "from", "to", "confidence"]
with open(sys.argv[1], encoding="utf-8") as lines:
    articles = [json.loads(line) for line in lines]
for n, a in enumerate(articles, 1):
    if list(a) != FIELDS:
        print("fields:", list(a))
    if a["number"] != n or not a["from"] < a["to"] or not 0 < a["confidence"] <= 1:
        print("values:", a)
    if not all(isinstance(a[f], list) for f in ("byline", "subheads", "paragraphs", "captions")):
        print("lists:", a)
    if any(c < " " for p in a["paragraphs"] + [a["title"]] for c in p):
        print("controls:", a)
if articles[0]["headline"] is not None or articles[1]["byline"] != ["林望舒"]:
    print("headline or byline:", articles[0]["headline"], articles[1]["byline"])
END
    run 0 -l --format jsonl "$page"
    "$python" -c 'import json, sys; [json.loads(line) for line in sys.stdin]' <"$work/out"
    run 0 -g 河 --format jsonl "$page"
    "$python" -c '
import json, sys
for line in sys.stdin:
    hit = json.loads(line)
    if hit["match"] != "河": print(line)' <"$work/out"
}

tsv() {
    run 0 -p all --format tsv "$page"
    [ "$(awk -F '\t' 'NF != 6' "$work/out")" = '' ] || echo 'not 6 fields'
    run 0 -l --format tsv "$page"
    [ "$(awk -F '\t' 'NF != 6' "$work/out")" = '' ] || echo 'not 6 fields'
    printf 'a\\b\tc\n' | "$program" -p all -a raw --format tsv >"$work/out"
    [ "$(cut -f6 "$work/out")" = 'a\\b\tc' ] || cat "$work/out"
}

# What --print-config writes changes nothing, and is right in every line, taken as comments or not.
printed_settings() {
    run 0 --print-config
    sed 's/^#\([^ ]\)/\1/' "$work/out" >"$work/config"
    for section in keywords keys colors; do
        grep -q "^\[$section\]\$" "$work/config" || echo "there is no section $section"
    done
    run 0 --config "$work/config" -l "$page"
    quiet
}

wrong_settings() {
    printf '[colors]\nheadline = bold red\nheadlin = red\ntext = mauve\n' >"$work/config"
    printf '[keys]\nup = Upp\nupp = Up\nup = 5\nnext = = ]\n' >>"$work/config"
    run 0 --config "$work/config" -l "$page"
    says "$work/config:3: headlin: there is no style" "$work/config:4: text: allowed: bold" \
        "$work/config:6: up: there is no key “Upp”" "$work/config:7: upp: there is no action" \
        "$work/config:8: up: digits"
    [ "$(wc -l <"$work/err")" -eq 5 ] || cat "$work/err"
}

bookmarks() {
    run 0 --no-state --bookmarks
    lines 0
    mkdir -p "$work/state/kanbao"
    echo 'no database' >"$work/state/kanbao/state.db"
    XDG_STATE_HOME=$work/state run 2 --bookmarks
    says state "set aside"
}

count=$(headlines "$page" | wc -l)
report 'lists the sample page' "$([ "$count" -ge 4 ] || headlines "$page")"
report 'selects by number, from the end, by headline' "$(selections)"
report 'inserts spaces into rows, not into text' "$(inserted_spaces)"
report 'ends with 1 when nothing matches' "$(nothing_matched)"
report 'puts articles in order, each once' "$(orders)"
report 'searches across line ends' "$(searches)"
report 'says that an expression takes too long' "$(gives_up)"
report 'searches a long file to its end' "$(searches_far)"
report 'and again with what it knows of it' "$(searches_again)"
report 'prints headings and paragraphs' "$(text_form)"
report 'prints source lines, and what they became' "$(raw_lines)"
report 'paints keywords, and only when asked' "$(colours)"
report 'ends with 2 on bad usage' "$(usage_errors)"
report 'names a missing file and shows the others' "$(missing_file)"
report 'notices output that cannot be written' "$(unreadable_output)"
report 'ends silently when nobody reads on' "$(closed_pipe)"
report 'reads standard input' "$(standard_input)"
report 'takes the texts of a folder in natural order' "$(folders)"
report 'writes no control characters' "$(hostile_text)"
report 'writes tab-separated records' "$(tsv)"
report 'prints settings that hold anyway' "$(printed_settings)"
report 'says which lines of the settings are wrong' "$(wrong_settings)"
report 'prints bookmarks, and says when it cannot' "$(bookmarks)"
with_python 'writes JSON Lines' json
with_python 'keeps to every measure from 20 to 76 columns' rows

"$program" --debug-log "$work/log" -l "$srcdir/data/sample.txt" >"$work/out" 2>&1
report 'the log says what was read' "$({
    grep -q 'source 0: .*sample.txt$' "$work/log" &&
        grep -q 'source 0 at 0: 4 articles$' "$work/log" &&
        grep -q 'exit status 0$' "$work/log"
} || cat "$work/log")"
"$program" --debug-log /nowhere/log -l "$srcdir/data/sample.txt" >"$work/out" 2>"$work/err"
report 'a log that cannot be written is an error' \
    "$([ $? = 2 ] && grep -q '^kanbao: --debug-log: ' "$work/err" || cat "$work/err")"
done_testing

#!/bin/sh
# The program in a real terminal (tmux): start, read, search, resize, leave in every way there is,
# and the terminal as it was.
. "$srcdir/tests/tap.sh"
command -v tmux >/dev/null || skip_all 'tmux is not installed'
command -v stty >/dev/null || skip_all 'stty is not installed'

here=$(mktemp -d)
terminals=0
endings=0
kanbao=$builddir/kanbao
sample=$srcdir/data/sample.txt
trap 'tm kill-server; rm -rf "$here"' EXIT

tm() {
    tmux -S "$here/tmux$terminals" -f /dev/null "$@" 2>/dev/null
}

screen() {
    tm capture-pane -p -t t
}

# until_shown TEXT [NOT]: waits for minutes, on a busy machine, until the screen has TEXT (or has it no more).
until_shown() {
    for _ in $(seq 2000); do
        if screen | grep -qF -- "$1"; then seen=yes; else seen=; fi
        if [ -n "$seen" ] && [ -z "${2-}" ]; then return 0; fi
        if [ -z "$seen" ] && [ -n "${2-}" ]; then return 0; fi
        sleep 0.05
    done
    printf 'the screen does not show%s %s, but\n' "${2:+ (any more)}" "$1"
    screen
    return 1
}

# begin COLS ROWS: a shell in a new terminal.
begin() {
    tm kill-server
    terminals=$((terminals + 1))
    tm new-session -d -s t -x "$1" -y "$2" "env PS1='# ' TERM=tmux-256color LC_ALL=C.UTF-8 HOME='$here' XDG_STATE_HOME='$here/state$terminals' sh -i"
    until_shown '#'
}

type_line() {
    tm send-keys -t t -l "$1"
    tm send-keys -t t Enter
}

keys() {
    tm send-keys -t t "$@"
}

program_pid() {
    cat "$here/pid"
}

# until_left: the shell has the terminal again. What is typed before goes to the program.
until_left() {
    for _ in $(seq 2000); do
        if [ "$(tm display-message -p -t t '#{alternate_on} #{pane_current_command}')" = '0 sh' ]; then return 0; fi
        sleep 0.05
    done
    echo 'the program has not left:'
    screen
    return 1
}

# until_written FILE: waits until it is not empty.
until_written() {
    for _ in $(seq 2000); do
        [ ! -s "$1" ] || return 0
        sleep 0.05
    done
}

# restored ENDING: the shell is back, in the same mode, on the screen it had, the cursor shown.
restored() {
    stty_before=$here/before stty_after=$here/after
    complaint=$(until_left)
    endings=$((endings + 1))
    # Answers of the terminal that a killed program did not read are a line of their own.
    keys Enter
    type_line "stty -g >$here/after; echo back''-again-$endings."
    complaint=$complaint$(until_shown "back-again-$endings.") || true
    [ -n "$complaint" ] || complaint=$(diff "$stty_before" "$stty_after" || screen)
    [ -n "$complaint" ] || [ "$(tm display-message -p -t t '#{alternate_on} #{cursor_flag}')" = '0 1' ] ||
        complaint="alternate screen and cursor: $(tm display-message -p -t t '#{alternate_on} #{cursor_flag}')"
    report "the terminal is as it was after $1" "$complaint"
}

start() {
    type_line "stty -g >$here/before; sh -c 'echo \$\$ >$here/pid; exec $kanbao $sample'"
    until_shown '社区小报' && until_shown '1/4'
}

reading() {
    begin 80 24
    report 'the list and the first article are shown' "$(start)"
    report 'a first start tells how to get help' "$(until_shown 'Welcome! ?: keys')"
    keys j Enter
    report 'Enter opens the second article' "$(until_shown '记者 林望舒' && until_shown '2/4')"
    keys / && tm send-keys -t t -l '社区小报' && keys Enter
    report 'a search goes to the article with the word' "$(until_shown '3/4')"
    report 'the hit is painted' \
        "$(tm capture-pane -e -p -t t | grep -q "$(printf '\033\\[[0-9;]*4[0-9][0-9;]*m')" || tm capture-pane -e -p -t t)"
    tm resize-window -t t -x 40 -y 12
    report 'a small window shows the article alone' "$(until_shown '|' gone && until_shown '3/4')"
    tm resize-window -t t -x 10 -y 3
    sleep 0.2
    tm resize-window -t t -x 80 -y 24
    report 'it lives through 10 columns and 3 rows' "$(until_shown '3/4' && until_shown '|')"
    keys '?'
    report 'there is help' "$(until_shown 'one line down')"
    keys q q
    restored 'q'
    type_line "$kanbao $sample"
    report 'it starts again where it was left' "$(until_shown '3/4')"
    report 'and does not greet again' "$(screen | grep -F 'Welcome!')"
    keys q
    until_left >/dev/null
    type_line "NO_COLOR=1 $kanbao -k 社区 $sample"
    report 'NO_COLOR: no colours, and keywords are marked all the same' \
        "$(until_shown '3/4' && tm capture-pane -e -p -t t | grep -q "$(printf '\033\\[1m\033\\[4m')" &&
            tm capture-pane -e -p -t t | grep "$(printf '\033\\[[0-9;]*[34][0-7]m')")"
    keys q
    until_left >/dev/null
}

# Text that comes through a pipe a line at a time is shown as it comes, while keys from the terminal
# are answered; taking it in can be stopped, and goes on.
trickling() {
    cat >"$here/drip" <<'END'
i=0
while [ -e "$1" ]; do
    i=$((i + 1))
    for line in "第${i}章 河边的第${i}天" '' '　　这一天和前一天一样，水位没有变，老人照样记了一行字。' ''; do
        printf '%s\n' "$line"
        sleep 0.1
    done
done
END
    : >"$here/on"
    begin 80 12
    type_line "sh $here/drip $here/on | $kanbao --no-state"
    report 'what comes through a pipe is shown as it comes' \
        "$(until_shown '第2章 河边' && until_shown 'loading' && until_shown '第4章 河边')"
    keys j
    report 'keys are answered meanwhile' "$(until_shown ' 2/' && until_shown '| 第2章 河边的第2天')"
    keys x
    report 'it can be stopped' "$(until_shown 'stopped  ' && until_shown 'loading' gone)"
    shown=$(screen | grep -o ' 2/[0-9]*')
    keys k j
    report 'and stays so while keys are answered' "$(until_shown "$shown ")"
    keys x
    report 'and goes on' "$(until_shown 'loading' && until_shown "$shown " gone)"
    keys C-c
    report '^C stops it too' "$(until_shown 'stopped; x goes on' && until_shown 'loading' gone)"
    keys C-c
    report 'and, hit again, neither goes on nor quits' "$(until_shown 'Q quits')"
    keys / 河 C-c
    report 'and takes back a prompt' "$(until_shown '/河' gone && until_shown 'stopped  ')"
    keys x
    until_shown 'loading'
    rm "$here/on"
    report 'and ends with the pipe' "$(until_shown 'loading' gone && until_shown ' 2/')"
    keys q
    until_left >/dev/null
}

# ending SIGNAL: the program ends by it, the terminal comes back.
ending() {
    begin 80 24
    start >/dev/null
    kill "-$1" "$(program_pid)"
    restored "SIG$1"
}

suspending() {
    begin 80 24
    start >/dev/null
    keys C-z
    restored 'suspending'
    type_line 'fg'
    report 'it comes back as it was' "$(until_shown '1/4')"
    keys q
    restored 'suspending and q'
}

# Another size while it sleeps.
resizing_asleep() {
    begin 80 24
    start >/dev/null
    keys C-z
    until_left >/dev/null
    tm resize-window -t t -x 40 -y 12
    type_line 'fg'
    report 'it wakes up in the size that the terminal has' "$(until_shown '|' gone && until_shown '1/4')"
    keys q
    restored 'waking up'
    begin 80 24
    type_line "exec sh -c 'echo \$\$ >$here/pid; exec $kanbao $sample'"
    until_shown '1/4' >/dev/null
    kill -STOP "$(program_pid)"
    tm resize-window -t t -x 40 -y 12
    kill -CONT "$(program_pid)"
    report 'and after STOP and CONT' "$(until_shown '|' gone && until_shown '1/4')"
}

# click ROW COL: press and release, counted from 0, as xterm sends them (mode 1006).
click() {
    place="$(($2 + 1));$(($1 + 1))"
    tm send-keys -t t -l "$(printf '\033[<0;%sM\033[<0;%sm' "$place" "$place")"
}

mouse() {
    begin 80 24
    start >/dev/null
    report 'it asks for the mouse' \
        "$([ "$(tm display-message -p -t t '#{mouse_button_flag}#{mouse_sgr_flag}')" = 11 ] || echo no)"
    click 2 4
    report 'a click selects a headline' "$(until_shown '3/4')"
    click 0 4
    until_shown '1/4' >/dev/null
    tm send-keys -t t -l "$(printf '\033[<65;5;5M')"
    report 'the wheel moves the list' "$(until_shown '4/4')"
    keys q
    restored 'the mouse'
    report 'it no longer asks for the mouse' \
        "$([ "$(tm display-message -p -t t '#{mouse_button_flag}')" = 0 ] || echo yes)"
}

pasting() {
    begin 80 24
    start >/dev/null
    tm set-buffer "$(printf 'qQ\nj')"
    tm paste-buffer -p -t t
    sleep 0.2
    report 'what is pasted is no keys' "$(until_shown '1/4')"
    keys /
    tm set-buffer "$(printf '社区\n小报')"
    tm paste-buffer -p -t t
    report 'a paste into the prompt is one line' "$(until_shown '/社区 小报')"
    keys Escape
    keys q
    restored 'pasting'
}

# Saving, piping, the editor, the clipboard.
leading_out() {
    begin 80 24
    printf 'echo "$@" >%s\n' "$here/edited" >"$here/editor"
    type_line "export EDITOR='sh $here/editor'"
    start >/dev/null
    keys j s
    tm send-keys -t t -l "$here/saved"
    keys Enter
    report 'an article is saved' "$(until_shown 'saved in' && grep -qL 林望舒 "$here/saved")"
    keys s
    tm send-keys -t t -l "$here/saved"
    keys Enter
    report 'a file is not overwritten without a word' "$(until_shown 'overwrite')"
    keys Escape '|'
    tm send-keys -t t -l "wc -l >$here/counted"
    keys Enter
    report 'a command gets the article' "$(until_shown 'Enter goes back')"
    keys Enter
    report 'and the screen comes back' "$(until_shown '2/4')"
    report 'each paragraph is a line for it' "$([ "$(cat "$here/counted")" -lt 15 ] || cat "$here/counted")"
    keys v
    until_written "$here/edited"
    report 'the editor gets line and file' \
        "$(until_shown '2/4' && { grep -Eq '^\+[0-9]+ .*sample.txt$' "$here/edited" || cat "$here/edited"; })"
    tm set-option -s set-clipboard on
    keys c
    report 'a paragraph goes to the clipboard' "$(until_shown 'copied' && tm show-buffer | grep -v 河)"
    keys q
    restored 'leading out'
}

# A text that is written into an open folder comes into the list and is counted, also in the
# sandbox; one that goes is told of when it is opened.
arriving() {
    desk=$here/desk${1:-}
    mkdir "$desk"
    cp "$sample" "$desk/1"
    begin 100 24
    type_line "$kanbao ${1:-} -k 渡船 '$desk'"
    until_shown '1/4' >/dev/null
    keys j V
    report "no article has the keyword${1:+ ($1)}" "$(until_shown '4 articles' && until_shown ' 0 ')"
    printf '渡船停航\n\n　　老渡船今天停航，渡船上的人都下来了。\n' >"$desk/2"
    report "a text that arrives is counted${1:+ ($1)}" "$(until_shown '5 articles')"
    report "it is said how many came${1:+ ($1)}" "$(until_shown '1 new article')"
    keys q
    report "neither selection nor text have moved${1:+ ($1)}" "$(until_shown '2/5' && until_shown '林望舒')"
    keys G
    report "it can be read${1:+ ($1)}" "$(until_shown '5/5' && until_shown '都下来了')"
    rm "$desk/2"
    report "that it has vanished is said${1:+ ($1)}" "$(until_shown 'is not on the disk any more')"
    keys q
    until_left >/dev/null
}

# The terminal goes away: the program must not stay behind.
losing() {
    begin 80 24
    start >/dev/null
    pid=$(program_pid)
    tm kill-server
    for _ in $(seq 2000); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.05
    done
    report 'it leaves when the terminal has gone' "$(kill -0 "$pid" 2>/dev/null && echo "$pid is still there")"
}

# refuses NAME ASSIGNMENT WORD: a terminal that cannot show pages is told what to do instead.
refuses() {
    begin 80 24
    type_line "env $2 $kanbao $sample; echo status-\$?"
    report "$1" "$(until_shown status-2 && until_shown "$3")"
}

from_pipe() {
    begin 80 24
    type_line "stty -g >$here/before; cat $sample | $kanbao"
    report 'a pipe is read, and the keys come from the terminal' "$(until_shown '1/4')"
    keys j
    report 'keys work beside a pipe' "$(until_shown '2/4')"
    keys q
    restored 'reading a pipe'
}

# A terminal without another screen: what was read stays, and the shell has a row of its own.
leaving_in_place() {
    begin 80 24
    type_line "TERM=vt100 $kanbao $sample"
    report 'a terminal with one screen will do' "$(until_shown '1/4')"
    keys q
    report 'the status line is gone when it leaves' "$(until_shown '1/4' gone && until_shown '小报')"
}

reading
leaving_in_place
for signal in TERM HUP INT QUIT SEGV ABRT BUS; do
    ending "$signal"
done
trickling
suspending
resizing_asleep
mouse
pasting
leading_out
arriving
arriving --sandbox
losing
refuses 'a dumb terminal is refused with advice' TERM=dumb "--print"
refuses 'an unknown terminal is refused with advice' TERM=no-such-terminal "--print"
refuses 'no TERM at all is refused with advice' 'TERM=' "--print"
from_pipe
done_testing

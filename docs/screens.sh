#!/bin/sh
# Makes the pictures of the README from the running program: docs/screens.sh KANBAO
set -eu
kanbao=$(realpath "$1")
docs=$(cd "$(dirname "$0")" && pwd)
cd "$docs/.."
socket=$(mktemp -u)

tm() {
    tmux -S "$socket" -f /dev/null "$@"
}

# picture NAME COLS ROWS COMMAND KEY...
picture() {
    name=$1 cols=$2 rows=$3
    tm new-session -d -s t -x "$cols" -y "$rows" "TERM=tmux-256color LC_ALL=C.UTF-8 $4"
    shift 4
    sleep 0.3
    [ $# -eq 0 ] || tm send-keys -t t "$@"
    sleep 0.3
    tm capture-pane -e -p -t t | python3 "$docs/svg.py" "$cols" "$rows" >"$docs/$name.svg"
    tm kill-server
    sleep 0.1
}

picture screen 92 24 "$kanbao --no-state -k 居民 data/sample.txt" j j Enter
picture before 46 24 'less data/sample.txt'
picture after 46 24 "$kanbao --no-state --panes one data/sample.txt" Enter
picture search 92 14 "$kanbao --no-state data/sample.txt" / 修补铺 Enter
picture columns 100 20 "$kanbao --no-state --panes one --columns 2 data/sample.txt" j j Enter

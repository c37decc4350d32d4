#!/bin/sh
# Pages written and typeset for this project (data/pages, press, fresh, unseen, kinds), against what a careful reader makes
# of them; and the pages of ../shared where they are at hand.
. "$srcdir/tests/tap.sh"
program=$builddir/kanbao

[ -x "$program" ] || skip_all 'the program is not built'
command -v python3 >/dev/null || skip_all 'needs python3'

# The shares that must not be lost again.
report 'pages of tests/data' "$(python3 "$srcdir/tests/score-pages.py" "$program" \
    "$srcdir/tests/data/pages" --min order=0.92 head=0.9 byline=0.92 kicker=0.55 paras=0.92 \
    spaces=0.96 subs=0.93 extra=0.98 furniture=0.97 2>&1)"
report 'pages of tests/data/press: newspapers and web copies' "$(python3 \
    "$srcdir/tests/score-pages.py" "$program" "$srcdir/tests/data/press" --min order=0.65 head=0.6 \
    byline=0.7 paras=0.65 spaces=0.92 subs=0.6 extra=0.98 furniture=0.97 2>&1)"
report 'pages of tests/data/fresh: newspapers, a book, a web copy' "$(python3 \
    "$srcdir/tests/score-pages.py" "$program" "$srcdir/tests/data/fresh" --min order=0.7 head=0.6 \
    byline=0.6 paras=0.7 extra=0.97 furniture=0.97 2>&1)"
report 'pages of tests/data/unseen, which no rule was written for' "$(python3 \
    "$srcdir/tests/score-pages.py" "$program" "$srcdir/tests/data/unseen" --min order=0.7 head=0.6 \
    byline=0.6 paras=0.7 extra=0.96 furniture=0.94 2>&1)"
report 'pages of tests/data/kinds: letters, notices, magazines, wires, supplements' "$(python3 \
    "$srcdir/tests/score-pages.py" "$program" "$srcdir/tests/data/kinds" --min order=0.54 head=0.43 \
    byline=0.56 paras=0.63 spaces=0.95 extra=0.97 furniture=0.97 2>&1)"
done_testing

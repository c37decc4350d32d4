#!/bin/sh
# The rules of typesetting, as the program has them and as tests/rules.py writes them down once more.
. "$srcdir/tests/tap.sh"
command -v python3 >/dev/null || skip_all 'python3 is not installed'
[ -r /usr/share/unicode/LineBreak.txt ] || skip_all 'there is no Unicode data (unicode-data)'
python3 -c 'import ctypes; ctypes.CDLL("libunistring.so.2")' 2>/dev/null ||
    skip_all 'there is no libunistring.so.2'

data=$srcdir/tests/data

rules() {
    python3 "$srcdir/tests/rules.py" "$builddir/tests/typeset" "$@" 2>&1 | grep -v '^#'
}

report 'the vectors follow the rules' "$(rules "$data/vectors.json")"
report 'and so do those written for this program' "$(rules "$data/more-vectors.json")"
report 'made-up texts follow the rules' \
    "$(rules "$data/vectors.json" "${MADE_UP_TEXTS:-3000}" "${MADE_UP_SEED:-20150101}")"
report 'vectors are printed as they are set' \
    "$(python3 "$srcdir/tests/print-vectors.py" "$builddir/kanbao" \
        "$data/vectors.json" "$data/more-vectors.json" 2>/dev/null)"
done_testing

#!/bin/sh
# Stalled sources, screens of any size, closed descriptors, unknown terminals.
. "$srcdir/tests/tap.sh"
command -v python3 >/dev/null || skip_all 'python3 is not installed'
PYTHONDONTWRITEBYTECODE=1 exec python3 "$srcdir/tests/extremes.py" "$builddir/kanbao" "$srcdir/data/sample.txt"

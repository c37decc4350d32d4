#!/bin/sh
# Hostile files, printed in every way and browsed. HOSTILE=all tries each file by itself too,
# HOSTILE_SEED makes others.
command -v python3 >/dev/null || {
    echo '1..0 # SKIP python3 is not installed'
    exit 0
}
[ "${HOSTILE-}" = all ] && set -- --all
exec env PYTHONDONTWRITEBYTECODE=1 python3 "$srcdir/tests/hostile/run.py" "$builddir/kanbao" --seed "${HOSTILE_SEED:-1}" "$@"

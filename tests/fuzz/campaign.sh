#!/bin/sh
# Fuzzes for hours with corpora that are kept, each target by turns, at the lowest priority.
#
#   campaign.sh BUILD FOLDER SECONDS [TARGET...]
#
# BUILD was configured with --enable-fuzzing --enable-sanitizers; with
# CFLAGS='-g -O2 -fno-sanitize-coverage=trace-cmp' it is twice as fast and finds other things. A
# target that is named twice (sanitize page sanitize) has two turns. In FOLDER are the corpora, the
# logs, the inputs at which a target stopped, and `executions`: a line for each turn with target,
# executions, seconds and exit status, which the next campaign in that folder goes on with. Ends with
# what they add up to.
set -u
build=$(cd "$1" && pwd) && source=$(cd "$(dirname "$0")" && pwd) && mkdir -p "$2" && cd "$2" || exit 2
end=$(($(date +%s) + $3))
shift 3
turn=${CAMPAIGN_TURN:-60}
[ $# -gt 0 ] || set -- sanitize decode page account layout query app settings state
export ASAN_OPTIONS='malloc_context_size=2:quarantine_size_mb=8'

# run TARGET: a turn of it.
run() {
    [ -d "$1" ] || cp -r "$source/corpus" "$1"
    nice -n 19 "$build/tests/fuzz/fuzz-$1" -max_total_time="$turn" -max_len="${CAMPAIGN_LENGTH:-256}" \
        -entropic=0 -timeout=20 -print_final_stats=1 -artifact_prefix="found-$1-" "$1" >"$1.log" 2>&1
    status=$?
    awk -v target="$1" -v seconds="$turn" -v status=$status \
        '/number_of_executed_units/ { n = $2 } END { print target, n + 0, seconds, status }' "$1.log" >>executions
    [ $status -eq 0 ] || cp "$1.log" "found-$1-$(date +%s).log"
}

while [ "$(date +%s)" -lt "$end" ]; do
    for target; do
        [ "$(date +%s)" -ge "$end" ] || run "$target"
    done
done
awk '{ n[$1] += $2; s[$1] += $3; stopped[$1] += $4 != 0; sum += $2 }
    END {
        for (t in n)
            printf "%-9s %12d executions, %6d a second, stopped %d times\n", t, n[t], n[t] / s[t], stopped[t]
        printf "all       %12d executions\n", sum
    }' executions

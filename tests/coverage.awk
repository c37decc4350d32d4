# Sums up what lcov has measured (geninfo(1)), a line for each folder of src/. Fails when a library has less than
# 90 % of its lines or 75 % of its branches covered; main.c and what only the terminal shows are no library.
BEGIN { FS = ":" }
/^SF:/ { n = split($2, part, "/"); folder = part[n - 1] }
/^LF:/ { lines[folder] += $2 }
/^LH:/ { lines_hit[folder] += $2 }
/^BRF:/ { branches[folder] += $2 }
/^BRH:/ { branches_hit[folder] += $2 }
END {
    for (f in lines) {
        l = 100 * lines_hit[f] / lines[f]
        b = branches[f] ? 100 * branches_hit[f] / branches[f] : 100
        bad = f != "src" && (l < 90 || b < 75)
        failed += bad
        printf "%-8s %5.1f %% of %5d lines, %5.1f %% of %5d branches%s\n", f, l, lines[f], b, branches[f], bad ? "  TOO LOW" : ""
    }
    exit failed > 0
}

#!/bin/sh
# paper/hanfact names the ideograph that every word in the lists of paper's rules begins with (of
# credits, ends with): a rule does not look at a line whose ideograph is not named there.
. "$srcdir/tests/tap.sh"
cd "$srcdir/src/paper" || exit 1
# An ideograph is three bytes.
LC_ALL=C
export LC_ALL

# FACT FILE LIST WHERE: the list is a table of that name, or the case labels of a function; in its
# words the ideograph is the first one or the last one.
lists() {
    cat <<'END'
ROLE roles.c roles first
ROLE roles.c picture_roles first
SHORT_ROLE roles.c ideographs first
CREDIT roles.c ideographs last
CREDIT caption.c short_credits last
CREDIT caption.c credits last
CHAPTER chapter.c is_numeral first
CHAPTER chapter.c whole first
CHAPTER chapter.c begin first
FURNITURE pageform.c with_day first
FURNITURE pageform.c whole first
FURNITURE pageform.c before first
FURNITURE pageform.c roles first
FURNITURE pageform.c words first
FURNITURE pageform.c cjk first
FURNITURE pageform.c count_furniture first
FURNITURE webfact.c fields first
BUTTON webbutton.c buttons first
BUTTON webbutton.c words first
END
}

# words FILE LIST: one a line.
words() {
    awk -v list="$2" '
        !inside && $0 ~ ("(^|[ *])" list "(\\[\\] = \\{|\\(.*\\)$)") { inside = 1 }
        inside {
            sub(/\/\*.*\*\//, "")
            while (match($0, /"[^"]+"|U\047[^\047]+\047/)) {
                word = substr($0, RSTART, RLENGTH)
                gsub(/^U?["\047]|["\047]$/, "", word)
                print word
                $0 = substr($0, RSTART + RLENGTH)
            }
        }
        inside && /};$|^}/ { exit }' "$1"
}

# facts FACT: the ideographs of that fact, one a line.
facts() {
    awk -v fact="$1" '
        /^    [A-Z_]+ = HANFACT_/ { own[$1] = $0 "," }
        {
            while (match($0, /AT\(U\047[^\047]+\047\) = [A-Z_ |]+/)) {
                entry = substr($0, RSTART, RLENGTH)
                $0 = substr($0, RSTART + RLENGTH)
                n = split(substr(entry, index(entry, "= ") + 2), names, " \\| ")
                for (i = 1; i <= n; i++)
                    if (own[names[i]] names[i] "," ~ ("HANFACT_" fact "[, ]"))
                        print substr(entry, 6, 3)
            }
        }' hanfact.c
}

# unnamed FACT FILE LIST WHERE: words whose ideograph is not one of that fact.
unnamed() {
    facts "$1" >"$known"
    words "$2" "$3" | awk -v where="$4" -v known="$known" '
        BEGIN {
            while ((getline < known) > 0)
                named[$0] = 1
        }
        {
            han = where == "first" ? substr($0, 1, 3) : substr($0, length($0) - 2)
            n++
        }
        han >= "\344\270\200" && han < "\352\200\200" && !(han in named) { print "not named: " $0 }
        END {
            if (n == 0)
                print "no words found"
        }'
}

known=$(mktemp)
trap 'rm -f "$known"' EXIT
lists | {
    while read -r fact file list where; do
        report "$fact: $list of $file" "$(unnamed "$fact" "$file" "$list" "$where")"
    done
    done_testing
}

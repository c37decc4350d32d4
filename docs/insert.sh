#!/bin/sh
# Puts standard input between the lines ".\" begin" and ".\" end" of a file: docs/insert.sh FILE
set -eu
lines=$(cat)
{
    sed '/^\.\\" begin/q' "$1"
    printf '%s\n' "$lines"
    sed -n '/^\.\\" end/,$p' "$1"
} >"$1.new"
mv "$1.new" "$1"

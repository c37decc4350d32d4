"""Checks printed articles (standard input): print-rows.py COLS

Complains of a line wider than COLS columns, of one that begins or ends with a mark that may not
stand there, and of what may not be cut: an ellipsis, a dash, a number with its sign.
"""
import sys
import unicodedata

NOT_FIRST = "，。、；：！？）》〉」』】〕”’"
NOT_LAST = "（《〈「『【〔“‘"
PAIRS = ("……", "——")


def columns(text):
    return sum(0 if unicodedata.combining(c) else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def main():
    limit = int(sys.argv[1])
    before = ""
    for number, line in enumerate(sys.stdin.read().split("\n"), 1):
        text = line.strip(" ")
        if columns(line) > limit:
            print(f"line {number} takes {columns(line)} columns: {line}")
        if text and text[0] in NOT_FIRST:
            print(f"line {number} begins with {text[0]}")
        if text and text[-1] in NOT_LAST:
            print(f"line {number} ends with {text[-1]}")
        if line != line.rstrip():
            print(f"line {number} has spaces at its end")
        for pair in PAIRS:
            if before.endswith(pair[0]) and text.startswith(pair[1]):
                print(f"line {number} cuts {pair}")
        if before[-1:].isdigit() and text[:1] in "%％":
            print(f"line {number} cuts a number from its sign")
        before = text


main()

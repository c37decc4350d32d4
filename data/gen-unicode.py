#!/usr/bin/env python3
"""Makes src/text/charclass_table.h from Unicode's data files (Debian: unicode-data).

    data/gen-unicode.py [FOLDER] > src/text/charclass_table.h

FOLDER is where UnicodeData.txt lies (default /usr/share/unicode). The classes are those of
src/text/charclass.h; tests/check-tables.sh compares the committed table with a new one.
"""

import os
import sys

CODE_POINTS = 0x110000
BLOCK = 256

# The order of enum charclass.
CLASSES = """OTHER CONTROL FORMAT MARK SPACE IDSPACE LETTER DIGIT HAN KANA SMALLKANA PROLONG ITER
HANGUL FWDIGIT FWLETTER STOP CLOSE OPEN ASTOP ACLOSE AOPEN OQUOTE CQUOTE AQUOTE DASH CONN HYPHEN
ELLIPSIS DOT SLASH PREFIX POSTFIX ENUM BULLET PRIVATE EMOJI""".split()
NUMBER = {name: i for i, name in enumerate(CLASSES)}

# The order of enum charwidth.
ZERO, ONE, TWO, AMBIGUOUS = range(4)

# Code points that are listed by hand. Sources: GB/T 15834-2011 section 5.1, CLREQ, JLREQ appendix A,
# KLREQ. A later set does not take from an earlier one.
SETS = [
    ("SPACE", "0009 0020 00A0 1680 2000-200A 202F 205F"),
    ("IDSPACE", "3000"),
    ("ELLIPSIS", "2025 2026 22EF FE19 FE30"),
    ("ASTOP", "0021 002C 002E 003A 003B 003F"),
    ("ACLOSE", "0029 005D 007D"),
    ("AOPEN", "0028 005B 007B"),
    ("STOP", "3001 3002 FF01 FF0C FF0E FF1A FF1B FF1F FF61 FF64 203C 2047-2049 FE50-FE52 FE54-FE57 "
             "FE10-FE16"),
    ("CLOSE", "FF09 3009 300B 300D 300F 3011 3015 3017 3019 301B FF3D FF5D FF60 FF63 301E 301F "
              "FE18 FE36 FE38 FE3A FE3C FE3E FE40 FE42 FE44 FE48 FE5A FE5C FE5E"),
    ("OPEN", "FF08 3008 300A 300C 300E 3010 3014 3016 3018 301A FF3B FF5B FF5F FF62 301D "
             "FE17 FE35 FE37 FE39 FE3B FE3D FE3F FE41 FE43 FE47 FE59 FE5B FE5D"),
    ("OQUOTE", "2018 201C"),
    ("CQUOTE", "2019 201D"),
    ("AQUOTE", "0022 0027"),
    ("DASH", "2014 2015 2500 2E3A 2E3B"),
    ("CONN", "2010 2013 301C 30A0 FF0D FF5E"),
    ("HYPHEN", "002D"),
    ("DOT", "00B7 2022 2027 30FB FF65"),
    ("SLASH", "002F FF0F"),
    ("ITER", "3005 303B 309D 309E 30FD 30FE"),
    ("PROLONG", "30FC FF70"),
    ("FWDIGIT", "FF10-FF19"),
    ("FWLETTER", "FF21-FF3A FF41-FF5A"),
    ("ENUM", "2460-249B 24EA-24FF 2776-2793 3251-325F 32B1-32BF"),
    ("BULLET", "203B 25A0 25A1 25AA 25B2 25B3 25BC 25C6 25C7 25CB 25CE 25CF 2605 2606 FFFD"),
    ("POSTFIX", "2113 3303 330D 3314 3318 3322 3323 3326 3327 332B 3336 333B 3349 334A 334D 3351 "
                "3357 338E 338F 339C-339E 33A1 33A5 33C4 33CB"),
]

# text/glyph takes it for granted that characters of these classes join nothing on their own.
SINGLE = """SPACE IDSPACE HAN KANA SMALLKANA PROLONG ITER FWDIGIT FWLETTER STOP CLOSE OPEN ASTOP
ACLOSE AOPEN OQUOTE CQUOTE AQUOTE DASH CONN HYPHEN ELLIPSIS DOT SLASH DIGIT ENUM BULLET
PRIVATE""".split()


def code_range(text):
    first, _, last = text.partition(".." if ".." in text else "-")
    return range(int(first, 16), int(last or first, 16) + 1)


def read_property(folder, name, default, wanted=None):
    """One value a code point from a file of lines `range ; value # comment`."""
    values = [default] * CODE_POINTS
    with open(os.path.join(folder, name), encoding="utf-8") as lines:
        for line in lines:
            fields = [field.strip() for field in line.partition("#")[0].split(";")]
            if len(fields) > 1 and wanted in (None, fields[1]):
                for code in code_range(fields[0]):
                    values[code] = fields[1]
    return values


def read_categories(folder):
    values = ["Cn"] * CODE_POINTS
    first = 0
    with open(os.path.join(folder, "UnicodeData.txt"), encoding="utf-8") as lines:
        for line in lines:
            fields = line.split(";")
            code = int(fields[0], 16)
            if not fields[1].endswith(", Last>"):
                first = code
            for between in range(first, code + 1):
                values[between] = fields[2]
    return values


class Unicode:
    def __init__(self, folder):
        self.category = read_categories(folder)
        self.width = read_property(folder, "EastAsianWidth.txt", "N")
        self.linebreak = read_property(folder, "LineBreak.txt", "XX")
        self.script = read_property(folder, "Scripts.txt", "Unknown")
        self.ideographic = read_property(folder, "PropList.txt", "", "Ideographic")
        self.selector = read_property(folder, "PropList.txt", "", "Variation_Selector")
        self.ignorable = read_property(folder, "DerivedCoreProperties.txt", "",
                                       "Default_Ignorable_Code_Point")
        self.cluster = read_property(folder, "auxiliary/GraphemeBreakProperty.txt", "Other")
        self.emoji = read_property(folder, "emoji/emoji-data.txt", "", "Extended_Pictographic")
        self.syllable = read_property(folder, "HangulSyllableType.txt", "")

    def class_of(self, code):
        """For what no set names; the first that applies."""
        category, wide = self.category[code], self.width[code] in "FW"
        letter = category[0] == "L"
        rules = [
            ("FORMAT", category == "Cf" or self.selector[code] or self.is_reserved_format(code)),
            ("CONTROL", category in ("Cc", "Cs", "Zl", "Zp") or is_noncharacter(code)),
            ("MARK", category in ("Mn", "Me") or self.syllable[code] in ("V", "T")),
            ("MARK", category == "Mc" and wide),
            ("MARK", self.cluster[code] == "Extend" and category != "Sk"),
            ("PRIVATE", category == "Co"),
            ("SMALLKANA", self.linebreak[code] == "CJ"),
            ("PREFIX", self.linebreak[code] == "PR"),
            ("POSTFIX", self.linebreak[code] == "PO"),
            ("HAN", self.ideographic[code] or self.script[code] == "Han"),
            ("HAN", category == "Cn" and wide and self.linebreak[code] == "ID"),
            ("HAN", category == "Cn" and 0x20000 <= code < 0x3FFFE),
            ("KANA", letter and self.script[code] in ("Hiragana", "Katakana", "Bopomofo")),
            ("KANA", code in (0x309B, 0x309C)),
            ("HANGUL", letter and self.script[code] == "Hangul"),
            ("LETTER", (letter or category == "Mc") and not wide),
            ("DIGIT", category == "Nd"),
            ("EMOJI", wide or self.cluster[code] == "Regional_Indicator" or self.emoji[code]),
        ]
        return next((name for name, applies in rules if applies), "OTHER")

    def is_reserved_format(self, code):
        return self.category[code] == "Cn" and self.ignorable[code] and not is_noncharacter(code)

    def columns(self, code):
        category, width = self.category[code], self.width[code]
        if code == 0x09:
            return ONE  # shown as a space
        if (category in ("Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp")
                or self.syllable[code] in ("V", "T") or is_noncharacter(code)
                or self.is_reserved_format(code)):
            return ZERO
        return {"W": TWO, "F": TWO, "A": AMBIGUOUS}.get(width, ONE)


def is_noncharacter(code):
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def classify(unicode):
    """One byte a code point: the class, and the columns in the two high bits."""
    listed = {}
    for name, codes in SETS:
        for text in codes.split():
            for code in code_range(text):
                listed.setdefault(code, name)
    table = bytearray(CODE_POINTS)
    for code in range(CODE_POINTS):
        name = listed.get(code) or unicode.class_of(code)
        table[code] = unicode.columns(code) << 6 | NUMBER[name]
        # A control (the tab) never joins either.
        if name in SINGLE and unicode.cluster[code] not in ("Other", "Control"):
            sys.exit(f"U+{code:04X} is {name} but its cluster class is {unicode.cluster[code]}")
    return table


def print_bytes(values):
    for i in range(0, len(values), 20):
        print("    " + ", ".join(str(value) for value in values[i:i + 20]) + ",")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
    table = bytes(classify(Unicode(folder)))
    leaves, pages = {}, []
    for start in range(0, CODE_POINTS, BLOCK):
        pages.append(leaves.setdefault(table[start:start + BLOCK], len(leaves)))
    print("/* Generated by data/gen-unicode.py from Unicode 15.0; do not edit. */")
    print("#ifndef KANBAO_TEXT_CHARCLASS_TABLE_H\n#define KANBAO_TEXT_CHARCLASS_TABLE_H\n")
    print("#include <stdint.h>\n")
    print(f"const uint8_t charclass_pages[{len(pages)}] = {{")
    print_bytes(pages)
    print(f"}};\n\nconst uint8_t charclass_leaves[{len(leaves)} * {BLOCK}] = {{")
    for leaf in leaves:
        print_bytes(leaf)
    print("};\n\n#endif")


if __name__ == "__main__":
    main()

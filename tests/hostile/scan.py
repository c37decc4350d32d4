"""Judges what the program gave out: nothing in it may act on a terminal or deceive a reader."""

import json
import re
import unicodedata

MARKS_MAX = 30
SGR = re.compile(rb"\x1b\[[0-9;]*m")


def selector(cp):
    return 0xFE00 <= cp <= 0xFE0F or 0xE0100 <= cp <= 0xE01EF


def forbidden(cp, allowed="\n"):
    """Why the code point may not be printed, or None."""
    c = chr(cp)
    if c in allowed or cp == 0x200D or selector(cp):
        return None
    if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return unicodedata.category(c)
    if cp & 0xFFFE == 0xFFFE or 0xFDD0 <= cp <= 0xFDEF:
        return "noncharacter"
    if 0xE0000 <= cp <= 0xE0FFF:
        return "tag"
    return None


def emoji(c):
    return ord(c) >= 0x1F000 or 0x2190 <= ord(c) <= 0x2BFF or c in "\u3030\u303d\u3297\u3299"


def char_class(wanted):
    """The code points for which wanted(cp) holds, as a set of a regular expression."""
    ranges, start = [], None
    for cp in range(0x110001):
        inside = cp < 0x110000 and wanted(cp)
        if inside and start is None:
            start = cp
        elif not inside and start is not None:
            ranges.append(f"\\U{start:08x}-\\U{cp - 1:08x}")
            start = None
    return "[" + "".join(ranges) + "]"


SELECTORS = char_class(selector)
MARKS = char_class(lambda cp: selector(cp) or unicodedata.category(chr(cp)) in ("Mn", "Me"))
MODIFIERS = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
FORBIDDEN = re.compile(char_class(lambda cp: forbidden(cp, "") is not None))
FAULTS = [
    (re.compile(MARKS + "{%d}" % (MARKS_MAX + 1)), "too many marks on one base"),
    (re.compile(SELECTORS + "{2}|(?:^|[ \n\t])" + SELECTORS), "a variation selector without its base"),
]


def text_fault(text, allowed="\n\t"):
    """What is wrong with a string, or None."""
    for hit in FORBIDDEN.finditer(text):
        if hit[0] not in allowed:
            return f"U+{ord(hit[0]):04X} ({forbidden(ord(hit[0]), '')}) after {text[max(0, hit.start() - 20):hit.start()]!r}"
    for hit in re.finditer("\u200d", text):
        before = text[max(0, hit.start() - 40):hit.start()].rstrip(MODIFIERS) or "👍"
        if not emoji(before[-1]) or not emoji(text[hit.end():hit.end() + 1] or "x"):
            return f"a joiner outside emoji after {before!r}"
    for pattern, what in FAULTS:
        hit = pattern.search(text)
        if hit:
            return f"{what} after {text[max(0, hit.start() - 20):hit.start()]!r}"
    return None


def bytes_fault(data, allowed="\n\t"):
    try:
        return text_fault(data.decode("utf-8"), allowed)
    except UnicodeDecodeError as e:
        return f"not UTF-8: {data[e.start:e.start + 8]!r}"


def json_fault(data):
    fault = bytes_fault(data, "\n")
    if fault:
        return fault
    for line in data.split(b"\n"):
        if not line:
            continue
        try:
            values = [json.loads(line)]
        except ValueError as e:
            return f"not JSON: {e}: {line[:80]!r}"
        while values:
            value = values.pop()
            if isinstance(value, dict):
                values += value.values()
            elif isinstance(value, list):
                values += value
            elif isinstance(value, str):
                fault = text_fault(value, "")
                if fault:
                    return "in a string: " + fault
    return None


def color_fault(data):
    return bytes_fault(SGR.sub(b"", data))


# What ncurses sends to an xterm: colours and attributes, moving, erasing, scrolling, modes, charset;
# and the program itself: the requests for the cursor's place and the device.
XTERM = re.compile(
    rb"\x1b\[[0-9;]*[mHABCDGdJKXPMLSTbr@]|\x1b\[\?(?:1049|1|12|25|7|1000|1002|1006|1003|2004|2026)[;0-9]*[hl]"
    rb"|\x1b\[6n|\x1b\[c|\x1b\]104\x07|\x1b\[4l|\x1b\[22;0;0t|\x1b\[23;0;0t|\x1b\[!p|\x1b\[>4;?[0-9]*m|\x1b\[\?u|\x1b\[[0-9]*Z|\x1b[=>78M]|\x1b\([B0]|\r|\x08|\x0f|\x0e")


def screen_fault(data):
    """The same of what was sent to an xterm."""
    return bytes_fault(XTERM.sub(b"", data))

#!/usr/bin/env python3
"""The rules of typesetting once more, as plainly as they can be written and as slow as that is, to
compare the program with.

    rules.py TYPESET VECTORS [TEXTS [SEED]]

TYPESET (tests/typeset.c) sets the vectors of the file VECTORS, and TEXTS made-up ones, with the
program's own functions; so does this file, which shares nothing with them but Unicode's algorithms
in libunistring. Complains of every text that the two set differently, and of vectors that are not
set as they say.
"""
import ctypes
import json
import random
import re
import subprocess
import sys

UNICODE = "/usr/share/unicode/"


# --- Unicode

def ranges(text):
    out = set()
    for word in text.split():
        first, _, last = word.partition("-")
        out |= set(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(map(chr, out))


def property_file(name):
    table = {}
    for line in open(UNICODE + name, encoding="utf-8"):
        line = line.split("#")[0].strip()
        if line:
            where, value = (part.strip() for part in line.split(";")[:2])
            first, _, last = where.partition("..")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                table[chr(code)] = value
    return table


EAW = property_file("EastAsianWidth.txt")
LB = property_file("LineBreak.txt")
SCRIPT = property_file("Scripts.txt")
CATEGORY = {}
for record in open(UNICODE + "UnicodeData.txt", encoding="utf-8"):
    fields = record.split(";")
    CATEGORY[chr(int(fields[0], 16))] = fields[2]

library = ctypes.CDLL("libunistring.so.2")


def library_marks(function, text):
    """Per character of the text: what the library says of the place before it."""
    data = text.encode()
    marks = ctypes.create_string_buffer(len(data) + 1)
    function(data, marks)
    out, at = [], 0
    for c in text:
        out.append(marks.raw[at])
        at += len(c.encode())
    return out


def grapheme_starts(text):
    return library_marks(
        lambda data, marks: library.u8_grapheme_breaks(data, ctypes.c_size_t(len(data)), marks),
        text)


def line_breaks(text):
    return [mark == 2 for mark in library_marks(
        lambda data, marks: library.u8_possible_linebreaks(
            data, ctypes.c_size_t(len(data)), b"UTF-8", marks), text)]


# --- the sets

STOP = ranges("3002 FF0E FF0C 3001 FF1B FF1A FF01 FF1F 203C 2047 2048 2049 FF61 FF64 FE50-FE52 "
              "FE54-FE57 FE10-FE16")
CLOSE = ranges("FF09 3009 300B 300D 300F 3011 3015 3017 3019 301B FF3D FF5D FF60 FF63 301E 301F "
               "FE18 FE36 FE38 FE3A FE3C FE3E FE40 FE42 FE44 FE48 FE5A FE5C FE5E 29 5D 7D")
OPEN = ranges("FF08 3008 300A 300C 300E 3010 3014 3016 3018 301A FF3B FF5B FF5F FF62 301D FE17 "
              "FE35 FE37 FE39 FE3B FE3D FE3F FE41 FE43 FE47 FE59 FE5B FE5D 28 5B 7B")
QUOTES = "“‘”’\"'"
DASH = "—―─⸺⸻"
CONN = "‐–～〜－゠"
ELL = "…‥⋯︙︰"
DOT = "·・‧･•"
SLASH = "/／"
ITER = "々〻ゝゞヽヾ"
PROLONG = "ーｰ"
UNITS = ranges("338E 338F 339C 339D 339E 33A1 33A5 33C4 33CB 3303 330D 3314 3318 3322 3323 3326 "
               "3327 332B 3336 333B 3349 334A 334D 3351 3357 2113")
FWNUM = ranges("FF10-FF19")
FWLATIN = ranges("FF21-FF3A FF41-FF5A")
ENUM = ranges("2460-249B 24EA-24FF 2776-2793 3251-325F 32B1-32BF")
BULLET = ranges("25CF 25A0 25C6 25B2 2605 2606 25CB 25A1 25C7 25B3 25BC 25CE 203B 25AA 2022 FFFD B7")
HANGING = {"zh": "，。、．；：！？｡､", "ja": "。、，．", "zh-Hant": "", "ko": ""}
HANGING["en"] = HANGING["zh"]
NEVER_AFTER_CLOSING_QUOTE = "CL CP EX IS SY NS CJ IN BA HY GL WJ CM ZWJ SP".split()


def east_asian(c):
    return EAW.get(c, "N") in "FWH"


def han_or_kana(c):
    return SCRIPT.get(c) in ("Han", "Hiragana", "Katakana", "Bopomofo") or c in ITER + PROLONG


def hangul(c):
    return SCRIPT.get(c) == "Hangul"


def latin(c):
    """A letter of an alphabet."""
    return CATEGORY.get(c, "")[:1] == "L" and not han_or_kana(c) and not hangul(c) and \
        not east_asian(c)


def digit(c):
    return CATEGORY.get(c) == "Nd"


def postfix(c):
    return LB.get(c) == "PO" or c in UNITS


def small_kana(c):
    return LB.get(c) == "CJ" and c not in PROLONG


# P3
LABEL = re.compile(
    r"(?:[一二三四五六七八九十百]+、|[（(](?:[一二三四五六七八九十百]+|[0-9０-９]+)[）)]|"
    r"[0-9０-９]+[.．、）)](?![0-9０-９])|第[一二三四五六七八九十百0-9０-９]+[章节条款]|"
    f"[{re.escape(''.join(ENUM | BULLET))}]|" r"[问問答]：|[〇㐀-鿿]{1,4}："
    f"(?![“‘\"'{re.escape(''.join(c for c in OPEN if ord(c) > 127))}]))"
    r"[ \u3000]*+(?=.)", re.DOTALL)


class Text:
    """A paragraph as clusters; of each the first character stands for it."""

    def __init__(self, text, options):
        self.options = options
        starts = [i for i, mark in enumerate(grapheme_starts(text)) if mark]
        self.clusters = [text[a:b] for a, b in zip(starts, starts[1:] + [len(text)])]
        self.c = [cluster[0] for cluster in self.clusters]
        base = line_breaks(re.sub(f"[{DASH}]", "—", text))  # 1.2: the same mark
        self.base = [base[i] for i in starts]
        self.starts = starts
        self.text = text
        self.n = len(self.clusters)
        self.cols = [self.columns(cluster) for cluster in self.clusters]
        letters = [c for c in self.c if han_or_kana(c) or hangul(c) or latin(c)]
        ideographs = sum(map(han_or_kana, letters))
        self.cjk = ideographs > 0 and 3 * ideographs >= len(letters)
        self.find_addresses()
        self.find_roles()

    def columns(self, cluster):
        def width(c):
            if CATEGORY.get(c) in ("Mn", "Me", "Cf") or "\u1160" <= c <= "\u11ff":
                return 0
            return {"W": 2, "F": 2, "A": self.options.get("amb", 1)}.get(EAW.get(c), 1)

        cols = sum(map(width, cluster))
        if self.options.get("cluster") == "grapheme":
            cols = 2 if "\ufe0f" in cluster else min(cols, 2)
        return cols

    def find_addresses(self):
        """B9: which clusters go on with an address."""
        self.address = [False] * self.n
        inside = set()
        word = "[A-Za-z0-9]"
        label = f"{word}[A-Za-z0-9-]*"
        pattern = (r"(?:(?:https?|ftp)://|(?<![A-Za-z0-9])www\.)[!-~]+|"
                   rf"[A-Za-z0-9_][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.{label})*"
                   rf"\.{word}(?:[A-Za-z0-9-]*{word})?")
        for found in re.finditer(pattern, self.text):
            end = found.start() + len(found.group().rstrip(".,;:!?)'\""))
            inside |= set(range(found.start() + 1, end))
        for i, start in enumerate(self.starts):
            self.address[i] = start in inside
        self.in_address = [self.address[i] or (i + 1 < self.n and self.address[i + 1])
                           for i in range(self.n)]

    def find_roles(self):
        """B3: what every quotation mark does."""
        self.role = [""] * self.n
        ascii_open = False
        for i, c in enumerate(self.c):
            if self.in_address[i]:
                continue
            if c not in QUOTES:
                continue
            left, right = i - 1, i + 1
            while left >= 0 and self.is_quote(left):
                left -= 1
            while right < self.n and self.is_quote(right):
                right += 1
            beside = [self.c[k] for k in (left, right) if 0 <= k < self.n]
            cjk = any(east_asian(x) or (self.cjk and x in DASH + ELL + DOT) for x in beside)
            if c == "\"":
                ascii_open = not ascii_open
                role = "open" if ascii_open else "close"
            else:
                role = "open" if c in "“‘" else "close"
            if c == "'" or (c == "’" and 0 < i < self.n - 1 and latin(self.c[i - 1]) and
                            latin(self.c[i + 1])):
                role = "apostrophe"
            self.role[i] = role if cjk or role == "apostrophe" else ""

    def is_quote(self, i):
        return self.c[i] in QUOTES and not self.in_address[i]

    def opening(self, i):
        return not self.in_address[i] and (self.c[i] in OPEN or self.role[i] == "open")

    def closing(self, i):
        return not self.in_address[i] and (self.c[i] in CLOSE or self.role[i] == "close")

    def mark(self, i, members):
        return not self.in_address[i] and self.c[i] in members

    def ends_number(self, i):
        if i > 0 and postfix(self.c[i]) and not self.in_address[i]:
            i -= 1
        return i >= 0 and digit(self.c[i])

    def between_numbers(self, i):
        return 0 < i < self.n - 1 and self.ends_number(i - 1) and digit(self.c[i + 1])

    def sign(self, i):
        return i < self.n - 1 and self.c[i] in "－＋" and digit(self.c[i + 1]) and \
            not (i > 0 and self.ends_number(i - 1))

    def free(self, i):
        """Whether a break before i, forbidden by UAX #14 for i's own sake, can be allowed."""
        a = self.c[i - 1]
        return not self.opening(i - 1) and LB.get(a) not in ("WJ", "GL", "ZWJ")

    def breaks(self):
        """Per cluster: "yes", "no", "url" or "relaxed": may a line begin with it?"""
        level = self.options.get("level", "normal")
        out = ["no"] * self.n
        for i in range(1, self.n):
            if self.c[i] in " \u3000":
                continue
            if level == "none":
                pair = all(self.c[k] in DASH for k in (i - 1, i)) or \
                    all(self.c[k] in ELL for k in (i - 1, i))
                out[i] = "no" if pair else "yes"
            elif self.address[i]:
                out[i] = "url" if self.url_position(i) else "no"
            elif self.allowed(i, level):
                out[i] = "relaxed" if self.inside_korean_word(i) else "yes"
        return out

    def url_position(self, i):
        a, c = self.c[i - 1], self.c[i]
        return c != "/" if a == "/" else c in ".?#&_%~=-"

    def inside_korean_word(self, i):
        def of_word(c):
            return hangul(c) or latin(c) or digit(c) or c in FWLATIN

        return self.options.get("ko") == "word" and of_word(self.c[i - 1]) and of_word(self.c[i])

    def allowed(self, i, level):
        a, c, loose = self.c[i - 1], self.c[i], level == "loose"
        japanese = self.options.get("lang") == "ja"
        b = self.base[i]
        # B3
        if self.role[i] == "open" and a not in " \u00a0":
            b = self.free(i)
        elif self.role[i - 1] == "close" and not self.is_quote(i):
            b = LB.get(c) not in NEVER_AFTER_CLOSING_QUOTE
        if "apostrophe" in (self.role[i], self.role[i - 1]) and \
                (self.c[i] == "’" or self.c[i - 1] == "’"):
            b = False
        # B7, and what loose lets begin a line
        if a != " ":
            if small_kana(c) or c in PROLONG + ITER:
                b = (loose or (japanese and level == "normal")) and self.free(i)
            if loose and self.mark(i, "！？：；") and not self.mark(i - 1, STOP):
                b = self.free(i)
            if loose and (self.mark(i, DOT + ELL + DASH) or (self.mark(i, CONN))):
                b = b or self.free(i)
        # B1
        if self.mark(i - 1, ",.:;") and latin(c):
            b = False
        # B4
        if self.mark(i - 1, DASH) and self.mark(i, DASH):
            b = False
        if self.mark(i - 1, ELL) and self.mark(i, ELL):
            b = False
        if self.mark(i, ELL) and not loose:
            b = False
        if self.mark(i, DASH):
            run = c in "⸺⸻" or (i + 1 < self.n and self.mark(i + 1, DASH))
            if (run and level == "strict") or (not run and not loose):
                b = False
        # B5
        if self.mark(i, SLASH) or (self.mark(i, DOT) and not loose):
            b = False
        if self.mark(i, CONN) and not loose and not self.sign(i):
            b = False
        if self.mark(i - 1, SLASH) and east_asian(c) and not loose:
            b = False
        if (self.mark(i, CONN) or self.mark(i, DASH)) and self.between_numbers(i):
            b = False
        if (self.mark(i - 1, CONN) or self.mark(i - 1, DASH)) and self.between_numbers(i - 1):
            b = False
        if self.sign(i - 1):
            b = False
        # B6
        if digit(a) and postfix(c):
            b = False
        if c in FWNUM and (a in FWNUM or (a in "．，" and i > 1 and self.c[i - 2] in FWNUM)):
            b = False
        if a in FWLATIN and c in FWLATIN:
            b = False
        # B10
        if (a == "+" and c == "+") or (a == "@" and east_asian(c)):
            b = False
        # B11
        if a in ENUM and (han_or_kana(c) or self.opening(i)):
            b = False
        if self.c[0] in BULLET and (i == 1 or (i == 2 and a == " ")):
            b = False
        # B2
        k = i
        while k > 1 and self.c[k - 1] in " \u3000":
            k -= 1
        if self.closing(i) or self.opening(i - 1):
            b = False
        if k < i and (self.mark(i, STOP) or (self.opening(k - 1) and
                                             (east_asian(self.c[k - 1]) or self.role[k - 1]))):
            b = False
        return b


# --- lines

class Setter:
    def __init__(self, text, options, width):
        self.t, self.o, self.width = text, options, width
        self.may = text.breaks()
        self.label = 0

    def blank(self, i):
        return self.t.clusters[i] in (" ", "\u3000")

    def border(self, i):
        """A boundary of ideograph and letter or digit before cluster i."""
        a, c = self.t.c[i - 1], self.t.c[i]

        def western(x):
            return latin(x) or (digit(x) and x not in FWNUM)

        return (han_or_kana(a) and western(c)) or (western(a) and han_or_kana(c))

    def virtual(self, i):
        return self.o.get("autospace") == "insert" and i > self.label and self.border(i)

    def trimmed(self, i, end):
        while end > i and self.blank(end - 1):
            end -= 1
        return end

    def measure(self, i, end):
        """Columns of clusters [i, end), and how many of them are inserted."""
        inserted = sum(self.virtual(k) for k in range(i + 1, end))
        return sum(self.t.cols[i:end]) + inserted, inserted

    def skip(self, end):
        while end < self.t.n and self.blank(end):
            end += 1
        return end

    def ends_well(self, end):
        """Whether a line may end before `end`, any blanks there dropped."""
        end = self.skip(end)
        return end == self.t.n or self.may[end] == "yes"

    def next_line(self, i, room):
        """(end of what is shown, virtual spaces kept, hung?)"""
        t = self.t
        full = i  # as much as fits, cluster by cluster
        while full < t.n and (self.measure(i, self.trimmed(i, full + 1))[0] <= room or
                              self.blank(full)):
            full += 1
        if full == t.n:
            return t.n, self.measure(i, self.trimmed(i, t.n))[1], False
        if full > i:
            pushed = self.push_in(i, full, room)
            if pushed:
                return pushed
            c = t.c[full]
            if c in HANGING[self.o.get("lang", "zh")] and self.ends_well(full + 1) and \
                    self.measure(i, full + 1)[0] - room <= self.o.get("hang", 0):
                return full + 1, self.measure(i, full)[1], True
        for kind in ("yes", "url", "relaxed"):
            for end in range(full, i, -1):
                if self.may[end] == kind:
                    return end, self.measure(i, self.trimmed(i, end))[1], False
        end = max(full, i + 1)
        return end, self.measure(i, self.trimmed(i, end))[1], False

    def push_in(self, i, full, room):
        """W5: a run of stops and closing marks stays when virtual spaces make room for it."""
        t, end = self.t, full
        while end < t.n and (t.mark(end, STOP) or t.closing(end)):
            end += 1
            cols, inserted = self.measure(i, end)
            if cols - room > inserted:
                return None
            if self.ends_well(end):
                return end, inserted - (cols - room), False
        return None

    def lone(self, i):
        """W8: one ideograph, and marks, to the end."""
        t = self.t
        return i < t.n and han_or_kana(t.c[i]) and \
            all(self.any_mark(k) or self.blank(k) for k in range(i + 1, t.n))

    def any_mark(self, i):
        t = self.t
        return t.mark(i, STOP) or t.mark(i, CLOSE) or t.mark(i, OPEN) or bool(t.role[i]) or \
            t.c[i] in QUOTES or t.mark(i, ".,:;!?" + DASH + CONN + ELL + DOT + SLASH + "-")

    def hang_label(self):
        """P3: where paragraphs are indented, a label stands flush and the others beside it."""
        found = LABEL.match("".join(self.t.c)) if self.o.get("indent", 0) > 0 else None
        cols = sum(self.t.cols[:found.end()]) if found else 0
        if 0 < cols <= 8 and cols <= self.width // 2:
            self.o = dict(self.o, indent=0, hindent=cols)
            self.label = found.end()

    def lines(self):
        t, i, out = self.t, 0, []
        self.hang_label()
        while i < t.n and self.blank(i):
            i += 1
        first = True
        while i < t.n:
            indent = self.o.get("indent", 0) if first else self.o.get("hindent", 0)
            room = max(self.width - indent, 1)
            end, kept, hung = self.next_line(i, room)
            if self.o.get("orphan") and not hung and self.lone(self.skip(end)):
                end, kept = self.give(i, self.trimmed(i, end), end, kept)
            following = self.skip(end)
            shown = self.trimmed(i, end)
            if shown == i:
                i = following
                continue
            out.append(" " * indent + self.render(i, shown, kept, hung, room, following == t.n))
            i, first = following, False
        return out

    def give(self, i, shown, end, kept):
        """W8: the last ideograph of the line goes to the next one."""
        k = shown - 1
        while k > i and self.any_mark(k):
            k -= 1
        room = max(self.width - self.o.get("hindent", 0), 1)
        if k < i + 2 or self.may[k] != "yes" or not han_or_kana(self.t.c[k]) or \
                self.measure(k, self.trimmed(k, self.t.n))[0] > room:
            return end, kept
        return k, self.measure(i, self.trimmed(i, k))[1]

    def render(self, i, end, kept, hung, room, last):
        gaps = set()
        for k in range(i + 1, end):
            if self.virtual(k) and kept > 0:
                gaps.add(k)
                kept -= 1
        if self.o.get("justify") and not last:
            spare = room - sum(self.t.cols[i:end - 1 if hung else end]) - len(gaps)
            gaps |= self.stretch(i, end, spare, gaps)
        return "".join((" " if k in gaps else "") + self.t.clusters[k] for k in range(i, end))

    def stretch(self, i, end, spare, taken):
        """W7."""
        t, points = self.t, ([], [], [])
        for k in range(i + 1, end):
            if k in taken or self.may[k] != "yes" or k <= self.label:
                continue
            if t.clusters[k - 1] == " ":
                points[0].append(k)
            elif self.o.get("lang") == "ko":
                continue
            elif self.border(k):
                points[1].append(k)
            elif ((t.mark(k - 1, STOP) or t.closing(k - 1)) and not self.any_mark(k)) or \
                    (t.opening(k) and not self.any_mark(k - 1)):
                points[2].append(k)
        if spare <= 0 or spare > sum(map(len, points)):
            return set()
        out = set()
        for these in points:
            n, m = len(these), min(spare, len(these))
            out |= {these[(2 * j + 1) * n // (2 * m)] for j in range(m)}
            spare -= m
        return out


def script_border(a, z):
    def western(x):
        return latin(x) or (digit(x) and x not in FWNUM)

    return (han_or_kana(a) and western(z)) or (western(a) and han_or_kana(z))


def autospace_at(text, i):
    return text[i] == " " and 0 < i < len(text) - 1 and script_border(text[i - 1], text[i + 1])


def strip_autospaces(text):
    """A2."""
    return "".join(c for i, c in enumerate(text) if not autospace_at(text, i))


def majority(text):
    """A2, auto."""
    spaced = sum(autospace_at(text, i) for i in range(len(text)))
    solid = sum(script_border(a, z) for a, z in zip(text, text[1:]))
    return "keep" if spaced == solid else "insert" if spaced > solid else "strip"


def set_text(text, width, options):
    text = text.lstrip(" \u3000")
    marks = re.match(r"(>[> ]*)?", text).group()
    depth = marks.count(">")
    quoted = text[len(marks):].lstrip(" \u3000")
    if 0 < depth <= width // 4 and quoted and options.get("indent", 0) > 0:
        inside = set_text(quoted, width - 2 * depth, dict(options, indent=0))
        return ["| " * depth + line for line in inside]  # P5
    return Setter(Text(text, options), options, width).lines()


# --- made-up texts

PIECES = """汉 字 报 纸 新闻 今天天气 汉 字 报 纸 新闻 今天天气 汉字 ， 。 、 ； ： ！ ？ ． ， 。 （ ） 《 》 「 」
『 』 【 】 “ ” ‘ ’ “ ” " ' —— — …… … · ～ － ＋ ／ / - – a AIGC word U.S. e.g. 3.14% 8.5% 10 2024 3 １２ ＡＢ
㎡ ℃ % ￥ $ ① ② ● 々 カー ちょっと 한국어 문장 http://a.cn/b/c?d=%E4%B8 www.abc.com/ x@example.com C++ + @ ( )
[ ] . , : ! ? 葛󠄀 é 👍 ― ‼ ⁇ ⁉ ︐ ︗ ︘ ﹐ ﹙ ﹚ ｡ ､ ｢ ｣ 〝 〟 ⸺ ─ ⋯ ‥ ︙ ‧ • ･ 〜 ‐ ゠ × ÷ → ± № §
° ′ ″ ‰ ㎏ € £ ＄ ￡ ⑳ ㈠ ❶ ■ ※ ◎ Ⅳ α Я ü ｱ ｶﾞ ㄅ 〇 〻 ヽ ヵ ㇰ ｰ ㄱ ㊀ & * # ^ _ ‒ † ¦ ~ = < > ; ' { } 々々 ㋿ 🇨🇳
₩ ￦ ｡ ､ 1️⃣ 👨‍👩‍👧 한 漢字 ７ ９％ ａ 1.5 A B １．５ ﹏ ＿ ｜ ＠ ＃ ＆ ＊ ＜ ＞ ＝ ＾ ｀ ￢ ¢ ¥ ฿ ー々""".split() + [" ", " ", " ", "\u3000"]

# What sentences of a language are made of: words, what ends a clause, what ends a sentence, and
# pairs of marks to enclose words in.
LANGUAGES = {
    "zh": ("今天 天气 很好 我们 出去 走走 的 了 在 和 是 新征程 高质量 发展 比尔·盖茨 10 月 23 日 2024年 "
           "3.14% 5㎡ 10～15公斤 30%～50% 8:30—17:00 25℃ ￥500 AIGC 大模型 GPT-4 C++17 和/或 —— …… "
           "http://www.example.com/news/2024 foo@example.com ①第一 ②第二 卡拉OK 第3版 人民 Ⅳ －5℃ × ※",
           "， 、 ； ： ，", "。 ！ ？ ……。 ？！ 。", "“” ‘’ 《》 （） 【】 「」 〈〉 \"\" ()"),
    "zh-Hant": ("今天 天氣 很好 我們 出去 走走 的 了 在 和 是 新聞 發展 比爾‧蓋茲 10 月 23 日 2024年 3.14% "
                "10～15公斤 AIGC 大模型 —— …… http://www.example.com/ 臺北 「報紙」 ㄅㄆㄇ NT$500 卡拉OK",
                "， 、 ； ：", "。 ！ ？ 。", "「」 『』 《》 （） 〈〉"),
    "ja": ("今日 は とっても 天気 が よかった ので ちょっと 出かけて きました カード ニュース 人々 "
           "サッカー ー ヴァイオリン 10月 2024年 ３％ 約10㎏ ５００円 ㎏ 東京・大阪 〜 ％ ｶﾞｲﾄﾞ AI 使う "
           "々 ゝ コンピューター です ます http://example.jp/a/b ・・・ ——", "、 ， 、 ；",
           "。 ！　 ？　 。", "「」 『』 （） 〔〕 “” ［］"),
    "ko": ("한국어 문장입니다 신문을 읽는다 오늘 날씨가 좋다 2024년 10월 23일 약 3.14% 대통령은 AI 기술 "
           "AI가 서울·부산 5㎡ 10~15명 ₩500 大統領 K-팝 http://example.kr/news/1 것으로 밝혔다 및 등",
           ", , ; : ·", ". ! ? . .", "“” ‘’ 「」 () 〈〉 \"\""),
    "en": ("the quick brown fox jumps over lazy dogs e.g. U.S. state-of-the-art well-known 3.14% $500 "
           "1,234.56 10:30 2024-10-23 AT&T C++ O'Neill don’t and/or 24/7 https://example.com/a/b?c=d "
           "foo@example.com —— — – … 10–15 café (sic) a i 5% No. x", ", ; : ,", ". ! ? . .",
           "“” ‘’ () [] \"\""),
}

HEADS = "一、 十二、 （三） (4) 5. 6． 7） 3.1 ⑧ ● · 第九章 第10条 问： 张三： 东方朔曰： > >>".split() + ["> > ", "1. "]


def sentences(chance, lang):
    """A paragraph of made-up sentences in the language's own shape."""
    words, pauses, ends, pairs = (part.split(" ") for part in LANGUAGES[lang])
    space = " " if lang in ("ko", "en") else ""
    out = []
    for _ in range(chance.randint(1, 4)):
        for clause in range(chance.randint(1, 3)):
            some = space.join(chance.choice(words) for _ in range(chance.randint(1, 7)))
            if chance.random() < 0.4:
                pair = chance.choice(pairs)
                some = pair[0] + some + chance.choice(["", chance.choice(ends)]) + pair[1]
            out.append((chance.choice(pauses) + space if clause else "") + some)
        out.append(chance.choice(ends) + space)
    return "".join(out).strip()


def made_up(chance):
    lang = chance.choice(["zh", "zh", "zh", "ja", "zh-Hant", "ko"])
    if chance.random() < 0.5:
        lang = chance.choice(list(LANGUAGES))
        text = sentences(chance, lang)
    else:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 40)))
    if chance.random() < 0.1:
        text = chance.choice(HEADS) + text
    options = {
        "level": chance.choice(["strict", "normal", "normal", "loose", "none"]),
        "hang": chance.choice([0, 0, 2]),
        "amb": chance.choice([1, 1, 2]),
        "justify": chance.random() < 0.5,
        "autospace": chance.choice(["keep", "keep", "insert"]),
        "orphan": chance.choice([0, 0, 2]),
        "ko": chance.choice(["syllable", "word"]),
        "lang": lang,
        "indent": chance.choice([0, 0, 4]),
    }
    width = chance.choice([chance.randint(10, 24), chance.randint(10, 80)])
    return {"id": "", "text": text, "width": width, "options": options}


def run(typeset, vectors):
    out = subprocess.run([typeset], input=json.dumps(vectors), stdout=subprocess.PIPE, text=True,
                         encoding="utf-8", check=True).stdout
    found, rows = [], []
    for line in out.split("\n")[:-1]:
        if line:
            rows.append(line)
        else:
            found.append(rows)
            rows = []
    return found


def compare(what, vector, expected, found):
    if expected == found:
        return 0
    print(f"{what} {vector['id']} {vector['width']} {json.dumps(vector['options'])}")
    print("  text      ", vector["text"])
    print("  should be ", "|".join(expected))
    print("  is        ", "|".join(found))
    return 1


def main():
    typeset, path = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20150101
    vectors = json.load(open(path, encoding="utf-8"))
    faults = 0
    for vector, found in zip(vectors, run(typeset, vectors)):
        faults += compare("program", vector, vector["expected"], found)
        options = vector["options"]
        if options.get("join") or options.get("clean") or options.get("grid"):
            continue
        text = vector["text"]
        if options.get("autospace") == "auto":
            options = dict(options, autospace=majority(text))
        if options.get("autospace") == "strip":
            text = strip_autospaces(text)
        faults += compare("rules", vector, vector["expected"],
                          set_text(text, vector["width"], options))
    chance = random.Random(seed)
    texts = [made_up(chance) for _ in range(count)]
    for vector, found in zip(texts, run(typeset, texts)):
        faults += compare("text", vector, set_text(vector["text"], vector["width"],
                                                   vector["options"]), found)
        if faults > 20:
            break
    print(f"# {len(vectors)} vectors, {count} texts of seed {seed}", file=sys.stderr)
    sys.exit(faults > 0)


main()

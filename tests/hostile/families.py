"""Hostile files, made from a seed: what an attacker, or a broken program, may put into a text.

Every file also holds the canary sentences, which must come out as they went in."""

import random
import unicodedata

CANARY = "金丝雀今天在25℃的〇号站台唱①首歌，第②首是𠀋字歌😀。"
SECOND = "金丝雀说：全　角空格、葛\U000E0100城、か\u3099き都要留下。"
ST = {"bel": b"\x07", "st": b"\x1b\\", "c1": b"\xc2\x9c", "raw": b"\x9c", "none": b"", "can": b"\x18"}

# Name, what follows ESC, the C1 code of the same meaning.
INTRODUCERS = {
    "csi": (b"\x1b[", 0x9B), "osc": (b"\x1b]", 0x9D), "dcs": (b"\x1bP", 0x90),
    "apc": (b"\x1b_", 0x9F), "pm": (b"\x1b^", 0x9E), "sos": (b"\x1bX", 0x98),
}
CSI = [b"31m", b"8m", b"2J", b"H", b"6n", b"c", b">c", b"=c", b"?1049h", b"?1000h", b"?2004h", b"?25l",
       b"21t", b"14t", b"18t", b"8;1;1t", b"!p", b"4h", b"20h", b"3g", b"1;1r", b"5i", b"?69h",
       b">q", b"0x", b"9" * 200 + b"m", b";" * 300 + b"m", b"1000000000b", b"2147483648C", b"?6n"]
OSC = [b"0;PWNED", b"2;PWNED", b"1;PWNED", b"4;1;rgb:ff/00/00", b"8;;http://evil.example/", b"9;note",
       b"10;?", b"11;?", b"52;c;UFdORUQ=", b"52;p;?", b"133;A", b"777;notify;a;b", b"1337;File=:AAAA",
       b"7;file://h/etc", b"50;?", b"l", b"L", b"I;file"]
STRINGS = {"dcs": [b"$qm", b"+q544e", b"0;1|17/ab", b"q#0;2;0;0;0~", b"tmux;\x1b\x1b]52;c;eA==\x07"],
           "apc": [b"Ga=T,f=24;AAAA", b"x"], "pm": [b"x"], "sos": [b"x"]}
ESCAPES = [b"\x1bc", b"\x1b7", b"\x1b8", b"\x1b#8", b"\x1b(0", b"\x1bN", b"\x1bO", b"\x1bZ", b"\x1b=",
           b"\x1b>", b"\x1b%G", b"\x1b%@", b"\x1bD", b"\x1bM", b"\x1bk title\x1b\\", b"\x1b\x1b[", b"\x1b",
           b"\x0e", b"\x0f", b"\x05", b"\x08\x08\x08", b"\x7f", b"\x07", b"\x0b", b"\x1b[\x1b]0;x\x07m"]
BIDI = [0x61C, 0x200E, 0x200F] + list(range(0x202A, 0x202F)) + list(range(0x2066, 0x206A))


def page(hostile, where="body"):
    """A small page with the bytes in its title, byline, body, or across a line end."""
    at = {key: b"" for key in ("title", "byline", "body", "end", "caption")}
    at[where] = hostile
    lines = ["夜里的".encode() + at["title"] + "列车".encode(), b"",
             "记者 ".encode() + at["byline"] + "林望舒".encode(), b"",
             ("　　" + CANARY).encode(),
             "　　列车在".encode() + at["body"] + "雨里走了一夜。".encode(),
             ("　　" + SECOND).encode() + at["end"], "图为列车。".encode() + at["caption"], b""]
    return b"\n".join(lines)


def escapes(rng):
    places = ["title", "byline", "body", "end", "caption"]
    for name, (esc, c1) in INTRODUCERS.items():
        forms = {"c0": esc, "c1utf8": chr(c1).encode(), "c1raw": bytes([c1])}
        payloads = {"csi": CSI, "osc": OSC}.get(name) or STRINGS[name]
        for form, head in forms.items():
            for i, payload in enumerate(payloads):
                end = b"" if name == "csi" else ST[rng.choice(list(ST))]
                yield f"esc-{name}-{form}-{i:02}", page(head + payload + end, rng.choice(places))
    for i, sequence in enumerate(ESCAPES):
        yield f"esc-plain-{i:02}", page(sequence, places[i % len(places)])
    for i in range(40):
        parts = [rng.choice(ESCAPES + [b"\x1b[" + c for c in CSI] + [b"\x1b]" + c for c in OSC]
                            + ["字".encode(), b"\n", b"\xc2\x9b", b"\x9d", b"\x1b\\"])
                 for _ in range(rng.randrange(2, 30))]
        yield f"esc-mixed-{i:02}", page(b"".join(parts), rng.choice(places))
    for i in range(10):
        flood = bytes(rng.choice(range(0x20)) for _ in range(2000)).replace(b"\n", b"\r")
        yield f"esc-flood-{i:02}", page(flood)


def broken(rng):
    bad = [b"\xc0\x80", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf", b"\xc1\xbf", b"\xe0\x9f\xbf",
           b"\xf0\x8f\xbf\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\x80\xed\xb0\x80",
           b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80",
           b"\xfe", b"\xff", b"\x80", b"\xbf" * 50, b"\xc0\x9b1m", b"\xe0\x82\x9b", b"\xc0\x9b",
           b"\xe4", b"\xe4\xb8", b"\xf0\x9f", b"\xf0\x9f\x98", b"\xe4\x1b[31m", b"\xe4\xb8\x1b[31m",
           b"\xc2\x1b[31m"]
    for i, sequence in enumerate(bad):
        yield f"utf8-{i:02}", page(sequence, rng.choice(["title", "body", "end"]))
    for cut in (1, 2):
        yield f"utf8-cut-at-end-{cut}", page(b"") + "字".encode()[:cut]
    yield "utf8-all-pairs", b"\n".join(bytes([a, b]) for a in range(1, 256) for b in range(0x7F, 256))
    for edge in (4096, 8192, 65536, 1 << 20):
        for shift in range(4):
            head = page(b"")
            fill = "字".encode() * ((edge - len(head)) // 3)
            text = head + b"\n" + fill
            text += b"x" * (edge - shift - len(text)) + "😀末".encode() + b"\n" + page(b"")
            yield f"edge-{edge}-{shift}", text


def formats(rng):
    for cp in BIDI:
        for where in ("title", "body"):
            yield f"fmt-bidi-{where}-{cp:04x}", page(chr(cp).encode() * 3, where)
    every = [chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) == "Cf"]
    for where in ("title", "byline", "body", "caption"):
        yield f"fmt-every-cf-{where}", page("x".join(every).encode(), where)
    tags = "".join(chr(0xE0000 + c) for c in range(0x80))
    yield "fmt-tags-body", page(("🏴" + tags).encode())
    yield "fmt-tags-title", page(tags.encode(), "title")
    yield "fmt-annotation", page("\uFFF9山\uFFFAやま\uFFFB".encode())
    yield "fmt-annotation-open", page("\uFFF9山\uFFFA".encode(), "title")
    nonchars = [chr(c) for c in list(range(0xFDD0, 0xFDF0)) + [p << 16 | e for p in range(17) for e in (0xFFFE, 0xFFFF)]]
    yield "fmt-nonchars", page("x".join(nonchars).encode())
    yield "fmt-separators", page("一\u2028二\u2029三\u0085四".encode())
    yield "fmt-selectors", page(("字" + "\uFE0F" * 500 + "字" + "\U000E0101" * 500).encode())
    yield "fmt-joiners", page(("👩" + "\u200D" * 500 + "👩\u200D" * 500).encode())
    yield "fmt-every-cc", page(b"x".join(bytes([c]) for c in range(32) if c != 10) +
                               b"x".join(chr(c).encode() for c in range(0x7F, 0xA0)))
    yield "fmt-trojan", page("访问级别\u202E⁦// 检查\u2069\u2066".encode(), "title")
    yield "fmt-bom-inside", page("\uFEFF".encode() * 9)
    for i in range(20):
        yield f"fmt-mixed-{i:02}", page("".join(rng.choice(every + ["字", "👩", "\u0301", "\uFE0F"])
                                                for _ in range(300)).encode(), rng.choice(["title", "body"]))


def marks(rng):
    for n in (1, 4, 30, 31, 1000, 100000):
        yield f"zalgo-{n}", page(("字" + "\u0301" * n).encode())
    yield "zalgo-title", page(("字" + "\u0489\u0301\u0315" * 300).encode(), "title")
    yield "zalgo-line-start", page(("\n" + "\u0301" * 500 + "\n").encode())
    yield "zalgo-spacing", page(("\u0915" + "\u093e" * 3000).encode())
    yield "zalgo-jamo", page("\u1100".encode() * 3000 + "\u1161".encode() * 500 + "\u11A8".encode() * 500)
    yield "zalgo-modifiers", page(("👍" + "🏽" * 300).encode())
    yield "zalgo-regional", page("🇨".encode() * 999)
    for i in range(10):
        kind = [chr(c) for c in range(0x300, 0x370)]
        yield f"zalgo-mixed-{i}", page("".join(c + "".join(rng.choices(kind, k=rng.randrange(80)))
                                               for c in "夜里的列车").encode(), "title")


def sizes(rng):
    yield "size-empty", b""
    yield "size-newline", b"\n"
    yield "size-byte", b"x"
    yield "size-blank", b" \n" * 5000
    yield "size-ideographic-blank", "　\n".encode() * 5000
    yield "size-long-line", ("字" * 300000).encode()
    yield "size-long-word", b"x" * 300000
    yield "size-tiny-lines", b"a\n" * 60000
    yield "size-newlines", b"\n" * 200000
    yield "size-form-feeds", b"\f" * 20000 + page(b"")
    yield "size-tabs", b"\t" * 20000 + page(b"")
    yield "size-spaces", b" " * 100000 + page(b"")
    yield "size-brackets", "（《「『【".encode() * 5000
    yield "size-quotes", "“‘".encode() * 20000
    yield "size-dashes", "——……".encode() * 20000
    yield "size-articles", b"\n\n".join(f"第{i}条消息\n\n　　消息{i}的正文说了一句话。\n".encode() for i in range(2000))
    yield "size-jumps", b"\n".join(f"（下转第{i % 7 + 1}版）\n（上接第{i % 5 + 1}版）".encode() for i in range(2000))
    yield "size-bylines", ("记者 " + "张三 李四 " * 5000).encode()
    yield "size-numbers", b"9" * 5000 + page(b"")
    yield "size-title", page("长".encode() * 20000, "title")
    yield "size-no-newline", page(b"").rstrip(b"\n")
    yield "nul-inside", page(b"a\0b")
    yield "nul-flood", page(b"\0" * 5000)
    yield "nul-only", b"\0" * 4096
    for i in range(10):
        yield f"random-{i}", bytes(rng.randrange(256) for _ in range(3000))
    for i in range(10):
        yield f"random-text-{i}", "".join(chr(rng.choice([rng.randrange(1, 0xD800), rng.randrange(0xE000, 0x110000),
                                                          rng.randrange(0x4E00, 0x9FFF), 10]))
                                          for _ in range(2000)).encode()


def containers(rng):
    hostile = "\x1b]0;PWNED\x07\u202E\u009b31m\uFEFF\U000E0041"
    text = page(b"").decode() + "\n　　列车" + hostile + "开走了。\n"
    for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        mark = "\uFEFF".encode(name)
        yield f"container-{name}", mark + text.encode(name)
        yield f"container-{name}-cut", mark + text.encode(name)[:-1]
        yield f"container-{name}-surrogate", mark + (b"\x00\xd8" if "le" in name else b"\xd8\x00") * 9 + text.encode(name)
    yield "container-gb18030", text.encode("gb18030")
    yield "container-utf8-bom", "\uFEFF".encode() + text.encode()
    yield "container-bom-only", "\uFEFF".encode()
    for name in ("big5", "euc_jp", "shift_jis", "euc_kr"):
        yield f"container-{name}", ("　" + hostile).encode(name, "ignore") * 50
    yield "container-gzip-head", b"\x1f\x8b\x08\x00" + bytes(rng.randrange(256) for _ in range(500))
    yield "container-zip-head", b"PK\x03\x04" + bytes(rng.randrange(256) for _ in range(500))
    yield "container-pdf-head", b"%PDF-1.7\n" + bytes(rng.randrange(256) for _ in range(500))


NAMES = [b"\x1b]0;PWNED\x07.txt", b"\x1b[31mred.txt", "右左\u202Etxt.exe".encode(), b"new\nline.txt",
         b"\xff\xfe\x80.txt", b"-n", b"--help", b" ", b"a b.txt", b"x" * 250 + b".txt", "名\u200B字.txt".encode(),
         b"\xc2\x9b31m.txt", b"tab\there.txt", b"%s%n%d.txt", b"\xed\xa0\x80.txt", "\U000E0041.txt".encode(),
         b"bell\x07.txt", "①〇　😀.txt".encode()]


def names():
    for i, name in enumerate(NAMES):
        yield name, page(f"第{i}个名字".encode(), "title")


def all_files(seed):
    """(name as bytes, content) of every hostile file."""
    rng = random.Random(seed)
    for family in (escapes, broken, formats, marks, sizes, containers):
        for name, content in family(rng):
            yield name.encode() + b".txt", content
    yield from names()

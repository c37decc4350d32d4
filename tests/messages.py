#!/usr/bin/env python3
"""What can be told of a translation without knowing its language.

messages.py pseudo POT PO        a translation into full-width letters, so that what is not translated stands out
messages.py widths PO UI.POT     the messages of the interface that do not fit a terminal of 40 columns
messages.py plain                the letters of standard input that no translation has touched
"""
import re
import sys
import unicodedata

COLUMNS = 40
FORMAT = re.compile(r'%(?:%|[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j)?[a-zA-Z])')
# What is the same in every language: names of options, keys, charsets, formats, values, the program.
QUOTED = re.compile(r'--[a-z-]+|<[A-Z]+>|[A-Z_]{2,}')


def unescape(text):
    return text.replace(r'\n', '\n').replace(r'\"', '"').replace(r'\\', '\\')


def entries(path):
    """The msgid, msgid_plural and msgstr of each entry, as lists of texts by keyword."""
    entry, key = {}, None
    with open(path, encoding='utf-8') as lines:
        for line in list(lines) + ['\n']:
            if line.startswith('#~'):
                continue
            match = re.match(r'(msg[a-z_]+)(?:\[\d\])? "(.*)"$|"(.*)"$', line)
            if match and match[1]:
                key = match[1]
                if key == 'msgid' and entry:
                    yield entry
                    entry = {}
                entry.setdefault(key, []).append(unescape(match[2]))
            elif match:
                entry[key][-1] += unescape(match[3])
    if entry:
        yield entry


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else not unicodedata.combining(c) for c in text)


def filled(text):
    """The text with values as they often are."""
    return FORMAT.sub(lambda m: '%' if m[0] == '%%' else '12' if m[0][-1] in 'dui' else 'words', text)


def full_width(text):
    wide = lambda part: ''.join(chr(ord(c) + 0xfee0) if c.isascii() and c.isalpha() else c for c in part)
    done, last = '', 0
    for keep in re.finditer(f'{FORMAT.pattern}|{QUOTED.pattern}', text):
        done += wide(text[last:keep.start()]) + keep[0]
        last = keep.end()
    return done + wide(text[last:])


def escape(text):
    return text.replace('\\', r'\\').replace('"', r'\"').replace('\n', r'\n')


def pseudo(pot, po):
    with open(po, 'w', encoding='utf-8') as out:
        out.write('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
                  '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n')
        for entry in entries(pot):
            one, many = entry['msgid'][0], entry.get('msgid_plural')
            if not one:
                continue
            out.write(f'\nmsgid "{escape(one)}"\n')
            if many:
                out.write(f'msgid_plural "{escape(many[0])}"\nmsgstr[0] "{escape(full_width(one))}"\n'
                          f'msgstr[1] "{escape(full_width(many[0]))}"\n')
            else:
                out.write(f'msgstr "{escape(full_width(one))}"\n')


def widths(po, pot):
    shown = {entry['msgid'][0] for entry in entries(pot)}
    for entry in entries(po):
        if not entry['msgid'][0] or entry['msgid'][0] not in shown:
            continue
        for text in entry['msgstr']:
            for line in filled(text).split('\n'):
                if columns(line) > COLUMNS:
                    print(f'{columns(line)} columns: {line}')


def plain():
    for line in sys.stdin:
        left = QUOTED.sub('', line)
        if re.search('[A-Za-z]{4,}', left.replace('kanbao', '')):
            print(line.rstrip('\n'))


if __name__ == '__main__':
    {'pseudo': pseudo, 'widths': widths, 'plain': plain}[sys.argv[1]](*sys.argv[2:])

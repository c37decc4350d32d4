#!/usr/bin/env python3
"""Prints what each rule of the reconstruction is worth: the program is built anew without it.

    ablation.py BUILD FOLDER...

BUILD is a build folder; a copy of its library gets the changed object. FOLDERs hold pages with their
gold (tests/data/pages). A row is a rule, the columns those of tests/score-pages.py in
thousandths lost without it. Nothing of this is in the product: a rule is a function, and it is
switched off by returning at its beginning.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
COLUMNS = ['order', 'head', 'byline', 'kicker', 'paras', 'spaces', 'subs', 'extra', 'furniture']
# file, function, what it says without the rule
RULES = '''
columns columns_read false
columns is_break false
columns is_change false
columns begins_small false
columns begins_article false
columns ends_above false
columns begins_flush false
columns is_off_measure false
gaps parts_prose false
crossing is_tight false
crossing is_pulled false
crossing touches false
gutter is_signature false
gutter drop_head
gutter headings_top gutter->top
gutter is_parted false
clean drop_spread false
clean is_stray false
torn find_exploded
torn find_cut_marks
torn find_capitals
torn find_parted_headings
torn find_cut_openings
torn find_cut_bylines
typeface typeface_fit
hangul hangul_fit
furniture find_by_form
furniture find_repeated
furniture find_labels
furniture find_scattered
furniture is_in_capitals false
furniture find_tail
webbutton webbutton_match false
webbutton is_single_button false
pageform is_dashed_number false
measure clear_unwrapped
measure goes_on false
measure find_torn
measure fill_column false
measure find_beside_capital
verse verse_find
verse find_stanzas
label loses_indent false
label usual_indent 0
rolecost is_apart false
rolecost begins_indented false
rolecost begins_small false
rolecost lacks_ghost_indent false
rolecost is_latin_start false
rolecost is_orphan false
rolecost interrupts false
lift lift_headings
label is_signed false
label stands_out true
rolecost cost_resumed 0
seam seam_look 0
opening opening_match false
byline byline_match BYLINE_NO
lead lead_byline (struct str){0}
caption caption_look_for_credit false
chapter chapter_judge CHAPTER_NO
webfact webfact_length 0
words words_has false
reflow is_break_hyphen false
reflow is_compound false
reflow is_capital_of false
segment end_of_heading_above g->from
kicker headline_of g->from
kicker has_dash false
claim find_split (struct turn){article, body_end(c, article), false, -1e9}
claim find_turn find_split(c, c->r->n - 1)
heading heading_form 0
heading heading_subject 0
continued continued_join articles
'''


def without(path, function, value):
    """The source of `path` with the function returning at once."""
    text = open(path, encoding='utf-8').read()
    head = re.search(r'^[a-z][^;={}]*\b%s\([^;{}]*\)\n\{\n' % function, text, re.M)
    if not head:
        sys.exit('%s: has no %s' % (path, function))
    stop = '    if (sizeof(char)) return%s;\n' % (' ' + value if value else '')
    return text[:head.end()] + stop + text[head.end():]


def scores(program, folders):
    """Column -> share, right out of all over the folders' pages."""
    total = {}
    for folder in folders:
        out = subprocess.run([sys.executable, ROOT + '/tests/score-pages.py', program, folder, '--all'],
                             capture_output=True, text=True).stdout
        for name, share in re.findall(r'^(\w+): ([0-9.]+)', out, re.M):
            total.setdefault(name, []).append(float(share))
    return {name: sum(v) / len(v) for name, v in total.items()}


def link_line(build):
    """The command that links the program, as make has it."""
    out = subprocess.run(['make', '-n', '-W', 'src/main.o', 'kanbao', 'V=1'], cwd=build, capture_output=True,
                         text=True).stdout
    return [line for line in out.splitlines() if ' -o kanbao ' in line][-1].rsplit(';', 1)[-1]


def build_without(build, folder, rule):
    """The program without the rule, in `folder`; returns its path."""
    module, function, value = (rule.split(' ', 2) + [''])[:3]
    changed, built = '%s/%s.c' % (folder, module), '%s/%s.o' % (folder, module)
    archive, program = folder + '/libpaper.a', folder + '/kanbao'
    with open(changed, 'w', encoding='utf-8') as out:
        out.write(without('%s/src/paper/%s.c' % (ROOT, module), function, value))
    subprocess.run(['cc', '-O1', '-w', '-fPIE', '-c', '-I' + build, '-I' + ROOT + '/src', changed, '-o', built],
                   check=True)
    shutil.copy2(build + '/src/libpaper.a', archive)
    subprocess.run(['ar', 'r', archive, built], check=True, capture_output=True)
    line = link_line(build).replace(' -o kanbao ', ' -o %s ' % program).replace('src/libpaper.a', archive)
    subprocess.run(line, shell=True, cwd=build, check=True)
    return program


def main():
    build, folders = os.path.abspath(sys.argv[1]), sys.argv[2:]
    whole = scores(build + '/kanbao', folders)
    print('%-34s' % 'rule' + ''.join('%10s' % c for c in COLUMNS))
    print('%-34s' % 'all of them' + ''.join('%10.3f' % whole.get(c, 0) for c in COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        for rule in RULES.strip().splitlines():
            now = scores(build_without(build, folder, rule), folders)
            lost = [round(1000 * (whole.get(c, 0) - now.get(c, 0))) for c in COLUMNS]
            print('%-34s' % ' '.join(rule.split()[:2]) + ''.join('%10s' % (x or '') for x in lost), flush=True)


main()

#!/usr/bin/env python3
"""Sets typographical vectors with the program, as far as it has the options.

    print-vectors.py KANBAO VECTORS...

Complains of those that are not printed as they say.
"""
import json
import subprocess
import sys

OPTIONS = {"level": "--kinsoku", "hang": "--hang", "amb": "--ambiguous", "indent": "--indent",
           "autospace": "--autospace", "ko": "--korean"}
OTHERS = {"justify", "orphan", "grid", "lang", "clean"}


def command(program, vector):
    options = vector["options"]
    words = [program, "--as", "text", "--print", "all", "--no-title", "--no-state",
             "--width", str(vector["width"]), "--lang", options.get("lang", "zh-Hans")]
    for name, value in {"level": "normal", "indent": 0, "amb": 1, "ko": "syllable",
                        **options}.items():
        if name in OPTIONS:
            words += [OPTIONS[name], str(value)]
    words += ["--justify", "on" if options.get("justify") else "off"]
    words += ["--grid", "on" if options.get("grid") else "off"]
    words += ["--orphans", "avoid" if options.get("orphan") else "allow"]
    return words


def main():
    printed = 0
    for path in sys.argv[2:]:
        for vector in json.load(open(path, encoding="utf-8")):
            if set(vector["options"]) - set(OPTIONS) - OTHERS or vector.get("cleaned"):
                continue
            out = subprocess.run(command(sys.argv[1], vector), input=vector["text"],
                                 stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout
            printed += 1
            if out.split("\n")[:-1] != vector["expected"]:
                print(vector["id"], "is", out.replace("\n", "|"))
    print(f"# {printed} vectors printed", file=sys.stderr)


main()

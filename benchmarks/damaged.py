"""Damage: a whole sample of real articles with one line in twenty damaged at random, gathered and marked.

``python -m benchmarks.damaged FILE`` (JSON lines, packed or not). No undamaged article may be lost, and every damaged line must
be named, or still give its article whole. The kinds of damage and their places come from a set seed.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from onrecord.clean.blocks import mark
from onrecord.gather.files import read_lines
from onrecord.gather.inputs import discover, load
from onrecord.records import Found

SEED, SHARE = 20, 0.05


def damage(line: bytes, choice: random.Random) -> tuple[str, bytes]:
    """Do to a line what copying, editors, disks and networks do to lines."""
    at = choice.randrange(1, max(2, len(line) - 2))
    kinds = {
        "cut short": line[:at],
        "beginning lost": line[at:],
        "bytes of no character": line[:at] + b"\xff\xfe" + line[at:],
        "NULs inside": line[:at] + b"\0\0\0\0" + line[at:],
        "NULs alone": b"\0" * 40,
        "quotation marks lost": line.replace(b'": ', b": "),
        "two lines in one": line + line[:at],
        "another encoding": line.decode().encode("utf-16-le"),
        "a byte changed": line[:at] + bytes([line[at] ^ 0xFF]) + line[at + 1 :],
        "line broken in two": line[:at].rstrip(b"\\") + b"\n" + line[at:],
    }
    kind = choice.choice(sorted(kinds))
    return kind, kinds[kind]


def main(path: str) -> int:
    choice = random.Random(SEED)
    whole = [line for line in read_lines(path) if line is not None and line.strip()]
    bad = set(choice.sample(range(len(whole)), round(SHARE * len(whole))))
    lost, silent, marked, kinds = 0, [], 0, Counter[str]()
    written: list[bytes] = []
    places: dict[int, tuple[int, ...]] = {}
    for number, line in enumerate(whole):
        kind, made = damage(line.rstrip(b"\n"), choice) if number in bad else ("", line.rstrip(b"\n"))
        kinds[kind] += bool(kind)
        rows = made.split(b"\n")
        places[number] = tuple(range(len(written) + 1, len(written) + 1 + len(rows)))
        written += rows
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder, "damaged.jsonl")
        news.write_bytes(b"\n".join(written) + b"\n")
        given = {}
        for source in discover([news]):
            for item in load(source):
                given[int((item.sighting.path if isinstance(item, Found) else item.input).rpartition("#")[2])] = item
                marked += bool(mark(item)) if isinstance(item, Found) else 0
    for number, line in enumerate(whole):
        items = [given.get(place) for place in places[number]]
        text = json.loads(line)["text"]
        kept = any(isinstance(item, Found) and item.text == text for item in items)
        if number not in bad:
            lost += not kept and bool(text.strip())
        elif not kept and not any(item is not None and not isinstance(item, Found) for item in items):
            silent.append((number, [type(item).__name__ for item in items]))
    print(f"{len(whole)} articles, {len(bad)} damaged; {marked} gathered and marked")
    print(f"undamaged lost: {lost}; damaged and neither named nor whole: {len(silent)}")
    for kind, count in sorted(kinds.items()):
        if kind:
            print(f"  {count:3} {kind}")
    for number, items in silent[:10]:
        print("  ", number, items)
    return 1 if lost or silent else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))

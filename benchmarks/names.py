"""Names: mentions of speakers drawn from the real articles by a fixed seed, to be read one by one; and what readers said of them.

    python -m benchmarks.names draw [--count 200] [--seed 20261122] [--record FOLDER] > DRAW.jsonl
    python -m benchmarks.names tell [JUDGEMENTS.jsonl ...]
    python -m benchmarks.names open [--record FOLDER]

``draw`` takes statements that have a source (intend and perceive left out) from a record of ``data/news/afpak.jsonl``, built
afresh where none is given, and prints each with its sentence and paragraph, the name it was given and all names and offices of
that entity. A judgement is a line {article, source, content, speaker_name, verdict}: kept by article id and offsets, without
article text. Verdicts: right; open (rightly left open); left (open though it is plain who speaks); wrong (somebody else, or no
name of theirs); merged (the right one, but its entity holds two people). ``open`` counts how many are left open, by the form of
their source.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from benchmarks.judged import shown
from benchmarks.judging import KEPT, judgements, opened, shares
from onrecord import api
from onrecord.show.said import Said

VERDICTS = ("right", "open", "left", "wrong", "merged")
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who", "which", "that"})
DRAWS = sorted(KEPT.glob("names-*.jsonl"))


def sourced(record: api.Record) -> list[Said]:
    """List the statements that have a source, by id."""
    return sorted((said for said in record.said() if said.statement.source), key=lambda said: said.id)


def draw(record: api.Record, count: int, seed: int) -> None:
    """Print a random draw, in the order drawn; equal code, models and seed give an equal draw."""
    entities = {who.id: who for who in record.who()}
    every = sourced(record)
    for said in random.Random(seed).sample(every, min(count, len(every))):
        who = entities.get(said.statement.speaker or "")
        entity = {"kind": who.kind, "names": who.names, "offices": who.offices} if who else None
        print(json.dumps({**shown(said), "sentence": said.sentence, "entity": entity}, ensure_ascii=False))


def tell(path: Path) -> None:
    """Print how the judgements divide."""
    judged = judgements(path, VERDICTS)
    good = shares(judged, VERDICTS, ("right", "open"))
    print(f"{path.stem}: {len(judged)} mentions, on the right entity or rightly left open {good}")


def leave(record: api.Record) -> None:
    """Print how many statements with a source are left open, by what their source is."""
    every, left = Counter[str](), Counter[str]()
    for said in sourced(record):
        form = form_of(said.source)
        every[form] += 1
        left[form] += said.speaker is None
    for form, count in sorted(every.items()):
        print(f"{form}: {left[form]} of {count} left open")


def form_of(source: str) -> str:
    """Say whether a source is a pronoun, has a capital inside its words (a name, most often), or neither."""
    words = source.split()
    if len(words) == 1 and words[0].strip("\"“”'’,").lower() in _PRONOUNS:
        return "pronoun"
    return "named" if any(word[:1].isupper() for word in words[1:] or words) else "described"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    drawing, leaving = verbs.add_parser("draw"), verbs.add_parser("open")
    drawing.add_argument("--count", type=int, default=200)
    drawing.add_argument("--seed", type=int, default=20261122)
    for verb in (drawing, leaving):
        verb.add_argument("--record", type=Path, default=None)
    verbs.add_parser("tell").add_argument("path", type=Path, nargs="*", default=DRAWS)
    options = parser.parse_args()
    if options.verb == "tell":
        for path in options.path:
            tell(path)
        return
    with opened(options.record) as record:
        if options.verb == "draw":
            draw(record, options.count, options.seed)
        else:
            leave(record)


if __name__ == "__main__":
    main()

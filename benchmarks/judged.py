"""Judged: statements drawn from the real articles by a fixed seed, to be read one by one; and what readers said of them.

    python -m benchmarks.judged draw [--count 150] [--seed 20261121] [--record RECORD] > DRAW.jsonl
    python -m benchmarks.judged tell [JUDGEMENTS.jsonl ...]

``draw`` builds ``data/news/afpak.jsonl`` (or takes a record built before) and prints statements (intend and perceive left
out), each with its paragraph and marks, for a reader who did not write the code. A judgement is a line {article, content, source,
speaker_name, act, score, by, verdict}: it is kept by article id and offsets, and holds no article text. Verdicts: right; boundary
(words not said or meant, or missing so that the sense changes); speaker (wrong or wrongly open); none (no statement at all).
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from benchmarks.judging import KEPT, judgements, opened, shares
from onrecord import api
from onrecord.show.said import Said

VERDICTS = ("right", "boundary", "speaker", "none")
DRAWS = sorted(KEPT.glob("statements-*.jsonl"))
"""The draws in the order they were made, each of another code."""


def draw(record: api.Record, count: int, seed: int) -> None:
    """Print a random draw, in the order drawn; equal code, models and seed give an equal draw."""
    every = sorted(record.said(), key=lambda each: each.id)
    for each in random.Random(seed).sample(every, min(count, len(every))):
        print(json.dumps(shown(each), ensure_ascii=False))


def shown(each: Said) -> dict[str, object]:
    """Write a statement for a reader: [content], {source} and <cue> marked in the whole paragraph."""
    marks = {"content": "[{}]", "source": "{{{}}}", "cue": "<{}>", "": "{}"}
    return {
        "article": each.article.id,
        "content": each.statement.content,
        "source": each.statement.source,
        "speaker_name": each.speaker,
        "speaker_office": each.office,
        "act": each.act,
        "by": each.statement.by,
        "score": round(each.statement.score, 3),
        "paragraph": "".join(marks[piece.mark].format(piece.text) for piece in each.marked_paragraph()),
        "before": each.article.text[max(0, each.paragraph_span[0] - 600) : each.paragraph_span[0]],
    }


def tell(path: Path) -> None:
    """Print how the judgements divide, all together and by score."""
    judged = judgements(path, VERDICTS)
    for words, rows in (("all", judged), ("score .9 and above", [row for row in judged if row["score"] >= 0.9])):
        print(f"{path.stem}, {words}: {len(rows)} statements, {shares(rows, VERDICTS)}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    drawing = verbs.add_parser("draw")
    drawing.add_argument("--record", type=Path, default=None)
    drawing.add_argument("--count", type=int, default=150)
    drawing.add_argument("--seed", type=int, default=20261121)
    verbs.add_parser("tell").add_argument("path", type=Path, nargs="*", default=DRAWS)
    options = parser.parse_args()
    if options.verb == "draw":
        with opened(options.record) as record:
            draw(record, options.count, options.seed)
    else:
        for path in options.path:
            tell(path)


if __name__ == "__main__":
    main()

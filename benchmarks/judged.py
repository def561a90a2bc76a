"""Judged: statements drawn from the real articles by a fixed seed, to be read one by one; and what readers said of them.

    python -m benchmarks.judged draw [--count 150] [--seed 20261121] > DRAW.jsonl
    python -m benchmarks.judged tell [JUDGEMENTS.jsonl ...]

``draw`` builds ``data/news/afpak.jsonl`` and prints statements (intend and perceive left out), each with its paragraph
and marks, for a reader who did not write the code. A judgement is a line {article, content, source, speaker_name,
act, score, by, verdict}: it is kept by article id and offsets, and holds no article text. Verdicts: right; boundary (words
not said or meant, or missing so that the sense changes); speaker (wrong or wrongly open); none (no statement at all).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.common import shared
from onrecord import api
from onrecord.show.said import Said

VERDICTS = ("right", "boundary", "speaker", "none")
KEPT = sorted((Path(__file__).parent / "judgements").glob("statements-*.jsonl"))
"""The draws in the order they were made, each of another code."""


def draw(count: int, seed: int) -> None:
    """Print a random draw, in the order drawn; equal code, models and seed give an equal draw."""
    with TemporaryDirectory() as folder:
        record = Path(folder, "record")
        api.build(shared() / "data" / "news" / "afpak.jsonl", record, workers=2)
        with api.open(record) as opened:
            every = sorted(opened.said(), key=lambda each: each.id)
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
    judged = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    unknown = {row["verdict"] for row in judged} - set(VERDICTS)
    if unknown:
        sys.exit(f"{path}: no such verdict: {', '.join(sorted(unknown))}")
    for words, rows in (("all", judged), ("score .9 and above", [row for row in judged if row["score"] >= 0.9])):
        held = Counter(row["verdict"] for row in rows)
        shares = ", ".join(f"{verdict} {held[verdict]}" for verdict in VERDICTS)
        print(f"{path.stem}, {words}: {len(rows)} statements, {held['right'] / max(1, len(rows)):.1%} right ({shares})")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    drawing = verbs.add_parser("draw")
    drawing.add_argument("--count", type=int, default=150)
    drawing.add_argument("--seed", type=int, default=20261121)
    verbs.add_parser("tell").add_argument("path", type=Path, nargs="*", default=KEPT)
    options = parser.parse_args()
    if options.verb == "draw":
        draw(options.count, options.seed)
    else:
        for path in options.path:
            tell(path)


if __name__ == "__main__":
    main()

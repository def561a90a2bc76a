"""Trust: how well it tells the statements that people sign from those they do not; fits its weights.

    python -m benchmarks.trust [--fit]

Reads again the articles whose statements were judged (``judgements/statements-*.jsonl``; ``doubtful-*.jsonl``, drawn where the
trained reader is unsure) and takes the judgements of what it finds today with the same words, told indirectly. A wrong speaker is
no matter of trust and left out. Prints what thresholds would hide, cross-fitted over articles. ``--fit`` writes the weights.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np

from benchmarks.common import articles, shared
from benchmarks.joint import regress
from benchmarks.judged import DRAWS, VERDICTS
from benchmarks.judging import KEPT, judgements
from benchmarks.polnear import load_tagger
from onrecord.backends.spacy import SpacyParser
from onrecord.flow import reading
from onrecord.gather.inputs import Input, discover, load
from onrecord.read import trust
from onrecord.read.page import Page
from onrecord.records import Found, Spans, Statement

DEVELOPMENT = sorted(KEPT.glob("development-*.jsonl"))
"""Statements drawn at random to learn from, from more articles than the draws that tell how good a reader is."""
DOUBTFUL = sorted(KEPT.glob("doubtful-*.jsonl"))
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "lang" / "en" / "trust.toml"
SAMPLE = 3000
FOLDS = 10
POINTS = (0.56, 0.60, 0.64, 0.66, 0.68, 0.70, 0.72, 0.74, 0.78)

Verdicts = dict[Spans, str]


@dataclass(frozen=True)
class Judged:
    """A statement of today that was judged: its fold by article, whether of a random draw, its signs, and whether it is right."""

    fold: int
    random: bool
    signs: dict[str, float]
    right: bool


def verdicts_of(paths: Sequence[Path]) -> dict[str, Verdicts]:
    """Give each article's verdicts by the spans of the content, the last where there are several."""
    held: dict[str, Verdicts] = defaultdict(dict)
    for path in paths:
        for row in judgements(path, VERDICTS):
            held[row["article"]][tuple((start, end) for start, end in row["content"])] = row["verdict"]
    return held


def inputs() -> Iterator[Found]:
    """Give every article that draws were made from."""
    with TemporaryDirectory() as folder:
        sample = Path(folder, "sample.jsonl")
        sample.write_text("".join(json.dumps(row) + "\n" for row in articles(SAMPLE)), "utf-8")
        for source in discover([shared() / "data" / "news" / "afpak.jsonl", sample]):
            assert isinstance(source, Input)
            yield from (found for found in load(source) if isinstance(found, Found))


def judged() -> list[Judged]:
    """Read each judged article once more and list the signs of what is weighed today."""
    drawn, doubtful = verdicts_of([*DRAWS, *DEVELOPMENT]), verdicts_of(DOUBTFUL)
    backends = reading.Backends(SpacyParser(), load_tagger("joint"))
    held: list[Judged] = []

    def noted(page: Page, statements: Sequence[Statement], weakest: Sequence[float | None]) -> list[Statement]:
        for each, chance in zip(statements, weakest, strict=True):
            for random, known in ((True, drawn), (False, doubtful)):
                verdict = known[each.article].get(each.content, "speaker") if each.article in known else "speaker"
                if chance is not None and verdict != "speaker" and trust.is_weighed(each):
                    fold = int(each.article[:6], 16) % FOLDS
                    held.append(Judged(fold, random, trust.signs(page, each, chance), verdict == "right"))
        return list(statements)

    with patch.object(reading, "withhold", noted):
        read: set[str] = set()
        for found in inputs():
            if found.article not in read and (found.article in drawn or found.article in doubtful):
                read.add(found.article)
                reading.read(found, backends)
    return held


def fit(finds: Sequence[Judged]) -> list[float]:
    """Fit the weights of the signs."""
    return regress([tuple(find.signs.values()) for find in finds], [find.right for find in finds])


def crossed(finds: Sequence[Judged]) -> list[tuple[float, Judged]]:
    """Trust each find by weights fitted on the other folds' articles."""
    held: list[tuple[float, Judged]] = []
    for fold in range(FOLDS):
        constant, *rest = fit([find for find in finds if find.fold != fold])
        own = [find for find in finds if find.fold == fold]
        held.extend((float(1 / (1 + np.exp(-constant - np.dot(rest, list(find.signs.values()))))), find) for find in own)
    return held


def table(finds: Sequence[tuple[float, Judged]]) -> None:
    """Print what would be hidden below some points, of random draws and of the doubtful."""
    print("| hidden below | random draws: right / wrong hidden | right of what is left | doubtful: right / wrong hidden |")
    print("|---|---|---|---|")
    for least in (0.0, *POINTS):
        cells = []
        for random in (True, False):
            own = [(chance, find.right) for chance, find in finds if find.random == random]
            hidden = [right for chance, right in own if chance < least]
            left = [right for chance, right in own if chance >= least]
            cells.append((f"{sum(hidden)} / {len(hidden) - sum(hidden)}", f"{sum(left) / len(left):.1%} of {len(left)}"))
        print(f"| {least:.2f} | {cells[0][0]} | {cells[0][1]} | {cells[1][0]} |")


def write_weights(finds: Sequence[Judged]) -> None:
    """Write the weights fitted on all judgements; words and threshold are kept."""
    right = sum(find.right for find in finds)
    constant, *weights = fit(finds)
    lines = [f"constant = {constant} # {len(finds)} statements, {right} of them right", "[weights]"]
    lines += [f"{name} = {weight}" for name, weight in zip(finds[0].signs, weights, strict=True)]
    kept = WEIGHTS.read_text("utf-8").partition("constant = ")[0]
    WEIGHTS.write_text(kept + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fit", action="store_true")
    chosen = options.parse_args()
    finds = judged()
    if chosen.fit:
        write_weights(finds)
    table(crossed(finds))


if __name__ == "__main__":
    main()

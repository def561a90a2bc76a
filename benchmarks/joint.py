"""The joined reader weighed on PolNeAR dev: how sure its scores are, where to cut, what goes wrong by kind.

    python -m benchmarks.joint [--fit] [--mistakes]

``--fit`` fits the weights that turn the trained reader's score and the rules' agreement into a calibrated one, and writes them
where ``read.joint`` reads them: run it again for every new model. The table of reliability is cross-fitted: no article is scored
by weights that have seen it. A second table tells what other thresholds would keep. ``--mistakes`` counts mistakes by kind.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.common import shared
from benchmarks.polnear import Tagged, judge, load_tagger, tag_split
from onrecord.backends.protocols import Parse
from onrecord.backends.spacy import SpacyParser
from onrecord.lang import words
from onrecord.read import joint
from onrecord.read.joint import JointTagger, calibrated
from onrecord.records import Attribution, Block

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "lang" / "en" / "joint_scores.toml"
POPULATIONS = ("both", "alone", "rules")
FORM = "form"
"""Finds of rules that read a form, or inside what somebody else says: scored by their rule, whatever the trained reader finds."""
FIRST = 2
"""The first number the recorder gives: above all scores."""
FOLDS = 7
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
POINTS = (0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
HALF = 0.5
"""Contents and sources that share so much of their words count as the same, as the scorer counts them."""


@dataclass(frozen=True)
class Weighed:
    """One find of the joined reader: where, by whom, the signs its score is made of, and whether it is right."""

    fold: int
    population: str
    signs: tuple[float, ...]
    score: float
    right: bool


class Recorder:
    """Stands in for the calibration while a text is joined: gives each find the number under which its signs are kept."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, tuple[float, ...]]] = []

    def __call__(self, population: str, score: float, *signs: float) -> float:
        """Keep the signs; no number is as low as a score, so that no find is dropped for it."""
        self.seen.append((population, (score, *signs)))
        return float(len(self.seen) - 1 + FIRST)


@dataclass(frozen=True)
class RecordingTagger:
    """The joined reader with a recorder in the place of its calibration."""

    inner: JointTagger
    recorder: Recorder
    name: str = "recording"

    def tag(self, text: str, blocks: Sequence[Block], parse: Parse) -> list[Attribution]:
        """List what the joined reader finds whatever its score."""
        return self.inner.tag(text, blocks, parse, self.recorder)


def rights(scorer: Any, article: Tagged) -> dict[int, tuple[int, float, float]]:
    """Give for each find paired with a gold attribution that one's number and how much of content and source they share."""
    tokens = scorer.Tokens(article.text)
    gold = [{role: tokens.of(g[role]) for role in scorer.ROLES} for g in article.gold if g["content"]]
    ours = [{role: tokens.of(getattr(x, role)) for role in scorer.ROLES} for x in article.found]
    return {
        p: (
            g,
            content,
            scorer.jaccard(gold[g]["source"], ours[p]["source"]) if gold[g]["source"] else float(not ours[p]["source"]),
        )
        for g, p, content in scorer.pair(gold, ours)
    }


def weigh(scorer: Any, articles: Sequence[Tagged], recorder: Recorder) -> Iterator[Weighed]:
    """Look up the signs of each find, and whether it is right."""
    for number, article in enumerate(articles):
        paired = rights(scorer, article)
        for index, found in enumerate(article.found):
            _, content, source = paired.get(index, (0, 0.0, 0.0))
            population, signs = recorder.seen[round(found.score) - FIRST] if found.score >= FIRST else (FORM, ())
            yield Weighed(number % FOLDS, population, signs, found.score, content >= HALF and source >= HALF)


def fit(finds: Sequence[Weighed]) -> list[float]:
    """Fit the weights of the signs, the score by its log odds."""
    return regress([(logit(find.signs[0]), *find.signs[1:]) for find in finds], [find.right for find in finds])


def regress(signs: Sequence[Sequence[float]], right: Sequence[bool]) -> list[float]:
    """Fit a logistic regression from signs to right or wrong: a constant, then their weights, held small."""
    x = np.array([[1.0, *each] for each in signs])
    y = np.array([float(each) for each in right])
    weights = np.zeros(x.shape[1])
    hold = np.eye(len(weights))
    hold[0, 0] = 1e-6
    for _ in range(50):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) + hold @ weights
        weights -= np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + hold, slope)
    return [round(float(weight), 3) for weight in weights]


def logit(chance: float) -> float:
    clipped = min(max(chance, 0.01), 0.99)
    return float(np.log(clipped / (1 - clipped)))


def crossed(finds: Sequence[Weighed]) -> list[Weighed]:
    """Score each find by weights fitted on the other folds' articles."""
    scored = [find for find in finds if find.population == FORM]
    for population in POPULATIONS:
        own = [find for find in finds if find.population == population]
        for fold in range(FOLDS):
            constant, *rest = fit([find for find in own if find.fold != fold])
            for find in (find for find in own if find.fold == fold):
                odds = constant + float(np.dot(rest, [logit(find.signs[0]), *find.signs[1:]]))
                scored.append(replace(find, score=float(1 / (1 + np.exp(-odds)))))
    return scored


def reliability(finds: Sequence[Weighed]) -> None:
    """Print how often finds of each score are right, in all and by who found them."""
    print("| score | finds | mean score | right | both | reader alone | rules alone | forms |\n|---|---|---|---|---|---|---|---|")
    for low, high in pairwise(EDGES):
        held = [find for find in finds if low <= find.score < high or (high == 1 and find.score == 1)]
        if held:
            mean = sum(find.score for find in held) / len(held)
            shares = (share([f for f in held if f.population == each]) for each in (*POPULATIONS, FORM))
            print(f"| {low:.2f}–{high:.2f} | {len(held)} | {mean:.3f} | {share(held)} | {' | '.join(shares)} |")
    sure = [find for find in finds if find.score >= 0.9]
    print(f"\n{len(sure) / len(finds):.1%} score .9 or more; of those {share(sure)} are right.")


def share(finds: Sequence[Weighed]) -> str:
    return f"{sum(find.right for find in finds) / len(finds):.3f} of {len(finds)}" if finds else "–"


def write_weights(finds: Sequence[Weighed]) -> None:
    """Write the weights fitted on all of dev."""
    lines = [
        "# From the trained reader's score to the share of such finds that is right on PolNeAR dev (content and source, both by",
        "# half or more): constant, weight of the score's log odds; where the rules agree, of their naming the same source, and",
        "# of the share of words in common. Written by: python -m benchmarks.joint --fit",
    ]
    for population in POPULATIONS:
        own = [find for find in finds if find.population == population]
        lines += ["", f"[{population}] # {len(own)} finds", f"weights = {fit(own)}"]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def points(scorer: Any, articles: Sequence[Tagged], finds: Sequence[Weighed]) -> None:
    """Print what would be kept, and how much of it is right, if the trained reader's own finds counted from other scores on."""
    print("\n| kept from | precision | recall | F1 | recall direct / mixed / indirect |\n|---|---|---|---|---|")
    for least in POINTS:
        scores, items = iter(finds), []
        for article in articles:
            own = [(each, next(scores)) for each in article.found]
            held = [each for each, find in own if _is_kept(each, find, least)]
            items.append((article.text, article.gold, [{role: getattr(x, role) for role in scorer.ROLES} for x in held]))
        scored = scorer.score(items)
        both = scored["attribution"]["overlap"]
        recall = " / ".join(f"{100 * one['r']:.1f}" for one in scored["recall_by_type"].values())
        print(f"| {least} | {100 * both['p']:.1f} | {100 * both['r']:.1f} | {100 * both['f1']:.1f} | {recall} |")


def _is_kept(each: Attribution, find: Weighed, least: float) -> bool:
    if find.population != "alone":
        return True
    return calibrated(find.population, *find.signs) >= (least if each.source else max(least, joint.NAMELESS))


def mistakes(scorer: Any, articles: Sequence[Tagged]) -> Counter[str]:
    """Count finds and gold attributions by what is wrong with them."""
    counts: Counter[str] = Counter()
    for article in articles:
        tokens, paired = scorer.Tokens(article.text), rights(scorer, article)
        gold = [g for g in article.gold if g["content"]]
        matched = {g for g, content, _ in paired.values() if content >= HALF}
        for index, found in enumerate(article.found):
            g, content, source = paired.get(index, (0, 0.0, 0.0))
            if content < HALF:
                counts["found, and no attribution or less than half of its content"] += 1
            elif source < HALF:
                counts["another source, or one too many or none"] += 1
            elif content == 1:
                counts["right, word for word"] += 1
            else:
                counts[_edges(tokens.of(found.content), tokens.of(gold[g]["content"]))] += 1
        for number, g in enumerate(gold):
            content_words = tokens.of(g["content"])
            if number not in matched and content_words:
                counts[f"missed, {scorer.kind(content_words, tokens)}"] += 1
    return counts


def _edges(ours: set[int], gold: set[int]) -> str:
    """Name the side at which a content differs most."""
    before, after = min(ours) - min(gold), max(gold) - max(ours)
    if max(abs(before), abs(after)) == 0:
        return "content: a piece in the middle"
    side, missing = ("beginning", before) if abs(before) >= abs(after) else ("end", after)
    return f"content: words {'missing' if missing > 0 else 'too many'} at its {side}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fit", action="store_true")
    options.add_argument("--mistakes", action="store_true")
    chosen = options.parse_args()
    root, parser, tagger = shared(), SpacyParser(), load_tagger("joint")
    scorer = judge(root)
    if chosen.mistakes:
        for kind, count in mistakes(scorer, list(tag_split(root, "dev", parser, tagger))).most_common():
            print(f"| {kind} | {count} |")
        return
    assert isinstance(tagger, joint.JointTagger)
    recorder = Recorder()
    articles = list(tag_split(root, "dev", parser, RecordingTagger(tagger, recorder)))
    finds = list(weigh(scorer, articles, recorder))
    if chosen.fit:
        write_weights(finds)
        words.cache_clear()
    reliability(crossed(finds))
    points(scorer, articles, finds)


if __name__ == "__main__":
    main()

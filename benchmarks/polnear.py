"""PolNeAR: attributions found in 84 articles nobody's rules were made on, by rules, model or both; tools/score_polnear.py judges.

    python -m benchmarks.polnear [--tagger joint|rules|trained] [--split dev|train] [--by-rule] [--calibrate]

``--by-rule`` adds how often each rule is right; ``--calibrate`` measures that on train and dev together and writes it where the
rules read it. PolNeAR never annotates an attribution inside another's content; such finds count against precision here and are
left out of the calibration.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.common import shared
from onrecord.backends.onnx import load
from onrecord.backends.protocols import Parser, Tagger
from onrecord.backends.spacy import SpacyParser
from onrecord.clean.blocks import mark
from onrecord.read.attributions import RulesTagger
from onrecord.read.joint import JointTagger
from onrecord.read.rules.choose import holds
from onrecord.records import READ_ROLES, Attribution, Found, Sighting

SCORES = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "lang" / "en" / "rule_scores.toml"
FEWEST = 20
"""Finds from which a rule's own share is trusted; below, all rules' share stands in."""


@dataclass(frozen=True)
class Tagged:
    """One article, its gold attributions in the judge's form, and what was found."""

    name: str
    text: str
    gold: list[dict[str, Any]]
    found: list[Attribution]
    raised: bool = False


def load_tagger(name: str) -> Tagger:
    """Load the rules, the trained reader, or both joined as a build uses them; the last two where the model is installed."""
    if name == "rules":
        return RulesTagger()
    trained = load()
    if trained is None:
        sys.exit("the trained reader is not installed: pip install ./models/onrecord-reader-en")
    return trained if name == "trained" else JointTagger(RulesTagger(), trained)


def judge(root: Path) -> Any:
    """Load the scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location("score_polnear", root / "tools" / "score_polnear.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tag_split(root: Path, split: str, parser: Parser, tagger: Tagger) -> Iterator[Tagged]:
    """Tag each article of a split by the chain's own cleaning and parse; one that raises is printed and counts as empty."""
    for name, item in judge(root).load_split(str(root / "data" / "polnear"), split).items():
        try:
            yield Tagged(name, item["text"], item["gold"], tag_one(item["text"], parser, tagger))
        except Exception:  # noqa: BLE001 - the benchmark counts articles that raise
            print(f"RAISED in {name}\n{traceback.format_exc()}")
            yield Tagged(name, item["text"], item["gold"], [], raised=True)


def tag_one(text: str, parser: Parser, tagger: Tagger) -> list[Attribution]:
    """Tag one text as ``flow.reading`` would."""
    body = tuple(block for block in mark(Found(text, Sighting(""))) if block.role in READ_ROLES)
    return tagger.tag(text, body, parser.parse(text, body))


def predictions(articles: list[Tagged]) -> str:
    """Write finds as the judge reads them: one JSON line an article."""
    rows = (
        {"doc": a.name, "attributions": [{"source": x.source, "cue": x.cue, "content": x.content} for x in a.found]}
        for a in articles
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


def by_rule(scorer: Any, articles: list[Tagged]) -> dict[str, tuple[int, int]]:
    """Count for each rule its finds outside other finds' contents, and those right in content and source by half or more."""
    made, right = Counter[str](), Counter[str]()
    for article in articles:
        tokens = scorer.Tokens(article.text)
        found = [x for x in article.found if not any(x.cue and y is not x and holds(y.content, x.cue) for y in article.found)]
        gold = [{role: tokens.of(g[role]) for role in scorer.ROLES} for g in article.gold if g["content"]]
        ours = [{role: tokens.of(getattr(x, role)) for role in scorer.ROLES} for x in found]
        made.update(x.by for x in found)
        for g, p, content in scorer.pair(gold, ours):
            source = scorer.jaccard(gold[g]["source"], ours[p]["source"]) if gold[g]["source"] else float(not ours[p]["source"])
            right[found[p].by] += content >= 0.5 and source >= 0.5
    return {rule: (made[rule], right[rule]) for rule in sorted(made)}


def write_scores(counts: dict[str, tuple[int, int]]) -> None:
    """Write the share right of each rule where ``read.rules.tagger`` looks it up."""
    everything = sum(right for _, right in counts.values()) / sum(made for made, _ in counts.values())
    lines = [
        "# How often each rule is right in content and source on PolNeAR train and dev (both by half or more, as",
        "# tools/score_polnear.py pairs them), finds inside another content left out.",
        "# Written by: python -m benchmarks.polnear --calibrate",
        "",
        "[scores]",
        f"other = {everything:.3f}",
    ]
    for rule, (made, right) in counts.items():
        if made >= FEWEST:
            lines.append(f"{rule.split(':')[-1]} = {right / made:.3f} # of {made}")
    SCORES.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tagger", choices=["joint", "rules", "trained"], default="joint")
    options.add_argument("--split", choices=["dev", "train"], default="dev")
    options.add_argument("--by-rule", action="store_true")
    options.add_argument("--calibrate", action="store_true")
    chosen = options.parse_args()
    root = shared()
    scorer, parser, tagger = judge(root), SpacyParser(), load_tagger(chosen.tagger)
    splits = ["train", "dev"] if chosen.calibrate else [chosen.split]
    articles = [article for split in splits for article in tag_split(root, split, parser, tagger)]
    if not chosen.calibrate:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write(predictions(articles))
            file.flush()
            print(scorer.table(scorer.score_file(str(root / "data" / "polnear"), chosen.split, file.name)))
        print(f"articles that raised: {sum(article.raised for article in articles)}")
    if chosen.by_rule or chosen.calibrate:
        counts = by_rule(scorer, articles)
        for rule, (made, right) in counts.items():
            print(f"{rule:28} {made:6} found, {right / made:.3f} right")
        if chosen.calibrate:
            write_scores(counts)


if __name__ == "__main__":
    main()

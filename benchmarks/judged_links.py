"""Judged links: the strongest clashes and a draw of same-claim links, to be read one by one; and what readers said of them.

    python -m benchmarks.judged_links draw [--record RECORD] [--count 100] [--relations supports elaborates] > DRAW.jsonl
    python -m benchmarks.judged_links tell [JUDGEMENTS.jsonl ...]

``draw`` builds ``data/news/afpak.jsonl`` and the first 1,000 articles of ``sample-3000`` (or takes a record built before) and
prints the strongest denies, contradicts, concedes and shifts, those between articles of different text first up to their share
of 60, and as many links of the same claim, drawn by a fixed seed; with ``--relations``, as many of each relation named instead.
Each comes with both sentences in context. A copy's links are left out: it repeats what its first says. A judgement is a line
{relation, a, b, a_spans, b_spans, strength, score, by, across, verdict}, a and b each {article, content}: offsets alone, no
article text. Verdicts: right; wrong (the relation does not hold); statement (a statement is not what its article says, so that
nothing can be said).
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.judging import KEPT, judgements, opened, shares
from onrecord import api
from onrecord.records import Relation
from onrecord.show.disputes import Dispute
from onrecord.show.said import Said

VERDICTS = ("right", "wrong", "statement")
CLASHES = (Relation.DENIES, Relation.CONTRADICTS, Relation.CONCEDES, Relation.SHIFTS)
SIDING = (Relation.SUPPORTS, Relation.ELABORATES)
DRAWS = sorted(KEPT.glob("links-*.jsonl"))
ACROSS = 0.6
"""Share of the clashes drawn that stand between two articles, as far as there are so many."""
_BEFORE, _AFTER = 400, 200


def draw(record: api.Record, count: int, seed: int) -> None:
    """Print a draw; equal code, models, articles and seed give an equal draw."""
    clashes = strongest(record.disputes(relation=CLASHES), count)
    same = sorted(record.disputes(relation=Relation.SAME), key=lambda link: link.id)
    for link in (*clashes, *random.Random(seed).sample(same, min(count, len(same)))):
        print(json.dumps(shown(link), ensure_ascii=False))


def draw_of(record: api.Record, relations: Sequence[Relation], count: int, seed: int) -> None:
    """Print a draw of so many links of each relation, all where there are fewer."""
    for relation in relations:
        links = sorted(record.disputes(relation=relation), key=lambda link: link.id)
        for link in random.Random(seed).sample(links, min(count, len(links))):
            print(json.dumps(shown(link), ensure_ascii=False))


def strongest(links: Iterable[Dispute], count: int) -> list[Dispute]:
    """Give the links with the highest scores, those across articles up to their share first."""
    ranked = sorted(links, key=lambda link: (-link.link.score, link.id))
    between = [link for link in ranked if is_across(link)][: int(count * ACROSS)]
    chosen = {link.id for link in between}
    rest = [link for link in ranked if link.id not in chosen]
    return [*between, *rest[: count - len(between)]]


def is_across(link: Dispute) -> bool:
    """Say whether a link stands between two articles."""
    return link.a.article.id != link.b.article.id


def shown(link: Dispute) -> dict[str, object]:
    """Write a link for a reader: both sides in context, what is said of them and why."""
    found = link.link
    return {
        "relation": found.relation,
        "strength": found.strength,
        "score": found.score,
        "by": found.by,
        "why": found.why,
        "across": is_across(link),
        "a": _side(link.a, found.a_spans),
        "b": _side(link.b, found.b_spans),
        "a_spans": found.a_spans,
        "b_spans": found.b_spans,
    }


def _side(said: Said, spans: Sequence[tuple[int, int]]) -> dict[str, object]:
    text, content = said.article.text, said.statement.content
    first, last = max(0, content[0][0] - _BEFORE), content[-1][1] + _AFTER
    return {
        "article": said.article.id,
        "content": content,
        "speaker": said.speaker,
        "act": said.act,
        "day": said.day.earliest if said.day else None,
        "words": " … ".join(text[start:end] for start, end in spans or content),
        "context": text[first:last],
    }


def tell(path: Path) -> None:
    """Print how the judgements divide, for clashes and for same claims, in one article and across."""
    judged = judgements(path, VERDICTS)
    for name, rows in (
        ("clashes", [row for row in judged if row["relation"] in CLASHES]),
        ("same claim", [row for row in judged if row["relation"] == Relation.SAME]),
        *((str(relation), [row for row in judged if row["relation"] == relation]) for relation in SIDING),
    ):
        for where, part in (("all", rows), ("between articles", [row for row in rows if row["across"]])):
            if not part:
                continue
            print(f"{path.stem}, {name}, {where}: {len(part)} links, {shares(part, VERDICTS)}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    drawing = verbs.add_parser("draw")
    drawing.add_argument("--record", type=Path)
    drawing.add_argument("--count", type=int, default=100)
    drawing.add_argument("--seed", type=int, default=20261122)
    drawing.add_argument("--relations", type=Relation, nargs="+", default=[], metavar="RELATION")
    verbs.add_parser("tell").add_argument("path", type=Path, nargs="*", default=DRAWS)
    options = parser.parse_args()
    if options.verb == "draw":
        with opened(options.record, more=1000) as record:
            if options.relations:
                draw_of(record, options.relations, options.count, options.seed)
            else:
                draw(record, options.count, options.seed)
    else:
        for path in options.path:
            tell(path)


if __name__ == "__main__":
    main()

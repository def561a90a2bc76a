"""Rules and a trained reader read together, each where it is better: what both find is surest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.backends.protocols import Parse, Tagger
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.mending import mend
from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.spans import Near
from onrecord.records import Attribution, Block, Spans

AGREE = 0.5
"""Contents that share this much of their words (Jaccard, over word characters) are one find."""

ALONE = 0.6
"""What the trained reader finds alone counts from this score on, if it has a source; without one the rules must find it too.

On PolNeAR dev .5 gives .3 more F1 and two points less precision: of what lies between, fewer than half are right.
"""

APART = 0.2
"""A find of the rules alone counts where no other content holds more than this share of it, or it of the other."""

FORMS = frozenset({"headline", "turn", "signed", "announced", "topic"})
"""Forms that the trained reader has seen few of; here the rules' spans are taken where both find something."""

CLAUSES = frozenset({"clause", "parenthetic"})
"""The rules that give a clause whole: where the trained reader cut it short, they are right oftener (32 to 20 on PolNeAR dev)."""

TRUSTED = FORMS | {"according", "clause", "parenthetic", "quote", "hearsay", "gerund"}
"""The rules whose finds count though the trained reader does not find them."""

NESTED = frozenset({"noun", "infinitive", "clause", "according"})
"""The rules whose finds count inside what somebody else says, which the trained reader was never shown."""


class JointTagger:
    """Take the trained reader's attributions, with the rules to confirm, add and, in forms it does not know, replace them."""

    def __init__(self, rules: Tagger, trained: Tagger) -> None:
        """Join two readers; the rules name their rule after the colon of ``Attribution.by``."""
        self.rules, self.trained = rules, trained
        self.name = f"{trained.name}+{rules.name}"

    def tag(self, text: str, blocks: Sequence[Block], parse: Parse) -> list[Attribution]:
        """List the attributions of both in text order of their content, each once."""
        trained = [held for each in self.trained.tag(text, blocks, parse) if (held := solid(each)).content]
        trained = [held for each in mend(Sheet(text, blocks, parse, lexicon()), trained) if (held := solid(each)).content]
        return join(text, self.rules.tag(text, blocks, parse), trained)


def solid(each: Attribution) -> Attribution:
    """Leave out spans that hold no character, as a mark alone may leave behind when its quotation is cut away."""
    source, cue, content = (tuple(span for span in spans if span[0] < span[1]) for spans in (each.source, each.cue, each.content))
    return replace(each, source=source, cue=cue, content=content)


def join(text: str, ruled: Sequence[Attribution], trained: Sequence[Attribution]) -> list[Attribution]:
    """Join what rules and trained reader found in one text."""
    words = {id(each): _words(text, each.content) for each in (*ruled, *trained)}
    rules: Near[Attribution] = Near()
    for each in ruled:
        rules.add(each.content, each)
    held: list[Attribution] = []
    taken: Near[frozenset[int]] = Near()
    for each in trained:
        own, around = words[id(each)], rules.near(each.content)
        form = any(_rule(other) in FORMS and _touch(own, words[id(other)]) for other in around)
        found = None if form else _weighed(text, each, around, words)
        if found:
            held.append(found)
            taken.add(each.content, own)
    for each in ruled:
        own, others = words[id(each)], taken.near(each.content)
        alone = _rule(each) in TRUSTED and own and not any(_touch(own, other) for other in others)
        if _rule(each) in FORMS or alone or (_rule(each) in NESTED and _inside(_whole(text, each), own, others)):
            held.append(each)
            taken.add(each.content, own)
    return sorted(held, key=lambda each: (each.content or each.cue or each.source, each.source, each.cue))


def _weighed(text: str, each: Attribution, ruled: Sequence[Attribution], words: dict[int, frozenset[int]]) -> Attribution | None:
    own = words[id(each)]
    agreed = [other for other in ruled if _overlap(own, words[id(other)]) >= AGREE]
    if agreed:
        first = agreed[0]
        whole = _rule(first) in CLAUSES and own < words[id(first)]
        source = _person_alone(text, each.source, first.source)
        return replace(each, by=f"{each.by}+rules", source=source, content=first.content if whole else each.content)
    return each if each.score >= ALONE and each.source else None


def _person_alone(text: str, trained: Spans, ruled: Spans) -> Spans:
    """Take the rules' source where the trained reader's goes on with where or when it was said ("A, in an op-ed in B")."""
    one_each = len(trained) == len(ruled) == 1
    if one_each and trained[0][0] == ruled[0][0] and ruled[0][1] < trained[0][1]:
        rest = text[ruled[0][1] : trained[0][1]].lstrip(" ,\n")
        return ruled if rest.partition(" ")[0] in ("in", "at", "on", "during") else trained
    return trained


def _rule(each: Attribution) -> str:
    return each.by.rpartition(":")[2]


def _words(text: str, spans: Spans) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def _overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _whole(text: str, each: Attribution) -> frozenset[int]:
    return _words(text, (*each.source, *each.cue, *each.content))


def _inside(whole: frozenset[int], own: frozenset[int], others: Sequence[frozenset[int]]) -> bool:
    """Tell whether a find stands, source and cue included, in another's content, and is not that content over again."""
    around = [other for other in others if whole <= other and own < other]
    return bool(own) and bool(around) and all(_overlap(own, other) < AGREE or own < other for other in others)


def _touch(a: frozenset[int], b: frozenset[int]) -> bool:
    shared = len(a & b)
    return shared > APART * len(a) or shared > APART * len(b)

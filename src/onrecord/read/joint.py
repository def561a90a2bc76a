"""Rules and a trained reader read together, each where it is better: what both find is surest."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.backends.protocols import Parse, Tagger
from onrecord.lang import words
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.mending import mend, with_clause_subject, with_parted_subject
from onrecord.read.rules.paragraphs import in_paragraphs
from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.spans import Near
from onrecord.read.rules.trimming import trim
from onrecord.read.rules.wholes import with_whole_clause
from onrecord.records import Attribution, Block, Spans

AGREE = 0.5
"""Contents that share this much of their words (Jaccard, over word characters) are one find."""

ALONE = 0.25
"""What the trained reader finds alone counts from this calibrated score on; much of it is hidden again as no statement.

On PolNeAR dev .6 gives five points more precision and nine less recall of indirect speech. What a reader is shown is decided
later, by the act: below ``read.unsaid``'s thresholds a find is kept for the record and not shown as a statement.
"""

NAMELESS = 0.6
"""Below this a find without a source gives way to one of the rules that has one: it may hold the source's words."""

APART = 0.2
"""A find of the rules alone counts where no other content holds more than this share of it, or it of the other."""

FORMS = frozenset({"headline", "turn", "signed", "announced", "topic"})
"""Forms that the trained reader has seen few of; here the rules' spans are taken where both find something."""

CLAUSES = frozenset({"clause", "parenthetic"})
"""The rules that give a clause whole: where the trained reader cut it short, they are right oftener (32 to 20 on PolNeAR dev)."""

TRUSTED = FORMS | {"according", "clause", "parenthetic", "quote", "hearsay", "gerund"}
"""The rules whose finds count though the trained reader does not find them."""

UNSURE = frozenset({"thought", "object-with", "preposition", "passive-clause", "adjective"})
"""The rules that are right about one time in three where the trained reader finds nothing: kept for recall, scored so."""

PLAIN = 0.67
"""What rules read in plain syntax, "SOURCE said that CLAUSE", is as sure as this at least, however little the trained reader made
of it: of 27 such finds that it missed in 600 news articles 18 were right. On PolNeAR dev, where it misses few, they are rarer."""

_PLAINLY = frozenset({"clause", "parenthetic", "aside", "quote"})

NESTED = frozenset({"noun", "infinitive", "clause", "according"})
"""The rules whose finds count inside what somebody else says, which the trained reader was never shown."""


def calibrated(population: str, score: float, *signs: float) -> float:
    """Give the share of such finds that is right on PolNeAR dev, from the reader's own score and how far the rules agree.

    The population is ``both`` (signs: the rules name the same source; the share of the contents' words in common), ``alone`` (the
    trained reader's) or ``rules`` (theirs alone, where the trained reader was shown the words as well and saw nothing).
    """
    constant, of_score, *of_signs = words("joint_scores")[population]["weights"]
    clipped = min(max(score, 0.01), 0.99)
    odds = constant + of_score * math.log(clipped / (1 - clipped))
    odds += sum(weight * sign for weight, sign in zip(of_signs, signs, strict=True))
    return round(1 / (1 + math.exp(-odds)), 3)


class JointTagger:
    """Take the trained reader's attributions, with the rules to confirm, add and, in forms it does not know, replace them."""

    def __init__(self, rules: Tagger, trained: Tagger) -> None:
        """Join two readers; the rules name their rule after the colon of ``Attribution.by``."""
        self.rules, self.trained = rules, trained
        self.name = f"{trained.name}+{rules.name}"

    def tag(
        self, text: str, blocks: Sequence[Block], parse: Parse, score: Callable[..., float] = calibrated
    ) -> list[Attribution]:
        """List the attributions of both in text order of their content, each once."""
        trained = [held for each in self.trained.tag(text, blocks, parse) if (held := solid(each)).content]
        sheet = Sheet(text, blocks, parse, lexicon())
        trained = [held for each in mend(sheet, trained) if (held := solid(each)).content]
        ruled = self.rules.tag(text, blocks, parse)
        plain = frozenset(each for each in ruled if is_plain(sheet, each))
        joined = join(text, ruled, trained, score, plain)
        whole = [with_parted_subject(sheet, with_clause_subject(sheet, with_whole_clause(sheet, each))) for each in joined]
        return trim(sheet, in_paragraphs(sheet, whole))


def is_plain(sheet: Sheet, each: Attribution) -> bool:
    """Tell whether rules found somebody who plainly says something: a finite verb of saying, not denied, no would or could."""
    if _rule(each) not in _PLAINLY or not each.source or not each.content or not each.cue:
        return False
    parse, (first, last) = sheet.parse, sheet.tokens(each.cue[0][0], each.cue[-1][1])
    verbs = [token for token in range(first, last) if parse.tag[token].startswith("VB")]
    if not verbs or sheet.lemma(verbs[-1]) not in sheet.lex.saying:
        return False
    helpers = [kid for verb in verbs for kid in (verb, *parse.children[verb])]
    barred = any(parse.tag[token] in ("MD", "TO") or parse.dep[token] in ("neg", "mark") for token in helpers)
    finite = any(parse.tag[verb] in ("VBD", "VBZ", "VBP") for verb in helpers if parse.tag[verb].startswith("VB"))
    return finite and not barred


def solid(each: Attribution) -> Attribution:
    """Leave out spans that hold no character, as a mark alone may leave behind when its quotation is cut away."""
    source, cue, content = (tuple(span for span in spans if span[0] < span[1]) for spans in (each.source, each.cue, each.content))
    return replace(each, source=source, cue=cue, content=content)


def join(
    text: str,
    ruled: Sequence[Attribution],
    trained: Sequence[Attribution],
    score: Callable[..., float] = calibrated,
    plain: frozenset[Attribution] = frozenset(),
) -> list[Attribution]:
    """Join what rules and trained reader found in one text; ``plain`` are the rules' finds that hold whatever the other says."""
    told = {id(each): _words(text, each.content) for each in (*ruled, *trained)}
    rules: Near[Attribution] = Near()
    for each in ruled:
        rules.add(each.content, each)
    held: list[Attribution] = []
    taken: Near[frozenset[int]] = Near()
    for each in trained:
        own, around = told[id(each)], rules.near(each.content)
        form = any(_rule(other) in FORMS and _touch(own, told[id(other)]) for other in around)
        found = None if form else _weighed(text, each, around, told, score, plain)
        if found:
            held.append(found)
            taken.add(each.content, own)
    for each in sorted(ruled, key=lambda each: _rule(each) not in FORMS):
        own, others = told[id(each)], taken.near(each.content)
        alone = _rule(each) in TRUSTED | UNSURE and own and not any(_touch(own, other) for other in others)
        nested = _rule(each) in NESTED and _inside(_whole(text, each), own, others)
        if alone or nested or _rule(each) in FORMS:
            sure = nested or _rule(each) in FORMS
            weighed = max(score("rules", each.score), PLAIN * (each in plain))
            held.append(each if sure else replace(each, score=weighed))
            taken.add(each.content, own)
    return sorted(held, key=lambda each: (each.content or each.cue or each.source, each.source, each.cue))


def _weighed(
    text: str,
    each: Attribution,
    ruled: Sequence[Attribution],
    told: dict[int, frozenset[int]],
    score: Callable[..., float],
    plain: frozenset[Attribution],
) -> Attribution | None:
    own = told[id(each)]
    first = next((other for other in ruled if _overlap(own, told[id(other)]) >= AGREE), None)
    if first is None:
        alone = replace(each, score=score("alone", each.score))
        named = alone.score < NAMELESS and any(other.source and _touch(own, told[id(other)]) for other in ruled)
        if not each.source and (named or _is_own_voice(text, each)):
            return None
        return alone if alone.score >= ALONE else None
    share = _overlap(own, told[id(first)])
    same = _same_source(text, each, first)
    sure = max(score("both", each.score, same, share), PLAIN * (first in plain and _share_words(text, each, first)))
    whole = _rule(first) in CLAUSES and own < told[id(first)]
    source, content = _person_alone(text, each.source, first.source), first.content if whole else each.content
    agreed = _begins(text, content) == _begins(text, first.content)
    return replace(each, by=f"{each.by}+rules" if agreed else each.by, source=source, content=content, score=sure)


def _begins(text: str, content: Spans) -> int:
    """Give the place of the first letter or digit."""
    return min(_words(text, content), default=-1)


def _is_own_voice(text: str, each: Attribution) -> bool:
    """Tell whether the words of a cue are such as an article weighs a thing by itself: "appear to be close"."""
    cue = {word for start, end in each.cue for word in text[start:end].casefold().split()}
    return not cue.isdisjoint(words("voices")["own"])


def _same_source(text: str, one: Attribution, other: Attribution) -> float:
    if not one.source or not other.source:
        return float(one.source == other.source)
    return float(_overlap(_words(text, one.source), _words(text, other.source)) >= AGREE)


def _share_words(text: str, one: Attribution, other: Attribution) -> bool:
    return not _words(text, one.source).isdisjoint(_words(text, other.source))


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

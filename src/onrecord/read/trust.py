"""Which finds of a trained reader nobody should be quoted by: those that a second reader would oftener not sign.

A find's score tells whether its content overlaps with what an annotator marked. People who judge statements one by one ask for
more: all of the words, and a statement at all. ``trust`` gives the chance of that for words told indirectly, from signs of how
plainly somebody says something; its weights are fitted on statements so judged (``python -m benchmarks.trust --fit``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lang import words
from onrecord.read.heads import head_of, pronouns, source_tokens, word_of
from onrecord.read.page import Page, tokens_of, words_in
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.unsaid import main_verb
from onrecord.records import NOT_SAID, Act, Manner, Statement

_OPEN = frozenset({Act.SAY, Act.BELIEVE, Act.PREDICT, Act.ASK})
"""Acts that a verb gets which tells none by itself."""
_MIND = frozenset({Act.BELIEVE, Act.DOUBT})
_LONG = 6
"""Words of a cue above which more make no difference."""
_SHORT = 3
"""Words of a content up to which it hardly says anything."""


def withhold(page: Page, statements: Sequence[Statement], weakest: Sequence[float | None]) -> list[Statement]:
    """Keep, but show no longer, what is trusted too little.

    ``weakest`` is for each statement the trained reader's chance of the least sure word of its content, None where another found
    it. What is quoted whole was said, and a denial is missed more than most.
    """
    least = words("trust")["least"]
    return [
        replace(each, act=Act.PERCEIVE) if chance is not None and is_weighed(each) and trust(page, each, chance) < least else each
        for each, chance in zip(statements, weakest, strict=True)
    ]


def is_weighed(statement: Statement) -> bool:
    """Tell whether a statement's trust counts."""
    return statement.act not in NOT_SAID and statement.act != Act.DENY and statement.manner != Manner.DIRECT


def trust(page: Page, statement: Statement, weakest: float) -> float:
    """Give the chance that somebody who reads the article beside it would sign a statement, found by a trained reader."""
    fitted = words("trust")
    weights: dict[str, float] = fitted["weights"]
    found = signs(page, statement, weakest)
    odds = fitted["constant"] + sum(weight * found[name] for name, weight in weights.items())
    return 1 / (1 + math.exp(-odds))


def signs(page: Page, statement: Statement, weakest: float) -> dict[str, float]:
    """Give what trust is made of, by name: log odds, logarithms of words, and 1 or 0 for what holds or does not."""
    parse = page.parse
    cue, content = tokens_of(parse, statement.cue), words_in(parse, statement.content)
    return {
        "score": _logit(statement.score),
        "weakest": _logit(weakest),
        "rules": float(statement.by.endswith("+rules")),
        "telling": float(statement.act not in _OPEN),
        "mind": float(statement.act in _MIND),
        "announcing": float(statement.act == Act.ANNOUNCE),
        "cue": min(len(cue), _LONG) / _LONG,
        "content": math.log(1 + len(content)),
        "short": float(len(content) <= _SHORT),
        "that": float(bool(content) and "that" in {parse.text[token].lower() for token in (content[0], max(content[0] - 1, 0))}),
        **_signs_of_cue(page, cue),
        **_signs_of_source(page, statement),
    }


def _signs_of_cue(page: Page, cue: Sequence[int]) -> dict[str, float]:
    """Tell how a cue's verb says: of nothing but saying, in the past, beside another's, behind an "if", joined to another."""
    parse, main = page.parse, main_verb(page.parse, cue)
    first = parse.sentences[parse.sentence_of[cue[0]]][0] if cue else 0
    before = {parse.text[token].lower() for token in range(first, cue[0])} if cue else set()
    return {
        "saying": float(main is not None and parse.lemma[main].lower() in lexicon().saying),
        "past": float(main is not None and parse.tag[main] == "VBD"),
        "beside": float(main is not None and parse.tag[main] == "VBG"),
        "joined": float(main is not None and parse.dep[main] == "conj"),
        "supposed": float(not before.isdisjoint(words("trust")["supposing"])),
    }


def _signs_of_source(page: Page, statement: Statement) -> dict[str, float]:
    """Tell whether the writer speaks, anybody at all, or a thing."""
    tokens = source_tokens(page.parse, statement.source)
    word = word_of(page.parse, head_of(page.parse, tokens)).lower() if tokens else ""
    return {
        "own": float(word in pronouns()["first"]),
        "anybody": float(word in words("trust")["anybody"]),
        "thing": float(word in words("trust")["things"]),
    }


def _logit(chance: float) -> float:
    clipped = min(max(chance, 0.003), 0.997)
    return math.log(clipped / (1 - clipped))

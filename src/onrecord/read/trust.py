"""Which finds of a trained reader nobody should be quoted by: those that a second reader would oftener not sign.

A find's score tells whether its content overlaps with what an annotator marked. People who judge statements one by one ask for
more: all of the words, and a statement at all. ``trust`` gives the chance of that for words told indirectly, from signs of how
plainly somebody says something; its weights are fitted on statements so judged (``python -m benchmarks.trust --fit``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lang import words
from onrecord.read.page import Page, tokens_of
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.unsaid import has_clause, main_verb
from onrecord.records import NOT_SAID, Act, Manner, Statement

_ASIDE = re.compile(r"\s--\s|—|\s–\s|\(")
_OPEN = frozenset({Act.SAY, Act.BELIEVE, Act.PREDICT, Act.ASK})
"""Acts that a verb gets which tells none by itself."""


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
    constant, *weights = words("trust")["weights"]
    odds = constant + sum(weight * sign for weight, sign in zip(weights, signs(page, statement, weakest), strict=True))
    return 1 / (1 + math.exp(-odds))


def signs(page: Page, statement: Statement, weakest: float) -> tuple[float, ...]:
    """List what trust is made of.

    The score's log odds; the least sure word's; whether the rules agree; whether a verb of nothing but saying has a clause;
    whether the verb tells an act by itself; whether a dash or bracket sets a remark off inside the content.
    """
    parse, text = page.parse, page.article.text
    main = main_verb(parse, tokens_of(parse, statement.cue))
    says = main is not None and parse.lemma[main].lower() in lexicon().saying
    aside = any(_ASIDE.search(text[start:end]) for start, end in statement.content)
    return (
        _logit(statement.score),
        _logit(weakest),
        float(statement.by.endswith("+rules")),
        float(says and has_clause(parse, tokens_of(parse, statement.content))),
        float(statement.act not in _OPEN),
        float(aside),
    )


def _logit(chance: float) -> float:
    clipped = min(max(chance, 0.003), 0.997)
    return math.log(clipped / (1 - clipped))

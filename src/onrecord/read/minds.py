"""What somebody thinks, held against whether anybody heard of it: a writer who tells what people felt quotes nobody.

"The crew thought it was safe" is told by the writer; "the ministry believes that it is safe" is a position that somebody gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words

_OWN = frozenset({"i", "we"})
_POLLED = frozenset({"percent", "%", "majority", "voters", "respondents"})


def is_told_of_mind(parse: Parse, cue: Sequence[int], verb: int, source: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether the writer tells what somebody thought, or how a crowd holds something; "I think", "should" are said."""
    named = {parse.text[token].lower() for token in source}
    if not source or named & (_OWN | _POLLED):
        return False
    lemma = parse.lemma[verb].lower()
    if lemma in _list("minding") and any(parse.lemma[token].lower() in _list("mistaken") for token in _around(parse, cue, verb)):
        return True  # "wrongly concluded"
    helped = any(parse.dep[kid] in ("aux", "auxpass", "neg") for kid in parse.children[verb])
    advised = any(parse.text[token].lower() in ("should", "ought", "must") for token in content)
    told = lemma == "think" and _is_one(parse, source)
    if lemma in _list("thinking") and parse.tag[verb] == "VBD" and not (helped or advised or told):
        return True
    return lemma in _list("holding") and _is_crowd(parse, source)


def _around(parse: Parse, cue: Sequence[int], verb: int) -> list[int]:
    return [*cue, *(kid for kid in parse.children[verb] if parse.dep[kid] == "advmod")]


def _is_one(parse: Parse, source: Sequence[int]) -> bool:
    """Tell whether a source is one person by name, "he" or "she", who may have told what she thought."""
    head = _head(parse, source)
    return parse.tag[head] == "NNP" or parse.text[head].lower() in ("he", "she")


def _head(parse: Parse, source: Sequence[int]) -> int:
    return next((token for token in source if parse.head[token] not in source), source[-1])


def _is_crowd(parse: Parse, source: Sequence[int]) -> bool:
    """Tell whether a source is people whom nobody can have asked: "Americans", "militants"; officials and experts are asked."""
    head = _head(parse, source)
    called = {parse.lemma[head].lower(), parse.text[head].lower().removesuffix("s")}
    return parse.tag[head] in ("NNS", "NNPS") and called.isdisjoint(_list("asked"))


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(str(words("acts")["minds"][key]).split())

"""What somebody thinks, held against whether anybody heard of it: a writer who tells what people felt quotes nobody.

"The crew thought it was safe" is told by the writer; "the ministry believes that it is safe" is a position that somebody gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.heads import is_somebody

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


def is_ascribed(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether a writer ascribes a thought or feeling that nobody is told to have voiced: "party leaders fear that …".

    What one person or body by name thinks today is taken for a position, and so is what those think who are asked for it.
    """
    lemma = parse.lemma[verb].lower()
    moods = {parse.lemma[kid].lower() for kid in parse.children[verb] if parse.dep[kid] == "acomp"}
    feels = lemma in _list("feeling") or (lemma in _list("being") and not moods.isdisjoint(_list("moods")))
    by = any(parse.dep[kid] == "agent" for kid in parse.children[verb])  # "is considered a danger by the ministry"
    source = source or [kid for kid in parse.children[verb] if parse.dep[kid] == "nsubj"]
    if not (feels or lemma in _list("believing")) or by or {parse.text[t].lower() for t in source} & (_OWN | _POLLED):
        return False
    if not source or any(parse.lemma[kid].lower() in _list("seeming") for kid in parse.children[verb]):
        return True
    today = parse.tag[verb] == "VBG" or any(parse.tag[token] in ("VBZ", "VBP") for token in (verb, *parse.children[verb]))
    asked = not {parse.lemma[token].lower() for token in source}.isdisjoint(_list("consulted"))
    head = _head(parse, source)
    one = _is_one(parse, source) or (parse.tag[head] == "NN" and is_somebody(parse.text[head]))
    return not (asked and (today or not feels)) and not (one and (today or lemma == "think"))


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

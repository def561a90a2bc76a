"""Sources that only count: "some", "another", "20 percent"; of whom they are, where that is told right before."""

from __future__ import annotations

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.bounds import days
from onrecord.read.heads import ARTICLES, kind_of
from onrecord.records import Kind

_TIMES = frozenset({"morning", "afternoon", "evening", "night"})
_PERCENT = frozenset({"percent", "%"})
_OPENERS = frozenset({"but", "and", "however", ",", "only", "just", "another", "about", "some", "nearly", "almost", "still"})
_COUNTED = {
    "others": (frozenset({"some", "many", "several", "most", "few"}), ("NNS",)),
    "another": (frozenset({"one"}), ("NN",)),
}
"""What counts those whom "others" and "another" stand beside, and the tag of their noun."""


def is_number(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether a source is a bare word of number, which tells nobody who speaks: "some", "the others", "those"."""
    told = [word for token in tokens if (word := parse.text[token].lower()) not in ARTICLES]
    if told and all(word in days() or word in _TIMES for word in told):
        return True  # "Tuesday's"
    plain = parse.tag[tokens[-1]] == "CD" and parse.text[tokens[-1]].replace(",", "").replace("-", "").isalnum()
    if told and told[0] != "no" and (parse.text[tokens[-1]].lower() in _PERCENT or plain):  # "only 35 percent", not "No 10"
        return all(parse.pos[token] in ("NUM", "ADV", "DET", "PUNCT", "SYM") or token == tokens[-1] for token in tokens)
    return len(told) == 1 and told[0] in words("offices")["numbers"]["bare"]


def more_before(parse: Parse, tokens: list[int]) -> tuple[str, int] | None:
    """Name "others" or "another" by the people a subject tells of before: "Some traders left. Others said"; with their noun.

    The last counting subject of the sentence or the one before; none where that counts without a noun ("Some left").
    """
    word = parse.text[tokens[-1]].lower()
    if word in _PERCENT:
        return _share_before(parse, tokens)
    opening, tags = _COUNTED.get(word, (frozenset(), ()))
    first = parse.sentences[max(0, parse.sentence_of[tokens[0]] - 1)][0]
    for token in range(tokens[0] - 1, first - 1, -1) if opening else ():
        counting = any(parse.text[kid].lower() in opening for kid in (token, *parse.children[token]))
        if counting and parse.dep[token] in ("nsubj", "nsubjpass"):
            people = kind_of(parse, token) != Kind.INSTITUTION and parse.tag[token] in tags
            return (f"{word.removesuffix('s')} {parse.text[token]}", token) if people else None
    return None


def _share_before(parse: Parse, tokens: list[int]) -> tuple[str, int] | None:
    """Name a bare share by whom one before is of: "60 percent of traders left, 20 percent said", "Of all traders, 20 percent"."""
    sentence = parse.sentence_of[tokens[0]]
    opening = parse.sentences[sentence][0]
    starts = [token for token in range(opening, tokens[-1] + 1) if parse.text[token].lower() not in _OPENERS]
    goes_on = bool(starts) and parse.tag[starts[0]] == "CD"  # not "Among the others, 20 percent"
    for of in range(tokens[0] - 1, parse.sentences[max(0, sentence - goes_on)][0] - 1, -1):
        share = parse.text[of - 1].lower() in _PERCENT and parse.head[of] == of - 1
        if parse.text[of].lower() != "of" or not (share or of == opening):
            continue
        noun = next((kid for kid in parse.children[of] if parse.dep[kid] == "pobj"), None)
        if noun is None or parse.pos[noun] not in ("NOUN", "PROPN"):
            return None
        people = " ".join(parse.text[parse.reach[noun][0] : noun + 1])
        return " ".join([*(parse.text[token] for token in tokens), "of", people]).replace(" %", "%"), noun
    return None

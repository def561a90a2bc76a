"""Sources that only count: "some", "another", "20 percent"; of whom they are, where that is told right before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.bounds import days
from onrecord.read.heads import ARTICLES, kind_of
from onrecord.read.telling import is_person
from onrecord.records import Kind

_TIMES = frozenset({"morning", "afternoon", "evening", "night"})
_PERCENT = frozenset({"percent", "%"})
_OPENERS = frozenset({"but", "and", "however", ",", "only", "just", "another", "about", "some", "nearly", "almost", "still"})
_COUNTED = {
    "others": (frozenset({"some", "many", "several", "most", "few"}), ("NNS",)),
    "another": (frozenset({"one"}), ("NN",)),
}
"""What counts those whom "others" and "another" stand beside, and the tag of their noun."""
_PARTS = {"some": "some", "many": "many", "several": "several", "most": "most", "few": "few", "others": "other"}
"""Words for a part of several people, and what stands for them before a noun."""
_FREE = frozenset({"what", "whatever", "as", "who", "whom", "which", "that", "where"})
_ANYBODY = frozenset({"people", "others", "men", "women", "folks", "figures", "members", "ones", "sides", "parties"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_number(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether a source is a bare word of number, which tells nobody who speaks: "some", "the others", "those"."""
    told = [word for token in tokens if (word := parse.text[token].lower()) not in ARTICLES]
    if told and all(word in days() or word in _TIMES for word in told):
        return True  # "Tuesday's"
    if "".join(told).endswith(("-thirds", "-third", "-quarters", "-fifths")) and "of" not in told:  # "about two-thirds"
        return all(parse.pos[token] in ("NUM", "ADV", "ADJ", "ADP", "DET", "PUNCT") for token in tokens[:-1])
    plain = parse.tag[tokens[-1]] == "CD" and parse.text[tokens[-1]].replace(",", "").replace("-", "").isalnum()
    if told and told[0] != "no" and (parse.text[tokens[-1]].lower() in _PERCENT or plain):  # "only 35 percent", not "No 10"
        return all(parse.pos[token] in ("NUM", "ADV", "DET", "PUNCT", "SYM") or token == tokens[-1] for token in tokens)
    return len(told) == 1 and told[0] in words("offices")["numbers"]["bare"]


def more_before(parse: Parse, tokens: list[int], quoted: Sequence[bool]) -> tuple[str, int] | None:
    """Name "others", "many" or "another" by the people told of right before, with their noun: "Some traders left. Others said".

    The last counting subject of the sentence or the one before, none where that counts without a noun ("Some left"); else the
    only several people told of there outside quotation marks: "Traders are afraid. Many say".
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
    return _part_before(parse, tokens, quoted) if word in _PARTS else None


def _part_before(parse: Parse, tokens: list[int], quoted: Sequence[bool]) -> tuple[str, int] | None:
    """Name a bare part, a subject, of the only several people told of just before, where a main clause tells of them."""
    token = tokens[0]
    free = parse.text[token - 1].lower() in _FREE if token else False  # "what many call": anybody
    if len(tokens) > 1 or parse.dep[token] != "nsubj" or parse.dep[parse.head[token]] in ("relcl", "pcomp", "csubj") or free:
        return None
    here = parse.sentence_of[token]
    for sentence in range(here, max(here - 2, -1), -1):
        first, last = parse.sentences[sentence]
        people = [t for t in range(first, min(last, token)) if _is_people(parse, t) and not quoted[t]]
        if people:
            alone = len({parse.lemma[t].lower() for t in people}) == 1
            told = [t for t in people if alone and _leads(parse, t, token)]
            return (f"{_PARTS[parse.text[token].lower()]} {_people(parse, told[-1])}", told[-1]) if told else None
    return None


def _leads(parse: Parse, noun: int, part: int) -> bool:
    """Tell whether a clause tells of some people: its subject, "many of them", "among them, many", "according to them"."""
    above = parse.head[noun]
    if parse.dep[noun] == "pobj":
        tie, counted = parse.text[above].lower(), parse.head[above]
        if parse.sentence_of[noun] == parse.sentence_of[part] and tie in ("among", "of") and above < part:
            return not any(parse.dep[t] in _SUBJECTS for t in range(parse.sentences[parse.sentence_of[part]][0], above))
        if tie == "to" and parse.text[counted].lower() == "according":
            return True
        bare = tie == "of" and parse.text[counted].lower() in {*_PARTS, "all", "one", "none", "dozens", "hundreds"}
        return bare and _leads(parse, counted, part)
    verb = parse.head[noun]
    return parse.dep[noun] in _SUBJECTS and (_is_main(parse, verb) or verb in _over(parse, part))


def _is_main(parse: Parse, verb: int) -> bool:
    while parse.dep[verb] == "conj":
        verb = parse.head[verb]
    return parse.dep[verb] == "ROOT"


def _over(parse: Parse, token: int) -> list[int]:
    """List the words that a word hangs below."""
    found = [parse.head[token]]
    while parse.head[found[-1]] != found[-1]:
        found.append(parse.head[found[-1]])
    return found


def _is_people(parse: Parse, token: int) -> bool:
    """Tell whether a word is a noun for several people who are told by what they are: not "people", "others"."""
    word = parse.text[token].lower()
    told = parse.tag[token] in ("NNS", "NNPS") and word not in _ANYBODY
    return told and (is_person(parse.lemma[token].lower()) or is_person(word.removesuffix("s")))


def _people(parse: Parse, noun: int) -> str:
    """Give a noun with the names and nouns right before it that tell who they are: "dock workers"."""
    first = noun
    while first and parse.dep[first - 1] == "compound" and parse.head[first - 1] == noun:
        first -= 1
    text = parse.text[first]
    name = text in _named() or any(parse.text[t] == text for t in range(len(parse)) if t not in {a for a, _ in parse.sentences})
    opens = first == parse.sentences[parse.sentence_of[noun]][0] and parse.tag[first] == "NNS" and not name
    return " ".join([text.lower() if opens else text, *(parse.text[token] for token in range(first + 1, noun + 1))])


@cache
def _named() -> frozenset[str]:
    """Give the words for a party's people, which keep their capital."""
    return frozenset(f"{word}s" for word in words("offices")["kinds"]["partisans"][:2])


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

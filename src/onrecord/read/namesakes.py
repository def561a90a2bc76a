"""Surnames that are not of who alone is named in full: "President Bresk" where an article names but his daughter, Ida Bresk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.names import Seen, core, suffix
from onrecord.read.offices import Office
from onrecord.records import Kind

_RULING = frozenset({"president", "minister", "leader", "candidate", "nominee"})
_BEFORE = 4  # tokens before a name among which stands whose relative it is: "his daughter and adviser, Ida Bresk"


def namesakes(parse: Parse, names: Sequence[Seen], headings: Collection[int], offices: Mapping[int, Office]) -> frozenset[int]:
    """Find the first tokens of surnames by which an article calls a relative of the only one it names in full.

    Who an article is about may be told by office and surname alone; a person first met further on is not meant if told as
    somebody's wife, daughter or brother, if a "Jr." beside an office-holder, or if the article says "he" of the surname and the
    person is a woman. Nor is a relative met before who is called president later, nor a woman who is never given that office
    with her first name, in an article that says "he" oftener than "she". ``offices`` are those beside names.
    """
    people = [seen for seen in names if seen.kind == Kind.PERSON and seen.key]
    found: set[int] = set()
    for surname in sorted({seen.key[0] for seen in people if len(seen.key) == 1}):
        full = [seen for seen in people if len(seen.key) > 1 and core(seen.key)[-1] == surname]
        if not full or len({core(seen.key)[0] for seen in full}) > 1:
            continue
        early = [seen for seen in people if seen.key == (surname,) and seen.first < full[0].first and seen.first not in headings]
        early = [seen for seen in early if not seen.gender or seen.gender != full[0].gender]
        junior = all(suffix(seen.key) for seen in full)
        kin = any(_is_kin(parse, seen) for seen in full)
        beside = junior and any(seen.first in offices for seen in early)
        if early and (beside or kin or _is_clash(parse, full[0], early, people)):
            found |= {seen.first for seen in early}
        woman = full[0].gender == "female" and _tells_more_of_men(parse)
        if (kin or junior or woman) and not any(_is_ruler(offices.get(seen.first)) for seen in full):
            bare = [seen for seen in people if seen.key == (surname,) and seen.first not in headings]
            found |= {seen.first for seen in bare if (office := offices.get(seen.first)) and office.leads()}
    return frozenset(found)


def _is_ruler(office: Office | None) -> bool:
    """Tell whether an office leads a state, or may soon: "President Ida Bresk", "the candidate, Ida Bresk"."""
    return office is not None and (office.leads() or office.key[0] in _RULING)


def _tells_more_of_men(parse: Parse) -> bool:
    pronouns = words("offices")["pronouns"]
    told = Counter(word.lower() for word in parse.text)
    return sum(told[word] for word in pronouns["male"]) > sum(told[word] for word in pronouns["female"])


def _is_kin(parse: Parse, seen: Seen) -> bool:
    """Tell whether a name is given with whose relative it is: "his wife, Ida Bresk", "Ida Bresk, the minister's daughter"."""
    start, end = parse.sentences[parse.sentence_of[seen.first]]
    for token in range(seen.first - 1, max(start, seen.first - 1 - _BEFORE) - 1, -1):
        if parse.text[token].lower() in _kin():
            return True
        if parse.pos[token] in ("VERB", "AUX", "ADP", "PRON", "PROPN") and parse.text[token - 1] != "-":  # son-in-law
            break
    if seen.last < end and parse.text[seen.last] == ",":
        for token in range(seen.last + 1, min(end, seen.last + 2 + _BEFORE)):
            if parse.text[token].lower() in _kin():
                return True
            if parse.pos[token] in ("VERB", "AUX", "PUNCT"):
                break
    return False


def _is_clash(parse: Parse, full: Seen, early: Sequence[Seen], people: Sequence[Seen]) -> bool:
    """Tell whether the sentences that tell of a surname say "he" and the one named in full is a woman, or "she" and a man."""
    if full.gender is None:
        return False
    taken = {token for seen in people for token in range(seen.first, seen.last)}
    told: Counter[str] = Counter()
    for seen in early:
        if parse.dep[seen.last - 1] != "nsubj":
            continue
        for token in range(seen.last, parse.sentences[parse.sentence_of[seen.first]][1]):
            if token in taken or parse.text[token] in '"“”':
                break
            for gender in ("male", "female"):
                told[gender] += parse.text[token].lower() in words("offices")["pronouns"][gender] and parse.dep[token] != "dobj"
    return sum(told.values()) - told[full.gender] > 2 * told[full.gender]


@cache
def _kin() -> frozenset[str]:
    return frozenset(words("offices")["kinds"]["kin"])

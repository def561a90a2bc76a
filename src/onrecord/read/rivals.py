"""How much somebody counts as the one a pronoun stands for: doubtful names, how far a sentence and its paragraph are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.backends.protocols import Parse
from onrecord.read.office_words import is_head, is_kind, is_title
from onrecord.records import Chain, Kind, Mention

_DOUBTFUL = 0.3  # what is left of the weight of a name that nothing but the parser takes for a person's
_TO_PEOPLE = frozenset(
    {"ask", "tell", "interview", "quote", "accuse", "praise", "thank", "criticize", "criticise", "marry", "appoint"}
)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def firmness(parse: Parse, mentions: Sequence[Mention], chains: Sequence[Chain]) -> dict[str, float]:
    """Give the share of its weight that each chain of a doubtful person keeps: none for "District Chief", little for "Ramadan".

    Sure is who has a first name, an office, a gender, or is once the subject of a verb or asked something.
    """
    doubtful = {chain.id: 0.0 if _is_office(chain.name) else _DOUBTFUL for chain in chains if _is_doubtful(chain)}
    for mention in mentions:
        if mention.chain and doubtful.get(mention.chain):
            token = bisect_left(parse.end, mention.end)
            if token < len(parse) and _is_person(parse, token):
                del doubtful[mention.chain]
    return doubtful


def _is_person(parse: Parse, token: int) -> bool:
    """Tell whether a name's part in the sentence is a person's: a subject, beside one, or who is asked or told."""
    while parse.dep[token] in ("appos", "conj") and parse.head[token] != token:
        token = parse.head[token]
    asked = parse.dep[token] in ("dobj", "dative") and parse.lemma[parse.head[token]] in _TO_PEOPLE
    return asked or parse.dep[token] in _SUBJECT


def _is_doubtful(chain: Chain) -> bool:
    return chain.kind == Kind.PERSON and (_is_office(chain.name) or not (chain.roles or chain.gender))


def _is_office(name: str) -> bool:
    return all(is_head(word) or is_kind(word) or is_title(word) for word in name.split())


def paragraphs(text: str, parse: Parse) -> list[int]:
    """Number each token's paragraph: a line's end between two sentences begins another."""
    numbers: list[int] = []
    number = 0
    for first, last in parse.sentences:
        if first and "\n" in text[parse.start[first - 1] : parse.start[first]]:
            number += 1
        numbers += [number] * (last - first)
    return numbers


def whole_sentences(parse: Parse, quoted: Sequence[bool] = ()) -> list[int]:
    """Give each token its sentence's number, what a parser cut at a rank or mid-line as one: "his aide, Sgt. | Bresk".

    Sentences that stand in quotation marks from end to end have no number of their own: however long a quotation is, "he added"
    behind it goes on from what stood before it.
    """
    numbers: list[int] = []
    for first, last in parse.sentences:
        rank = first > 1 and parse.text[first - 1] == "." and parse.end[first - 2] == parse.start[first - 1]
        goes_on = rank and parse.text[first][0].isupper() and is_head(parse.text[first - 2] + ".")
        goes_on |= first > 0 and parse.text[first - 1][-1].isalnum() and parse.start[first] - parse.end[first - 1] < 2
        goes_on |= bool(quoted) and all(quoted[t] or not parse.text[t][0].isalnum() for t in range(first, last))
        numbers += [(numbers[-1] + (not goes_on)) if numbers else 0] * (last - first)
    return numbers

"""A source's words: its tokens, the one the others hang on, and what kind of thing it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.edges import trimmed
from onrecord.read.office_words import is_head, is_title, title_gender
from onrecord.records import Kind, Spans

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_DASHES = frozenset({"–", "—", "--", "-"})
_LEADING = frozenset(
    {"how", "why", "what", "when", "where", "whether", "yet", "but", "and", "so", "because", "although", "though", "while"}
)
_CLAUSES = frozenset({"who", "whom", "whose", "which"})
_PLACES = frozenset({"where", "when"})
_SHARES = frozenset({"percent", "%", "majority", "minority", "half", "third", "quarter", "plurality", "share"})
_PERCENT = frozenset({"percent", "%"})
_ANY_MEMBER = frozenset({"man", "woman", "one", "side", "person"})
_PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us", "you"})
ARTICLES = frozenset({"the", "a", "an"})


def source_tokens(parse: Parse, spans: Spans) -> list[int]:
    """List the tokens of a source, without closing possessives and outer punctuation; abbreviations keep their stop."""
    found = []
    for start, end in spans:
        token = bisect_left(parse.end, start + 1)
        while token < len(parse) and parse.start[token] < end:
            found.append(token)
            token += 1
    while found and (parse.text[found[-1]] in POSSESSIVE or not parse.text[found[-1]][-1].isalnum()):
        if parse.text[found[-1]] == "%" or (parse.text[found[-1]][-1] in ".)" and len(parse.text[found[-1]]) > 1):
            break
        found.pop()
    while len(found) > 1 and parse.text[found[-1]].lower() in _REFLEXIVE:  # "even X himself"
        found.pop()
    while len(found) > 1 and parse.text[found[0]].lower() in _LEADING and parse.pos[found[1]] not in ("VERB", "AUX"):
        found.pop(0)  # "how leading reporters A and B"
    while found and (
        not (parse.text[found[0]][0].isalnum() or _is_handle(parse.text[found[0]]))
        or (len(found) > 1 and parse.text[found[0]].lower() == "even")
    ):
        found.pop(0)
    return trimmed(parse, found) if found else found


def _is_handle(word: str) -> bool:
    return len(word) > 1 and word[0] == "@"


def head_of(parse: Parse, tokens: list[int]) -> int:
    """Give the word that a source's other words hang on: the first noun or pronoun whose own head lies outside."""
    inside = set(tokens)
    tops = [t for t in tokens if parse.head[t] not in inside or parse.head[t] == t]
    nominal = [t for t in tops if parse.pos[t] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")]
    return next(iter(nominal or tops), tokens[0])


def piece_with(tokens: list[int], head: int) -> list[int]:
    """Keep of a source in several pieces the one that holds its head; the words between belong to somebody else."""
    if head not in tokens:
        return tokens
    first = last = tokens.index(head)
    while first and tokens[first - 1] == tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
        last += 1
    return tokens[first : last + 1]


def without_clause(parse: Parse, tokens: list[int], head: int) -> list[int]:
    """Leave out of a source what a comma or dash tells of it: "a player, who was traded in May", "Bresk, a player"."""
    ends = _CLAUSES | {"a", "an"} if parse.pos[head] == "PROPN" else _CLAUSES
    for place, token in enumerate(tokens[:-1]):
        if token > head and is_dash(parse, token):
            return tokens[:place]
        if token > head and parse.text[token] == "," and parse.text[tokens[place + 1]].lower() in ends:
            return tokens[:place]
    return tokens


def without_place(parse: Parse, tokens: list[int], head: int) -> list[int]:
    """Leave out of a description what a comma tells of a place or time in it: "an officer in Olm, where the dam is"."""
    for place, token in enumerate(tokens[:-1]):
        if token > head and parse.text[token] == "," and parse.text[tokens[place + 1]].lower() in _PLACES:
            return tokens[:place]
    return tokens


def is_dash(parse: Parse, token: int) -> bool:
    """Tell whether a word is a dash between words, not a hyphen within one."""
    spaced = (
        token
        and token + 1 < len(parse)
        and parse.end[token - 1] < parse.start[token]
        and parse.end[token] < parse.start[token + 1]
    )
    return parse.text[token] in _DASHES and bool(spaced)


def behind_dash(parse: Parse, tokens: list[int]) -> list[int]:
    """Give the words that a source's dash sets off at its end: "two of them – Reps. A and B"; all of them without one."""
    dash = next((place for place, token in enumerate(tokens) if is_dash(parse, token)), -1)
    return tokens[dash + 1 :] or tokens


def without_owner(parse: Parse, tokens: list[int]) -> list[int]:
    """Leave out "the country's" before a body's own name: "the country's National Board of Health"."""
    rest = tokens[2:]
    if len(rest) < 2 or parse.pos[tokens[0]] != "NOUN" or parse.text[tokens[1]] not in POSSESSIVE:
        return tokens
    capital = [parse.tag[token] in ("NNP", "NNPS") and parse.text[token][0].isupper() for token in rest]
    joined = all(up or parse.text[token] in ("of", "for", "and", "the") for up, token in zip(capital, rest, strict=True))
    return rest if joined and capital[0] and capital[-1] else tokens


def is_part(parse: Parse, tokens: list[int], head: int) -> bool:
    """Tell whether a source is a part of those who are told nowhere in it: "one of them", "each", "a majority", "2 in 10"."""
    told = [parse.text[token].lower() for token in tokens]
    if told in (["the", "subject", "line"], ["this", "subject", "line"], ["subject", "line"]):  # of somebody's letter
        return True
    if parse.text[head].lower() in _SHARES - _PERCENT:
        if told == [parse.text[head].lower()] and any(parse.text[kid].lower() == "the" for kid in parse.children[head]):
            return False  # a court's or a chamber's
        beside = (token for token in tokens if token != head)
        return "of" not in told and all(parse.pos[token] in ("ADJ", "ADV", "DET") for token in beside)
    if parse.pos[tokens[-1]] == "NUM" and not {"in", "of"}.isdisjoint(told):  # "just over 6 in 10"
        return all(parse.pos[token] in ("NUM", "ADV", "ADJ", "ADP", "DET") for token in tokens)
    if told[0] == "each" or told == ["every", "one"]:
        return len(told) == 1 or (len(told) == 2 and told[1] in _ANY_MEMBER)
    return len(told) > 2 and told[-2] == "of" and told[-1] in _PRONOUNS and parse.pos[head] != "PROPN"


def without_telling(parse: Parse, tokens: list[int], head: int) -> list[int]:
    """Leave out the clause that tells more of a paper called by whose it is: "the Harbour League report | that adds a hurdle"."""
    owned = any(parse.pos[token] == "PROPN" for token in tokens if token < head)
    if not owned or parse.pos[head] != "NOUN" or kind_of(parse, head) != Kind.INSTITUTION:
        return tokens
    clauses = [parse.reach[kid][0] for kid in parse.children[head] if kid > head and parse.dep[kid] == "relcl"]
    clauses = [first for first in clauses if parse.text[first].lower() in ("that", "which")]
    rest = [token for token in tokens if token < min((first for first in clauses if first > head), default=len(parse))]
    return rest[:-1] if rest[-1:] and parse.text[rest[-1]] == "," else rest


def hangs_below(parse: Parse, token: int, head: int) -> bool:
    """Tell whether a word is only told of beside a head: X in "Ada, spokeswoman for President X", "the part X left out"."""
    below = False
    while token != head and parse.head[token] != token:
        below = below or parse.dep[token] in ("pobj", "poss", "relcl")
        token = parse.head[token]
    return below and token == head


def is_joint(parse: Parse, tokens: list[int], head: int) -> bool:
    """Tell whether a source joins another with its head, each with an article of its own: "the mayor and the board"."""
    for token in tokens:
        above = parse.head[token]
        while parse.dep[above] in ("conj", "appos") and above not in (head, parse.head[above]):
            above = parse.head[above]
        own = any(parse.text[kid].lower() in ARTICLES for kid in parse.children[token])
        told = any(parse.pos[other] == "ADP" for other in range(head, token))  # "a source close to Bresk and the board"
        if parse.dep[token] == "conj" and token > head == above and own and not told:
            return True
    return False


def is_lets(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether a source is "let's": "us" is the first person."""
    return parse.text[tokens[0]].lower() == "let" and [parse.text[t].lower() for t in tokens[1:]] in ([], ["'s"], ["’s"], ["us"])


def is_told(parse: Parse, head: int, cue: Sequence[int]) -> bool:
    """Tell whether a cue is what somebody is told by others: "they were told", "they were handed a memo and informed that"."""
    verb = parse.head[head]
    joined = [kid for kid in parse.children[verb] if parse.dep[kid] in ("conj", "dep")]
    own = [kid for token in joined for kid in parse.children[token] if parse.dep[kid] in ("nsubj", "nsubjpass")]
    told = [token for token in (verb, *joined) if token in cue and parse.lemma[token] in words("offices")["hearers"]["verbs"]]
    passive = all(parse.tag[token] in ("VBN", "VBD") for token in told)
    return parse.dep[head] == "nsubjpass" and bool(told) and passive and not own


def is_role(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether a source is a label of a transcript's turn that names nobody: "QUESTION", "Q", "REPORTER"."""
    labels = words("offices")["kinds"]["turns"]
    text = "".join(parse.text[token] for token in tokens)
    upper = text.isupper() or (len(tokens) == 1 and tokens[0] + 1 < len(parse) and parse.text[tokens[0] + 1] == ":")
    return upper and text.lower().rstrip(":.").rstrip("0123456789#") in labels


def word_of(parse: Parse, token: int) -> str:
    """Give a token in lower case; capitals ("US", "IT", "WHO") are no pronouns and keep their case."""
    text = parse.text[token]
    return text if len(text) > 1 and text.isupper() and parse.pos[token] != "PRON" else text.lower()


def is_proper(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether words are the proper name of a body that no parser knew: "Reuters", "Riparian Times".

    At a sentence's start, where every word has a capital, only what is tagged so and stands again elsewhere counts.
    """
    kinds = words("offices")["kinds"]
    last = parse.text[tokens[-1]].lower()
    if any(parse.tag[t] != "NNP" or not parse.text[t][0].isupper() for t in tokens):
        return False
    if is_head(last) or any(last in kinds[kind] for kind in ("group", "institution", "person", "turns")):
        return False
    if len(tokens) > 1:
        return not any(parse.text[token].isupper() and len(parse.text[token]) > 5 for token in tokens)
    word, first = parse.text[tokens[0]], parse.sentences[parse.sentence_of[tokens[0]]][0]
    if word.isupper() and len(word) > 5:
        return False
    opening = {start for start, _ in parse.sentences} if first == tokens[0] else set()
    return not opening or any(parse.text[t] == word and t not in opening for t in range(len(parse)))


def label_name(parse: Parse, tokens: list[int]) -> str | None:
    """Give the name in a transcript's label of two or three words in capitals, "ADA BRESK:", in ordinary case."""
    after = tokens[-1] + 1
    if not 2 <= len(tokens) <= 3 or after >= len(parse) or parse.text[after] != ":":
        return None
    texts = [parse.text[token] for token in tokens]
    personal = all(text.isupper() and text.isalpha() and not is_head(text) and not is_title(text) for text in texts)
    return " ".join(texts).title() if personal and not is_role(parse, tokens) else None


def is_generic(name: str) -> bool:
    """Tell whether a body's name tells no state's from another's: "Health Ministry"."""
    return all(word in words("names")["generic"]["words"] for word in name.lower().split())


def kind_of(parse: Parse, head: int) -> Kind:
    """Say what kind of thing an unnamed speaker is, by its head word."""
    word = parse.text[head].lower()
    kinds = words("offices")["kinds"]
    if word in kinds["institution"] or word in words("offices")["modifiers"]["bodies"]:
        return Kind.INSTITUTION
    if word in kinds["group"] or word in _SHARES or parse.tag[head] in ("NNS", "NNPS", "CD", "JJ"):
        return Kind.GROUP
    return Kind.PERSON if is_somebody(word) or parse.tag[head] in ("NNP", "PRP") else Kind.INSTITUTION


def is_somebody(name: str) -> bool:
    """Tell whether an unnamed speaker's words have a person's word in them: "a spokesman for the army", not "a history of it"."""
    known = words("offices")["kinds"]["person"]
    return any(is_head(word) or title_gender(word) or word in known for word in name.lower().replace(",", "").split())


@cache
def pronouns() -> dict[str, frozenset[str]]:
    """Give the pronouns by whom they can stand for; ``any`` is all of the third person, ``first`` of the first."""
    table = words("offices")["pronouns"]
    sets = {name: frozenset(table[name]) for name in ("male", "female", "plural", "thing", "relative")}
    sets["second"] = frozenset(table["second"])
    sets["first"] = frozenset([*table["first"], *table["first_plural"]])
    sets["any"] = sets["male"] | sets["female"] | sets["plural"] | sets["thing"]
    return sets

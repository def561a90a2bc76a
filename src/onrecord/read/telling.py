"""Who and what can say something: people, bodies, names and documents; of anything else a writer only concludes.

"Those two names suggest that …" tells what the writer makes of two names, and nobody said it; "the study suggests" is told by a
study. Whoever "said" something is somebody, whatever the noun; so only the verbs by which things tell something are asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.office_words import is_head, title_gender

_THINGS = frozenset({"it", "this", "that", "which", "these", "those", "all"})

_SHORT = 4
"""Letters up to which a word's end tells nothing: "beer", "door"."""
_TURNS = frozenset({"which", "that", "this", "it", "who"})


def is_concluded(parse: Parse, verb: int, source: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether a source is nothing that speaks, and its verb one by which things tell a writer something."""
    head = next((token for token in source if parse.head[token] not in source or parse.head[token] == token), None)
    if head is not None and parse.lemma[head].lower() in _set("inferring", "never"):
        return True
    lemma, plain = parse.lemma[verb].lower(), parse.pos[verb] in ("VERB", "AUX")
    if head is None or not plain or (content and parse.tag[content[0]] == "VBG"):  # "suggests closing it" proposes
        return False
    told = [parse.text[token].lower() for token in content[:4]]
    if lemma in ("say", "tell", "speak") and any(
        " ".join(told[: len(p.split())]) == p for p in words("telling")["inferring"]["much"]
    ):
        return not can_speak(parse, head) or _is_thing(parse, head)
    counted = parse.lemma[head].lower() in _set("documents", "counts")
    present = lemma in _set("inferring", "telling") and (counted or parse.tag[verb] in ("VBZ", "VBP"))
    if not (present or lemma in _set("inferring", "verbs")):
        return False
    if _is_thing(parse, head):
        return _is_open(parse, verb, head) and (parse.text[head].lower() == "which" or lemma in _set("inferring", "beyond"))
    if parse.pos[head] not in ("NOUN", "PRON", "ADJ") or _is_name(parse, head):
        return False
    noun = parse.lemma[head].lower()
    for kind, verbs in (("deeds", "beyond"), ("counts", "guessing"), ("pictures", "verbs"), ("proofs", "proving")):
        if noun in _set("documents", kind):
            return lemma in _set("inferring", verbs)
    return not can_speak(parse, head)


def _is_thing(parse: Parse, head: int) -> bool:
    return parse.text[head].lower() in _THINGS


def is_turn(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether saying it is the writer's own turn: "let's just say", "which is all to say", "who's to say"."""
    told = [parse.text[token].lower() for token in source]
    if told == ["all"] and parse.text[verb] == "told" and verb == source[0] + 1:
        return True  # "All told, the town lost a third"
    if parse.lemma[verb].lower() != "say":
        return False
    if told in (["let's"], ["let’s"], ["let", "'s"], ["let", "’s"], ["let", "us"]) or told in (["'s"], ["’s"]):
        return True
    to = any(parse.tag[kid] == "TO" for kid in parse.children[verb])
    return to and len(told) == 1 and told[0] in _TURNS and parse.lemma[parse.head[verb]].lower() in ("be", "all")


def is_object(parse: Parse, cue: Sequence[int], source: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether a source is whom something was done to, where or when: "it has claimed {people}", "was told for {Olm}"."""
    head = next((token for token in source if parse.head[token] not in source), None)
    above = parse.head[head] if head is not None else 0
    if head is None or not content or content[-1] > min(head, above):
        return False
    if parse.dep[head] == "dobj" and above in cue:
        subjects = [kid for kid in parse.children[above] if parse.dep[kid] == "nsubj"]
        return bool(subjects) and all(kid in content for kid in subjects)
    verb, tie = parse.head[above], parse.text[above].lower()
    passive = verb in cue and any(parse.dep[kid] == "auxpass" for kid in parse.children[verb])
    timed = tie == "by" and parse.text[head].lower() in _set("inferring", "times")
    return parse.dep[head] == "pobj" and passive and (timed or tie in ("for", "at"))


def can_speak(parse: Parse, head: int) -> bool:
    """Tell whether a source's head word is a name, a person, a body or a document."""
    if parse.pos[head] in ("PROPN", "PRON", "NUM") or parse.tag[head] in ("NNP", "NNPS", "CD"):
        return True
    forms = {parse.text[head].lower(), parse.lemma[head].lower()}
    who = any(parse.dep[kid] == "relcl" and _opens_with_who(parse, kid) for kid in parse.children[head])
    joined = any(parse.dep[kid] in ("conj", "appos") and can_speak(parse, kid) for kid in parse.children[head])
    return who or joined or any(is_document(word) or is_person(word) or word in _bodies() for word in forms)


def is_document(word: str) -> bool:
    """Tell whether a word in lower case, its singular, is something written or shown that tells something."""
    return word in _set("documents", "words")


def is_person(word: str) -> bool:
    """Tell whether a word in lower case is one for people, by itself or by its end."""
    if word in _people() or is_head(word) or title_gender(word):
        return True
    last = word.rsplit("-", 1)[-1]
    return (last != word and is_person(last)) or (
        len(word) > 4 and word.endswith(_endings()) and word not in _set("people", "others")
    )


def _is_name(parse: Parse, head: int) -> bool:
    """Tell whether a word that the parser takes for a noun has a capital where no sentence begins, here or elsewhere."""
    text = parse.text[head]
    opening = {start for start, _ in parse.sentences}
    return text[0].isupper() and any(parse.text[token] == text and token not in opening for token in range(len(parse)))


def _opens_with_who(parse: Parse, verb: int) -> bool:
    return any(parse.text[kid].lower() == "who" for kid in parse.children[verb])


def _is_open(parse: Parse, verb: int, head: int) -> bool:
    """Tell whether a pronoun takes up no document: "it shows that …", "which explains why …"."""
    if parse.text[head].lower() == "which":
        noun = parse.head[verb]
        return not (parse.pos[noun] in ("NOUN", "PROPN") and can_speak(parse, noun))
    first = parse.sentences[max(0, parse.sentence_of[head] - 1)][0]
    return not any(is_document(parse.lemma[token].lower()) for token in range(first, head))


@cache
def _set(table: str, key: str) -> frozenset[str]:
    return frozenset(words("telling")[table][key].split())


@cache
def _much() -> tuple[str, ...]:
    return tuple(words("telling")["inferring"]["much"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words("telling")["people"]["endings"])


@cache
def _people() -> frozenset[str]:
    kinds = words("offices")["kinds"]
    plural = frozenset(word.removesuffix("s") for word in kinds["group"])
    return _set("people", "words") | frozenset(kinds["person"]) | frozenset(kinds["group"]) | plural


@cache
def _bodies() -> frozenset[str]:
    kinds = words("offices")["kinds"]
    return frozenset(kinds["institution"]) | frozenset(kinds["government"]) | frozenset(words("offices")["modifiers"]["bodies"])

"""A content that is only a thing, without a clause: told as a statement only where the verb tells what was said of it.

"Condemned the raid" accuses and "questioned the count" doubts; "discussed the raid" names a topic, and what was said of it is
not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.records import Act

_CLAUSES = frozenset({"VBD", "VBZ", "VBP", "MD"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BESIDE = frozenset({"punct", "advmod", "npadvmod", "cc", "conj", "preconj", "neg", "dep", "case", "det", "appos"})
_WONDERING = frozenset({"WP", "WRB", "WDT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_POINTER = 3
"""Words up to which "this fact", "those mixed claims" point to what was told elsewhere."""

_HERE = 6
"""Words up to which "here is what she said" only points to what follows."""


def is_thing(parse: Parse, content: Sequence[int]) -> bool:
    """Tell whether a content is one thing or several in a row, and nothing is said of it: no clause, no "as …", no "that …"."""
    inside = frozenset(content)
    tops = [token for token in content if parse.head[token] not in inside or parse.head[token] == token]
    tops = [token for token in tops if parse.dep[token] not in _BESIDE]
    heads = [head for token in tops for head in _headed(parse, token)]
    if not heads or not all(_is_named(parse, head) for head in heads):
        return False
    return len(tops) == 1 and not any(_tells(parse, head) for head in heads)


def _is_named(parse: Parse, head: int) -> bool:
    """Tell whether a word stands for a thing, "many" of "many of the charges" too."""
    counted = parse.pos[head] == "ADJ" and any(parse.text[kid].lower() == "of" for kid in parse.children[head])
    return counted or parse.pos[head] in _THINGS or parse.tag[head] == "VBG"


def _headed(parse: Parse, token: int) -> list[int]:
    """Give the thing behind a preposition, or the token itself."""
    if parse.pos[token] != "ADP":
        return [token]
    return [kid for kid in parse.children[token] if parse.dep[kid] in ("pobj", "pcomp")]


def _tells(parse: Parse, head: int) -> bool:
    """Tell whether something is said of a thing: a subject of its own, "the idea that …", "the need to …", a weighty noun."""
    if parse.lemma[head].lower() in _list("weighty"):
        return True
    kids = parse.children[head]
    if any(parse.dep[kid] in _SUBJECTS for kid in kids):
        return True
    clauses = [kid for kid in kids if parse.dep[kid] in ("acl", "ccomp") and parse.tag[kid] in _CLAUSES | {"VB", "VBN"}]
    return any(parse.dep[kid] in ("mark", "nsubj") for clause in clauses for kid in parse.children[clause])


def is_pointer(parse: Parse, content: Sequence[int]) -> bool:
    """Tell whether a content only points to a claim that was told elsewhere: "the allegations", "that claim"."""
    if not 1 < len(content) <= _POINTER or any(parse.pos[token] != "ADJ" for token in content[1:-1]):
        return False
    opening, head = parse.text[content[0]].lower(), parse.lemma[content[-1]].lower()
    return opening in _list("pointing") | {"the", "all", "any", "such"} and head in _list("told")


def is_asked_person(parse: Parse, content: Sequence[int]) -> bool:
    """Tell whether a content is whom somebody asked, or that it was a question, and nothing that was asked."""
    return bool(content) and is_thing(parse, content) and parse.pos[content[0]] in ("DET", "PROPN", "PRON", "NOUN", "NUM", "ADJ")


def act_on_thing(parse: Parse, cue: Sequence[int], main: int | None, content: Sequence[int], act: Act) -> Act:
    """Give the act of a cue whose content is a thing: what its verb or noun says of it, or ``perceive``, or the act as it was."""
    lemmas = [parse.lemma[token].lower() for token in cue]
    spoken = parse.lemma[main].lower() if main is not None else ""
    if content and spoken in _list("debating") and parse.tag[content[0]] in _WONDERING:
        return Act.PERCEIVE
    if content and spoken in _list("disputing") and parse.text[content[0]].lower() in ("whether", "how", "about", "over", "on"):
        return Act.PERCEIVE
    told = " ".join(parse.text[token].lower() for token in content)
    if told.startswith("here ") and len(content) <= _HERE:
        return Act.PERCEIVE  # "here is what she said"
    if told in _list_of("pointers"):
        return Act.PERCEIVE
    if is_deed(parse, main, content):
        return Act.PERCEIVE
    if content and spoken in _list("blaming") and parse.tag[content[0]] != "IN":
        return Act.ACCUSE
    if not content or not is_thing(parse, content):
        return act
    asked_about = parse.text[content[0]].lower() in ("about", "on", "over") and spoken == "question"
    answering = any(pair == ("response", "to") for pair in pairwise(lemmas))
    if answering or asked_about:
        return Act.PERCEIVE
    if spoken in _list("telling") and parse.text[cue[-1]].lower() in ("about", "on") and not _is_taken_as(parse, main, content):
        return Act.PERCEIVE
    for name in ("accuse", "doubt", "praise", "urge"):
        if spoken in _list(name) or any(noun in _list(f"{name}_nouns") for noun in lemmas):
            return Act(name)
    light = spoken in _list("light") and act in (Act.SAY, Act.BELIEVE)
    silent = spoken in _list("silent") or light or (not spoken and act == Act.SAY and _is_noun(parse, cue))
    if silent and not _is_taken_as(parse, main, content):
        return Act.PERCEIVE
    pointing = len(content) <= _POINTER and parse.text[content[0]].lower() in _list("pointing")
    return Act.PERCEIVE if pointing else act


def is_deed(parse: Parse, main: int | None, content: Sequence[int]) -> bool:
    """Tell whether the thing of a verb of speech makes a deed of it: "argued the case", "tweeted a link"."""
    if main is None:
        return False
    deeds = words("acts")["topics"]["no_words"].get(parse.lemma[main].lower(), ())
    return any(parse.head[t] == main and parse.dep[t] == "dobj" and parse.lemma[t].lower() in deeds for t in content)


def _is_noun(parse: Parse, cue: Sequence[int]) -> bool:
    """Tell whether a cue is a noun and what ties it to its content: "remarks about"."""
    nouns = any(parse.pos[token] == "NOUN" and parse.lemma[token].lower() not in _list("claims") for token in cue)
    return nouns and parse.pos[cue[-1]] == "ADP"


def _is_taken_as(parse: Parse, main: int | None, content: Sequence[int]) -> bool:
    """Tell whether a thing is called something: "described the raid as a failure", "called the raid a failure"."""
    if any(parse.text[token].lower() == "as" for token in content):
        return True
    kids = [] if main is None else [kid for kid in parse.children[main] if kid in content]
    return any(parse.dep[kid] in ("oprd", "ccomp", "xcomp") for kid in kids)


@cache
def _list_of(key: str) -> frozenset[str]:
    return frozenset(words("acts")["topics"][key])


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(str(words("acts")["topics"].get(key, "")).split())

"""Names that "and" joins: whether two speak, or one body's or one person's words go on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.backends.protocols import Parse
from onrecord.read.heads import kind_of
from onrecord.read.office_words import is_head
from onrecord.records import Kind

_JOINTS = frozenset({"and", "or", "nor", "&"})
_WHOLE = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_CLAUSES = frozenset({"who", "whom", "whose", "which"})


def is_joining(parse: Parse, heads: Sequence[int]) -> bool:
    """Tell whether a word joins the last of some heads, each a noun's: not "Bresk, D-Md.", "Bresk, who is old but no longer"."""
    between = range(heads[-2] + 1, heads[-1])
    told = any(parse.text[token].lower() in _JOINTS for token in between)
    clause = parse.pos[heads[-1]] not in _WHOLE and any(parse.text[token].lower() in _CLAUSES for token in between)
    abode = parse.text[heads[-1] - 1] == "," and parse.text[heads[-1]][:2] in ("D-", "R-", "I-")
    return (told or not abode) and not clause


def is_one_body(parse: Parse, left: int, last: Sequence[int]) -> bool:
    """Tell whether "and" stands inside one body's name before its officer's: "Customs and Harbour Works Chief X"."""
    name = next((name for name in parse.names if name[0] <= left < name[1] and name[1] > last[0] and name[2] == "ORG"), None)
    return name is not None and name[1] <= last[-1] and any(is_head(parse.text[token]) for token in (name[1] - 1, name[1]))


def who_does(parse: Parse, head: int, cue: Sequence[int]) -> int | None:
    """Give who does what a gerund goes on with, where the source is what they noted: "Bresk noted | the gap, tweeting"."""
    verb = parse.head[head] if parse.dep[head] == "dobj" else parse.head[parse.head[head]]
    gerund = next((t for t in cue if parse.tag[t] == "VBG" and parse.dep[t] in ("advcl", "ccomp") and parse.head[t] == verb), 0)
    noted = parse.dep[head] == "dobj" or (parse.dep[head] == "nsubj" and parse.head[head] == gerund)
    if not noted or not verb < head < gerund or parse.text[gerund - 1] != "," or not _is_thing(parse, head):
        return None
    subjects = [kid for kid in parse.children[verb] if parse.dep[kid] == "nsubj" and kid < verb]
    return subjects[0] if len(subjects) == 1 else None


def _is_thing(parse: Parse, head: int) -> bool:
    return parse.tag[head] == "NN" and not is_head(parse.text[head]) and kind_of(parse, head) == Kind.INSTITUTION

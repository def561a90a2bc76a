"""How a proposition is meant, and of what time it speaks by its verb."""

from __future__ import annotations

from onrecord.read.frames.core import SUBJECTS, VERBAL, Core
from onrecord.read.frames.desk import Desk
from onrecord.read.frames.lexicon import lemmas

_ASKING = frozenset({"WP", "WRB"})


def mood_of(desk: Desk, core: Core, within: frozenset[int]) -> str:
    """Tell how a proposition is meant: a fact, a future, a wish, a duty, a condition, a question or a mere topic."""
    parse = desk.parse
    first, last = parse.sentences[parse.sentence_of[core.head]]
    if parse.text[last - 1] == "?" or (last > first + 1 and parse.text[last - 2] == "?"):
        return "ask"
    if core.thing is not None and desk.lemma(core.thing) in lemmas("words", "unknown"):
        return "ask"
    if _conditional(desk, core, within):
        return "if"
    asking = [child for child in desk.children(core.head) if parse.tag[child] in _ASKING and child < core.head]
    if asking and not _is_described(desk, core.head, asking):
        return "ask"  # "it was unclear what caused it", "how he was no target"
    aux = [desk.lower(t) for head in core.path for t in desk.children(head, "aux")]
    for mood in ("should", "will", "would", "can"):
        if any(word in lemmas("modals", mood) for word in aux):
            return {"will": "future"}.get(mood, mood)
    if parse.pos[core.head] not in VERBAL:
        return "topic"
    subjects = [subject for head in core.path for subject in desk.children(head, *SUBJECTS)]
    return "want" if aux[:1] == ["to"] and parse.tag[core.head] == "VB" and not subjects else "fact"


def _is_described(desk: Desk, head: int, asking: list[int]) -> bool:
    """Say whether a clause under "how" is told as a fact: "described how the bridge fell"."""
    above = desk.parse.head[head]
    return [desk.lower(word) for word in asking] == ["how"] and desk.lemma(above) in lemmas("verbs", "describes")


def _conditional(desk: Desk, core: Core, within: frozenset[int]) -> bool:
    for head in core.path:
        for child in desk.children(head, "advcl", "mark"):
            marks = [child] if desk.parse.dep[child] == "mark" else desk.children(child, "mark")
            if child in within and any(desk.lower(mark) in ("if", "unless", "until", "whether") for mark in marks):
                return True
    return False


def tense(desk: Desk, core: Core) -> str:
    """Tell past, perfect or present by the first finite verb on the way to the predicate."""
    aux = [(desk.lower(t), desk.parse.tag[t]) for t in desk.children(core.head, "aux", "auxpass")]
    tags = {tag for _, tag in aux} | ({desk.parse.tag[core.head]} if not aux else set())
    if any(word in ("has", "have", "'ve", "’ve") for word, _ in aux):
        return "perfect"
    return "past" if "VBD" in tags or (not aux and desk.parse.tag[core.head] == "VBN") else "present"

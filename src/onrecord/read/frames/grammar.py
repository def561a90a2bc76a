"""What a proposition asserts: its predicate, and how it is negated, hedged and meant."""

from __future__ import annotations

from onrecord.read.frames.core import SUBJECTS, VERBAL, Core
from onrecord.read.frames.desk import Desk, outside
from onrecord.read.frames.lexicon import lemmas
from onrecord.read.frames.mood import mood_of

_CLAUSES = ("ccomp", "xcomp", "acl", "pcomp", "advcl")
_DEPTH = 6


def find_core(desk: Desk, inside: list[int]) -> Core | None:
    """Find what the given tokens assert."""
    within = frozenset(inside)
    start = _top(desk, inside, within)
    if start is None:
        return None
    if desk.lower(start) == "as" and desk.parse.pos[start] in ("ADP", "SCONJ"):  # "dismissed as false reports that P"
        told = [
            noun for noun in desk.children(start, "pobj") if noun in within and desk.lemma(noun) in lemmas("words", "sayings")
        ]
        start = told[0] if told else start
    core = _accused(desk, start, inside) or _headline(desk, start, within) or Core(start)
    for _ in range(_DEPTH):
        core.path.append(core.head)
        core.subject = _subject(desk, core)
        _read_polarity(desk, core, within)
        below = _step(desk, core, within)
        if below is None:
            break
        if desk.parse.dep[below] != "xcomp":
            core.path, core.subject = [], None  # what was passed only introduced this: its modals and subject are its own
            core.top = below
        core.head = below
    core.thing = _thing(desk, core, within)
    _read_nothing(desk, core, within)
    if core.negative and (
        desk.parse.tag[core.predicate] in ("JJR", "RBR") or any(desk.lower(token) == "than" for token in inside)
    ):
        core.soften("comparison")  # "never been stronger" does not say weak, "nothing worries me more than" not unworried
    core.mood = core.mood or mood_of(desk, core, within)
    return core


def _top(desk: Desk, inside: list[int], within: frozenset[int]) -> int | None:
    roots = [token for token in inside if outside(token, within, desk.parse)]
    verbs = [token for token in roots if desk.parse.pos[token] in VERBAL and desk.parse.dep[token] not in ("aux", "auxpass")]
    nouns = [token for token in roots if desk.parse.pos[token] in ("NOUN", "PROPN", "ADJ", "PRON", "NUM")]
    marks = [token for token in roots if desk.parse.pos[token] not in ("PUNCT", "SPACE", "SCONJ", "CCONJ")]
    return next(iter(verbs or nouns or marks), None)


def _accused(desk: Desk, start: int, inside: list[int]) -> Core | None:
    """Read "X of taking bribes", what is left of "accused X of taking bribes", as what X is said to do."""
    if desk.parse.pos[start] not in ("NOUN", "PROPN", "PRON"):
        return None
    for token in inside:
        if desk.parse.dep[token] == "prep" and desk.parse.head[token] == desk.parse.head[start] and token > start:
            verbs = [child for child in desk.children(token, "pcomp") if desk.parse.tag[child] == "VBG"]
            return Core(verbs[0], subject=start) if verbs else None
    return None


def _headline(desk: Desk, start: int, within: frozenset[int]) -> Core | None:
    """Read a noun with a participle and no article as headlines do: "Safe havens helping rebels" is a sentence."""
    if desk.parse.pos[start] not in ("NOUN", "PROPN") or desk.children(start, "det"):
        return None
    verbs = [child for child in desk.children(start, "acl") if child in within and desk.parse.tag[child] == "VBG"]
    return Core(verbs[0], subject=start) if verbs else None


def _subject(desk: Desk, core: Core) -> int | None:
    found = desk.children(core.head, *SUBJECTS)
    if not found and desk.parse.dep[core.head] == "conj":
        found = desk.children(desk.parse.head[core.head], *SUBJECTS)
    if not found and core.subject is None and desk.parse.dep[core.head] == "acl" and not desk.children(core.head, "expl"):
        return named_doer(desk, core.head)
    return found[0] if found else core.subject


def named_doer(desk: Desk, verb: int) -> int:
    """Find who does what a participle after a noun tells: in "allegations of X using Y" it is X, not the allegations."""
    noun = desk.parse.head[verb]
    if desk.lemma(noun) in lemmas("words", "sayings"):
        for prep in desk.children(noun, "prep"):
            if prep < verb and desk.lower(prep) == "of":
                return next(iter(desk.children(prep, "pobj")), noun)
    return noun


def _read_polarity(desk: Desk, core: Core, within: frozenset[int]) -> None:
    """Read the negations and hedges that stand directly at the head."""
    parse = desk.parse
    for child in desk.children(core.head):
        word = desk.lower(child)
        if child not in within:
            continue
        if parse.dep[child] == "neg" or (word in lemmas("words", "never") and parse.dep[child] in ("advmod", "preconj", "cc")):
            _negate(desk, core, child)
        elif word in ("longer", "more") and any(desk.lower(below) == "no" for below in desk.children(child)):
            core.deny("longer")
        elif word in lemmas("words", "soft") or (word in lemmas("modals", "may") and parse.dep[child] == "aux"):
            core.soften(word)
    if desk.lemma(core.head) in lemmas("verbs", "unsure") and desk.children(core.head, "ccomp", "xcomp"):
        core.soften(desk.lemma(core.head))


def _negate(desk: Desk, core: Core, token: int) -> None:
    after = [desk.lower(t) for t in range(token + 1, min(token + 3, len(desk.parse)))]
    if after[:1] and after[0] in lemmas("words", "only"):
        return
    limit = next((word for word in after if word in lemmas("words", "limits")), None)
    limit = limit or _limit(desk, core)
    if limit:
        core.soften(f"not {limit}")
    core.deny("never" if desk.lower(token) == "never" else "not")


def _limit(desk: Desk, core: Core) -> str | None:
    around = desk.children(core.head, "advmod")
    return next((desk.lower(token) for token in around if desk.lower(token) in lemmas("words", "limits")), None)


def _step(desk: Desk, core: Core, within: frozenset[int]) -> int | None:
    """Go from a word that only introduces a proposition to the proposition."""
    lemma = desk.lemma(core.head)
    clauses = [child for child in desk.children(core.head, *_CLAUSES) if child in within]
    full = [child for child in clauses if desk.parse.dep[child] == "ccomp"]
    bare = [child for child in clauses if desk.parse.dep[child] == "xcomp"]
    if desk.parse.pos[core.head] in ("NOUN", "PROPN"):
        return _out_of_noun(desk, core, within)
    if lemma in lemmas("verbs", "copulas"):
        return _out_of_copula(desk, core, within)
    if full and lemma in lemmas("verbs", "wraps") and not _is_ordered(desk, lemma, full[0]):
        return _open_or_follow(desk, core, full[0])
    if lemma in lemmas("verbs", "denies"):
        return _out_of_denial(desk, core, within)
    return _out_of_control(desk, core, bare) if bare else None


def _is_ordered(desk: Desk, lemma: str, below: int) -> bool:
    """Say whether somebody is told to do a thing, which tells not that it was done: "told the clerk to lie"."""
    return lemma in lemmas("verbs", "orders") and any(desk.lower(aux) == "to" for aux in desk.children(below, "aux"))


def _open_or_follow(desk: Desk, core: Core, below: int) -> int:
    subject = next(iter(desk.children(core.head, *SUBJECTS)), None)
    named = subject is not None and desk.parse.pos[subject] in ("NOUN", "PROPN")
    if named and desk.lemma(core.head) not in lemmas("verbs", "unsure"):
        core.mood = core.mood or "told"  # "every expert says that P" tells of the experts; whoever says so need not hold it
    if subject is not None and desk.lower(subject) in lemmas("words", "others"):
        core.teller = subject
    if core.negative and desk.lemma(core.head) in lemmas("verbs", "opens"):
        asked = any(desk.lower(mark) in ("if", "whether") for mark in desk.children(below, "mark"))
        core.negative, core.denied = False, ""
        core.hedge = f"cannot {desk.lemma(core.head)}" if asked or desk.lemma(core.head) != "know" else "unknown"
    return below


def _out_of_noun(desk: Desk, core: Core, within: frozenset[int]) -> int | None:
    """Go from "allegations of P", "no doubt that P" to P."""
    lemma = desk.lemma(core.head)
    doubt = lemma in lemmas("words", "doubts")
    if not doubt and lemma not in lemmas("words", "sayings") | lemmas("words", "stances"):
        return None
    none = any(desk.lower(child) in lemmas("words", "nothing") for child in desk.children(core.head, "det"))
    below = _of_noun(desk, core.head, within)
    if below is not None and lemma in lemmas("words", "told"):
        core.told = True  # whoever speaks of "claims that P" does not say that P
        core.soften(lemma)
    if below is not None and none != doubt:
        core.deny("none")
    return below


def _of_noun(desk: Desk, noun: int, within: frozenset[int]) -> int | None:
    below = [child for child in desk.children(noun) if child in within]
    for child in sorted(below, key=lambda child: desk.parse.dep[child] == "prep"):
        if desk.parse.dep[child] in ("acl", "ccomp", "relcl"):
            return child
        if desk.parse.dep[child] == "prep" and desk.lower(child) in ("of", "about"):
            return next((x for x in desk.children(child, "pcomp", "pobj") if x in within), None)
    return None


def _out_of_copula(desk: Desk, core: Core, within: frozenset[int]) -> int | None:
    """Go from "it is clear that P", "there is no doubt that P" to P."""
    for child in desk.children(core.head, "acomp", "attr", "nsubj"):
        lemma = desk.lemma(child)
        if child not in within:
            continue
        if lemma in lemmas("words", "stances") | lemmas("words", "maybe"):
            clause = [c for c in (*desk.children(child, "ccomp", "acl"), *desk.children(core.head, "ccomp")) if c in within]
            if clause and lemma in lemmas("words", "maybe"):
                core.soften(lemma)
            if clause:
                return clause[0]
        if lemma in lemmas("words", "doubts"):
            beside = [c for c in desk.children(desk.parse.head[core.head], "ccomp") if c > core.head]  # no "that" between them
            clause = [c for c in (*desk.children(core.head, "ccomp", "advcl", "acl"), *beside) if c in within]
            if _of_noun(desk, child, within) is not None:
                return child
            if clause and any(desk.lower(t) in lemmas("words", "nothing") for t in desk.children(child, "det")):
                return clause[0]
    if desk.lemma(core.head) in lemmas("verbs", "unsure"):
        return next((c for c in desk.children(core.head, "xcomp") if c in within), None)
    return None


def _out_of_denial(desk: Desk, core: Core, within: frozenset[int]) -> int | None:
    for child in desk.children(core.head, "ccomp", "xcomp", "dobj"):
        saying = desk.parse.dep[child] != "dobj" or desk.lemma(child) in lemmas("words", "sayings")
        if child in within and saying:
            core.deny("not")
            return child
    return None


def _out_of_control(desk: Desk, core: Core, bare: list[int]) -> int | None:
    lemma = desk.lemma(core.head)
    if desk.children(core.head, "dobj"):
        return None
    if lemma in lemmas("verbs", "fails"):
        core.deny("not")
    elif lemma in lemmas("verbs", "wants"):
        core.mood = core.mood or "want"
    elif lemma in lemmas("verbs", "musts"):
        core.mood = core.mood or "should"
    elif lemma in lemmas("verbs", "unsure"):
        core.soften(lemma)
    elif lemma not in lemmas("verbs", "through"):
        return None
    if lemma == "go":
        core.mood = core.mood or "future"
    return bare[0]


def _thing(desk: Desk, core: Core, within: frozenset[int]) -> int | None:
    """Find the noun or adjective that is the real predicate of a verb that says nothing of its own."""
    lemma = desk.lemma(core.head)
    if lemma in lemmas("verbs", "copulas") or lemma == "exist":
        there = bool(desk.children(core.head, "expl")) or lemma == "exist"
        wanted = ("attr", "acomp", "oprd", "nsubj") if there else ("attr", "acomp", "oprd")
        found = next((counted(desk, child) for child in desk.children(core.head, *wanted) if child in within), None)
        return found if found is not None or lemma != "be" else _located(desk, core)
    if lemma in lemmas("verbs", "light") | lemmas("verbs", "half") and not desk.children(core.head, "prt"):
        objects = [counted(desk, child) for child in desk.children(core.head, "dobj", "nsubjpass") if child in within]
        nouns = [noun for noun in objects if desk.parse.pos[noun] == "NOUN" and not desk.is_name(noun)]
        if lemma in lemmas("verbs", "half"):
            nouns = [noun for noun in nouns if desk.lemma(noun) in lemmas("verbs", "deeds")]
        return nouns[0] if nouns else None
    return None


def _located(desk: Desk, core: Core) -> int | None:
    """Read "soldiers are in Bresk" as "there are soldiers in Bresk", where nothing but the place is told of them."""
    parse, noun = desk.parse, core.subject
    if noun is None or parse.pos[noun] != "NOUN" or parse.head[noun] != core.head or desk.is_name(noun):
        return None
    if any(desk.lower(child) not in ("a", "an", "any", "no", "some") for child in desk.children(noun, "det", "poss")):
        return None
    besides = [
        child for child in desk.children(core.head) if child != noun and parse.dep[child] not in ("neg", "aux", "punct", "mark")
    ]
    places = [place for prep in besides if desk.lower(prep) in ("in", "inside") for place in desk.children(prep, "pobj")]
    return counted(desk, noun) if len(besides) == 1 and places and desk.is_land(places[0]) else None


def counted(desk: Desk, noun: int) -> int:
    """Go from "hundreds" in "hundreds of prisoners" to the prisoners."""
    if desk.lemma(noun) in lemmas("words", "counts") | lemmas("words", "measures"):
        for prep in desk.children(noun, "prep"):
            if desk.lower(prep) == "of":
                return next(iter(desk.children(prep, "pobj")), noun)
    return noun


def _read_nothing(desk: Desk, core: Core, within: frozenset[int]) -> None:
    """Read "no" before the things a predicate holds of: no group poses a threat; there are no camps; it poses no threat."""
    objects = desk.children(core.head, "attr", "dobj", "nsubj", "nsubjpass", "dative")
    noun = core.head if desk.parse.pos[core.head] in ("NOUN", "PROPN") else None
    things = {token for token in (core.subject, core.thing, noun, *objects) if token is not None and token in within}
    for token in sorted(things):
        above = desk.children(token, "det", "neg", "preconj", "predet", "nummod")
        if desk.lower(token) in lemmas("words", "nothing") or any(desk.lower(t) in lemmas("words", "nothing") for t in above):
            core.deny("none")
            return
        if any(desk.lower(t) in ("not", "never") for t in above):
            core.deny("none")
            return
        compared = [t for t in desk.children(token, "amod") if desk.lower(t) in ("fewer", "less", "more")]
        if any(t + 1 >= len(desk.parse) or desk.lower(t + 1) != "than" for t in compared):  # "more than a thousand" is a number
            core.soften("comparison")  # "fewer children would have it": neither that they have it nor that they do not


def side_clauses(desk: Desk, inside: list[int]) -> list[list[int]]:
    """List the clauses beside the main one that assert something of their own: "while …", "understanding that …"."""
    parse, within = desk.parse, frozenset(inside)
    found: list[list[int]] = []
    for token in inside:
        if parse.dep[token] != "advcl" or parse.head[token] not in within:
            continue
        conceded = any(desk.lower(mark) in lemmas("words", "beside") for mark in desk.children(token, "mark"))
        told = desk.lemma(token) in lemmas("verbs", "wraps") and desk.children(token, "ccomp")
        if conceded or told:
            first, last = parse.reach[token]
            found.append([t for t in range(first, last) if t in within])
    return found

"""What takes part in a proposition, and how."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.read.frames.core import Core
from onrecord.read.frames.desk import Desk
from onrecord.read.frames.grammar import named_doer
from onrecord.read.frames.lexicon import lemmas
from onrecord.records import Act, Statement, Term

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_FIRST = _WE | {"i", "me", "my", "myself"}
_THIRD = frozenset({"his", "her", "its", "their"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp"})
_HOME = lemmas("words", "home")
_OWN_DEEDS = frozenset({Act.DENY, Act.PROMISE, Act.THREATEN, Act.CONCEDE})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})


def find_terms(desk: Desk, statement: Statement, core: Core, inside: list[int]) -> tuple[Term, ...]:
    """List what takes part, in text order, each thing in each of its parts once."""
    found: list[Term] = []
    for token in inside:
        if _stands(desk, token):
            role, under = _part(desk, core, token)
            found.append(_term(desk, statement, token, role, under))
        if desk.lower(token) == "here" and desk.parse.pos[token] == "ADV":
            found.append(Term("in", "@here", desk.lemma(desk.parse.head[token]), "land"))
        if _stands(desk, token) and _own(desk, statement, token) and desk.lemma(token) not in _HOME | lemmas("words", "rule"):
            owner = "@we" if any(desk.lower(child) in _WE for child in desk.children(token, "poss")) else "@speaker"
            found.append(Term("of", owner, desk.lemma(token), "pronoun", statement.speaker))
    found.extend(_understood(desk, statement, core, inside))
    return tuple(dict.fromkeys(found))


def _stands(desk: Desk, token: int) -> bool:
    """Say whether a token is one to keep: a noun, a name's head, a pronoun, the adjective of a place."""
    parse = desk.parse
    if parse.pos[token] not in _NOMINAL or desk.lower(token) in _RELATIVE or parse.dep[token] == "expl":
        return False
    if not desk.head_of_name(token) or desk.is_time(token) or _left_out(desk, token) or _measures(desk, token):
        return False
    if parse.pos[token] in ("ADJ", "NUM") and not desk.is_land(token):
        return parse.dep[token] in ("acomp", "nsubj", "dobj", "pobj") and parse.pos[token] == "NUM"
    return not (parse.dep[token] in ("poss",) and desk.lower(token) in _FIRST | _THIRD)


def _measures(desk: Desk, token: int) -> bool:
    """Say whether a noun only measures what stands after it: "500 tonnes of fuel" tells of fuel alone."""
    if desk.lemma(token) not in lemmas("words", "measures"):
        return False
    things = [thing for prep in desk.children(token, "prep") if desk.lower(prep) == "of" for thing in desk.children(prep, "pobj")]
    return bool(things) and not desk.children(things[0], "det")


def _left_out(desk: Desk, token: int) -> bool:
    """Say whether "and not" stands before a thing joined to another: "Kenya and not Uganda" speaks of Kenya alone."""
    return desk.parse.dep[token] == "conj" and desk.lower(token - 1) == "not"


def _part(desk: Desk, core: Core, token: int) -> tuple[str, str]:
    """Tell a token's role and the word it hangs on; of things joined by "and" the first one's holds for all."""
    parse = desk.parse
    while parse.dep[token] in ("conj", "appos") and parse.pos[parse.head[token]] in _NOMINAL and parse.head[token] != token:
        token = parse.head[token]
    dep, head = parse.dep[token], parse.head[token]
    if dep == "pobj" and desk.lower(head) == "of" and desk.lemma(parse.head[head]) in lemmas("words", "counts"):
        return _part(desk, core, parse.head[head])
    if dep == "pobj" and desk.lower(head) == "of" and _measures(desk, parse.head[head]):
        return _part(desk, core, parse.head[head])
    if head == token:
        return "root", ""
    if dep in ("nsubj", "csubj"):
        if token == core.thing and desk.lemma(head) == "be":
            return "patient", desk.lemma(head)
        attribute = head == core.head and core.thing is not None
        there = bool(desk.children(head, "expl"))
        return ("patient" if there else "agent"), desk.lemma(core.thing if attribute and core.thing is not None else head)
    if dep == "nsubjpass":
        return "patient", desk.lemma(head)
    if dep in _OBJECTS:
        return "patient", desk.lemma(head)
    if dep == "pobj":
        return _of_preposition(desk, core, head)
    if dep == "dative":
        return "to", desk.lemma(head)
    if dep in ("poss", "compound", "amod", "nmod"):
        return "of", desk.lemma(head)
    return dep, desk.lemma(head)


def _of_preposition(desk: Desk, core: Core, prep: int) -> tuple[str, str]:
    parse = desk.parse
    above = parse.head[prep]
    if parse.dep[prep] == "agent":
        return "agent", desk.lemma(above)
    word = desk.lower(prep)
    while parse.dep[above] == "prep" and parse.head[above] != above:
        above = parse.head[above]
    if above == core.head and core.thing is not None:
        above = core.thing
    return word, desk.lemma(above)


def _term(desk: Desk, statement: Statement, token: int, role: str, under: str) -> Term:
    parse, word = desk.parse, desk.lower(token)
    chain = desk.chain(token)
    if parse.pos[token] == "PRON" and word in _WE and parse.text[token] != "US":
        return Term(role, "@we", under, "pronoun", statement.speaker)
    if parse.pos[token] == "PRON" and (word in _FIRST or (chain is not None and chain == statement.speaker)):
        return Term(role, "@speaker", under, "pronoun", statement.speaker)
    land = _lands_own(desk, token)
    if land is not None:
        return Term(role, desk.name(land), under, "land", desk.chain(land))
    if _own(desk, statement, token):
        if desk.lemma(token) in _HOME:
            return Term(role, "@home", under, "land")
        if desk.lemma(token) in lemmas("words", "rule"):
            return Term(role, "@home", under, "name")
    if desk.is_land(token):
        return Term(role, desk.name(token), under, "land", chain)
    if desk.is_name(token):
        return Term(role, desk.name(token), under, "name", chain)
    if parse.pos[token] == "PRON":
        return Term(role, word, under, "pronoun", chain)
    return Term(role, desk.lemma(token), under, "noun", chain)


def _own(desk: Desk, statement: Statement, token: int) -> bool:
    """Say whether a thing is the speaker's own: "our soil"; "his country" where he is the speaker or nobody else is known."""
    for child in desk.children(token, "poss"):
        if desk.lower(child) in _FIRST and desk.parse.text[child] != "US":
            return True
        if desk.lower(child) in _THIRD:
            chain = desk.chain(child)
            if chain is not None:
                return chain == statement.speaker
            if desk.lower(child) in ("its", "their"):
                return desk.is_body(statement.speaker) and not _name_before(desk, statement, child)
            return statement.speaker is not None and desk.lemma(token) in _HOME | lemmas("words", "rule")
    return False


def _name_before(desk: Desk, statement: Statement, token: int) -> bool:
    """Say whether a name stands in the content before a token, which may then be meant by "its"."""
    first = desk.first_name(statement.content)
    return first is not None and first < token


def _lands_own(desk: Desk, token: int) -> int | None:
    """Find the place whose soil or border "its" or "their" names: the nearest place before it in the sentence."""
    if desk.lemma(token) not in _HOME or not any(desk.lower(child) in ("its", "their") for child in desk.children(token, "poss")):
        return None
    lands = desk.acting_lands(desk.parse.sentence_of[token])
    before = bisect_left(lands, token)
    return lands[before - 1] if before else None


def _understood(desk: Desk, statement: Statement, core: Core, inside: list[int]) -> list[Term]:
    """Add what the grammar leaves unsaid: who does what an infinitive, participle or relative clause tells."""
    parse, within, found = desk.parse, frozenset(inside), []
    for token in inside:
        subjects = desk.children(token, "nsubj", "nsubjpass")
        if parse.pos[token] not in ("VERB", "AUX") or any(desk.lower(subject) not in _RELATIVE for subject in subjects):
            continue
        doer = _doer(desk, core, token)
        if doer is None or doer not in within or parse.pos[doer] not in _NOMINAL:
            continue
        passive = parse.tag[token] == "VBN" and (parse.dep[token] == "acl" or bool(desk.children(token, "auxpass")))
        found.append(_term(desk, statement, doer, "patient" if passive else "agent", desk.lemma(token)))
    verb = core.head
    there = bool(desk.children(verb, "expl"))  # "conceded that there may be a famine" tells of no deed of his
    if (
        core.subject is None
        and not there
        and statement.speaker
        and statement.act in _OWN_DEEDS
        and parse.tag[verb] in ("VBG", "VB")
    ):
        found.append(Term("agent", "@speaker", desk.lemma(core.predicate), "pronoun", statement.speaker))
    return found


def _doer(desk: Desk, core: Core, verb: int) -> int | None:
    parse = desk.parse
    head, dep = parse.head[verb], parse.dep[verb]
    if dep in ("acl", "relcl"):
        return named_doer(desk, verb) if dep == "acl" else head
    if verb == core.head and core.subject is not None:
        return core.subject
    if dep in ("xcomp", "advcl", "conj"):
        objects = desk.children(head, "dobj") if dep == "xcomp" else []
        subjects = objects or desk.children(head, "nsubj")
        return subjects[0] if subjects else None
    return None


def content_words(desk: Desk, inside: list[int]) -> tuple[str, ...]:
    """List the lemmas of all words that carry content, in text order."""
    parse = desk.parse
    return tuple(
        desk.lower(t) if desk.is_name(t) else desk.lemma(t)
        for t in inside
        if parse.pos[t] in _CONTENT
        and not desk.goes_on(t)
        and not desk.is_time(t)
        and parse.dep[t] not in ("aux", "auxpass")
        and any(c.isalnum() for c in parse.text[t])
    )

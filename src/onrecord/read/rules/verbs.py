"""Cue verbs: what hangs on the verb in the parse is its content, its subject the source.

A verb whose content the parse does not show is listed without one: the quotation beside it may be what was said.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.read.rules.lexicon import Lexicon
from onrecord.read.rules.sheet import SUBJECTS, Candidate, Sheet
from onrecord.read.rules.sources import agent_of, is_expletive, phrase, subject_of

_PARENTHETIC = frozenset({"parataxis", "ccomp", "dep", "conj", "advcl"})
_LONGEST_ASIDE = 4
"""Tokens that may follow the verb of an aside: ", X said on Monday night, "."""
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "oprd"})
_TRAILING = frozenset(
    {"of", "for", "about", "as", "with", "to", "against", "over", "on", "from", "between", "toward", "towards", "into"}
)
_QUOTE_MARKS = frozenset("\"“”'‘’") | {"''", "``"}
_NO_SPEAKERS = frozenset({"there", "that", "this", "what", "these", "those"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})


def find_verbs(sheet: Sheet, lex: Lexicon) -> list[Candidate]:
    """List what each cue verb outside quotation marks attributes."""
    found = (_read(sheet, lex, token) for token in range(len(sheet.parse)) if sheet.parse.pos[token] == "VERB")
    return [candidate for candidate in found if candidate is not None]


def _read(sheet: Sheet, lex: Lexicon, verb: int) -> Candidate | None:
    if sheet.quote_of[verb] >= 0:
        return None
    lemma = sheet.lemma(verb)
    if is_passive(sheet, verb):
        return _read_passive(sheet, lex, verb, lemma)
    source = subject_of(sheet, verb)
    if source is None or source == verb or sheet.lower(source) in _NO_SPEAKERS:
        return None
    for rule, read in _FRAMES:
        read_as = read(sheet, lex, verb, lemma)
        if read_as is not None:
            cue_more, content = read_as
            return _candidate(sheet, rule, verb, source, content, cue_more)
    if lemma in lex.quote:
        return _candidate(sheet, "quote", verb, source, (), ())
    return None


def _candidate(
    sheet: Sheet, rule: str, verb: int, source: int | None, content: Iterable[int], cue_more: Iterable[int]
) -> Candidate:
    cue = sheet.cue(verb) + tuple(span for token in cue_more for span in sheet.spans([token]))
    inside = set(content)
    origin = set() if source is None else phrase(sheet, source) - inside
    if verb in origin:  # "a statement saying …"
        origin -= sheet.subtree(verb)
    return Candidate(rule, verb, sheet.spans(origin), tuple(sorted(cue)), sheet.spans(inside))


def is_passive(sheet: Sheet, verb: int) -> bool:
    """Say whether a verb is a passive, finite or a bare participle after a noun."""
    if sheet.child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    parse = sheet.parse
    return parse.tag[verb] == "VBN" and parse.dep[verb] == "acl"


Frame = tuple[tuple[int, ...], set[int]] | None


def _others(sheet: Sheet, verb: int, wanted: Iterable[int]) -> list[int]:
    keep = set(wanted)
    return [kid for kid in sheet.parse.children[verb] if kid not in keep]


def _below(sheet: Sheet, verb: int, wanted: Iterable[int]) -> set[int]:
    """List the tokens under some of a verb's dependents, without the verb and its other dependents."""
    wanted = list(wanted)
    inside: set[int] = set()
    for kid in wanted:
        inside |= sheet.subtree(kid)
    for other in _others(sheet, verb, wanted):
        if other in inside and sheet.parse.dep[other] != "punct":
            inside -= sheet.subtree(other)
    return inside - {verb}


def _clause(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Frame:
    if lemma not in lex.clause:
        return None
    parse = sheet.parse
    clauses = [kid for kid in parse.children[verb] if parse.dep[kid] == "ccomp"]
    clauses += [kid for kid in parse.children[verb] if parse.dep[kid] == "conj" and _marked_that(sheet, kid)]
    if not clauses:
        return None
    return (), _below(sheet, verb, clauses)


def _marked_that(sheet: Sheet, token: int) -> bool:
    mark = sheet.child(token, "mark")
    return mark is not None and sheet.lower(mark) == "that"


def _parenthetic(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Frame:
    """Read "…, X said" where the parser hangs the verb under what was said."""
    parse = sheet.parse
    head = parse.head[verb]
    if lemma not in lex.clause or head == verb or parse.dep[verb] not in _PARENTHETIC:
        return None
    if sheet.child(verb, *SUBJECTS) is None or sheet.child(verb, "dobj", "ccomp", "xcomp", "mark") is not None:
        return None
    low, high = parse.reach[verb]
    first, _ = parse.sentences[parse.sentence_of[verb]]
    if low == first or not sheet.is_mark(low - 1) or _starts_linked(sheet, low):
        return None
    while parse.dep[head] in ("conj", "ccomp", "parataxis") and parse.head[head] != head:
        head = parse.head[head]
    before = {token for token in sheet.subtree(head) if token < low}
    return (), before


def _aside(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Frame:
    """Read "A, X said, B": between commas in the middle of the sentence that it attributes."""
    own = sheet.child(verb, *SUBJECTS)
    if lemma not in lex.speech or own is None:
        return None
    first, last = sheet.parse.sentences[sheet.parse.sentence_of[verb]]
    low = min(sheet.parse.reach[own][0], verb)
    high = max(sheet.parse.reach[own][1], verb + 1)
    said = high
    while high < last and not sheet.is_mark(high):
        high += 1
    if low <= first or high >= last - 2 or high - said > _LONGEST_ASIDE:
        return None
    if any(low <= kid < high and sheet.parse.dep[kid] in _COMPLEMENTS for kid in sheet.parse.children[verb]):
        return None
    if sheet.parse.text[low - 1] != "," or sheet.parse.text[high] != ",":
        return None
    if _starts_linked(sheet, low) or not any(sheet.parse.pos[t] in ("VERB", "AUX") for t in range(high, last)):
        return None
    if sheet.parse.text[low - 2] in _QUOTE_MARKS or sheet.parse.text[high + 1] in _QUOTE_MARKS:
        return None
    return (), set(range(first, last)) - set(range(low, high))


def _starts_linked(sheet: Sheet, token: int) -> bool:
    return sheet.parse.dep[token] in ("cc", "mark") or sheet.parse.tag[token] in ("WDT", "WP", "WRB")


def _infinitive(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Frame:
    if lemma not in lex.infinitive:
        return None
    action = sheet.child(verb, "xcomp")
    if action is None or not _has_to(sheet, action) or action < verb:
        return None
    return (), sheet.subtree(action)


def _has_to(sheet: Sheet, verb: int) -> bool:
    return any(sheet.parse.tag[kid] == "TO" for kid in sheet.parse.children[verb])


def _gerund(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Frame:
    action = sheet.child(verb, "xcomp", "pcomp", "ccomp")
    if lemma not in lex.gerund or action is None or sheet.parse.tag[action] != "VBG" or action < verb:
        return None
    return (), sheet.subtree(action)


def _object_with(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Frame:
    """Read "urged Y to …", "described Y as …", "called Y a …", "accused Y of …"."""
    parse = sheet.parse
    obj = sheet.child(verb, "dobj")
    if lemma in lex.object_to:
        action = next(
            (k for k in parse.children[verb] if parse.dep[k] in ("xcomp", "ccomp") and k > verb and _has_to(sheet, k)), None
        )
        if action is not None and (obj is not None or sheet.child(action, "nsubj") is not None):
            return (), _below(sheet, verb, [k for k in (obj, action) if k is not None])
    if lemma in lex.predicate:
        said = sheet.child(verb, "oprd", "xcomp", "ccomp", "attr")
        if said is not None and said > verb:
            return (), _below(sheet, verb, [k for k in (obj, said) if k is not None])
    if obj is None:
        return None
    for prep in (kid for kid in parse.children[verb] if parse.dep[kid] in ("prep", "dative") and kid > verb):
        word = sheet.lower(prep)
        if (word == "as" and lemma in lex.object_as) or lemma in lex.object_prepositions.get(word, ()):
            return (), _below(sheet, verb, [obj, prep])
    return None


def _preposition(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Frame:
    """Read "called for …", "referred to …"."""
    parse = sheet.parse
    for prep in (kid for kid in parse.children[verb] if parse.dep[kid] == "prep" and kid > verb):
        if lemma in lex.prepositions.get(sheet.lower(prep), ()):
            below = parse.children[prep]
            tokens = {token for kid in below for token in sheet.subtree(kid)}
            if tokens and not is_setting(sheet, lex, prep):
                return (prep,), tokens
    return None


def _object(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Frame:
    parse = sheet.parse
    obj = sheet.child(verb, "dobj")
    if lemma not in lex.object or obj is None or obj < verb or sheet.lower(obj) in _REFLEXIVE:
        return None
    return (), _below(sheet, verb, [obj, *trailing(sheet, lex, verb, obj)])


def trailing(sheet: Sheet, lex: Lexicon, verb: int, after: int) -> list[int]:
    """List the dependents after an object that belong to what was said, not to where and when."""
    parse = sheet.parse
    kept = []
    for kid in parse.children[verb]:
        if kid <= after:
            continue
        if (parse.dep[kid] == "prep" and sheet.lower(kid) in _TRAILING and not is_setting(sheet, lex, kid)) or parse.dep[kid] in (
            "ccomp",
            "xcomp",
            "oprd",
        ):
            kept.append(kid)
        elif parse.dep[kid] != "punct":
            break
    return kept


def is_setting(sheet: Sheet, lex: Lexicon, prep: int) -> bool:
    """Say whether a prepositional phrase tells when or where something was said."""
    thing = sheet.child(prep, "pobj")
    return thing is not None and (sheet.lemma(thing) in lex.outside or thing in sheet.dated)


_FRAMES = (
    ("parenthetic", _aside),
    ("clause", _clause),
    ("object-with", _object_with),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("parenthetic", _parenthetic),
    ("preposition", _preposition),
    ("object", _object),
)


def _read_passive(sheet: Sheet, lex: Lexicon, verb: int, lemma: str) -> Candidate | None:
    parse = sheet.parse
    agent, patient = agent_of(sheet, verb), sheet.child(verb, "nsubjpass")
    clause = sheet.child(verb, "ccomp")
    if clause is not None and lemma in lex.clause and (agent is not None or patient is not None):
        return _candidate(sheet, "passive-clause", verb, agent, _below(sheet, verb, [clause]), ())
    about = [] if patient is None else [patient]
    action = sheet.child(verb, "xcomp", "oprd")
    if action is not None and action > verb and (lemma in lex.hearsay or (agent is not None and lemma in lex.object)):
        if about and is_expletive(sheet, about[0]):
            about = []
        return _candidate(sheet, "hearsay", verb, agent, _below(sheet, verb, [*about, action]), ())
    for prep in (kid for kid in parse.children[verb] if parse.dep[kid] == "prep" and kid > verb):
        word = sheet.lower(prep)
        if lemma in lex.object_prepositions.get(word, ()) or (word == "as" and lemma in lex.object_as):
            tokens = sheet.subtree(prep) - {prep}
            return _candidate(sheet, "passive-with", verb, agent, tokens | _below(sheet, verb, about), (prep,))
    if agent is not None and about and lemma in lex.object and not is_expletive(sheet, about[0]):
        return _candidate(sheet, "passive", verb, agent, _below(sheet, verb, about), ())
    return None

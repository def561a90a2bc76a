"""The shapes in which an active cue verb takes its content: a clause, an infinitive, an object, a phrase.

Each frame gives the tokens that belong to the cue beside the verb ("called *for*") and the tokens of the content, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.read.rules.sheet import SUBJECTS, Sheet

Frame = tuple[tuple[int, ...], set[int]] | None

_PARENTHETIC = frozenset({"parataxis", "ccomp", "dep", "conj", "advcl"})
_LONGEST_ASIDE = 4
"""Tokens that may follow the verb of an aside: ", X said on Monday night, "."""
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "oprd"})
_TRAILING = frozenset({"of", "for", "about", "as", "with", "to", "against", "over", "on", "from", "between", "towards", "into"})
_AFTER_NOUN = frozenset({"prep", "acl", "ccomp", "relcl", "xcomp"})
_QUOTE_MARKS = frozenset("\"“”'‘’") | {"''", "``"}
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PRESENT = frozenset({"VBZ", "VBP"})


def below(sheet: Sheet, verb: int, wanted: Iterable[int]) -> set[int]:
    """List the tokens under some of a verb's dependents, without the verb and its other dependents."""
    keep = set(wanted)
    inside: set[int] = set()
    for kid in keep:
        inside |= sheet.subtree(kid)
    for other in sheet.parse.children[verb]:
        if other not in keep and other in inside and sheet.parse.dep[other] != "punct":
            inside -= sheet.subtree(other)
    return inside - {verb}


def _clause(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "said that …", "said …" and what the parser coordinates with the verb though it was said as well."""
    if lemma not in sheet.lex.clause:
        return None
    parse = sheet.parse
    clauses = [kid for kid in parse.children[verb] if parse.dep[kid] == "ccomp" and kid not in sheet.misjoined]
    if not clauses:
        return None
    if any(kid > verb and _marked_that(sheet, kid) for kid in clauses):
        clauses = [kid for kid in clauses if kid > verb]  # what stands before is another sentence: "A; X says that B"
    inside = below(sheet, verb, clauses)
    inside -= {token for clause in clauses for token in _said_besides(sheet, clause, lemma)}
    if max(clauses) > verb and lemma in sheet.lex.speech:
        for kid in parse.children[verb]:
            if kid > verb and parse.dep[kid] == "conj" and _goes_on(sheet, verb, kid, max(inside, default=verb)):
                inside |= sheet.subtree(kid)
    return (), inside


def _goes_on(sheet: Sheet, verb: int, conj: int, last: int) -> bool:
    """Say whether a clause coordinated with a cue belongs to the content: "and that …", or present tense after "said"."""
    if sheet.child(conj, "mark") is not None:
        return _marked_that(sheet, conj)
    parse = sheet.parse
    low = parse.reach[conj][0]
    if low - last > 3 or parse.tag[verb] != "VBD":
        return False
    modal = any(parse.tag[kid] == "MD" for kid in parse.children[conj] if parse.dep[kid] == "aux")
    own = sheet.child(conj, *SUBJECTS, "nsubjpass") is not None
    return modal or (own and (parse.tag[conj] in _PRESENT or any(parse.tag[kid] in _PRESENT for kid in parse.children[conj])))


def _marked_that(sheet: Sheet, clause: int) -> bool:
    mark = sheet.child(clause, "mark")
    return mark is not None and sheet.lower(mark) == "that"


def _said_besides(sheet: Sheet, clause: int, lemma: str) -> set[int]:
    """List the tokens of ", adding that …" inside a clause: the outer speaker's own further words, no part of the clause."""
    parse = sheet.parse
    if lemma not in sheet.lex.speech:
        return set()
    return {
        token
        for kid in parse.children[clause]
        if parse.dep[kid] == "advcl" and parse.tag[kid] == "VBG" and kid > clause and sheet.is_mark(kid - 1)
        if sheet.lemma(kid) in sheet.lex.speech
        for token in sheet.subtree(kid)
    }


def _parenthetic(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "…, X said" where the parser hangs the verb under what was said."""
    parse = sheet.parse
    head = parse.head[verb]
    if lemma not in sheet.lex.clause or head == verb or parse.dep[verb] not in _PARENTHETIC or _is_noun(sheet, verb):
        return None
    if sheet.child(verb, *SUBJECTS) is None or sheet.child(verb, "ccomp", "xcomp", "mark") is not None:
        return None
    if sheet.child(verb, "dobj") is not None and not _tells_somebody(sheet, verb, lemma):
        return None
    low = parse.reach[verb][0]
    first = parse.sentences[parse.sentence_of[verb]][0]
    if low == first or not sheet.is_mark(low - 1) or _starts_linked(sheet, low):
        return None
    while parse.dep[head] in ("conj", "ccomp", "parataxis") and parse.head[head] != head:
        head = parse.head[head]
    return (), {token for token in sheet.subtree(head) if token < low}


def _tells_somebody(sheet: Sheet, verb: int, lemma: str) -> bool:
    """Say whether a verb's object, at the end of its sentence, is whom it was told: "…, X told reporters."."""
    parse, told = sheet.parse, sheet.child(verb, "dobj")
    if lemma not in sheet.lex.telling or told is None or parse.tag[verb] not in _FINITE or sheet.lemma(told) in sheet.lex.tales:
        return False
    head = parse.head[verb]
    between = range(head + 1, verb)
    linked = any(parse.dep[kid] == "cc" and kid in between for kid in parse.children[head])
    return not linked and parse.reach[verb][1] >= parse.sentences[parse.sentence_of[verb]][1] - 1


def _is_noun(sheet: Sheet, verb: int) -> bool:
    """Say whether what the parser takes for the verb of an aside is none: "X's remarks", or a participle without "has"."""
    own, parse = sheet.child(verb, *SUBJECTS), sheet.parse
    if own is not None and (parse.tag[own] == "POS" or any(parse.tag[kid] == "POS" for kid in parse.children[own])):
        # "X's said": a perfect; "the mayor's said" has its verb right after the mark as well
        return parse.tag[verb] != "VBN"
    return parse.tag[verb] not in _FINITE | {"VB"} and sheet.child(verb, "aux") is None


def _starts_linked(sheet: Sheet, token: int) -> bool:
    return sheet.parse.dep[token] in ("cc", "mark") or sheet.parse.tag[token] in ("WDT", "WP", "WRB")


def _aside(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "A, X said, B": between commas in the middle of the sentence that it attributes."""
    own = sheet.child(verb, *SUBJECTS)
    if lemma not in sheet.lex.speech or own is None or _is_noun(sheet, verb):
        return None
    parse = sheet.parse
    first, last = parse.sentences[parse.sentence_of[verb]]
    low = min(parse.reach[own][0], verb)
    said = high = max(parse.reach[own][1], verb + 1)
    while high < last and not sheet.is_mark(high):
        high += 1
    if low <= first + 1 or high >= last - 2 or high - said > _LONGEST_ASIDE:
        return None
    if parse.text[low - 1] != "," or parse.text[high] != "," or _starts_linked(sheet, low):
        return None
    if any(low <= kid < high and parse.dep[kid] in _COMPLEMENTS for kid in parse.children[verb]):
        return None
    if parse.text[low - 2] in _QUOTE_MARKS or parse.text[high + 1] in _QUOTE_MARKS:
        return None
    if not any(parse.pos[token] in ("VERB", "AUX") for token in range(high, last)):
        return None
    said_on = parse.dep[high + 1] == "cc" and sheet.lemma(high + 2) in sheet.lex.speech  # "A, X said, but said B"
    return (), set(range(first, low)) if said_on else set(range(first, last)) - set(range(low, high))


def _infinitive(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "promised to …"."""
    action = sheet.child(verb, "xcomp")
    if lemma not in sheet.lex.infinitive or action is None or action < verb or not sheet.has_to(action):
        return None
    return (), sheet.subtree(action)


def _gerund(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "proposed doing …"."""
    action = sheet.child(verb, "xcomp", "pcomp", "ccomp")
    if lemma not in sheet.lex.gerund or action is None or action < verb or sheet.parse.tag[action] != "VBG":
        return None
    return (), sheet.subtree(action)


def _object_with(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "urged Y to …", "called Y a …", "described Y as …", "accused Y of …"."""
    parse, lex = sheet.parse, sheet.lex
    after = [kid for kid in parse.children[verb] if kid > verb]
    obj = next((kid for kid in after if parse.dep[kid] == "dobj"), None)
    kept = [] if obj is None else [obj]
    if lemma in lex.object_to:
        action = next((kid for kid in after if parse.dep[kid] in ("xcomp", "ccomp") and sheet.has_to(kid)), None)
        on = next((kid for kid in after if parse.dep[kid] == "prep" and sheet.lower(kid) in ("on", "upon")), None)
        if action is not None and lemma == "call" and on is not None and on < action:
            return (on,), below(sheet, verb, [on, action]) - {on}
        if action is not None and (kept or sheet.child(action, "nsubj") is not None):
            return (), below(sheet, verb, [*kept, action])
    if lemma in lex.predicate:
        said = next((kid for kid in after if parse.dep[kid] in ("oprd", "xcomp", "ccomp", "attr")), None)
        if said is not None:
            return (), below(sheet, verb, [*kept, said])
    if obj is None:
        return None
    for prep in (kid for kid in after if parse.dep[kid] in ("prep", "dative")):
        word = sheet.lower(prep)
        if (word == "as" and lemma in lex.object_as) or lemma in lex.object_prepositions.get(word, ()):
            return (), below(sheet, verb, [obj, prep])
    return None


def _made_clear(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "made (it) clear that …"."""
    word = next(
        (token for token in range(verb + 1, min(verb + 4, len(sheet.parse))) if sheet.lower(token) in sheet.lex.made), None
    )
    if lemma != "make" or word is None:
        return None
    for head in (word, verb):
        for clause in sheet.parse.children[head]:
            if (
                clause > word
                and sheet.parse.dep[clause] in ("ccomp", "advcl")
                and sheet.child(clause, *SUBJECTS, "nsubjpass") is not None
            ):
                return (word,), sheet.subtree(clause)
    return None


def _called(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "called the plan “weak”" that the parser makes one object of; without quotation marks it may be a telephone call."""
    obj = sheet.child(verb, "dobj")
    if lemma not in sheet.lex.predicate or obj is None or obj < verb:
        return None
    inside = sheet.subtree(obj)
    return ((), inside) if any(sheet.quote_of[token] >= 0 for token in inside) else None


def _preposition(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "called for …", "referred to …", with what follows the phrase's noun."""
    parse = sheet.parse
    preps = [kid for kid in parse.children[verb] if parse.dep[kid] == "prep" and kid > verb]
    for prep in preps:
        if lemma not in sheet.lex.prepositions.get(sheet.lower(prep), ()) or sheet.is_setting(prep):
            continue
        further = [
            kid for kid in parse.children[verb] if kid > prep and parse.dep[kid] in ("xcomp", "ccomp") and sheet.has_to(kid)
        ]
        tokens = (sheet.subtree(prep) | below(sheet, verb, further)) - {prep}
        if tokens:
            return (prep,), tokens
    return None


def _object(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "praised the efforts …": the object and the phrases that go with it."""
    obj = sheet.child(verb, "dobj")
    if obj is None or obj < verb or sheet.lower(obj) in _REFLEXIVE:
        return None
    if lemma not in sheet.lex.object:
        return None
    return (), below(sheet, verb, [obj, *_trailing(sheet, verb, obj)])


def _noun_of_saying(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "raised concerns about …", "made the case that …": the noun goes with the cue and what follows it was said."""
    parse = sheet.parse
    obj = sheet.child(verb, "dobj")
    if lemma not in sheet.lex.object_noun or obj is None or obj < verb or sheet.lemma(obj) not in sheet.lex.said_nouns:
        return None
    after = [kid for kid in parse.children[obj] if kid > obj and parse.dep[kid] in _AFTER_NOUN]
    after += [
        kid for kid in parse.children[verb] if kid > obj and parse.dep[kid] == "prep" and sheet.lower(kid) in ("about", "over")
    ]
    links = {kid for kid in after[:1] if parse.dep[kid] == "prep" and not sheet.is_setting(kid)}
    inside = {token for kid in after for token in sheet.subtree(kid)} - links
    end = parse.sentences[parse.sentence_of[verb]][1]
    if not inside and obj + 1 < end and sheet.lower(obj + 1) == "that":  # a clause the parser left without its verb
        inside = set(range(obj + 1, end))
    return ((obj, *links), inside) if inside else None


def _topic(sheet: Sheet, verb: int, lemma: str) -> Frame:
    """Read "discussed the …": what is talked of rather than said, and only where it happened."""
    obj = sheet.child(verb, "dobj")
    if lemma not in sheet.lex.topic or obj is None or obj < verb or sheet.has_to(verb):
        return None
    return (), below(sheet, verb, [obj, *_trailing(sheet, verb, obj)])


def _trailing(sheet: Sheet, verb: int, after: int) -> list[int]:
    """List the dependents after an object that belong to what was said, not to where and when."""
    parse, kept = sheet.parse, []
    for kid in (kid for kid in parse.children[verb] if kid > after):
        phrase = parse.dep[kid] == "prep" and sheet.lower(kid) in _TRAILING and not sheet.is_setting(kid)
        if phrase or parse.dep[kid] in ("ccomp", "xcomp", "oprd"):
            kept.append(kid)
        elif parse.dep[kid] != "punct":
            break
    return kept


FRAMES: tuple[tuple[str, Callable[[Sheet, int, str], Frame]], ...] = (
    ("parenthetic", _aside),
    ("clause", _clause),
    ("object-with", _object_with),
    ("object-with", _called),
    ("clause", _made_clear),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("parenthetic", _parenthetic),
    ("noun", _noun_of_saying),
    ("preposition", _preposition),
    ("object", _object),
    ("topic", _topic),
)
"""The frames in the order they are tried; the first that fits is taken."""

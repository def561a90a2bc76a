"""Whose words they are: from a cue to the tokens of its source."""

from __future__ import annotations

from onrecord.read.rules.sheet import SUBJECTS, Sheet

_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acl", "ccomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_BESIDE = frozenset({"ADV", "AUX", "PART"})
_WHERE = frozenset({"in", "on", "at", "during"})
_ASIDE = frozenset({"relcl", "acl"})
_CONJUNCTIONS = frozenset({"after", "before", "until", "since", "as"})
_IN_PHRASE = frozenset({"appos", "compound", "amod", "flat", "nmod"})
_LONGEST_PHRASE = 12
_NO_SUBJECTS = frozenset({"pobj", "dobj", "poss"})
_EXPLETIVE = frozenset({"it", "there"})


def subject_of(sheet: Sheet, verb: int, steps: int = 5) -> int | None:
    """Find the head of a verb's subject, its own or the one it shares with the verb it hangs on."""
    own: list[int] = [kid for kid in sheet.parse.children[verb] if sheet.parse.dep[kid] in SUBJECTS]
    if own:
        outer = _owner_of_object(sheet, verb, own[0]) if sheet.parse.tag[verb] == "VBG" else None
        if outer is not None:
            return outer
        # of two the nearer one: the parser takes an opening participle for a subject as well
        return max((kid for kid in own if kid < verb), default=own[0])
    if is_perfect(sheet, verb):
        return sheet.child(verb, "nsubjpass")
    if sheet.child(verb, "nsubjpass") is not None:
        return None
    taken = taken_for_object(sheet, verb)
    shared = _shared_subject(sheet, verb, steps) if taken is None else taken
    return _before(sheet, verb) if shared is None else shared


def taken_for_object(sheet: Sheet, verb: int) -> int | None:
    """Find the subject that the parser made the object of "after": "even after his own minister, X, conceded that …"."""
    parse = sheet.parse
    if parse.dep[verb] != "advcl" or parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    at = verb - 1
    while at > 0 and (parse.text[at] == "," or parse.pos[at] == "ADV"):
        at -= 1
    while parse.dep[at] in _IN_PHRASE and parse.head[at] != at and at - parse.head[at] < _LONGEST_PHRASE:
        at = parse.head[at]
    return at if parse.dep[at] == "pobj" and sheet.lower(parse.head[at]) in _CONJUNCTIONS and at < verb else None


def _owner_of_object(sheet: Sheet, verb: int, noun: int) -> int | None:
    """Find who speaks in "X noted the contrast between A and B, tweeting: …": not the noun before the comma, but X."""
    parse = sheet.parse
    if noun > verb or parse.text[verb - 1] != "," or sheet.child(verb, "aux", "mark") is not None:
        return None
    while parse.dep[noun] in ("pobj", "prep", "conj", "appos"):
        noun = parse.head[noun]
    above = parse.head[noun]
    if parse.dep[noun] == "nsubj" and above == verb and parse.dep[verb] == "ccomp":
        above = parse.head[verb]  # the parser made the object the participle's subject
    elif parse.dep[noun] != "dobj":
        return None
    finite = parse.pos[above] == "VERB" and (parse.tag[above] in ("VBD", "VBZ", "VBP") or sheet.child(above, "aux") is not None)
    return sheet.child(above, *SUBJECTS) if finite and above < noun else None


def _before(sheet: Sheet, verb: int) -> int | None:
    """Take the noun phrase right before a finite speech verb whose subject the parser did not see as one."""
    parse = sheet.parse
    first = parse.sentences[parse.sentence_of[verb]][0]
    at = verb - 1
    while at > first and (parse.pos[at] in _BESIDE or parse.text[at] == ","):
        at -= 1
    if at < first or parse.tag[verb] not in ("VBD", "VBZ", "VBP") or sheet.lemma(verb) not in sheet.lex.speech:
        return None
    if parse.pos[at] not in ("PROPN", "PRON") or sheet.quote_of[at] >= 0 or at in sheet.dated:
        return None
    while parse.pos[parse.head[at]] in _NOMINAL and first <= parse.head[at] < verb and parse.dep[at] != "pobj":
        head = parse.head[at]
        if head == at or (parse.dep[at] == "appos" and parse.dep[head] in _NO_SUBJECTS):
            return at  # "… before winter, the mayor, X, said": X was hung under what has nothing to do with him
        at = head
    return at if parse.dep[at] not in _NO_SUBJECTS else None


def set_off(sheet: Sheet, source: int) -> int:
    """Give the token at which what is set off before a verb begins: the first apposition beside the source, else the source."""
    parse = sheet.parse
    beside = [kid for kid in parse.children[parse.head[source]] if parse.dep[kid] == "appos"]
    return min(parse.reach[kid][0] for kid in [source, *(beside if parse.dep[source] == "appos" else [])])


def _shared_subject(sheet: Sheet, verb: int, steps: int) -> int | None:
    parse = sheet.parse
    if verb in sheet.misjoined:
        return subject_of(sheet, sheet.misjoined[verb], steps - 1) if steps else None
    head, label = parse.head[verb], parse.dep[verb]
    if head == verb or steps == 0 or label not in _CLIMB:
        return None
    if label == "acl" and parse.pos[head] in _NOMINAL:
        if parse.tag[verb] == "VBG":
            outer = _owner_of_object(sheet, verb, head)
            return head if outer is None else outer
        above = parse.head[head]  # "defended his call to …": whoever defends calls
        return subject_of(sheet, above, steps - 1) if parse.tag[verb] == "VB" and parse.pos[above] == "VERB" else None
    if label == "ccomp" and parse.tag[verb] != "VBG":
        return None
    if parse.pos[head] == "ADP":
        return _shared_subject(sheet, head, steps - 1) if parse.dep[head] == "prep" else None
    if parse.pos[head] not in ("VERB", "AUX"):
        return None
    if label == "advcl" and parse.tag[verb] == "VBG" and parse.dep[head] == "ccomp" and sheet.is_mark(verb - 1):
        outer = _speaker_above(sheet, head)
        if outer is not None:
            return outer
    shared = sheet.child(head, *SUBJECTS, "nsubjpass")
    return shared if shared is not None else _shared_subject(sheet, head, steps - 1)


def outside_quotes(sheet: Sheet, verb: int, source: int) -> int | None:
    """Give the source, or where it stands inside a quotation and its verb does not, the speaker of that quotation."""
    if sheet.quote_of[source] < 0 or sheet.quotes[sheet.quote_of[source]].single or sheet.quote_of[verb] >= 0:
        return source
    above = sheet.parse.head[source]
    for _ in range(4):
        above = sheet.parse.head[above]
        speaker = sheet.child(above, *SUBJECTS)
        if sheet.quote_of[above] < 0 and above != verb and speaker is not None and sheet.quote_of[speaker] < 0:
            return speaker
    return None


def _speaker_above(sheet: Sheet, clause: int) -> int | None:
    """Find who says a clause: "she said he had gone, adding that …" is hers."""
    parse = sheet.parse
    verb = parse.head[clause]
    return sheet.child(verb, *SUBJECTS) if parse.pos[verb] == "VERB" and verb < clause else None


def is_perfect(sheet: Sheet, verb: int) -> bool:
    """Say whether a speech verb the parser takes for a passive is a perfect: "he's said that …" is "he has said that …"."""
    helper = sheet.child(verb, "auxpass")
    if helper is None or sheet.lower(helper) not in ("'s", "’s") or sheet.child(verb, "agent") is not None:
        return False
    subject = sheet.child(verb, "nsubjpass")
    return subject is not None and sheet.lower(subject) != "it" and sheet.lemma(verb) in sheet.lex.speech


def agent_of(sheet: Sheet, verb: int) -> int | None:
    """Find the head of the phrase after "by" of a passive."""
    by = sheet.child(verb, "agent")
    return None if by is None else sheet.child(by, "pobj")


def phrase(sheet: Sheet, head: int) -> set[int]:
    """Give a source's phrase with title and apposition, without a clause set off by a comma (", who …") and where or when."""
    parse = sheet.parse
    tokens = sheet.subtree(head)
    for token in sorted(tokens):
        if token > head and parse.dep[token] in _ASIDE and sheet.is_mark(parse.reach[token][0] - 1):
            tokens.difference_update(range(*parse.reach[token]))
    for kid in parse.children[head]:
        if kid > head and parse.dep[kid] == "prep" and sheet.lower(kid) in _WHERE and sheet.is_setting(kid):
            tokens.difference_update(range(*parse.reach[kid]))
    tokens.add(head)  # a tree whose branches cross may count the head into what is left out
    first = min(tokens)
    return tokens - {first} if parse.dep[first] in ("cc", "preconj") and parse.pos[first] == "CCONJ" else tokens


def is_expletive(sheet: Sheet, head: int) -> bool:
    """Say whether a subject is the empty "it" or "there"."""
    return sheet.lower(head) in _EXPLETIVE

"""A saying that nobody is known to have done: asked about, supposed, wished, put off, imagined, compared with.

Each question is asked of the main verb of a cue; a statement whose words are quoted was mostly said, whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.records import Statement

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def is_supposed(parse: Parse, cue: Sequence[int], verb: int, source: Sequence[int]) -> bool:
    """Tell whether somebody is told neither to have said something nor to say it."""
    return (
        _is_nearly(parse, verb)
        or _is_imagined(parse, cue, verb)
        or _is_asked(parse, verb)
        or _is_condition(parse, verb)
        or _is_purpose(parse, verb)
        or _is_perhaps(parse, verb, source)
        or _is_compared(parse, verb, source)
        or _is_anybody(parse, verb, source)
    )


def is_never(parse: Parse, cue: Sequence[int], verb: int) -> bool:
    """Tell whether something was not said, quoted or not: "rarely has anybody said", "neglects to admit", "could say"."""
    held_back = [token for token in cue if token < verb and parse.lemma[token].lower() in _list("withholding")]
    helpers = [kid for kid in parse.children[verb] if parse.dep[kid] in ("aux", "auxpass")]
    if not helpers and parse.dep[verb] == "conj" and parse.tag[verb] == "VB":  # "it could wait, but say"
        helpers = [kid for kid in parse.children[parse.head[verb]] if parse.dep[kid] == "aux"]
    if any(parse.text[kid].lower() in ("could", "might") for kid in helpers):
        return parse.lemma[verb].lower() == "say"
    return bool(held_back) or _is_held_back(parse, verb) or _is_inverted(parse, verb, helpers)


def is_unrealized(parse: Parse, verb: int) -> bool:
    """Tell whether a saying partly quoted is only a condition or an attempt: "even if they admit", "tried to get X to say"."""
    tried = parse.lemma[parse.head[verb]].lower() in _list("attempting")  # whoever tries to explain “…” says it
    return _is_condition(parse, verb) or (_is_purpose(parse, verb) and not tried)


def is_put_to_you(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether a reader is asked what he would say, quoted or not: "At what point would {you} <say>, “…”?"."""
    if [parse.text[token].lower() for token in source] != ["you"] or not source[0]:
        return False
    return parse.tag[source[0] - 1] == "MD" and source[0] in parse.children[verb]


def is_sought(parse: Parse, cue: Sequence[int]) -> bool:
    """Tell whether what a noun of a cue names was only asked for: "sought {their} <guarantees> that …"."""
    nouns = [token for token in cue if parse.dep[token] in ("dobj", "pobj") and parse.lemma[token].lower() in _list("sought")]
    if any(parse.pos[token] == "VERB" and token not in nouns for token in cue):
        return False
    for noun in nouns:
        head = parse.head[noun]
        if parse.text[head].lower() == "for":
            head = parse.head[head]
        if parse.lemma[head].lower() in _list("seeking"):
            return True
    return False


def is_open(parse: Parse, cue: Sequence[int], source: Sequence[int]) -> bool:
    """Tell whether others only might or could say it: "the ministry could argue"; whoever says "I might add" adds it."""
    others = bool(source) and not any(parse.text[token].lower() in ("i", "we", "you") for token in source)
    return others and any(parse.tag[t] == "MD" and parse.text[t].lower() in ("might", "may", "could") for t in cue)


def is_owed(parse: Parse, cue: Sequence[int]) -> bool:
    """Tell whether a cue says what should be said, and so was not: "the sign should read"."""
    return any(parse.text[token].lower() in ("should", "ought") for token in cue)


def is_nobody(parse: Parse, source: Sequence[int]) -> bool:
    """Tell whether nobody says it, or whoever might: "no one", "not all members", "most people", "this"."""
    named = [parse.text[token].lower() for token in source]
    while len(named) > 1 and named[0] in _list("almost"):
        named.pop(0)
    if bool(named) and (named[0] in _list("nobody") or (len(named) > 1 and named[0] == "not" and named[1] in _list("counting"))):
        return True
    return " ".join(named) in _list("whoever")


def is_half(parse: Parse, statement: Statement, verb: int, content: Sequence[int]) -> bool:
    """Tell whether nobody says it and of what is left out: "of those, ten are reported [to be …]", "asked [to comment]"."""
    passive = any(parse.dep[kid] == "auxpass" for kid in parse.children[verb])
    passive = passive or (parse.dep[verb] == "advcl" and parse.tag[verb] == "VBN")
    return passive and len(statement.content) == 1 and bool(content) and parse.tag[content[0]] == "TO"


def _is_held_back(parse: Parse, verb: int) -> bool:
    """Tell whether an infinitive hangs on what keeps somebody from it: "is unable to say", "were loath to admit"."""
    head = parse.head[verb]
    infinitive = any(parse.tag[kid] == "TO" for kid in parse.children[verb])
    return infinitive and head != verb and parse.lemma[head].lower() in _list("withholding")


def _is_inverted(parse: Parse, verb: int, helpers: Sequence[int]) -> bool:
    """Tell whether a sentence opens with what denies it, its helper before its subject: "Rarely has anybody said"."""
    subject = next((kid for kid in parse.children[verb] if parse.dep[kid] in _SUBJECTS), None)
    first = parse.sentences[parse.sentence_of[verb]][0]
    while first < verb and not parse.text[first][0].isalpha():
        first += 1
    opening = parse.text[first].lower()
    denied = opening in _list("seldom") or (opening in ("at", "in", "on") and parse.text[first + 1].lower() == "no")
    return denied and subject is not None and any(first < helper < subject for helper in helpers)


def _is_asked(parse: Parse, verb: int) -> bool:
    """Tell whether the cue itself is asked for: "Did X say that …?"."""
    first, last = parse.sentences[parse.sentence_of[verb]]
    if "?" not in parse.text[max(first, last - 3) : last]:
        return False
    subject = next((kid for kid in parse.children[verb] if parse.dep[kid] in _SUBJECTS), None)
    opens = subject is not None and (subject == first or parse.text[subject - 1] in (":", ",", "—", "“", '"'))
    if subject is not None and opens and parse.tag[subject] == "WP" and parse.dep[verb] != "relcl":
        return True  # "Who said what?"
    helper = next((kid for kid in parse.children[verb] if parse.dep[kid] in ("aux", "auxpass")), None)
    return subject is not None and helper is not None and helper < subject < verb


def _is_condition(parse: Parse, verb: int) -> bool:
    """Tell whether the cue stands under "if", "whether", "until": nobody is known to have said it."""
    marks = {parse.text[kid].lower() for kid in parse.children[verb] if parse.dep[kid] == "mark" or parse.tag[kid] == "WRB"}
    if "before" in marks and any(parse.tag[kid] in ("VBZ", "VBP") for kid in (verb, *parse.children[verb])):
        return True  # "before she has announced"
    if _is_should(parse, verb):
        return True
    return bool(marks & {"whether", "if", "whenever"}) or (parse.dep[verb] == "advcl" and bool(marks & _list("supposing")))


def _is_should(parse: Parse, verb: int) -> bool:
    """Tell whether a condition opens with its helper: "Should she close the dam and call it old, …"."""
    if parse.dep[verb] == "conj":
        verb = parse.head[verb]
    first, last = parse.sentences[parse.sentence_of[verb]]
    helper = next((kid for kid in parse.children[verb] if parse.dep[kid] == "aux"), last)
    asks = "?" in parse.text[max(first, last - 3) : last]
    return helper == first and parse.text[first].lower() == "should" and not asks


def _is_nearly(parse: Parse, verb: int) -> bool:
    """Tell whether somebody stopped short of saying it, came close to it, or did something else: "rather than say"."""
    first = parse.sentences[parse.sentence_of[verb]][0]
    before = " ".join(parse.text[max(first, verb - 2) : verb]).lower()
    if before in ("rather than", "instead of") and parse.tag[verb] in ("VB", "VBP", "VBG"):
        return True
    return parse.tag[verb] == "VBG" and any(before.endswith(phrase) for phrase in _list("short"))


def _is_imagined(parse: Parse, cue: Sequence[int], verb: int) -> bool:
    """Tell whether a saying is only imagined: "if asked, X would say that …"; "would later say" was said."""
    helpers = {parse.text[kid].lower() for kid in (*cue, *parse.children[verb])}
    if not helpers & {"would", "might"} or parse.lemma[verb].lower() not in ("say", "tell", "admit", "agree", "argue"):
        return False
    return not helpers & {*_list("later"), "not", "n't", "n’t", "never"} and parse.tag[verb] in ("VB", "VBN")


def _is_perhaps(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether the writer only guesses at it: "or maybe X believes that …"."""
    near = [kid for kid in parse.children[verb] if parse.dep[kid] == "advmod" and kid < verb]
    near += [source[0] - 1] if source and source[0] else []
    return any(parse.text[token].lower() in _list("perhaps") for token in near)


def _is_compared(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether what somebody holds is only what something is measured by: "more than X think"."""
    return bool(source) and 0 < source[0] < verb and parse.text[source[0] - 1].lower() == "than"


def _is_anybody(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether "you" is anybody at all: "when you think that …"; whoever asks "you say that …" means the one who said it."""
    if [parse.text[token].lower() for token in source] != ["you"]:
        return False
    plain = parse.tag[verb] in ("VBP", "VBD") and parse.lemma[verb].lower() in (
        "say",
        "write",
        "argue",
        "tell",
        "mention",
        "claim",
    )
    return not plain or any(parse.tag[kid] in ("WRB", "MD") or parse.dep[kid] == "mark" for kid in parse.children[verb])


def _is_purpose(parse: Parse, verb: int) -> bool:
    """Tell whether a cue is an aim, a chance or another's doing, no deed: "tried to get him to write", "a chance to claim"."""
    head = parse.head[verb]
    if parse.dep[verb] == "pcomp" and parse.text[head].lower() in _list("leading"):
        return True
    if not any(parse.tag[kid] == "TO" and parse.dep[kid] == "aux" for kid in parse.children[verb]) or head == verb:
        return False  # "to which he replied" is no aim
    if parse.dep[verb] == "xcomp" and _is_weighed(parse, head):
        return True
    if any(parse.dep[kid] == "nsubj" and kid < verb for kid in parse.children[verb]):
        return True
    if parse.dep[verb] in ("xcomp", "advcl", "ccomp") and parse.lemma[head].lower() in _list("attempting"):
        return True
    if _is_aim(parse, verb, head):
        return True
    if parse.dep[verb] in ("acl", "relcl"):
        return parse.lemma[head].lower() in _list("chances")
    to_come = any(parse.text[kid].lower() in words("acts")["unreal"]["modals"] for kid in parse.children[head])
    return parse.dep[verb] in ("advcl", "xcomp") and to_come and parse.lemma[head].lower() not in words("acts")["unreal"]["real"]


def _is_aim(parse: Parse, verb: int, head: int) -> bool:
    """Tell whether saying it is an aim or a leave: "the aim is to detail", "is supposed to write", "is free to dispute"."""
    meant = [head, *(kid for kid in parse.children[head] if parse.dep[kid] in ("acomp", "nsubj"))]
    return parse.dep[verb] in ("xcomp", "ccomp") and any(parse.lemma[token].lower() in _list("aims") for token in meant)


def _is_weighed(parse: Parse, verb: int) -> bool:
    """Tell whether the article only weighs doing something: "it is brave of them to demand that …"."""
    it = any(parse.dep[kid] in _SUBJECTS and parse.text[kid].lower() == "it" for kid in parse.children[verb])
    how = any(parse.dep[kid] == "acomp" for kid in parse.children[verb])
    return it and how and parse.text[verb].lower() in ("is", "’s", "'s")


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(words("acts")["unsaid"][key])

"""How prominent a name is by its place in the sentence, and whose words or deeds a sentence is likely to go on with."""

from __future__ import annotations

from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.heads import POSSESSIVE, is_somebody

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"who", "whom", "whose", "which"})
_MORE = frozenset({"prep", "relcl", "acl", "appos", "conj", "poss"})
_WHEN = frozenset({"as", "while", "when", "after", "before", "since", "although", "though", "because", "until", "once"})
_HIM = frozenset({"him", "her"})
_OPENING = frozenset({"if", "whether", "about", "why", "how", "what", "when", "where", "who"})
_ASKING = frozenset({"ask", "question", "press", "quiz", "grill", "interview"})
_BESIDE = 0.3  # the weight of a name that only tells what kind of thing something is: "the Bresk case"


def weight_of(parse: Parse, token: int) -> float:
    """Weigh a mention by its part in the sentence: a main clause's subject most, a possessive least."""
    head = token
    if parse.dep[token] == "appos" and any(parse.text[kid].lower() in ("a", "an") for kid in parse.children[token]):
        return 0.2  # "X, a Green Beret" is X
    owner = token + 1 < len(parse) and parse.text[token + 1] in POSSESSIVE
    if parse.dep[token] == "compound" and parse.pos[parse.head[token]] == "NOUN" and not owner:
        return _BESIDE
    while parse.dep[head] in ("compound", "flat", "appos", "poss", "case", "nmod", "conj") and parse.head[head] != head:
        if parse.dep[head] == "poss":
            return 0.5
        if parse.dep[head] == "conj" and parse.pos[parse.head[head]] not in ("NOUN", "PROPN", "PRON"):
            break
        head = parse.head[head]
    if parse.dep[head] in _SUBJECT:
        verb = parse.head[head]
        return 3.0 if parse.dep[verb] in ("ROOT", "conj") or parse.head[verb] == verb else 2.0
    told_of = any(parse.dep[child] == "relcl" for child in parse.children[head])
    agent = parse.dep[head] == "pobj" and parse.dep[parse.head[head]] == "agent"
    return 1.5 if agent or told_of else 1.0


def is_joined(parse: Parse, token: int) -> bool:
    """Tell whether a name is one of several joined by "and"."""
    conj = [kid for kid in parse.children[token] if parse.dep[kid] == "conj" and parse.pos[kid] in ("PROPN", "NOUN")]
    own = parse.dep[token] == "conj" and parse.pos[parse.head[token]] == "PROPN"
    return own or bool(conj)


def is_owner(parse: Parse, token: int) -> bool:
    """Tell whether a name is that of whose thing is spoken of: "Bresk's letter", not "Bresk's aide"."""
    return parse.dep[token] == "poss" and not is_somebody(parse.text[parse.head[token]])


def is_topic(parse: Parse, token: int) -> bool:
    """Tell whether a name is that of whose thing is the subject of a main clause: "Bresk's speech was about more"."""
    noun = parse.head[token]
    return is_owner(parse, token) and parse.dep[noun] in _SUBJECT and _is_main(parse, parse.head[noun])


def is_asked(parse: Parse, token: int) -> bool:
    """Tell whether a name is that of who is asked something: "the host asked Bresk whether"."""
    return parse.dep[token] in ("dobj", "dative") and is_question(parse, parse.head[token])


def is_asker(parse: Parse, token: int) -> bool:
    """Tell whether a name is that of who asks somebody something."""
    verb = parse.head[token]
    asked = any(parse.dep[kid] in ("dobj", "dative") for kid in parse.children[verb])
    return parse.dep[token] == "nsubj" and asked and is_question(parse, verb)


def is_question(parse: Parse, verb: int) -> bool:
    """Tell whether a verb asks something of somebody, and asks for no deed: "asked him whether", "pressed him about"."""
    if parse.lemma[verb] != "ask":
        return parse.lemma[verb] in _ASKING
    below = [kid for kid in parse.children[verb] if parse.dep[kid] in ("ccomp", "prep")]
    opening = [parse.text[t].lower() for kid in below for t in (kid, *parse.children[kid])]
    return not _OPENING.isdisjoint(opening)


def is_definite(parse: Parse, token: int) -> bool:
    """Tell whether a noun stands behind "the" and nothing more is told of it behind: "the young senator"."""
    kids = parse.children[token]
    return any(parse.text[kid].lower() == "the" for kid in kids) and not any(parse.dep[kid] in _MORE for kid in kids)


def is_aged(parse: Parse, token: int) -> bool:
    """Tell whether a noun is told with an age: "the 36-year-old engineer"."""
    return any(parse.text[kid].lower().endswith("old") and parse.dep[kid] == "amod" for kid in parse.children[token])


def subject_ahead(parse: Parse, token: int) -> int | None:
    """Give the subject of the main clause behind the clause a pronoun is the subject of, where that opens the sentence.

    Not where the main clause has a pronoun of its own, nor behind "if".
    """
    verb = parse.head[token]
    main = parse.head[verb]
    first, last = parse.sentences[parse.sentence_of[token]]
    opening = {parse.text[t].lower() for t in range(first, token)}
    if parse.dep[token] != "nsubj" or parse.dep[verb] != "advcl" or main < verb or parse.dep[main] != "ROOT":
        return None
    if "if" in opening or _WHEN.isdisjoint(opening) or any(parse.dep[t] in _SUBJECT for t in range(first, token)):
        return None
    subjects = [kid for kid in parse.children[main] if parse.dep[kid] in _SUBJECT and kid > verb]
    if len(subjects) != 1 or any(parse.text[t].lower() in _HIM for t in range(subjects[0], last)):
        return None
    return subjects[0]


def group_before(parse: Parse, token: int) -> int | None:
    """Give the noun "they" goes on with: the several people who are the subject of the main clause just before.

    Other subjects "they" in between are the same people. None where that subject is one, is no people, or is not alone.
    """
    here = parse.sentence_of[token]
    for sentence in range(here, max(here - 3, -1), -1):
        first, last = parse.sentences[sentence]
        subjects = [
            t for t in range(first, min(last, token)) if parse.dep[t] in _SUBJECT and _is_main(parse, parse.head[t], token)
        ]
        if not subjects and sentence < here:
            return None
        for subject in reversed(subjects):
            if parse.text[subject].lower() == "they":
                continue
            people = [t for t in range(first, min(last, token)) if _is_people(parse, t)]
            return subject if people == [subject] else None
    return None


def tellers_before(parse: Parse, token: int) -> int | None:
    """Give the people "they" goes on with by whom something was told in the sentence before: "fears shared by several envoys"."""
    here = parse.sentence_of[token]
    if not here:
        return None
    plural = [t for t in range(*parse.sentences[here - 1]) if parse.tag[t] == "NNS"]
    people = [t for t in plural if _is_people(parse, t) or is_somebody(parse.lemma[t])]
    done = len(people) == 1 and parse.text[parse.head[people[0]]].lower() == "by"
    return people[0] if done else None


def _is_main(parse: Parse, verb: int, later: int | None = None) -> bool:
    """Tell whether a verb is a main clause's; "saw" is too in "Traders saw it coming: they say", told of a later "they"."""
    if later is not None and parse.head[verb] == parse.head[later] and verb < later and parse.text[later - 1] in (":", ";"):
        return parse.dep[verb] in ("ccomp", "parataxis")
    return parse.dep[verb] == "ROOT" or (parse.dep[verb] == "conj" and parse.dep[parse.head[verb]] == "ROOT")


def _is_people(parse: Parse, token: int) -> bool:
    return parse.tag[token] in ("NNS", "NNPS", "NN") and parse.text[token].lower() in words("offices")["kinds"]["group"]


def relative_before(parse: Parse, relative: int) -> int:
    """Give the first of two joined clauses' pronouns: "an aide who was forced out, and who says"; else the one given."""
    if parse.dep[parse.head[relative]] != "conj" or parse.text[relative - 1].lower() not in ("and", "but"):
        return relative
    first = parse.sentences[parse.sentence_of[relative]][0]
    others = [t for t in range(first, relative) if parse.text[t].lower() in _RELATIVE]
    same = len(others) == 1 and parse.text[others[0]].lower() == parse.text[relative].lower()
    return others[0] if same and parse.dep[parse.head[others[0]]] == "relcl" else relative


def owner_of_words(parse: Parse, token: int) -> int | None:
    """Give the word for whose words they are in which the subject of a clause tells something: "Bresk's speech, in which he"."""
    verb = parse.head[token]
    noun = parse.head[verb]
    within = [kid for kid in parse.children[verb] if parse.dep[kid] == "prep" and parse.text[kid].lower() in ("in", "during")]
    which = any(parse.text[t].lower() == "which" for kid in within for t in parse.children[kid])
    if parse.dep[token] != "nsubj" or parse.dep[verb] != "relcl" or not which:
        return None
    return next((kid for kid in parse.children[noun] if parse.dep[kid] == "poss"), None)


def is_epithet(word: str) -> bool:
    """Tell whether a word stands for one person and tells no office: "the Republican", "the billionaire"."""
    return word.lower() in _epithets()


def is_telling(parse: Parse, noun: int) -> bool:
    """Tell whether a thing is somebody's words: a speech, a letter."""
    return parse.lemma[noun] in _telling()


@cache
def _telling() -> frozenset[str]:
    return frozenset(words("acts")["light"]["nouns"])


@cache
def _epithets() -> frozenset[str]:
    return frozenset(word.lower() for kind in ("partisans", "epithets") for word in words("offices")["kinds"][kind])

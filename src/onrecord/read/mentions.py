"""The names of one article as the parser saw them, with its frequent faults put right.

A parser takes offices into names ("Pakistani Prime Minister X"), drops a surname it never met, reads a person as a company in
one sentence and as a person in the next, and sees names everywhere in a headline in Title Case. What it says is therefore
trimmed, stretched, put to the vote of the whole article, and in headlines believed only where the running text bears it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from onrecord.backends.protocols import Parse
from onrecord.read.bounds import is_heading
from onrecord.read.missed import defined_names, known_names, titled_names
from onrecord.read.mistaken import is_personal
from onrecord.read.mixed import divided, headed, taken_up
from onrecord.read.names import Seen, core, read_name
from onrecord.read.runs import cut_off, is_called
from onrecord.read.states import state_named, state_seated
from onrecord.records import Kind

_LEAST_SHARE = 0.3  # of the places where a lone name is read as a person's: parsers take people for companies more than back


def find_names(parse: Parse) -> list[Seen]:
    """List the names of an article in text order; no two overlap."""
    headings = {index for index in range(len(parse.sentences)) if is_heading(parse, index)}
    found = [*divided(parse, [seen for name in parse.names for seen in read_name(parse, *name)])]
    spelled = [seen for seen in found if parse.sentence_of[seen.first] not in headings]
    found = cut_off(parse, _vote(parse, found, spelled or found))
    led = headed(parse, found)
    found = [replace(seen, kind=Kind.INSTITUTION) if seen.kind == Kind.PERSON and seen.key in led else seen for seen in found]
    found = _apart([*found, *(seen for seen in titled_names(parse) if parse.sentence_of[seen.first] not in headings)])
    known = {seen.key for seen in found if parse.sentence_of[seen.first] not in headings}
    known |= {core(key)[-1:] for key in known}
    kept = [seen for seen in found if parse.sentence_of[seen.first] not in headings or _stands(parse, seen, known)]
    kept = _apart([*(seen for pair in defined_names(parse) for seen in pair), *kept])
    full = {core(seen.key)[-1] for seen in kept if seen.kind == Kind.PERSON and len(core(seen.key)) > 1}
    kept = [replace(seen, kind=Kind.PERSON) if _is_somebody(seen, full) else seen for seen in kept]
    return _apart([*kept, *known_names(parse, kept)])


def _is_somebody(seen: Seen, full: Collection[str]) -> bool:
    """Tell whether a lone name read as a body's is the surname of somebody named in full."""
    return seen.kind == Kind.INSTITUTION and len(seen.key) == 1 and seen.key[0] in full and not seen.words[0].isupper()


def _vote(parse: Parse, found: list[Seen], spelled: list[Seen]) -> list[Seen]:
    """Let the whole article decide what kind of thing a one-word name is; a surname of somebody named in full is that person."""
    surnames = {core(seen.key)[-1] for seen in spelled if seen.kind == Kind.PERSON and len(seen.key) > 1}
    votes: dict[tuple[str, ...], Counter[Kind]] = {}
    articles: Counter[tuple[str, ...]] = Counter()
    for seen in spelled:
        votes.setdefault(seen.key, Counter())[seen.kind] += 1
        articles[seen.key] += seen.first > 0 and parse.text[seen.first - 1].lower() == "the"
    titled = {seen.key[0] for seen in spelled if seen.kind == Kind.PERSON and len(seen.key) == 1 and is_called(parse, seen)}
    people = (
        surnames
        | titled
        | taken_up(parse, spelled)
        | _first_names(spelled, votes)
        | {
            key[0]
            for key, count in votes.items()
            if len(key) == 1 and count[Kind.PERSON] >= _LEAST_SHARE * count.total() and 4 * articles[key] < count.total()
        }
    )
    named = [_as_surname(parse, seen, surnames) for seen in found if seen.key]
    voted = [_voted(seen, people, votes.get(seen.key, Counter())) for seen in named]
    return [replace(seen, kind=Kind.PERSON, state=None) if _in_full(parse, seen, titled) else seen for seen in voted]


def _as_surname(parse: Parse, seen: Seen, surnames: set[str]) -> Seen:
    """Read a state's people as somebody of that surname named in full, where one acts: "Korvan said", not "a Korvan town"."""
    lone = seen.kind == Kind.STATE and len(seen.key) == 1 and seen.key[0] in surnames
    acts = parse.tag[seen.first] == "NNP" and parse.dep[seen.first] in ("nsubj", "nsubjpass")
    return replace(seen, kind=Kind.PERSON, state=None) if lone and acts else seen


def _first_names(spelled: list[Seen], votes: dict[tuple[str, ...], Counter[Kind]]) -> set[str]:
    """List first names that may stand alone for somebody named in full, where a parser never took them for a place."""
    full = {seen.key[0] for seen in spelled if seen.kind == Kind.PERSON and len(seen.key) == 2}
    return {name for name in full if set(votes.get((name,), ())) <= {Kind.PERSON, Kind.INSTITUTION}}


def _in_full(parse: Parse, seen: Seen, titled: set[str]) -> bool:
    """Tell whether what was read as a place or body is the full name of somebody called by title and surname elsewhere."""
    if seen.kind in (Kind.PERSON, Kind.STATE) or len(seen.key) < 2 or seen.key[-1] not in titled:
        return False
    return is_personal(parse, seen.first, seen.last, 4)


def _voted(seen: Seen, people: set[str], votes: Counter[Kind]) -> Seen:
    if seen.kind == Kind.STATE and len(seen.key) == 1 and seen.key[0] in people and state_named(seen.words[0]):
        return replace(seen, kind=Kind.PERSON, state=None)  # somebody of that surname is named in full
    if seen.kind == Kind.STATE or seen.title or (seen.kind == Kind.PERSON and len(seen.key) > 1):
        return seen
    if len(seen.key) == 1 and seen.key[0] in people and not seen.words[0].isupper():
        return replace(seen, kind=Kind.PERSON)
    best = max(votes.values(), default=0)
    if votes[seen.kind] < best and Kind.STATE not in votes:
        return replace(seen, kind=min(kind for kind, count in votes.items() if count == best))
    return seen


def _stands(parse: Parse, seen: Seen, known: set[tuple[str, ...]]) -> bool:
    """May a name in a headline be believed? Where the running text has it too, or it is a state, or a colon sets it apart."""
    if seen.kind == Kind.STATE or state_seated(" ".join(seen.words)) or seen.key in known:
        return True
    if seen.kind == Kind.PERSON and len(seen.key) > 1 and seen.key[-1:] in known:
        return True
    first, last = parse.sentences[parse.sentence_of[seen.first]]
    before_colon = seen.first == first and seen.last < last and parse.text[seen.last] == ":"
    return before_colon or (seen.last == last and seen.first > first and parse.text[seen.first - 1] == ":")


def _apart(names: Iterable[Seen]) -> list[Seen]:
    """Keep names that do not overlap, earlier ones in the list first, and put them in text order."""
    taken: set[int] = set()
    kept = []
    for seen in names:
        tokens = range(seen.first, seen.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(seen)
    return sorted(kept, key=lambda seen: seen.first)

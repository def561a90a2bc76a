"""Who is who within one article: names, short names, offices and pronouns gathered into chains."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.alone import office_mentions, offices_alone
from onrecord.read.bounds import POSSESSIVE, fold, is_heading
from onrecord.read.mentions import find_names
from onrecord.read.mistaken import goes_before
from onrecord.read.names import Seen
from onrecord.read.namesakes import namesakes
from onrecord.read.office_words import is_head, title_gender
from onrecord.read.offices import Office, office_at, office_before
from onrecord.read.persons import Person, gather
from onrecord.read.pronouns import resolve_pronouns
from onrecord.read.states import state_in, state_of_people
from onrecord.records import Article, Block, Chain, Kind, Mention, RoleSeen, make_id


def find_chains(
    article: Article,
    blocks: tuple[Block, ...],  # noqa: ARG001
    parse: Parse,
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """Gather the names, short names, offices and pronouns of one article into chains.

    A mention that could stand for two is kept with no chain. Pronouns inside quotation marks are left open.
    """
    names = find_names(parse)
    taken = {token for seen in names if seen.kind == Kind.PERSON for token in range(seen.first, seen.last)}
    offices = offices_of(parse, names, taken)
    headings = frozenset(s.first for s in names if is_heading(parse, parse.sentence_of[s.first]))
    people = gather(names, offices, headings, namesakes(parse, names, headings, offices))
    chains = [_person_chain(article, parse, person) for person in people]
    chains += [_thing_chain(article, parse, seen) for seen in _things(parse, names)]
    mentions = _name_mentions(article, parse, names, people, chains)
    alone = [of_place(parse, office, places_of(names)) for office in offices_alone(parse, taken, offices)]
    mentions += office_mentions(article, parse, people, chains, alone)
    mentions += _head_mentions(article, parse, names, chains, mentions)
    mentions += resolve_pronouns(article, parse, mentions, chains)
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return tuple(mentions), tuple(sorted(chains, key=lambda chain: chain.id))


def offices_of(parse: Parse, names: list[Seen], taken: set[int]) -> dict[int, Office]:
    """Find the office each person's name is given with: before it, beside it, or in apposition."""
    found = {}
    places = places_of(names)
    for seen in names:
        if seen.kind != Kind.PERSON:
            continue
        office = _before(parse, seen, taken) or _after(parse, seen, taken) or _apposed(parse, seen, taken)
        if office:
            found[seen.first] = of_place(parse, office, places)
    return found


def places_of(names: list[Seen]) -> frozenset[str]:
    """List the article's one-word places that are no states known by name."""
    return frozenset(seen.words[0] for seen in names if seen.kind in (Kind.PLACE, Kind.INSTITUTION) and len(seen.words) == 1)


def of_place(parse: Parse, office: Office, places: Collection[str]) -> Office:
    """Read "Ruritanian minister" as one of Ruritania where the article names that place and no list does."""
    word = parse.text[office.first]
    if office.of or office.first == office.head or not word[0].isupper() or not word.endswith(("n", "ese", "i", "ish")):
        return office
    near = sorted(place for place in places if len(place) > 4 and word.startswith(place[:-1]) and word != place)
    bare = (office.first + 1, office.last)
    return replace(office, of=near[0], bare=bare) if len(near) == 1 else office


def _before(parse: Parse, seen: Seen, taken: set[int]) -> Office | None:
    titled = seen.title is not None and seen.first > 0 and parse.text[seen.first - 1] == seen.title
    first = seen.first - (1 if titled and not is_head(seen.title or "") else 0)  # "Judge" is an office too, "Mr." is none
    if (
        first > 1
        and parse.text[first - 1] == "."
        and _is_rank(parse, first - 2)
        and parse.end[first - 1] + 1 == parse.start[first]
    ):
        first -= 1  # a rank whose stop is a token of its own
    office = office_before(parse, first, taken) if first else None
    return office if office and _is_theirs(parse, seen, office) else None


def _is_rank(parse: Parse, token: int) -> bool:
    """Tell whether a word is a rank cut short whose stop stands right behind it, not a sentence's last word."""
    word = parse.text[token]
    return parse.end[token] == parse.start[token + 1] and word[0].isupper() and is_head(f"{word}.")


def _is_theirs(parse: Parse, seen: Seen, office: Office) -> bool:
    """Tell whether an office right before a name is that person's.

    Not where the name only says whose something is ("a major Bresk donor"), where it opens a clause of its own ("the
    Korvan leader Bresk had met"), and not what somebody might be ("a President Bresk").
    """
    name, head = seen.last - 1, parse.text[office.head]
    above = parse.head[name]
    if parse.dep[name] in ("compound", "nmod", "amod") and above >= seen.last and parse.text[above].islower():
        return parse.text[seen.last] in POSSESSIVE or (head[0].isupper() and goes_before(head))
    if parse.dep[name] == "nsubj" and parse.dep[above] == "relcl" and parse.head[above] == office.head:
        return False
    if _opens_clause(parse, seen, office):
        return False
    return not (office.key[0] == "president" and office.first and parse.text[office.first - 1] == "a")


def _opens_clause(parse: Parse, seen: Seen, office: Office) -> bool:
    """Tell whether a surname behind an office begins a clause about it: "she is not the leader Bresk saw in her"."""
    if len(seen.words) > 1 or seen.last >= len(parse) or not parse.text[office.head].islower():
        return False
    governed = parse.dep[office.head] in ("attr", "dobj", "pobj") and parse.head[office.head] < office.first
    return governed and parse.tag[seen.last] in ("VBD", "VBZ", "VBP")


def _after(parse: Parse, seen: Seen, taken: set[int]) -> Office | None:
    """Read "X, Pakistan's special representative for ..., " and "X, the minister,"."""
    comma = seen.last
    end = parse.sentences[parse.sentence_of[seen.first]][1]
    if comma + 2 >= end or parse.text[comma] != ",":
        return None
    for token in range(comma + 1, min(comma + 9, end)):
        if token in taken or parse.pos[token] in ("VERB", "AUX", "PUNCT", "PRON"):
            return None
        office = office_at(parse, token, taken)
        if office and office.last >= end:
            return office
        if office and parse.text[office.last] not in ("of", "for") and office.last not in taken:
            closed = parse.text[office.last] in (",", ".", ";", ")", "—", "and", "who", "at", "in", "told", "with")
            return office if closed and all(parse.pos[t] == "DET" for t in range(comma + 1, office.first)) else None
    return None


def _apposed(parse: Parse, seen: Seen, taken: set[int]) -> Office | None:
    """Read "Pakistan's caretaker foreign minister, X, ..."."""
    comma = seen.first - 1
    if comma < 1 or parse.text[comma] != "," or parse.sentence_of[comma] != parse.sentence_of[seen.first]:
        return None
    closed = seen.last < len(parse) and parse.text[seen.last] in (",", ".", ";", ":")
    for head in range(comma - 1, max(comma - 12, -1), -1):
        office = office_at(parse, head, taken)
        if office and office.last == comma:
            if not closed and office.first and parse.text[office.first - 1].lower() == "as":
                return None  # "those she served as minister, X and Y"
            heads = {parse.head[token] for token in range(seen.first, seen.last)}
            return office if closed or head in heads else None
    return None


def _person_chain(article: Article, parse: Parse, person: Person) -> Chain:
    name = _spelled(person.fullest)
    names = _unique([name, *(_spelled(seen) for seen in person.seen)])
    roles = tuple(RoleSeen(office.title(parse), office.of, office.span(parse)) for office in person.offices)
    gender = person.gender or next((g for o in person.offices if (g := title_gender(parse.text[o.head]))), None)
    gender = gender or next((g for seen in person.seen if (g := _gender_beside(parse, seen))), None)
    start = parse.start[person.seen[0].first]
    return Chain(make_id("c", article.id, "person", start), article.id, Kind.PERSON, name, names, True, roles, gender)


def _gender_beside(parse: Parse, seen: Seen) -> str | None:
    """Give the gender that a word beside a name tells: "his wife, Ada", "Ada, Bresk's stepmother,"."""
    name = seen.last - 1
    beside = [kid for kid in parse.children[name] if parse.dep[kid] == "appos"]
    beside += [parse.head[name]] if parse.dep[name] == "appos" else []
    told = [parse.text[token].lower() for token in beside if parse.tag[token] == "NN"]
    plain = [word.removeprefix("ex-").removeprefix("step").removeprefix("grand") for word in told]
    return next((gender for word in plain if (gender := title_gender(word))), None)


def _spelled(seen: Seen) -> str:
    """Spell a name as the article does, in ordinary case where it is set in capitals; some titles stay with a lone name."""
    name = " ".join(seen.words)
    if len(seen.words) == 1 and seen.title and seen.title.lower() in words("offices")["titles"]["kept"]:
        name = f"{seen.title} {name}"
    if seen.kind == Kind.PERSON and name.isupper() and len(name) > 3:
        name = name.title()
    return name


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _things(parse: Parse, names: list[Seen]) -> list[list[Seen]]:
    """Group the names of institutions, groups, states and places; a long name and its initials in brackets are one."""
    groups: dict[tuple[str, ...], list[Seen]] = {}
    alias = _initials(parse, names)
    for seen in names:
        if seen.kind == Kind.PERSON:
            continue
        key = (seen.state,) if seen.state else alias.get(seen.key, seen.key)
        groups.setdefault(key, []).append(seen)
    return [groups[key] for key in sorted(groups, key=lambda key: groups[key][0].first)]


def _initials(parse: Parse, names: list[Seen]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Say which initials stand for which long name: the ones in brackets right behind it."""
    at = {seen.first: seen for seen in names}
    last = _last_words([seen for seen in names if not parse.tag[seen.first].startswith("VB")])  # a headline's "Inviting Korvans"
    return last | {
        after.key: seen.key
        for seen in names
        if len(seen.words) > 1 and (after := at.get(seen.last + 1)) and parse.text[seen.last] == "(" and _spells(after, seen)
    }


def _spells(short: Seen, long: Seen) -> bool:
    """Tell whether a word's capitals are initials of a name's words, in their order."""
    left = [letter for word in long.words for piece in word.split("-") for letter in piece[:1]]
    for letter in filter(str.isupper, short.words[0]):
        if letter not in left:
            return False
        left = left[left.index(letter) + 1 :]
    return len(short.words) == 1 and short.words[0][:2].isupper()


def _last_words(names: list[Seen]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Say which lone words stand for which longer name they close, where it is the only one: "the Times"."""
    people = {seen.key[-1] for seen in names if seen.kind == Kind.PERSON and seen.key}
    full = {seen.key for seen in names if seen.kind == Kind.INSTITUTION and len(seen.key) > 1 and seen.key[0] not in people}
    lone = {seen.key for seen in names if seen.kind == Kind.INSTITUTION and len(seen.key) == 1}
    closed = {word: [key for key in full if key[-1] == word[0] and _closes(key)] for word in lone}
    met = {seen.key: seen.first for seen in reversed(names)}
    closed = {word: keys for word, keys in closed.items() if not any(_is_branch(key) and met[word] < met[key] for key in keys)}
    return {word: keys[0] for word, keys in closed.items() if len(keys) == 1}


def _closes(key: tuple[str, ...]) -> bool:
    """Tell whether a name's last word can stand for it: "the Court" is the Supreme, not "the House" the White House."""
    generic = words("names")["generic"]["words"]
    return key[-1] not in generic or all(word in generic or state_in(word.title()) for word in key)


def _is_branch(key: tuple[str, ...]) -> bool:
    """Tell whether a name only says which people's a body is: the Brigades told of before the "Korvan Brigades" are others."""
    return len(key) == 2 and state_of_people(key[0].title()) is not None


def _thing_chain(article: Article, parse: Parse, group: list[Seen]) -> Chain:
    first = group[0]
    kinds = [seen.kind for seen in group]
    kind = Kind.STATE if first.state else max(sorted(set(kinds)), key=kinds.count)
    spelled = [_spelled(seen) for seen in group]
    fullest = first.state or max(group, key=lambda seen: (len(seen.words), -seen.first))
    name = fullest if isinstance(fullest, str) else _spelled(fullest)
    chain = make_id("c", article.id, kind.value, name if first.state else parse.start[first.first])
    return Chain(chain, article.id, kind, name, _unique([name, *spelled]), True)


def _name_mentions(article: Article, parse: Parse, names: list[Seen], people: list[Person], chains: list[Chain]) -> list[Mention]:
    home = {seen.first: chain for person, chain in zip(people, chains, strict=False) for seen in person.seen}
    for group, chain in zip(_things(parse, names), chains[len(people) :], strict=True):
        home.update({seen.first: chain for seen in group})
    mentions = []
    for seen in names:
        whose = home.get(seen.first)
        whole = whose is None or fold(" ".join(seen.words)) == fold(whose.name)
        start, end = parse.span(seen.first, seen.last)
        kind = whose.kind if whose else seen.kind
        mentions.append(Mention(article.id, start, end, kind, "name" if whole else "short", whose.id if whose else None))
    return mentions


def _head_mentions(
    article: Article, parse: Parse, names: list[Seen], chains: list[Chain], mentions: list[Mention]
) -> list[Mention]:
    """Find "the ministry", "the department" and the one institution of the article whose name has that word."""
    bodies: dict[str, set[str]] = {}
    for chain in chains:
        if chain.kind in (Kind.INSTITUTION, Kind.GROUP):
            for word in {fold(word) for name in chain.names for word in name.split()} & _bodies():
                bodies.setdefault(word, set()).add(chain.id)
    taken = {token for seen in names for token in range(seen.first, seen.last)}
    found = []
    for token in range(1, len(parse)):
        word = parse.text[token].lower()
        if word in bodies and parse.text[token - 1].lower() == "the" and token not in taken and len(bodies[word]) == 1:
            start, end = parse.span(token, token + 1)
            chain_id = next(iter(bodies[word]))
            before = max(
                (mention.start for mention in mentions if mention.chain == chain_id and mention.start < start), default=None
            )
            if before is not None and not _is_told_anew(parse, word, before, token):
                found.append(Mention(article.id, start, end, Kind.INSTITUTION, "office", chain_id))
    return found


def _is_told_anew(parse: Parse, word: str, since: int, token: int) -> bool:
    """Tell whether another one is brought in since a name: "a report by the committee" after the Commission Report."""
    for other in range(token - 1, 0, -1):
        if parse.start[other] < since:
            return False
        if parse.text[other].lower() == word:
            first = parse.reach[other][0]
            return parse.text[first].lower() in ("a", "an", "another", "one")
    return False


@cache
def _bodies() -> frozenset[str]:
    kinds = words("offices")["kinds"]
    return frozenset(kinds["institution"]) | frozenset(["party", "movement", "group", "campaign", "union", "coalition"])

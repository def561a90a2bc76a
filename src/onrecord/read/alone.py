"""Offices that stand alone ("the Pakistani premier") and the one person of an article whose they are."""

from __future__ import annotations

from onrecord.backends.protocols import Parse
from onrecord.read.office_words import is_plain
from onrecord.read.offices import Office, office_at
from onrecord.read.persons import Person
from onrecord.read.pronouns import quoted_tokens
from onrecord.read.states import state_in
from onrecord.records import Article, Chain, Kind, Mention

_LONG = 10  # sentences after which an office alone no longer brings its one holder to mind
_SHORT = 3  # the same of another state's president
_WHILE = 6  # sentences after which somebody's office, named in short, is no longer in mind


def office_mentions(
    article: Article,
    parse: Parse,
    people: list[Person],
    chains: list[Chain],
    alone: list[Office],
) -> list[Mention]:
    """Say whose the offices that stand alone are ("the Pakistani premier"), where only one in the article fits."""
    mentions = []
    quoted = quoted_tokens(article.text, parse)
    last: dict[int, int] = {}
    for office in alone:
        start, end = office.span(parse)
        fits = [i for i, person in enumerate(people) if _may_hold(parse, person, office)]
        fits = fits or [i for i, person in enumerate(people) if any(_short_for(parse, held, office) for held in person.offices)]
        if len(fits) > 1 and office.of:
            fits = _exact(office, people, fits) or fits
        if len(fits) > 1:
            before = [i for i in fits if people[i].seen[0].first < office.head]
            fits = before if len(before) == 1 else _exact(office, people, fits) or fits
        if len(fits) > 1:
            fits = _latest(parse, office, people, fits, quoted)
        if len(fits) > 1:
            fits = _home(office, people, fits, quoted)
        fits = [i for i in fits if _in_mind(parse, office, people[i], last.get(i, 0))]
        if len(fits) == 1:
            last[fits[0]] = office.head
        chain = chains[fits[0]].id if len(fits) == 1 else None
        mentions.append(Mention(article.id, start, end, Kind.OFFICE, "office", chain))
    return mentions


def offices_alone(parse: Parse, taken: set[int], offices: dict[int, Office]) -> list[Office]:
    """List the offices that stand for a certain holder without a name beside them."""
    used = {token for office in offices.values() for token in range(office.first, office.last)}
    # neither a rank that closes an office before a name nor a word inside an institution's name is an office standing alone
    used |= {office.last for office in offices.values()}
    used |= {token for name in parse.names if name[2] == "ORG" for token in range(name[0], name[1] - 1)}
    heads = [token for token in range(len(parse)) if token not in used and token not in taken]
    found = [office for token in heads if (office := office_at(parse, token, taken))]
    return [office for office in found if _definite(parse, office)]


def _in_mind(parse: Parse, office: Office, person: Person, last: int) -> bool:
    """Tell whether somebody was spoken of lately, or not before, where an office alone does not say of what it is."""
    before = [seen.first for seen in person.seen if seen.first < office.first]
    latest = max([*before, last])
    abroad = office.key[0] == "president" and all(held.of for held in person.offices)
    near = not latest or parse.sentence_of[office.head] - parse.sentence_of[latest] <= (_SHORT if abroad else _LONG)
    return office.of is not None or near or any(_unmistakable(office, held) for held in person.offices)


def _unmistakable(office: Office, held: Office) -> bool:
    """Tell whether an office's words tell which one it is however long ago its one holder was named: "the police chief"."""
    home = office.key[0] == "president" and held.of is None
    return office.key == held.key and not (office.past or office.weak) and (home or bool(office.key[1]))


def _may_hold(parse: Parse, person: Person, office: Office) -> bool:
    """Tell whether an office standing alone can be this person's; nobody holds one of two states.

    "The president" by itself is a state's, not one "of the medical staff".
    """
    states = {held.of for held in person.offices if held.of}
    elsewhere = office.of is not None and states and office.of not in states
    held = [held for held in person.offices if office.may_be(held) or _leads(parse, office, held)]
    if office.key[0] == "president" and office.of is None and office.last == office.head + 1:
        held = [each for each in held if each.last == each.head + 1 or state_in(_complement(parse, each))]
    return not elsewhere and bool(held)


def _short_for(parse: Parse, held: Office, office: Office) -> bool:
    """Tell whether somebody's office takes up, in one word, one told in full before: "the adviser, X"."""
    taken_up = held.last == held.first + 1 and held.first > office.last and parse.text[held.first - 1].lower() == "the"
    return taken_up and held.may_be(office) and office.last > office.first + 1


def _leads(parse: Parse, office: Office, held: Office) -> bool:
    """Tell whether a state's leader ("Korva's new leader") is who holds this office: its president or premier."""
    *before, last = office.title(parse).split()
    return (
        last.lower() == "leader"
        and all(is_plain(word) for word in before)
        and office.of is not None
        and office.of == held.of
        and held.leads()
    )


def _complement(parse: Parse, office: Office) -> str:
    """Give what follows "of" in an office: "United States"."""
    after = [parse.text[token] for token in range(office.head + 2, office.last)]
    return " ".join(after[1:] if after[:1] == ["the"] else after)


def _exact(office: Office, people: list[Person], fits: list[int]) -> list[int]:
    """Of several that fit, keep those whose office is the very same, what it is an office of included."""
    return [i for i in fits if any(office.key == held.key and office.of == held.of for held in people[i].offices)]


def _latest(parse: Parse, office: Office, people: list[Person], fits: list[int], quoted: list[bool]) -> list[int]:
    """Of several that fit, keep the one named in this sentence or the last, where no other was named for a while before."""
    here = parse.sentence_of[office.head]
    near = []
    for i in fits:
        tokens = [seen.first for seen in people[i].seen if seen.first < office.first and not quoted[seen.first]]
        if tokens and here - parse.sentence_of[tokens[-1]] <= _WHILE:
            near.append((here - parse.sentence_of[tokens[-1]], i))
    return [near[0][1]] if len(near) == 1 and near[0][0] <= 1 and parse.blocks[here] == parse.blocks[max(0, here - 1)] else fits


def _home(office: Office, people: list[Person], fits: list[int], quoted: list[bool]) -> list[int]:
    """Of several, keep the one whose office is told without a state, where all others are another state's and were named earlier.

    A report calls the president of its readers' country just so.
    """
    home = [i for i in fits if not any(held.of for held in people[i].offices)]
    if office.of or len(home) != 1:
        return fits
    last = {i: max((s.first for s in people[i].seen if s.first < office.first and not quoted[s.first]), default=-1) for i in fits}
    return home if last[home[0]] == max(last.values()) >= 0 else fits


def _definite(parse: Parse, office: Office) -> bool:
    """Tell whether an office stands for one certain holder: "the minister", a headline's "Pakistani premier"."""
    before = parse.text[office.first - 1].lower() if office.first else ""
    if before in ("a", "an", "another", "any", "every", "each", "some", "no", "one", "his", "her", "their", "its", "my", "our"):
        return False
    return (
        before in ("the", "this", "that") or (office.of is not None and not office.weak) or parse.text[office.head][0].isupper()
    )

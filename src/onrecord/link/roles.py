"""The offices of one entity as rows: each office once, however it was called, with the days it was seen and where."""

from __future__ import annotations

from functools import cache

from onrecord.lang import words
from onrecord.link.alike import office_words
from onrecord.link.groups import Group, Role, fold
from onrecord.records import EntityRole, Evidence

_Row = tuple[str, str | None]
_Told = tuple[bool, frozenset[str]]
Roles = dict[_Row, Role]
_OFTEN = 3
"""Times as often as an odd form of an office, "emotional president", its one word must be met to be taken for what is meant."""
_STEM = 4
_BELONGING = frozenset({"n", "an", "ian", "ean", "i", "ese", "ish"})


def role_rows(group: Group) -> tuple[EntityRole, ...]:
    """List what an entity was seen to hold, by the first day it was seen."""
    rows = []
    for (told, of), role in _as_told_best(_with_states(group.roles)).items():
        office = min(role.spelled, key=lambda words_: (fold(words_) != told, -role.spelled[words_], words_))
        evidence = tuple(Evidence(article, span) for article, span in sorted(role.evidence.items()))
        rows.append(EntityRole(office, of, role.earliest, role.latest, evidence))
    return tuple(sorted(rows, key=lambda row: (row.earliest or "9999", row.office, row.of or "")))


def _with_states(roles: Roles) -> Roles:
    """Count an office named without its state or body to the one of the same words that has one, if there is just one.

    A state and what is its own ("Ketoria", "Ketorian") are one, told by the shorter.
    """
    whole = Group((), True)
    for office, of in sorted(roles, key=lambda key: (key[0], key[1] or "")):
        states = sorted({state for words_, state in roles if words_ == office and state}, key=lambda state: (len(state), state))
        kept = [state for number, state in enumerate(states) if not any(_is_of(state, one) for one in states[:number])]
        own = [state for state in kept if of is None or state == of or _is_of(of, state)]
        whole.take(office, own[0] if of or len(own) == 1 else None, roles[office, of])
    return whole.roles


def _is_of(longer: str, state: str) -> bool:
    """Tell whether a word is another with the ending of what belongs to it, as "Ketorian" is "Ketoria"."""
    stem = state[:-1] if state[-1:] in "aeoy" else state
    return state != longer and len(stem) >= _STEM and longer.startswith(stem) and longer[len(stem) :] in _BELONGING


def _as_told_best(roles: Roles) -> Roles:
    """Join the rows that say one thing: "Sen." and "Senator", "hawkish adviser" and "adviser", "Secretary" and "of State"."""
    whole = Group((), True)
    ranked = sorted(roles, key=lambda key: (-len(roles[key].evidence), key[0], key[1] or ""))
    for key in ranked:
        first = _alike(key, _told(key[0]), ranked) or key
        whole.take(*(_plainer(first, ranked, roles) or _fuller(first, ranked) or first), roles[key])
    return whole.roles


def _alike(key: _Row, told: _Told, rows: list[_Row]) -> _Row | None:
    """Give the row told in certain words that is of the same, or of whatever it is where a row does not say."""
    same = [row for row in rows if _told(row[0]) == told]
    whose = {of for _, of in same if of}
    of = next(iter(whose)) if key[1] is None and len(whose) == 1 else key[1]
    return next((row for row in same if row[1] == of), None)


def _plainer(key: _Row, rows: list[_Row], roles: Roles) -> _Row | None:
    """Give the row that one only puts words before that make it no other office: "hawkish", "AP"."""
    parts = key[0].split()
    for cut in range(1, len(parts)):
        if parts[cut - 1] in _meaning():
            return None
        found = _alike(key, _told(" ".join(parts[cut:])), rows)
        if found and found != key and (len(parts) - cut > 1 or len(roles[found].evidence) >= _OFTEN * len(roles[key].evidence)):
            return found
    return None


def _fuller(key: _Row, rows: list[_Row]) -> _Row | None:
    """Give the only row that says which minister, secretary or speaker it is that one leaves open."""
    past, kept = _told(key[0])
    if past:
        return None
    longer = [row for row in rows if not _told(row[0])[0] and kept < _told(row[0])[1] and _told(row[0])[1] - kept <= _kinds()]
    longer = [row for row in longer if key[1] in (None, row[1])]
    return longer[0] if len({_told(row[0]) for row in longer}) == 1 and len({row[1] for row in longer} - {None}) < 2 else None


@cache
def _told(office: str) -> _Told:
    """Give whether an office is no longer held, and the words that make it the one it is."""
    past = frozenset(words("offices")["modifiers"]["past"]) - {"then"}
    return not past.isdisjoint(office.split()), office_words(office)


@cache
def _meaning() -> frozenset[str]:
    """Give the words that make an office another one when they open it."""
    offices = words("offices")
    modifiers = offices["modifiers"]
    return frozenset([*modifiers["changing"], *modifiers["past"], *modifiers["kinds"], *offices["heads"]["words"]])


@cache
def _kinds() -> frozenset[str]:
    return frozenset(words("offices")["modifiers"]["kinds"])

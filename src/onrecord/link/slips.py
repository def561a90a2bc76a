"""Offices that nobody holds whom an article seems to give them: a namesake's, another state's, one with a name read into it.

"President Bresk" of an article that names but his wife is not what she holds, "(the Korvan leader Bresk sees as a friend)" is not
who Bresk is, and "Chair Odo" is no office of Odo Bresk's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.lang import words
from onrecord.link.alike import is_telling, office_words
from onrecord.link.groups import Group, Key
from onrecord.records import Kind

_MET = 5  # articles in which somebody must be met for one office told once to be taken for a slip
_SLIP = 20  # articles among which one may give an office to the wrong person of that surname
_FAR_MORE = 5  # times as often is its holder seen in it

_Office = tuple[str, frozenset[str]]


def drop_slips(groups: Mapping[Key, Group]) -> None:
    """Take from people the offices that are not theirs: hardly any article gives them, and many give them another."""
    for key in sorted(groups):
        if key[0] == Kind.PERSON and len(key) == 2:
            _drop_misread(groups[key], frozenset(key[1].split()[:-1]))
    seen: dict[_Office, dict[Key, set[str]]] = {}
    for key in sorted(groups):
        if key[0] == Kind.PERSON and len(key) == 2:
            for (office, _), role in groups[key].roles.items():
                told = key[1].split()[-1], office_words(office)
                if is_telling(told[1]):
                    seen.setdefault(told, {}).setdefault(key, set()).update(role.evidence)
    for (_, slip), holders in seen.items():
        for key, articles in holders.items():
            most = max((len(theirs) for whose, theirs in holders.items() if whose != key), default=0)
            if _is_slip(len(articles), len(groups[key].articles), most):
                roles = groups[key].roles
                groups[key].roles = {told: role for told, role in roles.items() if told[1] or office_words(told[0]) != slip}


def _drop_misread(group: Group, first: frozenset[str]) -> None:
    """Drop what closes with a first name, and the rule of a state that one article alone gives somebody of another state."""
    told: dict[str, set[str]] = {}
    lands: dict[str, set[str]] = {}
    for (office, of), role in group.roles.items():
        told.setdefault(office, set()).update(role.evidence)
        if of in words("states")["states"]:
            lands.setdefault(of or "", set()).update(role.evidence)
    seen = set().union(*told.values()) if told else set()
    for office, of in list(group.roles):
        elsewhere = len(lands) > 1 and of in lands and len(lands[of]) == len(told[office]) == 1 and len(seen) >= _MET
        if office.split()[-1:] and (office.split()[-1] in first or (elsewhere and office.split()[-1] in _rulers())):
            del group.roles[office, of]


@cache
def _rulers() -> frozenset[str]:
    return frozenset(words("offices")["heads"]["rulers"])


def _is_slip(articles: int, met: int, most: int) -> bool:
    return met >= _MET and articles <= max(1, met // _SLIP) and most >= _FAR_MORE * articles

"""Offices that are a namesake's: "President Bresk" of an article that names but his wife is not what she holds."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.link.alike import is_telling, office_words
from onrecord.link.groups import Group, Key
from onrecord.records import Kind

_MET = 5  # articles in which somebody must be met for one office told once to be taken for a slip
_SLIP = 20  # articles among which one may give an office to the wrong person of that surname
_FAR_MORE = 5  # times as often is its holder seen in it

_Office = tuple[str, frozenset[str]]


def drop_slips(groups: Mapping[Key, Group]) -> None:
    """Take from people the offices that hardly any article gives them and many give to another of their surname."""
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


def _is_slip(articles: int, met: int, most: int) -> bool:
    return met >= _MET and articles <= max(1, met // _SLIP) and most >= _FAR_MORE * articles

"""Who held an office on a day, by the record's own evidence: whom "the Pakistani premier" of an article of that day is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.lang import words
from onrecord.link.alike import office_words
from onrecord.link.groups import Group, Key, Role
from onrecord.records import Kind

_Office = tuple[frozenset[str], str]


def holders(groups: Mapping[Key, Group]) -> list[tuple[Key, Key]]:
    """Pair those called by an office alone with its holder on the day their article was published.

    Only offices that one person of a state holds at a time, with the state named, and days that lie within those on which the
    record saw one person, and nobody else, hold it. Everybody else stays who they are.
    """
    held: dict[_Office, list[tuple[Key, Role]]] = {}
    for key in sorted(groups):
        if key[0] == Kind.PERSON and groups[key].named:
            for (office, of), role in groups[key].roles.items():
                if of and (single := _single(office)):
                    held.setdefault((single, of), []).append((key, role))
    pairs = []
    for key in sorted(groups):
        group = groups[key]
        if key[0] == Kind.PERSON and not group.named and len(group.days) == 1:
            found = {whose for office, of in group.roles if of for whose in _on(held, office, of, group.days[0])}
            if len(found) == 1:
                pairs.append((key, found.pop()))
    return pairs


def _on(held: Mapping[_Office, list[tuple[Key, Role]]], office: str, of: str, day: tuple[str, str]) -> set[Key]:
    """List who is known to have held an office on a day; nobody where the words tell no single office."""
    single = _single(office)
    rows = held.get((single, of), []) if single else []
    return {key for key, role in rows if role.earliest and role.latest and role.earliest <= day[0] and day[1] <= role.latest}


def _single(office: str) -> frozenset[str] | None:
    """Give an office's words if only one person of a state holds it at a time, and holds it still."""
    past = words("offices")["modifiers"]["past"]
    if any(word in past for word in office.split()):
        return None
    kept = office_words(office)
    return kept if kept in _singles() else None


@cache
def _singles() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(office.split()) for office in words("offices")["heads"]["single"])

"""Where and in which party people are told to be: "Sen. Ada Bresk (R-Ohio)", "Ohio Republican Ada Bresk"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onrecord.lang import words
from onrecord.read.lookup import Lookup
from onrecord.read.office_words import is_head, is_title
from onrecord.records import Chain, Mention

_REACH = 60
_LAST = re.compile(r"([\w.]+)$")
_PARTY = re.compile(r"\s?,?\s?\(?([RDI])(?:\.?[-–—,]|\))")
_MEMBER = re.compile(r"\b(Republican|GOP|Democratic) (?:(?:U\.S\.|US) )?(?:Sen\.|Rep\.|Senator|Representative|Gov\.|Governor) $")
_FORMER = frozenset({"former", "then", "republican", "democratic", "gop", "u.s.", "state", "us", "democrat", "independent"})


class Homes:
    """One article's people by the region and the party the text tells beside their names."""

    def __init__(self, text: str, mentions: Lookup) -> None:
        """Take the article's text and its mentions by place."""
        self.text, self.mentions = text, mentions
        self.known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def of(self, chain: Chain) -> tuple[frozenset[str], frozenset[str]]:
        """Give the regions somebody is told to be of, and the first letters of their parties."""
        if chain.id not in self.known:
            names = [m for m in self.mentions.of(chain.id) if m.form in ("name", "short")]
            regions = {region for m in names for region in self.beside(m)}
            regions |= {region_in(f"{role.office} {role.of or ''}") for role in chain.roles}
            parties = [_PARTY.match(self.text, m.end) for m in names]
            told = {party[1] for party in parties if party} | {letter for m in names if (letter := self.party_before(m))}
            self.known[chain.id] = frozenset(r for r in regions if r), frozenset(told)
        return self.known[chain.id]

    def party_before(self, mention: Mention) -> str | None:
        """Give the first letter of the party told right before a member's title and name: "GOP Sen. Ada Bresk"."""
        led = _MEMBER.search(self.text[max(0, mention.start - _REACH) : mention.start])
        return words("regions")["parties"][led[1].lower()] if led else None

    def beside(self, mention: Mention) -> list[str | None]:
        """Name the regions told right behind a name and before its titles."""
        behind = _behind().match(self.text[mention.end : mention.end + _REACH])
        ahead = self.text[max(0, mention.start - _REACH) : mention.start].rstrip()
        while (last := _LAST.search(ahead)) and (is_head(last[1]) or is_title(last[1]) or last[1].lower() in _FORMER):
            ahead = ahead[: last.start()].rstrip()
        full = _ending().search(ahead)
        return [_by_form()[behind[1] or behind[2]] if behind else None, full[1] if full else None]


def region_in(told: str) -> str | None:
    """Give the one region that words tell: "South Carolina senator"."""
    found = _full().search(told)
    return found[1] if found else None


@cache
def _by_form() -> dict[str, str]:
    table = words("regions")["regions"]
    return {form: region for region, forms in table.items() for form in (region, *forms)}


@cache
def _behind() -> re.Pattern[str]:
    """Match "(R-Ohio)", ", D-Ohio", "of Ohio", ", Republican of Ohio" and ", Ohio" behind a name."""
    party = r"\(?(?:[RDI]|Rep|Dem)\.?[-–—,]\s?"
    of = r"(?:(?:Republican|Democrat|Independent|[RDI]),?\s)?(?:of|from)\s"
    return re.compile(rf"\s?,?\s?(?:{party}|{of})({_any(_by_form())})(?!\w)|,\s({_any(words('regions')['regions'])})(?!\w)")


@cache
def _full() -> re.Pattern[str]:
    return re.compile(rf"\b({_any(words('regions')['regions'])})\b")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(_full().pattern + r"(?:'s|’s)?$")


def _any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))

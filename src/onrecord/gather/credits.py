"""Whose text it is: the outlet that carried it and the agency that wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from onrecord.lang import words
from onrecord.records import Block, Found, Role

_CHAIN = re.compile(r"\(([A-Z][A-Z.]{2,})\s?[-–—]\s?([A-Z][^()]{1,40})\)")
_CREDIT = re.compile(r"\(([A-Z][^()\d]{1,40})\)")
_ALONE = re.compile(r"\(([A-Z][^()\d]{1,40})\)$")
_PREFIX = re.compile(r"^(?:www\d?|m|amp|mobile|edition)\.")


def credits_of(found: Found, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """Give outlet and agency, each null where nothing says so.

    What was told wins. An aggregator's prefix, ``(AGGREGATOR- Outlet)``, names the carrier and whose text it carries. A credit in
    the dateline, ``KABUL (Reuters) -``, or alone in brackets at the end, names the agency. Failing all, the outlet is the host of
    the address. An outlet that credits itself has no agency.
    """
    outlet, agency = found.told.outlet, found.told.agency
    for text in _datelines(found.text, blocks):
        chain = _CHAIN.search(text)
        if chain:
            outlet, agency = outlet or chain[1], agency or chain[2].strip()
        elif credit := _CREDIT.search(text):
            agency = agency or _agency(credit[1])
    agency = agency or _signed(found.text, blocks)
    if agency and outlet and agency.casefold() in outlet.casefold().split():
        agency = None if found.told.agency is None else agency
    return outlet or _host(found.told.url), agency


def _datelines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.role is Role.DATELINE:
            yield text[block.start : block.end]


def _agency(credit: str) -> str | None:
    """Take a bracketed credit that names an agency; a country or a remark in brackets is none."""
    name = " ".join(credit.split())
    listed = {known.casefold() for known in words("agencies")["agencies"]}
    return name if name.casefold() in listed or re.fullmatch(r"[A-Z][A-Z.]{1,6}|[A-Z][a-z]+[A-Z]?\w*", name) else None


def _signed(text: str, blocks: Sequence[Block]) -> str | None:
    """Read a credit that stands alone in brackets below the article, as agencies sign."""
    for block in reversed(blocks):
        line = text[block.start : block.end]
        if block.role is Role.BODY and len(line) > 60:
            return None
        if match := _ALONE.match(line):
            return _agency(match[1])
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return _PREFIX.sub("", str(host)) if host and "." in host else None

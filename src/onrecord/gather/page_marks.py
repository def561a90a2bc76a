"""Where a page's markup prints or holds days: marked properties, time tags, attributes, date lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onrecord.gather.dates import DAY_FIRST, find_days, stamp_day, written_order

_ASIDE = re.compile(
    r"updat|modif|edited|revis|relat|comment|footer|sidebar|(?<!elementor-)widget|promo|aside|recommend|popular|trending|latest"
    r"|teaser|carousel|also-|read-?next|more-?from|event|(?:^|[\s_-])nav",
    re.IGNORECASE,
)
_OWN = re.compile(r"publi|entry-date|post-?date|posted", re.IGNORECASE)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|time|published?|posted|byline|meta|info|when|timestamp|datum|fecha|data)|date(?:\b|[_-])|Date", re.ASCII
)
_ITEMPROP = "//*[contains(@itemprop, 'datePublished') or @property='datePublished' or @pubdate]"
_FIGURES = (
    "//*[not(self::script or self::style)]/text()[string-length(.) < 160 and (contains(., '/20') or contains(., '.20')"
    " or contains(., '-20') or contains(., '/19') or contains(., '.19'))]"
)
_ATTRIBUTES = ("datetime", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "data-utime", "title")
_UNSEEN = frozenset({"script", "style", "title", "noscript", "template", "svg", "head", "option", "select"})
_YEAR = re.compile(r"\d{4}|\d\d[-/.]\d\d[-/.]\d\d")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE = re.compile(r"[a-z]{3,}[.!?]$")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
NEAR = 60  # elements below the heading among which its date line stands
OTHER = 6  # words beside the day that a date line may hold
MORE = 14  # words that it may hold where the markup calls it a date or a byline
LONGEST = 120  # characters of the longest date line
DEEPEST = 15  # elements above a tag that are looked at


@dataclass(frozen=True, slots=True)
class Marked:
    """A day in a page's markup: ``itemprop``, ``time`` or a ``line`` that prints it; elements below the heading; as printed.

    ``dated`` says that the markup itself calls it a date or a byline.
    """

    kind: str
    below: int
    value: str
    dated: bool = False


def find_marked(tree: Any, title: str = "", order: str = "") -> Iterator[Marked]:
    """List the days in a page's markup, in the page's order; not those of updates, comments and other articles.

    ``title`` is the page's, by which its heading is known; ``order`` how it writes days in figures.
    """
    for tag in tree.xpath(_ITEMPROP):
        if value := _squeezed(tag.get("content") or tag.get("datetime") or tag.get("title") or tag.text_content()[:80]):
            yield Marked("itemprop", 0, value)
    heading = _heading(tree, title)
    above = set() if heading is None else set(heading.iterancestors())
    at = None
    for index, tag in enumerate(tree.iter()):
        if tag is heading:
            at = index
        if not isinstance(tag.tag, str) or tag.tag in _UNSEEN:
            continue
        below = index - at if at is not None else -index
        yield from _marks(tag, below, above, order)


def _marks(tag: Any, below: int, above: set[Any], order: str) -> Iterator[Marked]:
    calls = _calls(tag)
    dated = bool(_DATED.search(calls))
    if tag.tag in ("time", "relative-time"):
        value = _squeezed(tag.get("datetime") or tag.get("content") or tag.text_content()[:80])
        if value and not _aside(tag, above):
            yield Marked("time", below, value, dated)
    elif (dated or tag.tag == "abbr") and (value := _attribute(tag)) and not _aside(tag, above):
        yield Marked("time", below, value, dated)
    for line in (_own_text(tag), _whole_text(tag) if dated else ""):
        if line and _is_date_line(line, order, MORE if dated else OTHER) and not _aside(tag, above):
            yield Marked("line", below, line, dated or bool(_DATED.search(_calls(tag.getparent()))))
            return


def _calls(tag: Any) -> str:
    return f"{tag.get('class') or ''} {tag.get('id') or ''}" if tag is not None else ""


def _heading(tree: Any, title: str) -> Any | None:
    """Find the article's heading: the first of the first rank, or the first heading that says what the title says."""
    wanted = set(_WORD.findall(title.casefold()))
    first = None
    for tag in tree.iter(*_HEADINGS):
        words = set(_WORD.findall(tag.text_content().casefold())) if wanted else set()
        if len(words) >= 2 and words <= wanted and 2 * len(words) >= len(wanted):
            return tag
        if first is None and tag.tag == "h1":
            first = tag
    return first


def page_order(tree: Any, locale: str = "", host: str = "") -> str:
    """Tell whether a page writes days or months first: by its language and country, or by its days that can be read one way only.

    ``locale`` is told by the page's metadata (``pt_BR``), ``host`` is its address's.
    """
    told = str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    for language in (told, locale):
        first, _, country = language.casefold().replace("_", "-").partition("-")
        if (first and first != "en") or country[:2] in _DAY_FIRST_COUNTRIES:
            return DAY_FIRST
    domain = host.rpartition(".")[2]
    if len(domain) == 2 and domain not in _ANYWHERE:
        return DAY_FIRST
    return written_order(" ".join(map(str, tree.xpath(_FIGURES))))


_DAY_FIRST_COUNTRIES = frozenset({"gb", "au", "nz", "ie", "in", "pk", "ng", "ke", "za", "sg", "my", "gh", "bd", "lk"})
_ANYWHERE = frozenset({"us", "ca", "ph", "co", "io", "tv", "me", "ai", "ly", "cc", "ws", "fm", "to", "gg", "is", "am"})
"""Domains of countries that write months first, in both ways, or are used for their letters."""


def _attribute(tag: Any) -> str:
    """Find an attribute that holds a day by itself."""
    for name in _ATTRIBUTES:
        value = _squeezed(tag.get(name))
        if 8 <= len(value) <= 40 and stamp_day(value):
            return value
    return ""


def _squeezed(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _own_text(tag: Any) -> str:
    """Join the text that stands directly in a tag, where it is short enough for a date line."""
    text = _squeezed(" ".join(part for part in (tag.text, *(child.tail for child in tag[:8])) if part))
    return text if 6 <= len(text) <= LONGEST else ""


def _whole_text(tag: Any) -> str:
    """Join all text in a tag that is called a date, as where day, month and year have tags of their own."""
    if len(tag) == 0 or len(tag) > 12:
        return ""
    text = _squeezed(" ".join(tag.itertext()))
    return text if 6 <= len(text) <= LONGEST else ""


@lru_cache(maxsize=1024)
def _is_date_line(line: str, order: str, most: int) -> bool:
    if not _YEAR.search(line):
        return False
    days = [printed for printed in find_days(line, order) if printed.year]
    if not days:
        return False
    rest = line[: days[0].start] + line[days[-1].end :]
    return len(_WORD.findall(rest)) <= most and not _SENTENCE.search(line)


def _aside(tag: Any, above: set[Any]) -> bool:
    """Say whether a tag stands in a list of other articles, a comment or an update: apart from the heading, under such a name."""
    if _OWN.search(_calls(tag)):
        tag = tag.getparent()
    steps = 0
    while tag is not None and tag not in above and tag.tag not in ("body", "main") and steps < DEEPEST:
        if tag.tag in ("aside", "footer", "nav") or _ASIDE.search(_calls(tag)):
            return True
        tag, steps = tag.getparent(), steps + 1
    return False

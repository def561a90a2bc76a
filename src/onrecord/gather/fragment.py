"""A piece of markup that is an article's own words, as feeds and mails carry them, to text: one line a block."""

from __future__ import annotations

import re
from typing import Any

from onrecord.gather.page import unsafe

_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "iframe", "svg", "object", "form", "button"})
_RUNNING = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "time", "tt", "u", "var"}
)
"""Tags that part no words."""
_MARKUP = re.compile(r"<(?:/?[a-z][a-z0-9]*\b|!--)|&(?:[a-z]+|#\d+|#x[0-9a-f]+);", re.IGNORECASE)


class TooOdd(ValueError):
    """Markup that is not parsed; the message says why."""


def fragment_text(markup: str) -> str:
    """Give the text of a piece of markup, blocks parted by an empty line; a string without markup is given as it is.

    Raises TooOdd for markup that is too deep or holds too many tags.
    """
    if not _MARKUP.search(markup):
        return markup.strip()
    reason = unsafe(markup)
    if reason:
        raise TooOdd(reason)
    import lxml.html

    try:
        tree = lxml.html.fragment_fromstring(markup.replace("\0", ""), create_parent="div")
    except (ValueError, AssertionError, lxml.etree.LxmlError) as error:
        raise TooOdd(f"not read as markup: {error}") from error
    lines: list[str] = [""]
    _gather(tree, lines)
    return "\n\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _gather(tree: Any, lines: list[str]) -> None:
    import lxml.etree

    unseen = 0
    for event, tag in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        element = isinstance(tag.tag, str)
        if event == "start":
            unseen += tag.tag in _UNSEEN
            shown = tag.text
        else:
            unseen -= element and tag.tag in _UNSEEN
            shown = tag.tail
        if element and tag.tag not in _RUNNING | _UNSEEN:
            lines.append("")
        lines[-1] += shown if shown and not unseen else ""

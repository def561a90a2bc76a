"""Where the resolved mentions of an article stand, by place and by chain: a long text costs no more than its length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from onrecord.records import Mention


class Lookup:
    """One article's mentions that have a chain, in text order."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """File the mentions; those left open are passed over."""
        self.mentions = sorted((m for m in mentions if m.chain), key=lambda m: (m.start, m.end))
        self.starts = [mention.start for mention in self.mentions]
        self._longest = max((m.end - m.start for m in self.mentions), default=0)
        self._of: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            self._of.setdefault(mention.chain or "", []).append(mention)

    def within(self, start: int, end: int) -> list[Mention]:
        """List the mentions that lie between two places."""
        near = self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [mention for mention in near if mention.end <= end]

    def over(self, place: int) -> list[Mention]:
        """List the mentions that a place lies in."""
        near = self.mentions[bisect_left(self.starts, place - self._longest) : bisect_right(self.starts, place)]
        return [mention for mention in near if place < mention.end]

    def of(self, chain: str) -> list[Mention]:
        """List a chain's mentions."""
        return self._of.get(chain, [])

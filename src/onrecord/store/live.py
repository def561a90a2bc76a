"""The readings that count: the one door through which linking, the index and proof get them, so that all three see the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.store.catalogue import Catalogue
from onrecord.store.force import Force
from onrecord.store.layout import Folder
from onrecord.store.readings import SHOWN, Read, read_shard
from onrecord.store.verdicts import judged

JUDGED = ("chains", "framing", "statements")
"""The parts of a reading that verdicts change."""


@dataclass(frozen=True, slots=True)
class Live:
    """What counts of a record's readings, by its catalogue and the verdicts in force.

    ``orphans`` gathers, as readings are given, the verdicts that could not be applied: article and why, by id.
    """

    folder: Folder
    catalogue: Catalogue
    force: Force = field(default_factory=Force)
    orphans: dict[str, tuple[str, str]] = field(default_factory=dict)

    def readings(self, parts: Sequence[str] = SHOWN) -> Iterator[Read]:
        """Yield every reading that counts, shard by shard, with the parts asked for; raises Damaged."""
        for shard, keys in self.catalogue.live_readings():
            yield from self.of_shard(shard, keys, parts)

    def of_shard(
        self, shard: str, keys: Mapping[str, str], parts: Sequence[str] = SHOWN, only: Collection[str] | None = None
    ) -> Iterator[Read]:
        """Yield the readings of one shard that count, all or of some articles: those under the key wanted; raises Damaged."""
        mine = [article for article in keys if article in self.force.of_article and (only is None or article in only)]
        whole = self.folder.root / shard
        changed = {read.article.id: read for read in read_shard(whole, sorted({*parts, *JUDGED}), mine)} if mine else {}
        for read in read_shard(whole, parts, only):
            if keys.get(read.article.id) == read.key and read.article.id not in self.force.removed:
                yield self.as_it_counts(changed.get(read.article.id, read))

    def as_it_counts(self, read: Read) -> Read:
        """Give a reading as it enters linking and the index: with the verdicts on its statements applied."""
        now, orphans = judged(read, self.force.of_article.get(read.article.id, ()))
        self.orphans.update({verdict: (read.article.id, why) for verdict, why in orphans.items()})
        return now

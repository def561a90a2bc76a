"""The readings that count: the one door through which linking, the index and proof get them, so that all three see the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.store.catalogue import Catalogue
from onrecord.store.layout import Folder
from onrecord.store.readings import SHOWN, Read, read_shard


@dataclass(frozen=True, slots=True)
class Live:
    """What counts of a record's readings, by its catalogue."""

    folder: Folder
    catalogue: Catalogue

    def readings(self, parts: Sequence[str] = SHOWN) -> Iterator[Read]:
        """Yield every reading that counts, shard by shard, with the parts asked for; raises Damaged."""
        for shard, keys in self.catalogue.live_readings():
            yield from self.of_shard(shard, keys, parts)

    def of_shard(self, shard: str, keys: Mapping[str, str], parts: Sequence[str] = SHOWN) -> Iterator[Read]:
        """Yield the readings of one shard that count: those whose key is the one wanted; raises Damaged."""
        for read in read_shard(self.folder.root / shard, parts):
            if keys.get(read.article.id) == read.key:
                yield self._as_it_counts(read)

    def _as_it_counts(self, read: Read) -> Read:
        """Give a reading as it enters linking and the index."""
        return read

"""When somebody spoke, drawn from as much of each statement as a mark needs: a large record is drawn as fast as a small one."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from onrecord.records import When
from onrecord.show.days import spoken
from onrecord.show.lanes import SHAPES, Lane, Mark, day_of, draw
from onrecord.show.passages import one_line
from onrecord.show.said import DEEDS
from onrecord.store.questions import paging


def spoke_when(db: sqlite3.Connection, speakers: Sequence[tuple[str, str, str]]) -> str:
    """Draw when speakers spoke, each given as entity id, name and where the name leads."""
    held: dict[str, list[Mark]] = defaultdict(list)
    names = {id_: name for id_, name, _ in speakers}
    for point in paging.points(db, list(names)):
        when = spoken(When(point.earliest, point.latest, "day", "") if point.earliest and point.latest else None)
        words = ": ".join(filter(None, [DEEDS[point.act], one_line(point.opening)]))  # a denial's words alone assert them
        title = f"{names[point.speaker]}, {when}: {words if len(words) < 90 else words[:89] + '…'}"
        held[point.speaker].append(Mark(point.id, day_of(point.earliest), SHAPES.get(point.act, "plain"), title))
    return draw([Lane(anchor, name, held[id_], id_) for id_, name, anchor in speakers])

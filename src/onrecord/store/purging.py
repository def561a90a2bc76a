"""Taking articles that must go out of the shards: their texts, pages and readings; that they were there is kept."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable

import pyarrow as pa
import pyarrow.compute as pc

from onrecord.store import readings, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.layout import Folder
from onrecord.store.rows import PassedOver
from onrecord.store.tables import to_table


def reason(article: str) -> str:
    """Say why a text is not in the record."""
    return f"removed by a verdict: {article}"


def purge(folder: Folder, catalogue: Catalogue, removed: Collection[str]) -> bool:
    """Write the shards in which these articles stand again without them; says whether any had to be.

    The old shards are no longer in the catalogue, and have to be removed once a manifest without them stands. Killed at any
    point, it is done again from where it stood. Shards that were put aside as damaged go: one may hold the text.
    """
    found = catalogue.shards_with("_found", removed)
    read = catalogue.shards_with("_read", removed)
    for name in found:
        _rewrite_found(folder, name, removed)
    for name in read:
        _rewrite_readings(folder, catalogue, name, removed)
    if found:
        _take_anew(folder, catalogue, found)
    if removed and (folder.root / "damaged").is_dir():
        shutil.rmtree(folder.root / "damaged")
    return bool(found or read)


def _rewrite_found(folder: Folder, name: str, removed: Collection[str]) -> None:
    """Put in the place of each text that it was passed over, so that its file still counts as gathered whole."""
    shard = folder.root / name
    tables = {table: shards.read(shard, table) for table in shards.label(shard)}
    rows = shards.rows(shard, "found", ("gathering", "ordinal", "article", "sighting", "page"))
    gone = [
        PassedOver(row["gathering"], row["ordinal"], row["sighting"]["path"], reason(row["article"]))
        for row in rows
        if row["article"] in removed
    ]
    tables["found"] = _without(tables["found"], "article", removed)
    tables["skipped"] = pa.concat_tables([tables["skipped"], to_table(PassedOver, gone).cast(tables["skipped"].schema)])
    if "pages" in tables:
        kept = {row["page"]["sha256"] for row in rows if row["page"] and row["article"] not in removed}
        drawn = {row["page"]["sha256"] for row in rows if row["page"]}
        tables["pages"] = _without(tables["pages"], "sha256", drawn - kept)
    # its number keeps its place: of two gatherings of one file the later counts
    shards.write(folder.root / f"{name.split('.', maxsplit=1)[0]}.{_turn(name) + 1}", tables)


def _turn(name: str) -> int:
    return int(name.split(".")[1]) if "." in name else 0


def _rewrite_readings(folder: Folder, catalogue: Catalogue, name: str, removed: Collection[str]) -> None:
    shard = folder.root / name
    tables = {}
    for table in readings.TABLES:
        column = "id" if table == "articles" else "article"
        tables[table] = _without(shards.read(shard, table), column, removed)
    new = readings.name_of(tables)
    shards.write(folder.root / new, tables)
    catalogue.take_reading(new)
    catalogue.forget(name)


def _without(table: pa.Table, column: str, values: Iterable[str]) -> pa.Table:
    return table.filter(pc.invert(pc.is_in(table[column], value_set=pa.array(sorted(values), pa.string()))))


def _take_anew(folder: Folder, catalogue: Catalogue, replaced: Collection[str]) -> None:
    """Take all that inputs gave into the catalogue again, in order, since the order tells which gathering of a file counts."""
    here = [f"found/{name}" for name in shards.names(folder.found)]
    for name in {*here, *(one for one in catalogue.shards() if one.startswith("found/"))}:
        catalogue.forget(name)
    for name in here:
        if name not in replaced:
            catalogue.take_found(name)


def left_over(folder: Folder, catalogue: Catalogue) -> list[str]:
    """List the shards that are in the catalogue no more: those that others were written in the place of."""
    known = set(catalogue.shards())
    here = [f"{kind}/{name}" for kind in ("found", "readings") for name in shards.names(folder.root / kind)]
    return [name for name in here if name not in known]

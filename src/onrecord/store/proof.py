"""Proof: every file of a record against its hash, every span against its article, the index against the shards."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from onrecord.records import Chain, Reading, Span, Statement, make_id, text_id
from onrecord.store import database, force, ledger, linked, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.faults import Busy, Damaged, Full
from onrecord.store.index import changed_since, kept_links
from onrecord.store.layout import read_manifest
from onrecord.store.live import Live
from onrecord.store.merging import told
from onrecord.store.overlay import overlaid
from onrecord.store.readings import PARTS, Read
from onrecord.store.record import Record
from onrecord.store.shape import Linked, Row, claim_row, entity_row, link_row, tables_of
from onrecord.store.shelf import Shelves

TRIES = 3
"""How often a record is verified that builds change meanwhile."""
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that is not as it was written: the file, where in it, and what is wrong."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was re-read, and all faults found, in order."""

    articles: int
    spans: int
    faults: tuple[Fault, ...]


def verify(record: Record, progress: Progress | None = None) -> Proof:
    """Re-read a whole record; finds what was changed, cut off, added or taken away since it was built.

    Every shard's files are hashed and held against the manifest; every text against its SHA-256; every span of every table
    against its text; every row of the index against the shards. Starts over where a build ended meanwhile; raises Busy where that
    happens again and again, or where the build's index is not ready yet.
    """
    for _ in range(TRIES):
        with database.snapshot(record.db):
            at = database.state_of(record.db)[0]
            proof = _Proving(record, progress).run()
        now = read_manifest(record.folder)
        if record.manifest == now and at == now.linked:
            return proof
        record = replace(record, manifest=now)
    raise Busy(f"a build changes {record.folder.root} while it is verified; verify it when that has ended")


@dataclass
class _Proving:
    """One verification, with what it found so far."""

    record: Record
    progress: Progress | None
    faults: set[Fault] = field(default_factory=set)
    articles: int = 0
    spans: int = 0

    def run(self) -> Proof:
        manifest, root = self.record.manifest, self.record.folder.root
        for done, (name, expected) in enumerate(sorted(manifest.shards.items()), start=1):
            for fault in shards.faults(root / name, expected):
                self._found(root / name, *fault)
            self._tell("hash", done, len(manifest.shards))
        for name in sorted(manifest.shards):
            if name.startswith("found/"):
                self._texts(root / name)
        for number, what in ledger.faults(self.record.folder.ledger):
            self._found(self.record.folder.ledger, "", f"line {number} {what}")
        with TemporaryDirectory() as own, closing(Shelves()) as shelves:
            with closing(database.open_for_writing(Path(own, "index"))) as db:
                self._index(self._catalogue(db), shelves)
            with self._index_asked():
                self._full_text(Path(own, "copy"))
        return Proof(self.articles, self.spans, tuple(sorted(self.faults)))

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self.progress:
            self.progress(stage, done, total)

    def _found(self, path: Path, at: str, what: str) -> None:
        where = path.relative_to(self.record.folder.root).as_posix()
        self.faults.add(Fault(f"{where}/{at}" if at else where, what))

    def _damaged(self, fault: Damaged) -> None:
        self._found(Path(fault.path), "", f"cannot be read: {fault.reason}")

    def _catalogue(self, db: sqlite3.Connection) -> Catalogue:
        """Work out what counts from the shards of the manifest alone: the index is to be judged, and a build may be under way."""
        manifest, catalogue = self.record.manifest, Catalogue(db, self.record.folder)
        root = self.record.folder.root
        bad = {name for name, expected in manifest.shards.items() if next(shards.faults(root / name, expected), None)}
        catalogue.catch_up(set(manifest.shards) - bad)
        catalogue.settle(told(manifest.readers))
        return catalogue

    def _texts(self, shard: Path) -> None:
        """Hold each text an input gave against its name, which is its hash."""
        try:
            rows = shards.rows(shard, "found", ("article", "text"))
        except Damaged as fault:
            self._damaged(fault)
            return
        for row in rows:
            if text_id(row["text"]) != row["article"]:
                self._found(shard, "found.parquet", f"article {row['article']}: its text is not the one of that SHA-256")

    def _index(self, catalogue: Catalogue, shelves: Shelves) -> None:
        """Hold every reading that counts, and every row of the index, against its article."""
        folder, db = self.record.folder, self.record.db
        with self._index_asked():
            for (what,) in _integrity(db):
                self._found(folder.index, "", what)
        try:
            found = linked.read(folder.linked / self.record.manifest.linked, shelves)
        except Damaged as fault:
            self._damaged(fault)
            found = Linked({}, {})
        total = self.record.manifest.counts["articles"]
        wanted: set[str] = set()
        live = Live(folder, catalogue, self._force())
        found = self._overlaid(found, live)
        for name, keys in catalogue.live_readings():
            wanted |= keys.keys() - live.force.removed
            try:
                self._shard(name, keys, found, live)
            except Damaged as fault:
                self._damaged(fault)
                continue
            self._tell("verify", self.articles, total)
        with self._index_asked():
            self._index_rest(wanted, found, live.force)
            self._skipped(catalogue)

    @contextmanager
    def _index_asked(self) -> Iterator[None]:
        """Take it for a fault of the index, not of verifying, where SQLite cannot read it."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise Full(
                    f"no room in {gettempdir()} for the copy of the index that is needed to prove its full text"
                ) from error
            self._found(self.record.folder.index, "", f"cannot be read: {error}")

    def _force(self) -> force.Force:
        """Give the verdicts that the index says it shows."""
        shown: list[str] = []
        with self._index_asked():
            shown = database.verdicts_shown(self.record.db)
        return force.read(self.record.folder.ledger).of(shown)

    def _overlaid(self, found: Linked, live: Live) -> Linked:
        """Lay the verdicts over what was linked, as the index should show it."""
        try:
            gone = {statement for _, statement in changed_since(live, self.record.manifest.verdicts)}
        except Damaged as fault:
            self._damaged(fault)
            gone = set()
        return overlaid(found, live.force, self.record.manifest.verdicts, gone)

    def _shard(self, name: str, keys: dict[str, str], found: Linked, live: Live) -> None:
        shard, here = self.record.folder.root / name, set(live.force.removed)
        self._ids(shard)
        for read in live.of_shard(name, keys, PARTS):
            here.add(read.article.id)
            self.articles += 1
            for what in self._read_faults(read):
                self._found(shard, "", f"article {read.article.id}: {what}")
            expected = tables_of(read, live.catalogue.sightings(read.article.id), found)
            with self._index_asked():
                for what in _row_faults(self.record.db, read.article.id, expected):
                    self._found(self.record.folder.index, "", f"article {read.article.id}: {what}")
        for missing in sorted(set(keys) - here):
            self._found(shard, "articles.parquet", f"article {missing} is missing")

    def _ids(self, shard: Path) -> None:
        """Hold each statement's id, as written, against its article and spans, which it names."""
        for batch in shards.stream(shard, "statements", ("id", "article", "source", "cue", "content")):
            self._ids_of(shard, batch.to_pylist())

    def _ids_of(self, shard: Path, rows: list[Row]) -> None:
        for row in rows:
            if make_id("s", row["article"], row["source"], row["cue"], row["content"]) != row["id"]:
                self._found(shard, "statements.parquet", f"{row['id']}: its spans are not the ones it was named by")

    def _read_faults(self, read: Read) -> Iterator[str]:
        article, text = read.article, read.article.text
        if text_id(text) != article.id:
            yield "its text is not the one of that SHA-256"
        for name, span in spans_of(read):
            self.spans += 1
            if not 0 <= span[0] < span[1] <= len(text):
                yield f"{name} {list(span)} does not stand in its text of {len(text)} characters"
        last = 0
        for block in read.blocks:
            if block.start < last:
                yield f"block [{block.start}, {block.end}] overlaps the one before"
            last = block.end
        for time in read.times:
            if text[time.start : time.end] != time.text:
                yield f"time [{time.start}, {time.end}] is not {time.text!r}"

    def _index_rest(self, wanted: set[str], found: Linked, in_force: force.Force) -> None:
        db, index = self.record.db, self.record.folder.index
        for (article,) in db.execute("SELECT id FROM articles ORDER BY id"):
            if article not in wanted:
                self._found(index, "", f"article {article} stands in no shard")
        for table in ("statements", "blocks", "times", "framing", "sightings"):
            for (article,) in db.execute(f"SELECT DISTINCT article FROM {table} WHERE article NOT IN (SELECT id FROM articles)"):
                self._found(index, "", f"{table}: article {article} stands in no shard")
        links = sorted((*found.links, *kept_links(db, found, in_force)), key=lambda link: link.id)
        linked_rows: dict[str, Iterator[Row]] = {
            "entities": (entity_row(found.entities[key]) for key in sorted(found.entities)),
            "claims": (claim_row(claim) for claim in sorted(found.claims, key=lambda claim: claim.id)),
            "links": (link_row(link) for link in links),
        }
        for table, rows in linked_rows.items():
            if not _same_rows(db, table, rows):
                self._found(index, "", f"{table} are not those of the shards")

    def _skipped(self, catalogue: Catalogue) -> None:
        """Hold what the index says was skipped, or could not be read, against what the shards say."""
        expected: dict[str, list[tuple[str, ...]]] = {
            "skipped": [(one.input, one.reason) for one in catalogue.skipped()],
            "errors": [*catalogue.failed()],
        }
        for table, rows in expected.items():
            if sorted(map(repr, self.record.db.execute(f"SELECT * FROM {table}"))) != sorted(map(repr, rows)):
                self._found(self.record.folder.index, "", f"{table} are not those of the shards")

    def _full_text(self, copy: Path) -> None:
        """Let SQLite hold the full text against the rows it was made of, in a copy, since it does so only where it may write."""
        with closing(sqlite3.connect(copy)) as db:
            self.record.db.backup(db)
            for table in ("articles_text", "statements_text"):
                try:
                    db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
                except sqlite3.DatabaseError as error:
                    self._found(self.record.folder.index, "", f"{table} does not find the words of the texts: {error}")


def spans_of(reading: Read | Reading) -> Iterator[tuple[str, Span]]:
    """Yield every span of a reading with what it is of."""
    article = reading.article
    if article.title_span:
        yield "title", article.title_span
    if article.published:
        yield from (("publication day", span) for span in article.published.spans)
    yield from (("framing", row.span) for row in reading.framing)
    for name in ("blocks", "mentions", "times"):
        yield from ((name, (row.start, row.end)) for row in getattr(reading, name))
    yield from (("role", span) for chain in reading.chains for span in _role_spans(chain))
    for statement in reading.statements:
        yield from ((statement.id, span) for span in _statement_spans(statement))


def _role_spans(chain: Chain) -> Iterator[Span]:
    yield from (role.span for role in chain.roles)


def _statement_spans(statement: Statement) -> Iterator[Span]:
    for spans in (statement.source, statement.cue, statement.content, statement.why_speaker):
        yield from spans
    for part in statement.parts:
        yield from part.spans
        yield from (span for frame in part.frames for span in frame.spans)
    if statement.said:
        yield from statement.said.spans


def _integrity(db: sqlite3.Connection) -> list[tuple[str]]:
    """Let SQLite check its own pages; full text is checked by its rows."""
    found: list[tuple[str]] = db.execute("PRAGMA integrity_check(10)").fetchall()
    return [] if found == [("ok",)] else found


def _same_rows(db: sqlite3.Connection, table: str, rows: Iterator[Row]) -> bool:
    """Say whether a table holds just these rows, which come by id; neither is held in memory."""
    db_rows = db.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in db_rows.description]
    wanted = (tuple(row[name] for name in names) for row in rows)
    return all(repr(have) == repr(want) for have, want in zip_longest(db_rows, wanted))


def _row_faults(db: sqlite3.Connection, article: str, expected: dict[str, list[Row]]) -> Iterator[str]:
    """Yield what of an article's rows in the index is not what its shard says."""
    for table, rows in expected.items():
        key = "id" if table == "articles" else "article"
        names = list(rows[0]) if rows else ["*"]
        columns = ", ".join(f'"{name}"' for name in names) if rows else "*"
        have = db.execute(f"SELECT {columns} FROM {table} WHERE {key} = ?", (article,)).fetchall()
        want = [tuple(row.values()) for row in rows]
        if sorted(map(repr, have)) != sorted(map(repr, want)):
            yield f"its {table} are not those of the shards"

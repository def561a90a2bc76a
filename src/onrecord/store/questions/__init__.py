"""Questions to the index: the SQL stands beside this module, one file a question."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from onrecord.records import NOT_SAID, Act, Article, Block, Entity, Kind, Manner, Role, Sighting, Skipped, Spans, Statement
from onrecord.store.codec import from_rows

SHOWN = tuple(act for act in Act if act not in NOT_SAID)
"""The acts that are shown where nobody asks for others."""

_WORD = re.compile(r"\w+")
_JSON = frozenset(
    "source cue content parts copies why_speaker title_span authors warnings names roles a_spans b_spans gates".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What statements are asked for; null or empty means any. Days are ISO, names and words as a person types them."""

    speaker: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    kind: Kind | None = None
    acts: Sequence[Act] = SHOWN
    manners: Sequence[Manner] = ()
    prefix: str | None = None
    office: str | None = None
    ids: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who speaks: ``kind`` is null for one who is only described; days are the first and last of the statements."""

    id: str | None
    name: str
    kind: str | None
    names: tuple[str, ...]
    offices: tuple[str, ...]
    statements: int
    articles: int
    first: str | None
    last: str | None


@lru_cache(maxsize=16)
def question(name: str) -> str:
    """Give the SQL of a question."""
    return files(__name__).joinpath(f"{name}.sql").read_text("utf-8")


@lru_cache(maxsize=16_384)
def fold(text: str | None) -> str:
    """Fold case and accents, so that "Irrime" finds "Irrimé"."""
    plain = unicodedata.normalize("NFKD", text or "")
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def statements(db: sqlite3.Connection, wanted: Wanted) -> Iterator[Statement]:
    """Yield the statements wanted, in order of day, the undated last."""
    values = values_of(db, wanted)
    for row in _rows(db, narrowed(values), values):
        yield statement_of(row)


def narrowed(values: Mapping[str, Any]) -> str:
    """Give the question ``said`` with those conditions alone that have a value: SQLite then takes an index where there is one."""
    opening, *blocks = re.split(r"\n-- (\w+)\n", question("said"))
    named = zip(blocks[::2], blocks[1::2], strict=True)
    return "\n".join([opening, *(block for name, block in named if name == "always" or values[name] is not None)])


def values_of(db: sqlite3.Connection, wanted: Wanted) -> dict[str, Any]:
    """Give the values that ``said.sql`` asks for, and the function it calls."""
    db.create_function("fold", 1, fold, deterministic=True)
    entities, names = _people(db, wanted.speaker) if wanted.speaker else (None, None)
    return {
        "prefix": _valid(wanted.prefix),
        "ids": _list(wanted.ids),
        "entities": _list(entities),
        "names": _list(names),
        "about": _match(wanted.about) if wanted.about else None,
        "meant": _list(_people(db, wanted.about)[0] if wanted.about else None),
        "since": wanted.since,
        "until": wanted.until,
        "outlet": fold(_valid(wanted.outlet)) if wanted.outlet else None,
        "kind": str(wanted.kind) if wanted.kind else None,
        "office": fold(_valid(wanted.office)) if wanted.office else None,
        "acts": _list(wanted.acts or None),
        "manners": _list(wanted.manners or None),
    }


def who(db: sqlite3.Connection, speaker: str | None = None, kind: Kind | None = None) -> list[Who]:
    """List who speaks, those who speak most first."""
    found = [_who(row) for row in _rows(db, question("who"), {"acts": _list(SHOWN)})]
    held = [one for one in found if kind is None or one.kind == kind]
    if speaker is not None:
        held = [one for one in held if one.id == speaker or any(_means(speaker, name) for name in (one.name, *one.names))]
    return sorted(held, key=lambda one: (-one.statements, fold(one.name), one.id or ""))


def undated(db: sqlite3.Connection, acts: Sequence[Act] = SHOWN) -> int:
    """Count the statements that no question about days can find."""
    (count,) = db.execute(question("undated"), {"acts": _list(acts)}).fetchone()
    return int(count)


def entities(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Entity]:
    """Give the entities of these ids."""
    query = "SELECT * FROM entities WHERE id IN (SELECT value FROM json_each(:ids))"
    rows = list(_rows(db, query, {"ids": _list(sorted(set(ids)))}))
    return {one.id: one for one in from_rows(Entity, rows)}


def articles(db: sqlite3.Connection, ids: Iterable[str] | None = None) -> dict[str, Article]:
    """Give the articles of these ids, or all of them in order of path, with their texts."""
    query = "SELECT * FROM articles WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids)) ORDER BY path, id"
    rows = _rows(db, query, {"ids": None if ids is None else _list(sorted(set(ids)))})
    return {one.id: one for one in from_rows(Article, (_with_when(row, "published") for row in rows))}


def blocks(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, tuple[Block, ...]]:
    """Give the blocks of these articles, in order."""
    query = (
        'SELECT article, start, "end", role, page_start, page_end FROM blocks'
        " WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, start"
    )
    held: dict[str, list[Block]] = {}
    for article, start, end, role, *page in db.execute(query, (_list(sorted(set(ids))),)):
        held.setdefault(article, []).append(Block(article, start, end, Role(role), *page))
    return {article: tuple(own) for article, own in held.items()}


def sightings(db: sqlite3.Connection) -> dict[str, tuple[Sighting, ...]]:
    """Give the places each article was met in."""
    held: dict[str, list[Sighting]] = {}
    for article, *place in db.execute("SELECT article, path, url, outlet, fetched FROM sightings ORDER BY 1, 2, 3, 4, 5"):
        held.setdefault(article, []).append(Sighting(*(part or "" for part in place)))
    return {article: tuple(own) for article, own in held.items()}


def skipped(db: sqlite3.Connection) -> tuple[Skipped, ...]:
    """Give what gave no article, and the articles that could not be read, with reasons."""
    query = "SELECT input, reason FROM skipped UNION SELECT input, 'could not be read: ' || reason FROM errors ORDER BY 1, 2"
    return tuple(Skipped(*row) for row in db.execute(query))


def plain(one: Who) -> dict[str, Any]:
    """Write a speaker as a row of plain values."""
    return {**asdict(one), "names": list(one.names), "offices": list(one.offices)}


def statement_of(row: dict[str, Any]) -> Statement:
    """Make a statement of its row in the index."""
    # the index keeps no frames: they have served when statements are linked
    parts = [{"frames": (), **part} for part in row["parts"] or ()]
    (statement,) = from_rows(Statement, [{**_with_when(row, "said"), "parts": parts}])
    return statement  # type: ignore[no-any-return]


def matching(query: str, names: Iterable[str]) -> list[str]:
    """Pick the names that a person may mean: each word typed begins a word of the name, case and accents aside."""
    return [name for name in names if _means(query, name)]


def begun(text: str, spans: Spans, query: str) -> Spans:
    """Give the words within spans that a word of what a person typed begins, case and accents aside."""
    typed = tuple(_words(query))
    found = (word for start, end in spans for word in _WORD.finditer(text, start, end))
    return tuple(word.span() for word in found if typed and fold(word.group()).startswith(typed))


def names_something(query: str) -> bool:
    """Say whether what a person typed holds a word; what holds none means nobody and nothing, not everybody."""
    return bool(_words(query))


def _means(query: str, name: str) -> bool:
    held, asked = _words(name), _words(query)
    return bool(asked) and all(any(word.startswith(typed) for word in held) for typed in asked)


def _valid(text: str | None) -> str | None:
    """Make of what a person typed what SQLite takes: bytes that are no characters, and NUL, become question marks."""
    return text and text.encode("utf-8", "replace").decode().replace("\0", "?")


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def _people(db: sqlite3.Connection, query: str) -> tuple[list[str], list[str]]:
    """Find the entities (ids) and the speakers' names that a person may mean."""
    if db.execute("SELECT 1 FROM entities WHERE id = ?", (_valid(query),)).fetchone():
        return [query], []
    typed = "".join(c if c.isalnum() else " " for c in _valid(query) or "")
    found = db.execute(
        "SELECT entity, name FROM _name WHERE n IN (SELECT rowid FROM _names WHERE _names MATCH ?)", (_match(typed),)
    ).fetchall()
    # the index may cut words otherwise; what a name means is said in one place
    meant = [(entity, name) for entity, name in found if _means(query, name)]
    return sorted({entity for entity, _ in meant if entity}), sorted({name for entity, name in meant if not entity})


def _match(typed: str) -> str:
    """Write words as an FTS5 query that wants all of them, as beginnings of words; nothing a person types is syntax."""
    quoted = ['"' + word.replace('"', '""') + '" *' for word in (_valid(typed) or "").split() if names_something(word)]
    return " AND ".join(quoted) or '""'


def _office(office: str, of: str) -> str:
    """Name an office with what it is of, unless its own words say so; "Foreign Minister, Ketorian" where that is no noun."""
    return office if not of or fold(of) in fold(office) else f"{office}, {of}"


def _who(row: dict[str, Any]) -> Who:
    roles = [_office(role["office"], role.get("of") or "") for role in row["roles"] or ()]
    seen = [office for office in json.loads(row["offices"]) if office]
    # one office, however it is capitalised, once
    offices = tuple({fold(office): office for office in reversed(roles or sorted(seen))}.values())[::-1]
    names = tuple(name for name in row["names"] or () if name != row["name"])
    return Who(row["id"], row["name"], row["kind"], names, offices, row["statements"], row["articles"], row["first"], row["last"])


def _rows(db: sqlite3.Connection, query: str, values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    cursor = db.execute(query, values)
    columns = [column[0] for column in cursor.description]
    for row in cursor:
        yield {name: _plain(name, value) for name, value in zip(columns, row, strict=True)}


def _plain(name: str, value: Any) -> Any:
    if name in _JSON:
        return None if value is None else json.loads(value)
    return value


def _with_when(row: dict[str, Any], name: str) -> dict[str, Any]:
    """Put the columns of a day back together."""
    earliest = row[f"{name}_earliest"]
    parts = {part: row[f"{name}_{part}"] for part in ("earliest", "latest", "grain", "basis")}
    when = None if earliest is None else {**parts, "spans": json.loads(row[f"{name}_spans"] or "[]")}
    return {**row, name: when}


def _list(values: Iterable[Any] | None) -> str | None:
    return None if values is None else json.dumps([str(value) for value in values], ensure_ascii=False)

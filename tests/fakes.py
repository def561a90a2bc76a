"""Stand-ins for models and builds in tests: real, tiny, quick."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord import api
from onrecord.backends.plain import PlainParser, PlainTagger
from onrecord.flow.build import build
from onrecord.flow.plan import Plan, Report
from onrecord.flow.reading import Backends

PEOPLE = ("Ada Ternin", "Boro Kesk", "Ciro Vantal", "Dena Orlu", "Emil Prast", "Fara Quinde")


@dataclass(frozen=True)
class Plain:
    """Models that need no model."""

    def load(self) -> Backends:
        return Backends(PlainParser(), PlainTagger())

    def names(self) -> dict[str, str]:
        return {
            "parser": PlainParser.name,
            "reader": PlainTagger.name,
            "code": "set, so that an edit during a test changes nothing",
        }


def text_of(number: int, words: int = 30) -> str:
    """Write a short article about invented people; every sixth shares its speaker with others."""
    who, other = PEOPLE[number % 6], PEOPLE[(number * 5 + 1) % 6]
    filler = " ".join(f"the bridge at mile {number * 7 + i} was closed and" for i in range(words // 10))
    return (
        f"Bridge {number} closed\n\n“The bridge will open on day {number},” said {who} on Monday.\n"
        f"It is said that {filler} nobody crossed it. “We were not told,” said {other}.\n"
    )


def write_articles(folder: Path, numbers: Iterable[int], text: Callable[[int], str] = text_of) -> Path:
    """Write one text file an article."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:04d}.txt").write_text(text(number), encoding="utf-8", newline="")
    return folder


def quick(paths: Path | list[Path], out: Path, models: object = None, **plan: object) -> Report:
    """Build with models that need no model, in batches of four articles."""
    given = paths if isinstance(paths, list) else [paths]
    return build(given, out, Plan(**{"models": models or Plain(), "batch": 4, **plan}))


def export(record: Path) -> dict[str, bytes]:
    """Give the bytes of a record's export, file by file."""
    out = record.with_name(record.name + ".export")
    with api.open(record) as opened:
        opened.export("jsonl", out)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def rows(record: Path, table: str) -> list[dict]:
    """Give one table of a record's export."""
    return [json.loads(line) for line in export(record)[f"{table}.jsonl"].decode().splitlines()]

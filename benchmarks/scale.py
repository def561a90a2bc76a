"""Scale: memory and time as the articles grow (bars: below 1 GB a process, flat; linking near-linear, below 30 % of reading).

    python -m benchmarks.scale [SMALL] [LARGE] [WORKERS]    builds of the first so many articles of the sample, by the rules
    python -m benchmarks.scale link RECORD                  links again what a record holds: a third, all, and all twice

Twice: each article again with its words, names and places spelled otherwise and its days twenty years later. The share of reading
is told of the rules' time for 20 articles in the same process, the faster of the two profiles.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from benchmarks.common import articles
from onrecord.flow.linking import link
from onrecord.flow.models import Installed
from onrecord.flow.reading import read
from onrecord.gather.fields import found_in
from onrecord.gather.inputs import Options
from onrecord.records import Article, Chain, Found, Frame, Part, Statement, Term, When
from onrecord.store import database
from onrecord.store.catalogue import Catalogue
from onrecord.store.layout import Folder
from onrecord.store.live import Live
from onrecord.store.readings import SHOWN, Read

BUILD = """
import resource, sys, time
from onrecord import api
start = time.monotonic()
report = api.build(sys.argv[1], sys.argv[2], workers=int(sys.argv[3]), profile="fast")
own, workers = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(f"{report.articles} articles, {report.statements} statements in {time.monotonic() - start:.0f} s; "
      f"peak memory {own} MB, of the largest worker {workers} MB", flush=True)
"""
SPELLED = str.maketrans("aeiouAEIOU", "eiouaEIOUA")
YEARS = 20
T = TypeVar("T", str, str | None)


def main(small: int = 300, large: int = 3000, workers: int = 1) -> None:
    """Build in a process of its own each time, so that each has its own peak; more workers than one for theirs."""
    for count in (small, large):
        with TemporaryDirectory() as folder:
            news = Path(folder, "news.jsonl")
            with news.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(article) + "\n" for article in articles(count))
            subprocess.run([sys.executable, "-c", BUILD, str(news), str(Path(folder, "record")), str(workers)], check=True)


def relink(record: str) -> None:
    """Link growing parts of a record, each in a process of its own."""
    for part in ("third", "all", "twice"):
        subprocess.run([sys.executable, "-m", "benchmarks.scale", "link", record, part], check=True)


def relink_part(record: str, part: str) -> None:
    """Link a part of a record and tell time and memory; the record is left as it is."""
    import resource

    with TemporaryDirectory() as folder, closing(database.open_for_writing(Path(folder, "index"))) as db:
        out = Folder(Path(folder))
        out.linked.mkdir(parents=True)
        live = Some(out, Catalogue(db, out), source=Path(record), part=part)
        start = time.process_time()
        link(live, "state")
        seconds = time.process_time() - start
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        each = f"{1000 * seconds / live.told[1]:.2f} ms a statement"
        print(
            f"{part}: {live.told[0]} articles, {live.told[1]} statements, {live.told[2]:,} words; {seconds:.0f} s, {each}; ",
            end="",
        )
        print(f"{seconds / (live.told[2] * reading()):.1%} of reading; peak memory {held} MB", flush=True)


def reading(count: int = 20) -> float:
    """Measure the processor time of reading a word by the rules."""
    backends = Installed(rules=True).load()
    found = [found_in(row, f"sample#{number}", Options()) for number, row in enumerate(articles(count))]
    texts = [one for one in found if isinstance(one, Found)]
    start = time.process_time()
    for one in texts:
        read(one, backends)
    return (time.process_time() - start) / sum(len(one.text.split()) for one in texts)


@dataclass(frozen=True, slots=True)
class Some(Live):
    """A part of the readings of another record, or all of them and their doubles; counts what it gave."""

    source: Path = Path()
    part: str = "all"
    told: list[int] = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        """Begin to count."""
        object.__setattr__(self, "told", [0, 0, 0])

    def readings(self, parts: Sequence[str] = SHOWN) -> Iterator[Read]:
        """Yield the readings, each once or twice."""
        for one in self._held(parts):
            for each in (one, double(one)) if self.part == "twice" else (one,):
                self.told[0] += 1
                self.told[1] += len(each.statements)
                self.told[2] += len(each.article.text.split())
                yield each

    def _held(self, parts: Sequence[str]) -> Iterator[Read]:
        from onrecord.store.readings import read_shard

        shards = sorted(path for path in self.source.glob("readings/*") if path.suffix != ".tmp")
        held = (one for shard in shards for one in read_shard(shard, parts))
        given: set[str] = set()
        for one in islice(held, 0, None, 3 if self.part == "third" else 1):
            if one.article.id not in given:  # an article read twice, by two readers, stands in two shards
                given.add(one.article.id)
                yield one


def double(one: Read) -> Read:
    """Make a reading of another world: nothing is called the same, nothing lies on the same day."""
    article = replace(
        one.article, id=f"{one.article.id}x", text=spelled(one.article.text), published=later(one.article.published)
    )
    statements = tuple(_statement(each, article) for each in one.statements)
    blocks = tuple(replace(block, article=article.id) for block in one.blocks)
    return Read(one.key, article, blocks, (), tuple(_chain(each, article) for each in one.chains), statements)


def _chain(chain: Chain, article: Article) -> Chain:
    roles = tuple(replace(role, of=spelled(role.of)) for role in chain.roles)
    names = tuple(spelled(name) for name in chain.names)
    return replace(chain, id=f"{chain.id}x", article=article.id, name=spelled(chain.name), names=names, roles=roles)


def _statement(said: Statement, article: Article) -> Statement:
    parts = tuple(_part(part) for part in said.parts)
    speaker, name = said.speaker and f"{said.speaker}x", spelled(said.speaker_name)
    return replace(said, article=article.id, speaker=speaker, speaker_name=name, said=later(said.said), parts=parts)


def _part(part: Part) -> Part:
    return replace(part, proposition=spelled(part.proposition), frames=tuple(_frame(frame) for frame in part.frames))


def _frame(frame: Frame) -> Frame:
    times = tuple(re.sub(r"\d{4}(?=-)", lambda year: str(int(year[0]) + YEARS), told) for told in frame.times)
    return replace(frame, terms=tuple(_term(term) for term in frame.terms), times=times)


def _term(term: Term) -> Term:
    named = term.kind in ("name", "land") and not term.word.startswith("@")
    return replace(term, word=spelled(term.word) if named else term.word, chain=term.chain and f"{term.chain}x")


def spelled(words: T) -> T:
    """Spell words otherwise, of the same length."""
    return words and words.translate(SPELLED)


def later(when: When | None) -> When | None:
    """Put a day off by years."""
    return when and replace(when, **{side: _later(getattr(when, side)) for side in ("earliest", "latest")})


def _later(day: str) -> Any:
    return f"{int(day[:4]) + YEARS:04}{day[4:]}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["link"]:
        relink(sys.argv[2]) if len(sys.argv) == 3 else relink_part(*sys.argv[2:])
    else:
        main(*map(int, sys.argv[1:]))

"""What programs and the command line call."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as _date
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.flow.engine import cores
from onrecord.flow.models import Installed, Models, readers_of
from onrecord.flow.plan import Plan, Progress, Report
from onrecord.gather.decode import decode, unstorable
from onrecord.gather.fields import COMMON, is_wanted
from onrecord.gather.inputs import Options, is_record
from onrecord.records import Act, Kind, Manner, Relation
from onrecord.show import answers, near, versions, wording
from onrecord.show import disputes as sides
from onrecord.show.disputes import Claimed, Dispute
from onrecord.show.passages import Piece
from onrecord.show.results import Results
from onrecord.show.rows import statement_row
from onrecord.show.said import Said, see
from onrecord.show.versions import Version
from onrecord.show.wording import Beyond
from onrecord.store import record, standing
from onrecord.store.asking import Answer, ask
from onrecord.store.pages import page_bytes
from onrecord.store.questions import SHOWN, Wanted, Who, names_something
from onrecord.store.questions import versions as asked_versions
from onrecord.store.questions.ties import DISPUTES
from onrecord.store.standing import Given

# what reads, links, judges and writes dossiers is loaded by whatever does it, so that asking a record begins at once
if TYPE_CHECKING:
    from onrecord.flow.judging import Judged
    from onrecord.store.comparing import Difference
    from onrecord.store.nearest import Nearest
    from onrecord.store.proof import Proof

__all__ = [
    "Given",
    "Judged",
    "Mistake",
    "Proof",
    "Record",
    "Report",
    "Results",
    "Said",
    "Saved",
    "Who",
    "build",
    "cores",
    "diff",
    "extract",
    "fetch",
    "open",
    "readers",
]


PROFILES = ("full", "fast")
"""How much is read with: the trained reader and the rules, or the rules alone, about twice as fast."""


class Mistake(ValueError):
    """What was asked cannot be done as it was put; the message is meant for the user."""


def build(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str] = "record",
    *,
    workers: int | None = None,
    engine: str | None = None,
    date: str | None = None,
    fields: Mapping[str, str] | None = None,
    profile: str = "full",
    progress: Progress | None = None,
    models: Models | None = None,
) -> Report:
    """Build a record from files and folders, or bring one up to date with them.

    ``profile`` is ``full``, the trained reader joined with the rules where it is installed, or ``fast``, the rules alone.
    ``date`` is the ISO day of publication of texts that carry none; ``fields`` says what fields of JSON records hold, as
    {field: name}. Works in this process unless told ``workers``; a script that wants several must build under ``if __name__
    == "__main__":``, as ever in Python. Raises RecordError, and Mistake for what was asked amiss, e.g. a path that is not
    there; their messages are meant for the user.
    """
    from onrecord.flow.build import build

    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    for path in given:
        _check_path(path, out)
    if engine is not None:
        _plug_in("engine", engine)
    for field, name in (fields or {}).items():
        if unstorable(field):
            raise Mistake(f"{field!r} can be no field's name: it {unstorable(field)}")
        if not is_wanted(name):
            raise Mistake(f"{name!r} is nothing that is read of a record's field; there are: {', '.join(COMMON)}")
    options = Options(tuple(sorted((fields or {}).items())), _day(date))
    return build(given, Path(out), Plan(models or installed(profile), options, workers or 1, engine, progress=progress))


def open(path: str | os.PathLike[str] = "record") -> Record:
    """Open a finished record to ask it; an index that is missing or damaged is made anew from the shards.

    Shards that were damaged then are left out, and named in a warning to the log ``onrecord``.
    """
    opened = record.open_record(Path(path))
    for fault in opened.damaged:
        logging.getLogger("onrecord").warning("damaged, left out: %s; build again over its files", fault)
    return Record(opened)


def extract(text: str | bytes, *, date: str | None = None, profile: str = "full", models: Models | None = None) -> Results[Said]:
    """Read one text and give its statements; no record is needed.

    ``date`` is its ISO day of publication where it states none, ``profile`` as in ``build``. Raises Mistake for bytes that are no
    text.
    """
    from onrecord.flow.one import read_one

    reading = read_one(_text(text), _day(date), (models or installed(profile)).load())
    found = [see(statement, reading.article, reading.blocks) for statement in reading.statements]
    return Results(found, lambda said: statement_row(said.statement))


def installed(profile: str = "full") -> Installed:
    """Give the models of a profile; raises Mistake for one there is not."""
    if profile not in PROFILES:
        raise Mistake(f"there is no profile {profile!r}; there are: {', '.join(PROFILES)}")
    return Installed(rules=profile == "fast")


def diff(old: str | os.PathLike[str], new: str | os.PathLike[str]) -> Iterator[Difference]:
    """Yield what came, went and changed from one record to another: articles, statements, entities, by id."""
    from onrecord.store.comparing import compare

    with open(old) as left, open(new) as right:
        yield from compare(left._store.db, right._store.db)


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an address: the file its page was saved in, or null with the reason why not."""

    url: str
    path: Path | None
    reason: str = ""


def fetch(urls: Iterable[str], out: str | os.PathLike[str]) -> Iterator[Saved]:
    """Fetch pages and save each with a sidecar that names its address and when, so that ``build`` reads them.

    Only public addresses are spoken to, robots.txt is heeded, and an answer is held to limits of size and time (see the verb).
    """
    # here and nowhere else: nothing but fetching loads code that reaches the network
    from onrecord.gather import saving, web

    fetcher = web.Fetcher()
    for url in urls:
        try:
            yield Saved(url, saving.save(fetcher.fetch(url), Path(out)))
        except web.Refused as refused:
            yield Saved(url, None, str(refused))


def readers() -> dict[str, str]:
    """Name all that a reading would depend on: version, a hash of the code, the parser and the reader of attributions."""
    return readers_of(Installed())


class Record:
    """A record as its last finished build left it."""

    def __init__(self, store: record.Record) -> None:
        """Ask the record through its index."""
        self._store = store

    @property
    def state(self) -> str:
        """Say in a line what the record holds and which version made it."""
        counts = ", ".join(f"{count} {name}" for name, count in self._store.manifest.counts.items())
        return f"{counts}; made by onrecord {self._store.manifest.onrecord}"

    def said(
        self,
        speaker: str | None = None,
        about: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        kind: Kind | str | None = None,
        act: Act | str | Sequence[Act | str] | None = None,
        manner: Manner | str | Sequence[Manner | str] | None = None,
        like: str | None = None,
    ) -> Results[Said]:
        """Answer who said what, in order of day, the undated last; with ``like``, a text, by how like it is in meaning.

        ``speaker`` and ``outlet`` match parts of names, case and accents aside; ``about`` the words of what was said, or whom it
        is about. ``since`` and ``until`` are ISO days, compared with when it was said, else published; what has neither is not
        found by them. Intend and perceive come only where ``act`` asks for them, and never with ``like``. Raises ValueError for
        what is no day, act, manner or kind, for a name or words without a letter or digit, and for ``like`` where no vectors are
        installed.
        """
        _check_words(speaker, about, outlet, like)
        wanted = Wanted(
            speaker=speaker,
            about=about,
            since=_day(since),
            until=_day(until),
            outlet=outlet,
            kind=Kind(kind) if kind else None,
            acts=tuple(Act(each) for each in _listed(act)) or SHOWN,
            manners=tuple(Manner(each) for each in _listed(manner)),
        )
        return (
            answers.said(self._store.db, wanted)
            if like is None
            else near.said_like(self._store.db, self._nearest(), like, wanted)
        )

    def _nearest(self) -> Nearest:
        """Encode what was said, once for each state of the record."""
        from onrecord.backends import vectors
        from onrecord.store.nearest import Nearest

        encoder = vectors.load()
        if encoder is None:
            raise Mistake(
                "to look for likeness the vectors of onrecord-reader-en are needed: pip install ./models/onrecord-reader-en"
            )
        return Nearest(self._store.db, encoder)

    def who(self, speaker: str | None = None, kind: Kind | str | None = None) -> Results[Who]:
        """Answer who speaks, those who speak most first."""
        _check_words(speaker)
        return answers.who(self._store.db, speaker, Kind(kind) if kind else None)

    def disputes(
        self,
        speaker: str | None = None,
        about: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        relation: Relation | str | Sequence[Relation | str] | None = None,
    ) -> Results[Dispute]:
        """Answer where accounts clash: two statements, how they stand to each other and why, the firmest first.

        A link is found when either side is; ``relation`` asks for others than denies, contradicts, concedes and shifts.
        """
        _check_words(speaker, about, outlet)
        wanted = Wanted(speaker=speaker, about=about, since=_day(since), until=_day(until), outlet=outlet)
        asked = tuple(Relation(each) for each in _listed(relation))
        return sides.disputes(self._store.db, wanted, asked or DISPUTES)

    def compare(self, left: str, right: str) -> Results[Dispute]:
        """Answer how the statements of two speakers stand to each other; names as a person types them."""
        _check_words(left, right)
        return sides.between(self._store.db, left, right)

    def claims(self, about: str | None = None) -> Results[Claimed]:
        """Answer what is stated more than once, and by whom; ``about`` are words of the proposition."""
        _check_words(about)
        return sides.claims(self._store.db, about)

    def statements(self, prefix: str) -> Results[Said]:
        """Give the statements, of whatever act, whose id begins so; the ``s-`` may be left out."""
        return answers.beginning(self._store.db, prefix)

    def versions(self, article: str) -> list[Version]:
        """Give what changed, in what was said, between the versions of the page an article was found at.

        ``article`` is its id or the beginning of it. Empty where the page was met in one version only. Raises Mistake where no
        article's id, or more than one's, begins so.
        """
        found = asked_versions.article(self._store.db, article)
        if len(found) != 1:
            raise Mistake(f"{len(found) or 'no'} articles' ids begin with {article!r}")
        return versions.of_article(self._store.db, found[0])

    def beyond(self, said: Said) -> list[Beyond]:
        """Give the words of the article's own that go beyond what is quoted in it, where this statement is one of the two."""
        return wording.beyond(self._store.db, said)

    def variants(self, said: Said) -> list[tuple[Said, list[Piece]]]:
        """Give the same utterance elsewhere, each cut into pieces, the words that this wording has not marked ``differs``."""
        copies = sides.by_id(self._store.db, said.statement.copies).values()
        return [(one, wording.differing(one.quote, said.quote)) for one in copies]

    def page(self, article: str) -> bytes | None:
        """Give the bytes of the page an article was drawn from, None for one that was drawn from no page."""
        held = self._store.db.execute("SELECT page FROM articles WHERE id = ?", (article,)).fetchone()
        return page_bytes(self._store.folder, self._store.manifest, held[0]) if held and held[0] else None

    def dossier(self, out: str | os.PathLike[str], about: str | None = None, title: str | None = None) -> Path:
        """Write what is on record on a topic or a name, or all of it, to read, print and hand on: as .html, .md or .docx.

        ``about`` is taken for a name where somebody who speaks is called so, else for words of what was said. Raises Mistake for
        another ending, for words that nothing is on record with, and for .docx without python-docx (``onrecord[docx]``).
        """
        from onrecord.show import dossier
        from onrecord.show.material import gather

        path = Path(out)
        if path.suffix.casefold() not in dossier.FORMS:
            raise Mistake(f"{path.name}: a dossier is written as {', '.join(dossier.FORMS)}")
        _check_words(about)
        manifest = self._store.manifest
        made = {
            "inputs (SHA-256)": manifest.inputs,
            "state of the record": manifest.linked,
            "made with onrecord": manifest.onrecord,
        }
        material = gather(self._store.db, about, title, manifest.readers.get("reader", ""), made)
        if about and not material.said:
            raise Mistake(f"nothing is on record with {about!r}, and nobody who speaks is called so")
        try:
            dossier.write(material, path)
        except ImportError as missing:
            raise Mistake("to write .docx, python-docx is needed: pip install 'onrecord[docx]'") from missing
        return path

    def sql(self, query: str, seconds: float = 30.0) -> Answer:
        """Answer one SELECT over the record's tables (docs/record.md)."""
        return ask(self._store.db, query, seconds)

    def judge(self, verb: str, target: str, *, by: str, why: str, **asked: Any) -> Judged:
        """Give a verdict (docs/verdicts.md); ``target`` is an id or the beginning of one, ``by`` who judges, ``why`` the reason.

        ``accept`` and ``reject`` are on a statement or link. ``correct`` takes ``speaker`` (a name, an entity's id, or ``-`` for
        nobody known) with ``kind`` for a name that is new, ``act``, ``negated`` and ``hedged`` (with ``part``, from 1, where
        there are several), and ``source``, ``cue`` and ``content``, each as spans or as words that stand in the article once;
        ``add``, on an article, takes the same. ``merge`` takes the ``others`` who are the target, by id or name, ``split`` the
        ``names`` or ``articles`` that are somebody else's. ``remove`` is on an article, ``undo`` on a verdict or what one is on.
        Raises Unfit, a RecordError, for what cannot be judged so; its message is meant for the user.
        """
        from onrecord.flow import judging

        return judging.judge(self._store.folder.root, verb, target, by, why, {"models": installed(), **asked})

    def verdicts(self, target: str | None = None) -> list[Given]:
        """List the verdicts in the order they were given, all or those on one statement, link, entity or article."""
        return standing.given(self._store.db, self._store.folder.ledger, target)

    def replay(self, ledger: str | os.PathLike[str]) -> list[Given]:
        """Give the verdicts of another record's ledger on this one; gives those that are new to it, each with how it stands.

        What has nothing to hold on to here is an orphan, kept and listed. Raises Unfit for what is no ledger.
        """
        from onrecord.flow import judging

        taken = judging.replay(self._store.folder.root, Path(ledger))
        return [each for each in self.verdicts() if each.verdict.id in taken]

    def settle(self, progress: Progress | None = None) -> bool:
        """Link the record again if verdicts were given since it was linked that change what is linked; says whether it was.

        Raises Busy where a build is at work, Unfinished where one was broken off.
        """
        from onrecord.flow import relinking

        tell: Progress = progress or (lambda _stage, _done, _total: None)
        changed = relinking.settle(self._store.folder, lambda stage, done: tell(stage, done, None))
        if changed:
            self._store.close()
            self._store = record.open_record(self._store.folder.root)
        return changed

    def export(self, form: str, out: str | os.PathLike[str]) -> dict[str, int]:
        """Write the record for others to read; gives the rows of each file. Forms are plug-ins under ``onrecord.exports``.

        Verdicts given since the record was linked are taken in first (``settle``).
        """
        write = _plug_in("export", form).load()
        self.settle()
        written: dict[str, int] = write(self._store, Path(out))
        return written

    def verify(self, progress: Progress | None = None) -> Proof:
        """Re-read every file and span of the record against its hashes and texts."""
        from onrecord.store import proof

        return proof.verify(self._store, progress)

    def close(self) -> None:
        """Let go of the record's files."""
        self._store.close()

    def __enter__(self) -> Record:
        """Use the record in a with-block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the record's files."""
        self.close()


def __getattr__(name: str) -> Any:
    """Give the types of this module's answers that are loaded late, as if they were imported above."""
    homes = {"Judged": "onrecord.flow.judging", "Proof": "onrecord.store.proof"}
    if name in homes:
        return getattr(import_module(homes[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _plug_in(kind: str, name: str) -> EntryPoint:
    known = {entry.name: entry for entry in entry_points(group=f"onrecord.{kind}s")}
    if name not in known:
        raise Mistake(f"no {kind} named {name!r}; there are: {', '.join(sorted(known))}")
    return known[name]


def _text(given: str | bytes) -> str:
    """Give the words of what was given; raises Mistake, saying why, where it is no text."""
    if isinstance(given, bytes):
        decoded = decode(given)
        if isinstance(decoded, str):
            raise Mistake(decoded)
        given = decoded.text
    fault = unstorable(given)
    if fault:
        raise Mistake(fault)
    return given


def _check_path(path: str | os.PathLike[str], out: str | os.PathLike[str]) -> None:
    """Refuse what is no input before anything is made, since what a record has met stays in it."""
    if not os.path.exists(path):
        raise Mistake(f"{os.fspath(path)}: no such file or folder")
    if os.path.isdir(path) and (is_record(path) or (os.path.isdir(out) and os.path.samefile(path, out))):
        raise Mistake(f"{os.fspath(path)}: a record, not a folder of articles; -o names the record to write")


def _check_words(*typed: str | None) -> None:
    for words in typed:
        if words is not None and not names_something(words):
            raise Mistake(f"nothing to look for in {words!r}: it holds no letter or digit")


def _listed(value: str | Sequence[str] | None) -> Sequence[str]:
    return () if value is None else (value,) if isinstance(value, str) else value


def _day(day: str | None) -> str | None:
    """Hold a day to ISO form with hyphens; raises Mistake, naming it, for another."""
    try:
        written = None if day is None else _date.fromisoformat(day).isoformat()
    except ValueError:
        written = None
    if written != day:
        raise Mistake(f"{day!r} is no day: write it as YYYY-MM-DD")
    return written

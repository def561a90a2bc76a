"""What a dossier is made of: the part of a record that is on a topic, or that a person is in."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord import __version__
from onrecord.records import NOT_SAID, Article, Entity, Kind, Sighting, Skipped
from onrecord.show.answers import seen
from onrecord.show.issues import Issue, issues
from onrecord.show.said import Said, by_day
from onrecord.store import questions
from onrecord.store.questions import Wanted

NAMED = (Kind.PERSON, Kind.GROUP, Kind.INSTITUTION, Kind.STATE)


@dataclass(frozen=True, slots=True)
class Material:
    """What a dossier is made of. ``said`` holds statements only, ``articles`` also those that could not be read.

    ``subject`` says what the part is of, empty for the whole record; ``made`` what the record was made with and from, which
    stands for its date: equal ones are equal builds.
    """

    title: str
    said: Sequence[Said]
    articles: Sequence[Article]
    entities: Mapping[str, Entity] = field(default_factory=dict)
    sightings: Mapping[str, Sequence[Sighting]] = field(default_factory=dict)
    skipped: Sequence[Skipped] = ()
    issues: Sequence[Issue] = ()
    subject: str = ""
    reader: str = ""
    made: Mapping[str, str] = field(default_factory=dict)
    version: str = __version__


def gather(db: sqlite3.Connection, about: str | None, title: str | None, reader: str, made: Mapping[str, str]) -> Material:
    """Gather what a dossier needs: on a name, what they said; on a topic, what was said with these words; else everything.

    What is meant is a name where somebody who speaks is called so by their whole name or its last word; else a topic. Issues that
    any of it belongs to come whole, so that the other side is heard.
    """
    who = called(db, about) if about else []
    if who:
        found = [each for one in who for each in seen(db, questions.statements(db, Wanted(speaker=one)))]
    else:
        found = seen(db, questions.statements(db, Wanted(about=about)))
    held = {each.id: each for each in found if each.statement.act not in NOT_SAID}
    concerned = [issue for issue in issues(db) if held.keys() & issue.statements.keys()]
    if about and not who:
        held |= {id_: each for issue in concerned for id_, each in issue.statements.items()}
    said = sorted(held.values(), key=by_day)
    shown = [*said, *(each for issue in concerned for each in issue.statements.values())]
    articles = questions.articles(db, None if about is None else {each.article.id for each in shown})
    entities = questions.entities(db, (each.statement.speaker for each in said if each.statement.speaker))
    name = entities[who[0]].name if len(who) == 1 and who[0] in entities else about
    return Material(
        title=title or (f"{name} on record" if who else f"On record: {about}" if about else "Who said what"),
        said=said,
        articles=tuple(articles.values()),
        entities=entities,
        sightings={id_: places for id_, places in questions.sightings(db).items() if id_ in articles},
        skipped=() if about else questions.skipped(db),
        issues=concerned,
        subject=f"by {name}" if who else f"with “{about}”" if about else "",
        reader=reader,
        made=made,
    )


def called(db: sqlite3.Connection, typed: str) -> list[str]:
    """Find those who speak (entity ids) whose whole name, or the end of it, is what was typed."""
    wanted = questions.fold(typed)
    found = [one for one in questions.who(db, typed) if one.id and one.kind in NAMED]
    return [one.id or "" for one in found if any(_ends(questions.fold(name), wanted) for name in (one.name, *one.names))]


def _ends(name: str, wanted: str) -> bool:
    return name == wanted or name.endswith(f" {wanted}")

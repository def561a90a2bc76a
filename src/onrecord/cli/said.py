"""`onrecord said`: statements, each in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.options import (
    DEFAULT_RECORD,
    About,
    Acts,
    Like,
    Manners,
    Outlet,
    OutputFormat,
    RecordDir,
    Since,
    Speaker,
    SpeakerKind,
    Until,
)

if TYPE_CHECKING:
    from onrecord.show.results import Results
    from onrecord.show.said import Said


def said(
    record: RecordDir = DEFAULT_RECORD,
    speaker: Speaker = None,
    about: About = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    kind: SpeakerKind = None,
    act: Acts = None,
    manner: Manners = None,
    like: Like = None,
    form: OutputFormat = None,
) -> None:
    """List who said what.

    Each statement with its speaker, the day it was said (in round brackets, published), outlet, and the words in their sentence.
    """
    from onrecord import api
    from onrecord.cli.output import talk, write_found
    from onrecord.cli.tables import said_table

    found = api.open(record).said(
        speaker=speaker,
        about=about,
        since=since,
        until=until,
        outlet=outlet,
        kind=kind,
        act=act or None,
        manner=manner or None,
        like=like,
    )
    write_found(found, said_table, COLUMNS, form)
    for note in [*found.notes, *_tally(found)]:
        talk(note)


COLUMNS = (
    "id", "speaker_name", "speaker_office", "act", "manner", "said", "published", "outlet", "title", "sentence", "quote", "url",
    "article", "source", "cue", "content", "speaker", "score", "by",
)  # fmt: skip


def _tally(found: Results[Said]) -> list[str]:
    return [f"{len(found)} statement{'' if len(found) == 1 else 's'}"] if len(found) else ["no statement matches"]

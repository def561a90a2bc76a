"""`onrecord who`: the people and bodies of a record."""

from __future__ import annotations

from onrecord.cli.options import DEFAULT_RECORD, OutputFormat, RecordDir, Speaker, SpeakerKind


def who(
    record: RecordDir = DEFAULT_RECORD,
    speaker: Speaker = None,
    kind: SpeakerKind = None,
    form: OutputFormat = None,
) -> None:
    """List who speaks.

    Names, offices as the articles give them, how many statements in how many articles, first and last day.
    """
    from onrecord import api
    from onrecord.cli.output import talk, write_found
    from onrecord.cli.tables import who_table

    found = api.open(record).who(speaker=speaker, kind=kind)
    write_found(found, who_table, COLUMNS, form)
    talk(f"{len(found)} found" if len(found) else "nobody matches")


COLUMNS = ("id", "name", "kind", "names", "offices", "statements", "articles", "first", "last")

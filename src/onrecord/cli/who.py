"""`onrecord who`: the people and bodies of a record."""

from __future__ import annotations

from onrecord.cli.options import DEFAULT_RECORD, Format, OutputFormat, RecordDir, Speaker, SpeakerKind


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
    from onrecord.cli.output import chosen, talk, write_rows
    from onrecord.cli.tables import who_table

    found = api.open(record).who(speaker=speaker, kind=kind)
    shape = chosen(form)
    if shape is Format.TABLE:
        who_table(found)
    else:
        write_rows(found.rows(), COLUMNS, shape)
    talk(f"{len(found)} found" if len(found) else "nobody matches")


COLUMNS = ("id", "name", "kind", "names", "offices", "statements", "articles", "first", "last")

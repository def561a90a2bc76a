"""`onrecord claims`: what is said more than once, and by whom."""

from __future__ import annotations

from onrecord.cli.options import DEFAULT_RECORD, About, Format, OutputFormat, RecordDir


def claims(record: RecordDir = DEFAULT_RECORD, about: About = None, form: OutputFormat = None) -> None:
    """List what is said more than once.

    A claim is one proposition with one polarity; every statement of it comes with it. Claims and counter-claims on one question
    share an issue and stand one after the other.
    """
    from onrecord import api
    from onrecord.cli.output import chosen, talk, write_rows
    from onrecord.cli.tables import claims_table

    found = api.open(record).claims(about)
    shape = chosen(form)
    if shape is Format.TABLE:
        claims_table(found)
    else:
        write_rows(found.rows(), COLUMNS, shape)
    talk(f"{len(found)} claim{'' if len(found) == 1 else 's'}" if len(found) else "no claim is stated more than once")


COLUMNS = ("id", "proposition", "issue", "statements")

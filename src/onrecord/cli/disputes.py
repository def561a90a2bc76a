"""`onrecord disputes`: statements that stand against each other, side by side."""

from __future__ import annotations

from onrecord.cli.options import DEFAULT_RECORD, About, Outlet, OutputFormat, RecordDir, Relations, Since, Speaker, Until


def disputes(
    record: RecordDir = DEFAULT_RECORD,
    speaker: Speaker = None,
    about: About = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    relation: Relations = None,
    form: OutputFormat = None,
) -> None:
    """List where accounts clash.

    Each denial, contradiction, concession and shift with both statements in their sentences, and why they are held to stand so.
    """
    from onrecord import api
    from onrecord.cli.output import talk, write_found
    from onrecord.cli.tables import disputes_table

    found = api.open(record).disputes(speaker, about, since=since, until=until, outlet=outlet, relation=relation or None)
    write_found(found, disputes_table, COLUMNS, form)
    talk(f"{len(found)} found" if len(found) else "nothing found that stands against another: silence is no agreement")


COLUMNS = ("id", "relation", "strength", "order", "why", "gates", "score", "by", "a", "b", "a_spans", "b_spans", "left", "right")

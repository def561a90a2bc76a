"""`onrecord show`: one statement, marked in its paragraph; or what changed between the versions of an article's page."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def show(
    name: Annotated[
        str, typer.Argument(help="A statement's or an article's id, or the beginning of it.", metavar="ID", show_default=False)
    ],
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Show one statement in its paragraph.

    With source, cue and content marked, how its speaker and its day are known, and where it stands; the same utterance in other
    words elsewhere; words of the article's own that go beyond the quotation.

    Of an article, what changed where its page was met again with another text.
    """
    from onrecord import api
    from onrecord.cli.exits import Stop
    from onrecord.cli.picking import pick, successor
    from onrecord.cli.tables import show_one, show_versions

    opened = api.open(record)
    if not name.startswith("s-") and not opened.statements(name):
        try:
            show_versions(opened.versions(name))
            return
        except api.Mistake:
            each = successor(opened, name)
        if each is None:
            raise Stop(f"no statement's and no single article's id begins with {name!r}; `onrecord said` lists statements")
    else:
        each = pick(opened, name)
    show_one(each, opened.beyond(each), opened.variants(each))

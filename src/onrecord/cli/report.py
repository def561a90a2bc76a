"""What a build tells the person who ran it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.output import console, has_colour, marked, talk
from onrecord.show.days import spoken
from onrecord.show.passages import one_line
from onrecord.show.striking import pick_striking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.api import Record, Report
    from onrecord.show.said import Said

LISTED = 20


def tell(report: Report, record: Path, hints: bool = True) -> None:
    """Tell what a build found, what it passed over and why, and what to type next."""
    talk(
        f"{record}: {_many(report.articles, 'article')} ({report.read} read now, {report.reused} before), "
        f"{_many(report.statements, 'statement')}, {_many(report.speakers, 'speaker')}; attributions read by {report.reader}"
    )
    for language, count in sorted(report.languages.items()):
        talk(f"not read, for its language cannot be read yet: {_many(count, 'article')} in {language}")
    for fault in report.damaged:
        talk(f"damaged, and made anew where it could be: {fault}")
    if report.undated:
        talk(f"no day of publication: {_many(report.undated, 'article')}; --date or a sidecar file supplies it")
    passed = report.skipped
    for each in passed[:LISTED]:
        talk(f"skipped {each.input}: {each.reason}")
    if len(passed) > LISTED:
        talk(f"and {len(passed) - LISTED} more, all of them in the record: onrecord sql 'SELECT * FROM skipped'{_where(record)}")
    if hints and report.statements:
        talk(f"next: onrecord said{_where(record)} --about WORDS, or onrecord who{_where(record)}")


def tell_quotations(said: Sequence[Said]) -> None:
    """Print a few quotations, each in its sentence with who, when and where."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for each in pick_striking(said):
        day = f"said {spoken(each.said)}" if each.said else f"published {spoken(each.published)}"
        head = f"{each.speaker}, {day}, {each.outlet or 'outlet not known'}: {each.act}"
        out.print()
        out.print(Text(one_line(head), "bold"))
        out.print(Padding(marked(each.marked_sentence(), has_colour(out)), (0, 0, 0, 2)))


def next_steps(record: Record, path: Path) -> None:
    """Say what to type next."""
    first = next(iter(record.who()), None)
    shown = next(iter(record.said()), None)
    talk("\nNext:")
    talk(f"  onrecord open{_where(path)}      the same in the browser, on this machine alone")
    if first and shown:
        talk(f"  onrecord said{_where(path)} --speaker {first.name.split()[-1]}")
        talk(f"  onrecord show {shown.id[:10]}{_where(path)}")
    talk("  onrecord build FOLDER      your own articles: texts, pages, tables, feeds, archives")


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _where(record: Path) -> str:
    return "" if record == Path("record") else f" -r {record}"

"""What the verbs print on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.cli.output import LEGEND, Column, console, has_colour, marked, plain_table, safe
from onrecord.show.citing import link, offsets_line
from onrecord.show.days import iso, spoken
from onrecord.show.offices import told_apart
from onrecord.show.passages import one_line, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.text import Text

    from onrecord.show.passages import Piece
    from onrecord.show.results import Results
    from onrecord.show.said import Said
    from onrecord.show.versions import Version
    from onrecord.show.wording import Beyond

WIDE = 96
"""From so many columns on statements stand in a table; below, one under the other."""
ID = 10

SAID = (
    Column("day", 21),
    Column("speaker", 22),
    Column("outlet or article", 18),
    Column("sentence", wide=True),
    Column("id", ID),
)
WHO = (
    Column("name", wide=True),
    Column("kind"),
    Column("said", number=True),
    Column("articles", number=True),
    Column("first"),
    Column("last"),
)
OFFICES = 2


def said_table(found: Results[Said]) -> None:
    """Print statements, the words attributed marked in their sentence."""
    out = console()
    if not len(found):
        return
    if out.width >= WIDE:
        out.print(plain_table(SAID, (_said_row(each, out) for each in found)))
    else:
        for each in found:
            _said_stacked(each, out)
    if not has_colour(out):
        out.print(LEGEND)


def _said_row(each: Said, out: Console) -> tuple[Any, ...]:
    from rich.text import Text

    who = Text(safe(one_line(each.speaker or "?")), style="bold" if each.speaker else "dim")
    if each.office and one_line(each.office).casefold() != one_line(each.speaker or "").casefold():
        who.append("\n" + safe(one_line(each.office)), "dim not bold")
    day = Text(day_cell(each))
    # where no outlet is known the title says which article it is
    where = Text(safe(one_line(each.outlet))) if each.outlet else Text(safe(one_line(each.title or "")), "dim")
    return day, who, where, marked(each.marked_sentence(), has_colour(out)), Text(each.id[:ID], "dim")


def _said_stacked(each: Said, out: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    head = " · ".join(
        part for part in (day_cell(each).replace("\n", " "), each.speaker or "?", each.outlet or each.title or "") if part
    )
    out.print(Text.assemble((safe(one_line(head)), "bold"), " ", (each.id[:ID], "dim")))
    out.print(Padding(marked(each.marked_sentence(), has_colour(out)), (0, 0, 1, 2)))


def day_cell(each: Said) -> str:
    """Give the day it was said, the day of publication in round brackets, or a dash where neither is known."""
    lines = [iso(each.said)] if each.said else []
    if each.published:
        lines.append(f"({iso(each.published)})")
    return "\n".join(lines) or "-"


def who_table(found: Results[Any]) -> None:
    """Print people and bodies with their offices and counts."""
    if not len(found):
        return
    from rich.text import Text

    rows = [
        (
            _name_cell(each),
            Text(each.kind or "described"),
            *(Text(str(count)) for count in (each.statements, each.articles)),
            *(Text(day or "-") for day in (each.first, each.last)),
        )
        for each in found
    ]
    console().print(plain_table(WHO, rows))


def _name_cell(each: Any) -> Text:
    from rich.text import Text

    held = told_apart(each.offices)
    more = len(held) - OFFICES
    offices = "; ".join(held[:OFFICES]) + (f" (and {more} more)" if more > 0 else "")
    return Text.assemble((safe(each.name), "bold"), ("\n" + safe(offices) if offices else "", "dim"))


def disputes_table(found: Results[Any]) -> None:
    """Print links, each with its two statements in their sentences and why it is held."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for each in found:
        link_ = each.link
        head = f"{link_.relation}, {link_.strength}" + ("" if link_.order == "known" else ", order unknown")
        out.print(Text.assemble((head, "bold"), " ", (each.id[:ID], "dim")))
        for side in (each.a, each.b):
            out.print(Padding(_side(side, out), (0, 0, 0, 2)))
        out.print(Padding(Text(f"{safe(one_line(link_.why))} ({link_.by}, score {link_.score:.3f})", "dim"), (0, 0, 1, 2)))
    if len(found) and not has_colour(out):
        out.print(LEGEND)


def claims_table(found: Results[Any]) -> None:
    """Print claims, each with the statements of it."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for each in found:
        out.print(Text.assemble((safe(one_line(each.proposition)), "bold"), " ", (each.id[:ID], "dim")))
        for side in each.statements:
            out.print(Padding(_side(side, out), (0, 0, 0, 2)))
        out.print()


def _side(each: Said, out: Console) -> Text:
    """Write one statement on a line or two: who, when, where, and the sentence."""
    from rich.text import Text

    where = each.outlet or each.title or ""
    head = " · ".join(part for part in (each.speaker or "?", day_cell(each).replace("\n", " "), where, each.id[:ID]) if part)
    return Text.assemble((safe(one_line(head)), "cyan"), "\n", marked(each.marked_sentence(), has_colour(out)))


def answer_table(answer: Any) -> None:
    """Print the answer to a question in SQL."""
    from rich.text import Text

    if answer.columns:
        rows = [tuple(Text(safe("" if cell is None else str(cell))) for cell in row) for row in answer.rows]
        console().print(plain_table([Column(name) for name in answer.columns], rows))


def show_one(each: Said, beyond: Sequence[Beyond] = (), variants: Sequence[tuple[Said, list[Piece]]] = ()) -> None:
    """Print one statement in its paragraph, with all that is known about it and how, and its other wordings."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    colour = has_colour(out)
    heading = [each.speaker or "speaker left open"] + ([f"({one_line(each.office)})"] if each.office else [])
    out.print(Text(safe(" ".join(heading)), "bold"))
    out.print(Padding(marked(each.marked_paragraph(), colour), (1, 0, 1, 2)))
    for label, value in _facts(each):
        out.print(Text.assemble((f"{label:<11}", "dim"), safe(value)), soft_wrap=True)
    for one in beyond:
        out.print(Text.assemble(("beyond     ", "dim"), safe(one.told)), soft_wrap=True)
    for said, wording in variants:
        words = "".join(f"[{piece.text}]" if piece.mark else piece.text for piece in wording)
        out.print(
            Text.assemble(("elsewhere  ", "dim"), safe(f"{said.outlet or 'outlet not known'}, {said.id}: {one_line(words)}"))
        )
    out.print(Text(LEGEND if not colour else "marked: words attributed, source, cue", "dim"))


def show_versions(found: Sequence[Version]) -> None:
    """Print what changed in what was said between the versions of a page."""
    if not found:
        plain("met in one version only")
    for version in found:
        order = "" if version.order == "known" else "; which came first is not known"
        plain(f"{version.url}: {version.before[:12]}… and then {version.after[:12]}…{order}")
        for change in version.changes:
            for mark, said in (("-", change.before), ("+", change.after)):
                if said:
                    plain(f"  {change.how:<9} {mark} {said.speaker or 'speaker left open'}: {one_line(said.quote)}  {said.id}")
        if not version.changes:
            plain("  nothing that was said differs")


def plain(line: str) -> None:
    """Print one line, as it is, to the results."""
    from rich.text import Text

    console().print(Text(safe(line)), soft_wrap=True)


def _facts(each: Said) -> list[tuple[str, str]]:
    """List what is known of a statement, each with a label."""
    statement, article = each.statement, each.article
    facts = [
        ("what", f"{each.act}, {each.manner}" + (f"; reported inside {statement.nested_in}" if statement.nested_in else "")),
        ("speaker", _why_speaker(each)),
        ("said", f"{spoken(each.said)} ({each.said.basis}{_quoted(each, each.said.spans)})" if each.said else "not told"),
        ("published", _published(each)),
        ("where", statement.venue or ""),
        ("to", statement.addressee or ""),
        ("article", one_line(article.title or "untitled")),
        ("outlet", article.outlet or "not known"),
        ("agency", article.agency or ""),
        ("page", link(each)),
        ("characters", offsets_line(each)),
        ("drawn from", _drawn_from(each)),
        ("found by", f"{statement.by}, score {statement.score:.3f}"),
        ("id", each.id),
    ]
    return [(label, value) for label, value in facts if value]


def _drawn_from(each: Said) -> str:
    if not each.article.page:
        return ""
    where = f", where the block stands at {each.page_span[0]}–{each.page_span[1]}" if each.page_span else ", not mapped"
    return f"the kept page {each.article.page[:12]}…{where}"


def _why_speaker(each: Said) -> str:
    if not each.source:
        return "no source in the text"
    name = each.speaker or "left open"
    steps = [one_line(words(each.article.text, (span,))) for span in each.statement.why_speaker]
    path = [step for i, step in enumerate(steps) if i == 0 or step != steps[i - 1]]
    return f"“{one_line(each.source)}”" + "".join(f" → “{step}”" for step in path if step != one_line(each.source)) + f" → {name}"


def _published(each: Said) -> str:
    day = each.published
    if day is None:
        return "not known: nothing in the article or beside it says so"
    return f"{spoken(day)} ({day.basis}{_quoted(each, day.spans)})"


def _quoted(each: Said, spans: tuple[tuple[int, int], ...]) -> str:
    return f": “{one_line(words(each.article.text, spans))}”" if spans else ""

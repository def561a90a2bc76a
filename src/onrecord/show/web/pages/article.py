"""One article: its text with layers, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onrecord.records import NOT_SAID, Block, Role
from onrecord.show import answers, versions
from onrecord.show.rows import said_row
from onrecord.show.said import Said
from onrecord.show.web.view import Asked, NotThere, View
from onrecord.store import questions
from onrecord.store.questions import whole

LAYERS = ("statements", "times")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what covers it: the classes of its layers and the innermost statement, if any."""

    text: str
    marks: tuple[str, ...]
    statement: str | None
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of the article, cut into pieces; the pieces together are exactly the block's text."""

    role: Role
    pieces: tuple[Piece, ...]
    start: int


def article(asked: Asked) -> View:
    """Show an article's whole text, what is no part of the report greyed but present."""
    db, id_ = asked.record.db, asked.parts["id"]
    held = questions.articles(db, [id_]).get(id_)
    if held is None:
        raise NotThere(f"no article with the id {id_} is in this record")
    said = answers.seen(db, whole.statements(db, id_))
    shown = [each for each in said if each.statement.act not in NOT_SAID or asked.filter("all")]
    times = whole.times(db, id_)
    covers = [(a, b, "time", "") for a, b in ((time.start, time.end) for time in times)]
    for each in shown:
        for name, spans in (("content", each.statement.content), ("cue", each.statement.cue), ("source", each.statement.source)):
            covers += [(start, end, name, each.id) for start, end in spans]
    blocks = questions.blocks(db, [id_]).get(id_, ())
    material = {
        "article": held,
        "said": shown,
        "kept": len(said) - len(shown),
        "times": times,
        "versions": versions.of_article(db, id_),
        "sightings": whole.sightings(db, id_),
        "blocks": [Shown(block.role, cut(held.text, block, covers), block.start) for block in blocks],
        "strip": strip(held.text, blocks, shown),
    }
    return View(held.title or "Untitled article", "article.html", material, (said_row(each) for each in shown))


def cut(text: str, block: Block, covers: list[tuple[int, int, str, str]]) -> tuple[Piece, ...]:
    """Cut a block at the edge of everything that covers it."""
    inside = [c for c in covers if c[0] < block.end and c[1] > block.start]
    edges = sorted({block.start, block.end, *(min(max(e, block.start), block.end) for c in inside for e in c[:2])})
    begun: set[str] = set()
    pieces = []
    for start, end in pairwise(edges):
        over = [c for c in inside if c[0] <= start and c[1] >= end]
        innermost = min((c for c in over if c[3]), key=lambda c: (c[1] - c[0], c[3]), default=None)
        starts = tuple(sorted({c[3] for c in over if c[3]} - begun))
        begun.update(starts)
        marks = tuple(sorted({c[2] for c in over}))
        pieces.append(Piece(text[start:end], marks, innermost[3] if innermost else None, starts))
    return tuple(pieces)


def strip(text: str, blocks: tuple[Block, ...], said: list[Said]) -> str:
    """Draw the article as one bar: where speech stands, and which parts are no part of the report."""
    long = max(1, len(text))

    def bar(start: int, end: int, name: str, y: int, height: int) -> str:
        x, width = round(1000 * start / long, 1), max(1.0, round(1000 * (end - start) / long, 1))
        return f'<rect class="{name}" x="{x}" y="{y}" width="{width}" height="{height}"/>'

    grounds = [bar(block.start, block.end, f"ground {block.role}", 0, 18) for block in blocks]
    speech = [bar(start, end, "speech", 3, 12) for each in said for start, end in each.statement.content]
    words = f"{len(said)} statements over {long} characters; the text below marks the same"
    return (
        f'<svg class="strip" viewBox="0 0 1000 18" preserveAspectRatio="none" role="img" aria-label="{words}">'
        f"{''.join(grounds)}{''.join(speech)}</svg>"
    )

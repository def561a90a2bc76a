"""How many sources there really are: from statements to articles to those that do not repeat each other."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.show.issues import Issue

WIDTH, ROW, LABEL = 520, 22, 40


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the funnel: how many, of what, and how wide its bar is."""

    number: int
    words: str
    width: int


def funnel(issue: Issue) -> list[Step]:
    """Count statements, articles, articles that repeat no other, outlets and speakers; a step that is zero is left out.

    Articles count once where one holds a copy of the other's statement: repetition is no confirmation.
    """
    said = list(issue.statements.values())
    outlets = {each.outlet for each in said if each.outlet}
    speakers = {each.statement.speaker or each.speaker for each in said if each.speaker}
    counted = [
        (len(said), "statement"),
        (issue.articles, "article"),
        (issue.independent, "article that repeats no other"),
        (len(outlets), "outlet by name"),
        (len(speakers), "speaker by name"),
    ]
    most = max(1, len(said))
    return [Step(number, _several(number, words), round(WIDTH * min(number, most) / most)) for number, words in counted if number]


def _several(number: int, words: str) -> str:
    if number == 1:
        return words
    first, _, rest = words.partition(" ")
    return f"{first}s {rest.replace('repeats', 'repeat')}".strip()

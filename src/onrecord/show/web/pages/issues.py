"""Issues: the questions on which accounts clash, who stands where on them, and one of them whole."""

from __future__ import annotations

from collections import Counter

from onrecord.show import answers
from onrecord.show.funnel import funnel
from onrecord.show.issues import Issue, issue_row, issues, picture, position_row
from onrecord.show.web.view import Asked, NotThere, View
from onrecord.store import questions
from onrecord.store.questions import Wanted

MOST = 25
ACROSS, DOWN = 8, 14


def held(asked: Asked) -> list[Issue]:
    """Give the record's issues, worked out once for each state of it."""
    return asked.once("issues", issues)


def one(asked: Asked, id_: str) -> Issue:
    """Give the issue of this id."""
    found = next((issue for issue in held(asked) if issue.id == id_), None)
    if found is None:
        raise NotThere(f"no issue with the id {id_} is in this record")
    return found


def issue_list(asked: Asked) -> View:
    """List the questions on which accounts clash, those with most disputes first, and who stands where on the first of them."""
    found = held(asked)
    typed = asked.filter("q")
    if typed:
        found = [one for one in found if questions.matching(typed, [_words(one)])]
    start = asked.number("from", 0, max(0, len(found) - 1))
    material = {
        "issues": found[start : start + MOST],
        "total": len(found),
        "start": start,
        "most": MOST,
        "matrix": matrix(found[start : start + ACROSS]),
    }
    return View("Issues", "issues.html", material, (issue_row(one) for one in found))


def issue(asked: Asked) -> View:
    """Show one question whole: both sides, who said what first and last, how many independent sources, the disputes and why."""
    found = one(asked, asked.parts["id"])
    copies = {id_ for each in found.statements.values() for id_ in each.statement.copies} - set(found.statements)
    material = {
        "issue": found,
        "holders": found.holders(),
        "picture": picture(found),
        "sides": [(number, found.side(number)) for number in (0, 1, None) if found.side(number)],
        "funnel": funnel(found),
        "copies": answers.seen(asked.record.db, questions.statements(asked.record.db, Wanted(acts=(), ids=sorted(copies)))),
    }
    return View(found.title, "issue.html", material, (position_row(one) for one in found.positions))


def matrix(found: list[Issue]) -> list[tuple[str, str | None, list[tuple[str, str]]]]:
    """Lay speakers against issues: name, entity, and for each issue its id and the stances; those in most issues first.

    Only speakers in two issues or more: a row with one cell tells nothing that the issue itself does not.
    """
    stances: dict[str, dict[str, str]] = {}
    entities: dict[str, str | None] = {}
    for one in found:
        for holder in one.holders():
            if holder.positions[0].said.speaker:
                stances.setdefault(holder.name, {})[one.id] = " and ".join(holder.stances)
                entities[holder.name] = holder.entity
    count = Counter({name: len(cells) for name, cells in stances.items()})
    names = sorted((name for name in stances if count[name] > 1), key=lambda name: (-count[name], name))[:DOWN]
    return [(name, entities[name], [(one.id, stances[name].get(one.id, "")) for one in found]) for name in names]


def _words(one: Issue) -> str:
    return " ".join([one.title, one.counter, *(holder.name for holder in one.holders())])

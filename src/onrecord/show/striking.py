"""A handful of quotations that show what a record holds."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import Act, Manner
from onrecord.show.passages import one_line
from onrecord.show.said import Said, by_day

TELLING = (Act.CONCEDE, Act.DENY, Act.ACCUSE, Act.THREATEN, Act.PROMISE, Act.WARN, Act.PREDICT, Act.URGE)
"""Acts worth a look first, the most telling first."""

SHORTEST, LONGEST = 30, 160


def pick_striking(said: Iterable[Said], most: int = 4) -> list[Said]:
    """Pick quotations by different people doing different things, in order of day; only quoted words by a known speaker.

    Nothing is judged but act, length and score: the pick says what there is, not what matters.
    """
    fit = sorted((each for each in said if _fits(each)), key=_rank)
    picked: list[Said] = []
    for strict in (True, False):
        for each in fit:
            new = all(each.speaker != other.speaker and not (strict and each.act == other.act) for other in picked)
            if len(picked) < most and new:
                picked.append(each)
    return sorted(picked, key=by_day)


def _fits(each: Said) -> bool:
    return (
        each.speaker is not None
        and each.day is not None
        and each.statement.manner is not Manner.INDIRECT
        and each.statement.nested_in is None
        and len(each.statement.content) > 0
        and not _in_title(each)
        and SHORTEST <= len(one_line(each.quote)) <= LONGEST
    )


def _in_title(each: Said) -> bool:
    title = each.article.title_span
    return title is not None and each.statement.content[0][0] < title[1] and each.statement.content[0][1] > title[0]


def _rank(each: Said) -> tuple[bool, int, float, str]:
    act = each.statement.act
    return each.manner != "direct", TELLING.index(act) if act in TELLING else len(TELLING), -each.statement.score, each.id

"""Time expressions of one article, resolved against the day it was published."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from onrecord.backends.protocols import Parse
from onrecord.read.times import clocks, dates, days, lengths, parts, periods, years
from onrecord.read.times.grammar import Expression, Meaning, Scene, make_grammar
from onrecord.read.times.joining import join
from onrecord.read.times.tense import Tenses, tense_by_words
from onrecord.read.times.tokens import tokenize
from onrecord.records import Article, Block, Time

RULES = dates.RULES + days.RULES + periods.RULES + years.RULES + parts.RULES + lengths.RULES + clocks.RULES


def find_times(
    article: Article, blocks: Sequence[Block], parse: Parse, entries: Sequence[tuple[int, str]] = ()
) -> tuple[Time, ...]:
    """List an article's time expressions in text order; both days are null where there is no day to count from.

    ``entries`` are those of a live blog: in one that tells its own day, as ISO, days are counted from that.
    """
    published = article.published
    anchor = date.fromisoformat(published.earliest) if published and published.earliest == published.latest else None
    tenses = Tenses(parse, article.text)
    begins = [at for at, _ in entries]
    found = []
    for block in blocks:
        entry = bisect_right(begins, block.start) - 1
        own = entries[entry][1] if entry >= 0 else ""
        day = date.fromisoformat(own) if own else anchor
        expressions = find_expressions(article.text, day, (block.start, block.end), tenses.at)
        found += [_time(article, expression) for expression in expressions]
    return tuple(found)


def find_expressions(
    text: str, anchor: date | None, span: tuple[int, int] | None = None, tense: Callable[[int, int], str] | None = None
) -> list[Expression]:
    """List the time expressions of a text, or of one stretch of it, resolved against a day.

    ``tense`` says of a stretch whether its verb looks back ("past"), ahead ("ahead") or cannot be told (""); without it a few
    words nearby decide.
    """
    start, end = span or (0, len(text))
    tokens = tokenize(text, start, end)
    scene = Scene(anchor, tense or (lambda first, last: tense_by_words(text, first, last)))
    return join(text, list(make_grammar(RULES).find(tokens, scene)), anchor)


def _time(article: Article, expression: Expression) -> Time:
    meaning = expression.meaning
    interval = meaning.interval
    return Time(
        article=article.id,
        start=expression.start,
        end=expression.end,
        text=article.text[expression.start : expression.end],
        earliest=interval.earliest.isoformat() if interval else None,
        latest=interval.latest.isoformat() if interval else None,
        grain=meaning.grain,
        basis=meaning.basis,
        value=None if interval is None and _open(meaning) else meaning.value,
    )


def _open(meaning: Meaning) -> bool:
    """Say whether a value names one day or month and leaves the year or week open, for want of a day to count from."""
    return meaning.basis != "set" and str(meaning.value).startswith("XXXX")

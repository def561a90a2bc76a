"""Laws that hold for any text whatever: of the cleaner, the pairing of quotation marks and the tagger of times."""

import re
from collections.abc import Callable

from onrecord.backends.plain import PlainParser
from onrecord.clean.blocks import mark
from onrecord.gather.credits import credits_of
from onrecord.gather.dating import publication
from onrecord.gather.oddities import oddities
from onrecord.read.rules.quotes import pair_paragraphs, pair_quotes
from onrecord.read.times import find_times
from onrecord.records import READ_ROLES, Article, Found, Sighting

WORDS = (
    *("“", "”", '"', "'", "’", "‘", "«", "»", "said", "Monday", "last", "May 3, 2021", "since 1979", "KELDON (Norpress) – "),
    *("\n", "\n\n", "By Ada Moor", "Read more:", "Share", "three-day", "a day after", "10:05", "the past two months", ". ", ", "),
    *("| ", "• ", "\r\n", "\u202e", "\u2028", "\x00", "é", "\U0001f600", "ABCNEWS21092023", "Q: ", "— ", "…", "(", ")", "[", "]"),
    "http://a.example/2021/05/03/",
)


def text_of(data: bytes) -> str:
    """Make a text of a fuzzer's bytes: some stand for words that mean something to a rule, the others for themselves."""
    return "".join(WORDS[byte - 0x80] if 0x80 <= byte < 0x80 + len(WORDS) else chr(byte & 0x7F) for byte in data)


def cleaner(text: str) -> None:
    """Mark, date and credit a text: blocks lie within it, in order, and do not overlap; spans of a day lie within it."""
    found = Found(text, Sighting("fuzz"))
    blocks = mark(found)
    last = 0
    for block in blocks:
        assert last <= block.start < block.end <= len(text)
        last = block.end
    day = publication(found, blocks)
    assert day is None or all(0 <= start < end <= len(text) for start, end in day.spans)
    credits_of(found, blocks)
    oddities(text)


def quotes(text: str) -> None:
    """Pair a text's quotation marks: quotations lie within it or its paragraph, in order, each around its words."""
    last = 0
    for quote in pair_quotes(text, 0, len(text)):
        assert last <= quote.start <= quote.inner[0] <= quote.inner[1] <= quote.end <= len(text)
        last = quote.end
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    for quote in pair_paragraphs(text, paragraphs):
        assert any(start <= quote.start < quote.end <= end for start, end in paragraphs)


def times(text: str) -> None:
    """Tag a text's time expressions: each is the words it names, and no interval ends before it begins."""
    found = Found(text, Sighting("fuzz"))
    body = tuple(block for block in mark(found) if block.role in READ_ROLES)
    article = Article(found.article, text)
    for time in find_times(article, body, PlainParser().parse(text, body)):
        assert text[time.start : time.end] == time.text
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest


LAWS: dict[str, Callable[[str], None]] = {"cleaner": cleaner, "quotes": quotes, "times": times}

"""A statement beside the article it stands in: what every list, citation and dossier shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Act, Article, Block, Span, Statement, When
from onrecord.show.passages import HIT, Piece, one_line, paragraph_of, pieces, sentence_of, words
from onrecord.store.questions import begun

DEEDS: Mapping[str, str] = {
    Act.SAY: "",
    Act.DENY: "denied",
    Act.ACCUSE: "accused",
    Act.PROMISE: "promised",
    Act.THREATEN: "threatened",
    Act.URGE: "urged",
    Act.ASK: "asked",
    Act.CONCEDE: "conceded",
    Act.PRAISE: "praised",
    Act.WARN: "warned",
    Act.ANNOUNCE: "announced",
    Act.PREDICT: "predicted",
    Act.DOUBT: "doubted",
    Act.BELIEVE: "believed",
    Act.INTEND: "intended",
    Act.PERCEIVE: "perceived",
}
"""What somebody did by saying it, to set before words that stand without their cue; nothing before what was plainly said."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in its article, ready to be shown; every string but ``day`` and ``outlet`` is the article's own.

    ``sentence`` is the whole sentences it stands in, ``quote`` the words attributed; pieces apart are joined by " … ".
    """

    statement: Statement
    article: Article
    sentence_span: Span
    paragraph_span: Span
    page_span: Span | None = None
    """Where its block stands in the text of the page the article was drawn from."""

    @property
    def id(self) -> str:
        """Name the statement."""
        return self.statement.id

    @property
    def speaker(self) -> str | None:
        """Give the speaker's fullest name, or null where nobody is named or it stays open."""
        return self.statement.speaker_name

    @property
    def office(self) -> str | None:
        """Give the speaker's office or role as the article gives it."""
        return self.statement.speaker_office

    @property
    def act(self) -> str:
        """Say what was done by saying it: say, deny, accuse, ..."""
        return str(self.statement.act)

    @property
    def deed(self) -> str:
        """Say in the past tense what was done by saying it, empty for plain saying: "denied"."""
        return DEEDS[self.statement.act]

    @property
    def told(self) -> str:
        """Give the words attributed on one line, with what was done by saying them: a denial's words alone assert them."""
        return ": ".join(filter(None, [self.deed, one_line(self.quote)]))

    @property
    def manner(self) -> str:
        """Say whether the words are quoted: direct, mixed or indirect."""
        return str(self.statement.manner)

    @property
    def quote(self) -> str:
        """Give the words attributed, exactly as the article has them, quotation marks included."""
        return words(self.article.text, self.statement.content)

    @property
    def source(self) -> str:
        """Give the words that name the speaker, empty where there are none."""
        return words(self.article.text, self.statement.source)

    @property
    def cue(self) -> str:
        """Give the words that say that something was said, empty where there are none."""
        return words(self.article.text, self.statement.cue)

    @property
    def sentence(self) -> str:
        """Give the sentences the statement stands in, exactly as the article has them."""
        return self.article.text[slice(*self.sentence_span)]

    @property
    def paragraph(self) -> str:
        """Give the paragraphs the statement stands in, exactly as the article has them."""
        return self.article.text[slice(*self.paragraph_span)]

    @property
    def said(self) -> When | None:
        """Say when it was said, as far as the article tells."""
        return self.statement.said

    @property
    def published(self) -> When | None:
        """Say when the article was published, with its evidence."""
        return self.article.published

    @property
    def outlet(self) -> str | None:
        """Name the outlet."""
        return self.article.outlet

    @property
    def title(self) -> str | None:
        """Give the article's title."""
        return self.article.title

    @property
    def url(self) -> str | None:
        """Give the article's address."""
        return self.article.url

    @property
    def day(self) -> When | None:
        """Give the day to sort by: when it was said, else when it was published."""
        return self.statement.said or self.article.published

    def marked_sentence(self, typed: str = "") -> list[Piece]:
        """Cut the sentence into pieces marked source, cue, content or nothing; together they are the sentence.

        The words of the content that somebody looked for, as typed, are marked ``hit``.
        """
        held = begun(self.article.text, self.statement.content, typed) if typed else ()
        return pieces(self.article.text, self.sentence_span, self.statement, (HIT, held))

    def marked_paragraph(self) -> list[Piece]:
        """Cut the paragraph into pieces marked source, cue, content or nothing; together they are the paragraph."""
        return pieces(self.article.text, self.paragraph_span, self.statement)


def see(statement: Statement, article: Article, blocks: Sequence[Block]) -> Said:
    """Set a statement beside its article; ``blocks`` are the article's, in order."""
    paragraph = paragraph_of(article.text, blocks, statement)
    first = next((block for block in blocks if block.start <= paragraph[0] < block.end), None)
    there = (first.page_start, first.page_end) if first and first.page_start is not None and first.page_end is not None else None
    return Said(statement, article, sentence_of(article.text, blocks, statement), paragraph, there)


def by_day(said: Said) -> tuple[bool, str, str, str, str, int]:
    """Order statements by day, the undated last, then by article and place in it."""
    day, content = said.day, said.statement.content or said.statement.cue
    earliest, latest = (day.earliest, day.latest) if day else ("", "")
    return day is None, earliest, latest, said.outlet or "", said.article.id, content[0][0] if content else 0

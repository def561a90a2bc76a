"""Articles and statements of our own making, about invented people."""

from onrecord.records import Act, Article, Block, Manner, Role, Statement, When, text_id
from onrecord.show.said import see

TEXT = (
    "“The bridge at Olm is open – it was never shut,” Ada Ternin said on Friday.\n"
    "Ada Ternin said that the bridge was open.\n"
    "“The bridge at Olm is open, and that is all I have to say about it, today & tomorrow,” said Boro Kesk."
)
DAY = When("2024-11-15", "2024-11-15", "day", "metadata:date")


def article(text=TEXT, **known):
    facts = {
        "title": "Bridge open",
        "outlet": "The Olm Courier",
        "published": DAY,
        "url": "https://courier.example/a",
        "language": "en",
    } | known
    return Article(text_id(text), text, **facts)


def said(content, source=None, cue=None, *, text=TEXT, about=None, **known):
    """Make a statement whose content, source and cue are these words of the text."""
    home = about or article(text)

    def spans(words):
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    facts = {"manner": Manner.DIRECT, "act": Act.SAY, "by": "hand/1", "score": 1.0} | known
    statement = Statement(home.id, spans(source), spans(cue), spans(content), **facts)
    return see(statement, home, (Block(home.id, 0, len(text), Role.BODY),))

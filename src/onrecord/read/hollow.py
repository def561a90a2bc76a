"""A content from which nobody can tell what was said: a piece of another clause, a title, a word that points elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.page import Page, tokens_of, words_in
from onrecord.records import Manner, Statement

_LONGEST_TITLE = 7
"""Words of the name of a book, a film or a report."""
_SMALL = 3
"""Letters up to which a word of a title is written small."""
_LONE = 2
"""Words in quotation marks up to which whoever "talks of" them says nothing of them."""


def is_hollow(page: Page, statement: Statement, cue: Sequence[int], main: int | None) -> bool:
    """Tell whether a content is no words of its speaker's, whatever the cue."""
    parse, content = page.parse, words_in(page.parse, statement.content)
    if not content or not cue:
        return False
    if _is_before_sentence(page, cue, content) or _is_adjective(parse, cue, content):
        return True
    if statement.manner == Manner.DIRECT:
        return main is not None and (_is_title(page, statement, main) or _is_lone(parse, main, content))
    told = " ".join(parse.text[token].lower() for token in content)
    source = tokens_of(parse, statement.source)
    if statement.manner == Manner.INDIRECT and (told in _list("empty") or parse.text[content[0]].lower() == "or"):
        return True  # "has promised to do", "what Kesk says [or does is irrelevant]"
    if bool(source) and source[0] - 1 in content and parse.text[source[0] - 1].lower() in _list("whichever"):
        return True  # "[nothing] Kesk said [was new]"
    return main is not None and _is_said_before(parse, main, source, content)


def _is_before_sentence(page: Page, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether "According to" begins a sentence behind all of the content: the sentence before it is another's."""
    parse = page.parse
    opens = parse.text[cue[0]] == "According" and cue[0] in {first for first, _ in parse.sentences}
    return opens and content[-1] < cue[0] and parse.sentence_of[content[-1]] < parse.sentence_of[cue[0]]


def _is_adjective(parse: Parse, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether a cue is a word of a thing's name: "the town's <stated> [reasons to sell it]"."""
    alone = len(cue) == 1 and cue[0] > 0 and parse.dep[cue[0]] == "amod" and content[0] == cue[0] + 1
    return alone and parse.tag[cue[0] - 1] in ("DT", "POS", "PRP$")


def _is_title(page: Page, statement: Statement, main: int) -> bool:
    """Tell whether what was released or published is only named: "is releasing “Dry Years”"."""
    if page.parse.lemma[main].lower() not in _list("releasing"):
        return False
    told = " ".join(page.article.text[start:end] for start, end in statement.content).strip("“”\".,'’").split()
    large = all(word[0].isupper() or len(word) <= _SMALL for word in told)
    return large and len(told) <= _LONGEST_TITLE


def _is_lone(parse: Parse, main: int, content: Sequence[int]) -> bool:
    """Tell whether somebody only uses a word: "talks frequently of “outcomes”"."""
    of = any(parse.text[kid].lower() in ("of", "about") for kid in parse.children[main])
    return of and parse.lemma[main].lower() in ("talk", "speak") and len(content) <= _LONE


def _is_said_before(parse: Parse, main: int, source: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether "that" is what was said, and a content the clause behind it: "as he said that, [the dam broke]"."""
    that = main + 1
    if that + 1 >= len(parse) or content[-1] <= that + 1 or parse.text[that + 1] != ",":
        return False
    aside = bool(source) and parse.text[source[0] - 1].lower() in ("as", "while")  # the parser takes that "that" for a clause's
    return parse.text[that].lower() in ("that", "this") and (aside or parse.dep[that] == "dobj")


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(words("acts")["hollow"][key])

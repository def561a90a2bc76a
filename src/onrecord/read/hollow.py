"""A content from which nobody can tell what was said: a piece of another clause, a title, a word that points elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.page import Page, tokens_of, words_in
from onrecord.records import Manner, Statement

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_IS = ("is", "was", "'s", "’s")
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
    if statement.manner != Manner.DIRECT and (
        _is_subject_alone(parse, statement, cue, content) or _is_cleft(parse, main, content)
    ):
        return True
    if main is not None and _is_listing(parse, main):
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


def _is_subject_alone(parse: Parse, statement: Statement, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether a content ends before its own verb: "claimed [the mayor and the firm], old friends, are close"."""
    named = frozenset((*cue, *tokens_of(parse, statement.source)))
    if len(statement.content) > 1:
        return False
    if any(_is_broken_off(parse, verb, content) for verb in cue):
        return True
    for token in content:
        verb, (low, high) = parse.head[token], parse.reach[token]
        helpers = (verb, *(kid for kid in parse.children[verb] if parse.dep[kid] in ("aux", "auxpass")))
        if parse.dep[token] not in ("nsubj", "nsubjpass") or verb <= content[-1] or verb in named:
            continue
        whole = low <= content[0] and high > content[-1] and parse.sentence_of[verb] == parse.sentence_of[token]
        if whole and any(parse.tag[helper] in _FINITE and helper > content[-1] for helper in helpers):
            return True
    return False


def _is_broken_off(parse: Parse, main: int, content: Sequence[int]) -> bool:
    """Tell whether the parser takes a subject for a thing that was claimed, and its verb for the speaker's next."""
    things = [kid for kid in parse.children[main] if parse.dep[kid] == "dobj" and kid in content]
    if parse.lemma[main].lower() not in _list("clausal") or not things or parse.text[min(content[-1] + 1, len(parse) - 1)] != ",":
        return False
    for verb in parse.children[main]:
        helpers = (verb, *(kid for kid in parse.children[verb] if parse.dep[kid] in ("aux", "auxpass")))
        finite = any(parse.tag[helper] in _FINITE and parse.text[helper - 1] == "," for helper in helpers)
        own = any(parse.dep[kid] in ("nsubj", "nsubjpass") for kid in parse.children[verb])
        joined = any(parse.dep[kid] == "cc" and content[-1] < kid < verb for kid in parse.children[main])
        if verb > content[-1] and parse.dep[verb] in ("conj", "ccomp") and finite and not own and not joined:
            return True
    return False


def _is_cleft(parse: Parse, main: int | None, content: Sequence[int]) -> bool:
    """Tell whether a content is what "it is" says of the thing that was said: "it is all else she said [that will count]"."""
    if main is None or parse.dep[main] != "relcl" or content[0] < main or parse.text[content[0]].lower() != "that":
        return False
    thing = parse.head[main]
    verb = parse.head[thing]
    it = any(parse.text[kid].lower() == "it" and kid < verb for kid in parse.children[verb])
    follows = next((parse.tag[token] for token in content[1:2]), "")
    return it and parse.dep[thing] in ("attr", "dobj") and parse.text[verb].lower() in _IS and follows in _FINITE


def _is_listing(parse: Parse, verb: int) -> bool:
    """Tell whether somebody is put on a list, whatever words that list quotes: "added the town to a list for “…”"."""
    things = [kid for kid in parse.children[verb] if parse.dep[kid] == "dobj" and kid > verb]
    behind = [kid for head in (verb, *things) for kid in parse.children[head] if parse.text[kid].lower() == "to" and kid > verb]
    lists = [end for kid in behind for end in parse.children[kid] if parse.dep[end] == "pobj"]
    listed = any(
        parse.lemma[end].lower() in ("list", "blacklist", "watchlist", "roster", "register", "registry") for end in lists
    )
    return bool(things) and listed and parse.lemma[verb].lower() == "add"


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

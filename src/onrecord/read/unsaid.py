"""What looks like a statement and is none: asked about, only to come, wished, supposed, said by nobody.

``unsaid`` gives the act under which such an attribution is kept, ``intend`` for what did not happen or may yet, ``perceive`` for
what is no utterance, or None where nothing speaks against a statement. Quoted words were said, whatever stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.hollow import is_hollow
from onrecord.read.minds import is_ascribed, is_told_of_mind
from onrecord.read.page import Page, tokens_of, words_in
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.supposed import (
    is_half,
    is_never,
    is_nobody,
    is_open,
    is_owed,
    is_put_to_you,
    is_sought,
    is_supposed,
    is_unrealized,
)
from onrecord.read.telling import is_concluded, is_object, is_turn
from onrecord.records import Act, Manner, Statement

_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_DOUBTED = {Manner.INDIRECT: 0.6, Manner.MIXED: 0.55, Manner.DIRECT: 0.45}
"""Finds of a trained reader below these scores are right about as often as not: kept, not shown."""
_NAMELESS = 0.6
"""The same where it finds no source, whatever the manner."""
_SMALL = 3
"""Letters up to which a word is written small in headlines as well."""
_DOUBTED_RULE = 0.5
"""The same for rules: finds which the trained reader denies, and names of speech; of 18 judged 3 were right."""


def verbs_of(parse: Parse, cue: Sequence[int]) -> list[int]:
    """List the verbs of a cue, those that help another only where there is no other."""
    verbs = [token for token in cue if parse.pos[token] == "VERB" or parse.tag[token].startswith("VB")]
    return [token for token in verbs if parse.dep[token] not in ("aux", "auxpass")] or verbs


def main_verb(parse: Parse, cue: Sequence[int]) -> int | None:
    """Find the last verb of a cue."""
    return next(reversed(verbs_of(parse, cue)), None)


def unsaid(page: Page, statement: Statement, cue: Sequence[int]) -> Act | None:
    """Say under which act an attribution is kept that is no statement."""
    parse, main = page.parse, main_verb(page.parse, cue)
    if _is_doubted(statement) and not _plainly_denies(parse, statement, main):
        return Act.PERCEIVE
    if len(cue) == 1 and _is_in_name(parse, cue[0]):
        return Act.PERCEIVE
    if main is not None and parse.lemma[main].lower() in _list("titling"):
        return Act.PERCEIVE
    if is_owed(parse, cue) or (main is not None and is_never(parse, cue, main)):
        return Act.INTEND
    source = tokens_of(parse, statement.source)
    if is_sought(parse, cue) or (main is not None and is_put_to_you(parse, main, source)):
        return Act.INTEND
    if statement.manner != Manner.DIRECT and is_open(parse, cue, source):
        return Act.INTEND
    if is_hollow(page, statement, cue, main) or _is_charged(parse, statement, main) or _is_on_show(page, cue, statement):
        return Act.PERCEIVE
    if _is_naming(parse, statement, main):
        return Act.PERCEIVE
    if statement.manner == Manner.MIXED and main is not None and is_unrealized(parse, main):
        return Act.INTEND
    if statement.manner != Manner.DIRECT and main is not None and _is_nobodys(parse, statement, cue, main):
        return Act.PERCEIVE
    if statement.manner != Manner.INDIRECT:
        return None
    content = words_in(parse, statement.content)
    if main is not None and is_supposed(parse, cue, main, source):
        return Act.INTEND
    if not source and main is not None and is_half(parse, statement, main, content):
        return Act.PERCEIVE
    if _is_this_paper(parse, source):
        return Act.PERCEIVE
    if is_nobody(parse, source) or (not source and main is not None and parse.lemma[main].lower() in _list("expecting")):
        return Act.INTEND
    if main is not None and any(
        (
            _is_deed(parse, main, content),
            _is_proved(parse, main, content),
            _is_shown(parse, main, source),
            _is_vote(parse, main, source, content),
            _is_found_so(parse, main, content),
            _is_doing(parse, source),
            _is_common(parse, main, source),
            is_told_of_mind(parse, cue, main, source, content),
            is_ascribed(parse, main, source),
            _is_own_voice(parse, main, source),
        )
    ):
        return Act.PERCEIVE
    if _is_answering(parse, cue, main) or _tells_nothing(parse, cue) or _is_relative(parse, cue, content):
        return Act.PERCEIVE
    return None


def _plainly_denies(parse: Parse, statement: Statement, main: int | None) -> bool:
    """Say whether somebody flatly denies, which holds however unsure a reader is; a judge or a rule that denies refuses."""
    if main is None or parse.lemma[main].lower() not in _list("denying"):
        return False
    source = {parse.lemma[token].lower() for token in tokens_of(parse, statement.source)}
    helpers = [main, *parse.children[main]]
    barred = any(parse.tag[token] == "MD" or parse.dep[token] in ("neg", "auxpass") for token in helpers)
    finite = any(parse.tag[token] in ("VBD", "VBZ", "VBP") for token in helpers if parse.tag[token].startswith("VB"))
    return bool(source) and not source & frozenset(_list("refusing")) and finite and not barred


def _is_doubted(statement: Statement) -> bool:
    ruled = statement.by.startswith("rules/") and bool(statement.source)
    if statement.by.endswith(":turn"):
        return False  # annotators of news leave the turns of a transcript out, whose score is low for that alone
    least = _DOUBTED_RULE if ruled else _DOUBTED[statement.manner] if statement.source else _NAMELESS
    return 0 < statement.score < least


def is_bare_name(parse: Parse, statement: Statement) -> bool:
    """Tell whether a content is nothing but a name or pronoun: whom somebody chided, not what was said."""
    content = words_in(parse, statement.content)
    named = all(parse.pos[token] in ("PROPN", "PRON", "DET") for token in content)
    return statement.manner == Manner.INDIRECT and named and len(content) <= _words("bare")


def is_pronoun(parse: Parse, statement: Statement) -> bool:
    """Tell whether a content is one pronoun, so that nobody can tell from it what was said: "denied it"."""
    content = words_in(parse, statement.content)
    return statement.manner == Manner.INDIRECT and len(content) == 1 and parse.tag[content[0]] == "PRP"


def _is_in_name(parse: Parse, cue: int) -> bool:
    """Tell whether a capital between capitals makes what looks like a cue a part of a name: "Ibra Said Ternin was …"."""
    first, last = parse.sentences[parse.sentence_of[cue]]
    if not (first < cue < last - 1 and all(parse.text[t][:1].isupper() for t in (cue - 1, cue, cue + 1))):
        return False
    words_of = [parse.text[t] for t in range(first, last) if parse.text[t].isalpha() and len(parse.text[t]) > _SMALL]
    return 2 * sum(word[0].isupper() for word in words_of) < len(words_of)  # not in a headline


def is_topic(parse: Parse, statement: Statement) -> bool:
    """Tell whether nobody is told to have asked, and a content says no more than what about: "Asked about the raid, …"."""
    cue, content = tokens_of(parse, statement.cue), tokens_of(parse, statement.content)
    joint = [*cue[-1:], *content[:1]]
    return not statement.source and any(parse.pos[token] == "ADP" for token in joint)


def _is_this_paper(parse: Parse, source: Sequence[int]) -> bool:
    """Tell whether a source is the article before one: "an earlier version of this story"."""
    told = [parse.text[token].lower() for token in source]
    return any(one == "this" and other in _list("papers") for one, other in pairwise(told))


def _is_nobodys(parse: Parse, statement: Statement, cue: Sequence[int], main: int) -> bool:
    """Tell whether nobody says it: a thing from which the writer concludes it, a turn of his own, whom it is done to."""
    source, content = tokens_of(parse, statement.source), words_in(parse, statement.content)
    turned = is_turn(parse, main, source) or is_object(parse, cue, source, content)
    return turned or is_concluded(parse, main, source, content)


def _is_deed(parse: Parse, verb: int, content: Sequence[int]) -> bool:
    """Tell whether a verb of doing or pointing has a mere thing for its content: "added two friends to the payroll"."""
    return parse.lemma[verb].lower() in _list("deeds") and not has_clause(parse, content)


def _is_proved(parse: Parse, verb: int, content: Sequence[int]) -> bool:
    """Tell whether something is shown by what is done, not said: "showed that she was back by closing the dam"."""
    by = (a for a, b in pairwise(content) if parse.text[a].lower() == "by" and parse.tag[b] == "VBG")
    done = any(parse.lemma[a + 1].lower() not in lexicon().speech for a in by)
    return parse.lemma[verb].lower() in ("show", "prove", "demonstrate") and done and parse.tag[verb] in ("VBD", "VBN")


def _is_shown(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether the writer judges what somebody's doings show: "Kesk demonstrated that she can lead"."""
    head = next((token for token in source if parse.head[token] not in source or parse.head[token] == token), None)
    person = head is not None and (parse.pos[head] == "PROPN" or parse.text[head].lower() in ("he", "she"))
    return person and parse.lemma[verb].lower() in ("prove", "demonstrate")


def _is_vote(parse: Parse, verb: int, source: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether a body confirms somebody in an office: "the Senate confirmed Ada Ternin to be a judge"."""
    body = any(parse.lemma[token].lower() in ("senate", "vote", "parliament", "senator") for token in source)
    return body and parse.lemma[verb].lower() == "confirm" and not has_clause(parse, content)


def _is_found_so(parse: Parse, verb: int, content: Sequence[int]) -> bool:
    """Tell whether somebody feels so about a thing, and is not told to have said it: "they find it odd that …"."""
    return parse.lemma[verb].lower() == "find" and bool(content) and parse.text[content[0]].lower() == "it"


def has_clause(parse: Parse, content: Sequence[int]) -> bool:
    """Tell whether a finite verb of a content is its own, not one that only describes a thing: "a list of what was sold"."""
    inside = frozenset(content)
    return any(parse.tag[t] in ("VBD", "VBZ", "VBP", "MD") and not _describes(parse, t, inside) for t in content)


def _describes(parse: Parse, token: int, inside: frozenset[int]) -> bool:
    """Tell whether a token stands in a clause that hangs on a noun or a preposition of the same content."""
    while token in inside:
        head = parse.head[token]
        told = any(parse.dep[kid] == "mark" for kid in parse.children[token]) and parse.head[head] not in inside
        if parse.dep[token] in ("relcl", "acl", "pcomp") and head in inside and not told:
            return True  # "an assessment that it leaks" tells
        if head == token:
            return False
        token = head
    return False


def _is_doing(parse: Parse, source: Sequence[int]) -> bool:
    """Tell whether what tells something is a doing, not somebody: "leaving him there reminds all that …"."""
    heads = [token for token in source if parse.head[token] not in source]
    return any(parse.tag[token] == "VBG" and parse.dep[token] == "csubj" for token in heads)


def _is_common(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether the article says what all thought, and none was asked: "everyone on the ground thought"."""
    head = next((token for token in source if parse.head[token] not in source), None)
    thought = parse.lemma[verb].lower() in words("acts")["verbs"]["believe"]
    return head is not None and thought and parse.text[head].lower() in _list("everyone")


def _tells_nothing(parse: Parse, cue: Sequence[int]) -> bool:
    """Tell whether no word of a cue can attribute: "also controversially"."""
    lower = [parse.text[token].lower() for token in cue]
    spelled = any(word[0].isalpha() for word in lower)
    return spelled and not any(parse.pos[t] in _TELLING for t in cue) and not any(word in _list("prepositions") for word in lower)


def _is_relative(parse: Parse, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Tell whether a content describes the cue's noun instead of giving its words: "statements that could open a way"."""
    inside = set(content)
    heads = [token for token in content if parse.head[token] not in inside and parse.dep[token] == "relcl"]
    heads = [
        token
        for token in heads
        if not any(parse.dep[kid] in _SUBJECTS and parse.tag[kid] != "WDT" for kid in parse.children[token])
    ]
    return any(parse.head[token] in cue and parse.pos[parse.head[token]] == "NOUN" for token in heads)


def _is_naming(parse: Parse, statement: Statement, main: int | None) -> bool:
    """Tell whether a thing is only named, by nobody in particular: "has been identified as", "titled"."""
    return main is not None and not statement.source and parse.lemma[main].lower() in _list("naming")


def _is_answering(parse: Parse, cue: Sequence[int], main: int | None) -> bool:
    """Tell whether questions are only answered or faced, whatever was replied: "answered questions about the dam"."""
    asked = any(parse.lemma[token].lower() == "question" and parse.pos[token] == "NOUN" for token in cue)
    return asked and main is not None and parse.lemma[main].lower() in _list("answering")


def _is_on_show(page: Page, cue: Sequence[int], statement: Statement) -> bool:
    """Tell whether all that is quoted is the name of the show it was said on: "said Sunday on “Lowland Today”"."""
    told = page.article.text[statement.content[0][0] : statement.content[-1][1]] if statement.content else ""
    behind = bool(cue) and page.parse.text[cue[-1]].lower() in ("on", "in", "of") and told[:1] in '“"'
    named = all(word[0].isupper() or len(word) <= _SMALL for word in told.strip("“”\".,'’").split())
    return behind and named and cue[-1] < tokens_of(page.parse, statement.content)[0]


def _is_charged(parse: Parse, statement: Statement, main: int | None) -> bool:
    """Tell whether somebody is charged with a crime, by no one who is told to have said so: a deed of the law."""
    if main is None or statement.source or parse.lemma[main].lower() not in _list("charging"):
        return False
    return any(parse.text[kid].lower() == "with" for kid in (main + 1, *parse.children[main]) if kid < len(parse))


def _is_own_voice(parse: Parse, verb: int, source: Sequence[int]) -> bool:
    """Tell whether the article speaks to its readers, and nobody else: "it is important to note", "it is worth noting"."""
    head = parse.head[verb]
    to = any(parse.tag[kid] == "TO" for kid in parse.children[verb]) or parse.text[head].lower() == "worth"
    called = [head, *(kid for kid in parse.children[head] if parse.dep[kid] == "acomp")]
    return not source and to and head != verb and any(parse.lemma[token].lower() in _list("worth") for token in called)


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(words("acts")["unsaid"][key])


@cache
def _words(key: str) -> int:
    return int(words("acts")["unsaid"][key])

"""The propositions inside a content: its sentences, and the clauses that stand side by side in them.

``proposition`` is a part's own words, the complementizer left out and "I", "he", "his country", "here" replaced by whom and what
they stand for where that is certain. Spans always point at the words as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.cueing import is_negated
from onrecord.read.page import Page, tokens_of
from onrecord.read.standins import Standins
from onrecord.records import Act, Part, Span, Spans, Statement

_LEADS = frozenset(
    {
        "[",
        "]",
        "[but",
        "but]",
        "that",
        "and",
        "but",
        "or",
        "so",
        "yet",
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
        "“",
        '"',
        "”",
        "‘",
        "’",
        "'",
        "...",
        "…",
        "``",
        "''",
    }
)
_CONCEDING = frozenset({"while", "although", "though", "whereas"})


def split_parts(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Split each content into the propositions it holds, each with whom it is about, negated and hedged or not."""
    standins = Standins(page)
    return [replace(statement, parts=_parts(page, statement, standins)) for statement in statements]


def _parts(page: Page, statement: Statement, standins: Standins) -> tuple[Part, ...]:
    parse = page.parse
    cue = tokens_of(parse, statement.cue)
    turned = bool(cue) and is_negated(parse, cue) and statement.act in (Act.BELIEVE, Act.DOUBT, Act.PREDICT)
    parts = []
    for piece in _pieces(parse, statement.content):
        spans = _within(_spans(page, piece), statement.content)
        if not spans:
            continue
        frame = _Frame(parse, piece)
        parts.append(
            Part(
                spans,
                standins.readable(statement, spans),
                standins.about(spans),
                frame.negated() != turned,
                frame.hedged(),
            )
        )
    whole = (Part(statement.content, standins.readable(statement, statement.content), standins.about(statement.content)),)
    return tuple(parts) or (whole if statement.content else ())


# -- where one proposition ends


def _pieces(parse: Parse, content: Spans) -> list[list[int]]:
    """Cut a content's tokens at sentence ends and before coordinated clauses with a subject of their own."""
    tokens = tokens_of(parse, content)
    inside = frozenset(tokens)
    starts = {token for sentence in {parse.sentence_of[token] for token in tokens} for token in _starts(parse, sentence, inside)}
    pieces: list[list[int]] = []
    for token in tokens:
        joined = bool(pieces) and _goes_on(parse, pieces[-1][-1], token, starts)
        if joined:
            pieces[-1].append(token)
        else:
            pieces.append([token])
    trimmed = [_trim(parse, piece) for piece in pieces]
    return [piece for piece in trimmed if any(parse.text[token][0].isalnum() for token in piece)]


def _goes_on(parse: Parse, before: int, token: int, starts: set[int]) -> bool:
    if parse.sentence_of[before] != parse.sentence_of[token]:
        # a quotation broken by "he said" goes on where its first half ended with a comma
        return before + 1 != token and parse.text[before] in (",", "”", '"') and parse.text[token][0].islower()
    return token not in starts


def _starts(parse: Parse, sentence: int, inside: frozenset[int]) -> frozenset[int]:
    """List the tokens of a sentence at which a coordinated clause of a content begins, its conjunction included."""
    first, last = parse.sentences[sentence]
    starts = set()
    for verb in range(first, last):
        if (
            verb not in inside
            or parse.dep[verb] not in ("conj", "ccomp", "advcl")
            or parse.pos[verb] not in ("VERB", "AUX", "ADJ", "NOUN")
        ):
            continue
        if not (_own_subject(parse, verb, inside) and _finite(parse, verb)):
            continue
        if parse.dep[verb] == "advcl":
            starts.update(_around_concession(parse, verb, inside))
            continue
        before = _clause_before(parse, verb, inside)
        if before is None:
            continue
        if parse.dep[verb] == "ccomp" and not _side_by_side(parse, before, verb):
            continue
        start = parse.reach[verb][0]
        while start - 1 >= first and start - 1 in inside and parse.text[start - 1].lower() in ("and", "but", "or", "that"):
            start -= 1
        starts.add(start)
    return frozenset(starts)


def _around_concession(parse: Parse, verb: int, inside: frozenset[int]) -> list[int]:
    """Cut before or after a clause with "while", "although": it says one thing, the clause beside it another."""
    marks = [c for c in parse.children[verb] if parse.dep[c] in ("mark", "advmod") and parse.text[c].lower() in _CONCEDING]
    first, last = parse.reach[verb]
    head = parse.head[verb]
    if not marks or head not in inside or not (_finite(parse, head) and _own_subject(parse, head, inside)):
        return []
    if head < verb:
        return [first]
    return [last] if last < len(parse) and last in inside else []


def _clause_before(parse: Parse, verb: int, inside: frozenset[int]) -> int | None:
    """Find the clause that a coordinated one stands beside: what it hangs on or, hung on the cue, the last one before it."""
    head = parse.head[verb]
    if head in inside:
        return head if head < verb and _finite(parse, head) and _own_subject(parse, head, inside) else None
    if parse.dep[verb] != "conj":
        return None
    start = parse.sentences[parse.sentence_of[verb]][0]
    around = range(parse.reach[verb][0] - 1, start - 1, -1)
    return next((t for t in around if t in inside and _finite(parse, t) and _own_subject(parse, t, inside)), None)


def _side_by_side(parse: Parse, before: int, verb: int) -> bool:
    """Tell whether two clauses stand side by side though the parse hangs one on the other ("A, and B" as complement)."""
    return any(parse.text[token] == ";" for token in range(before + 1, parse.reach[verb][0] + 1))


def _own_subject(parse: Parse, verb: int, inside: frozenset[int]) -> bool:
    return any(
        parse.dep[child] in ("nsubj", "nsubjpass", "expl", "csubj") and child in inside and child < verb
        for child in parse.children[verb]
    )


def _finite(parse: Parse, verb: int) -> bool:
    if parse.tag[verb] in ("VBZ", "VBP", "VBD", "MD"):
        return True
    return any(
        parse.dep[child] in ("aux", "auxpass", "cop") and parse.tag[child] in ("VBZ", "VBP", "VBD", "MD")
        for child in parse.children[verb]
    )


def _trim(parse: Parse, piece: list[int]) -> list[int]:
    """Leave out the conjunction, complementizer and marks that a part opens with, and the marks it closes with."""
    while piece and (parse.text[piece[0]].lower() in _LEADS or parse.text[piece[0]].isspace()):
        if parse.text[piece[0]].lower() == "that" and parse.pos[piece[0]] in ("DET", "PRON") and parse.dep[piece[0]] != "mark":
            break
        piece = piece[1:]
    while piece and not parse.text[piece[-1]][-1].isalnum() and parse.text[piece[-1]] not in (")", "%", "?", "!"):
        piece = piece[:-1]
    return piece


def _within(spans: Spans, content: Spans) -> Spans:
    """Cut spans to the content: an edge of a content may lie inside a token."""
    cut = [(max(start, first), min(end, last)) for start, end in spans for first, last in content]
    return tuple((start, end) for start, end in cut if start < end)


def _spans(page: Page, piece: list[int]) -> Spans:
    """Give a part's spans: runs of its tokens, what lies between them left out only where it is not the content's."""
    parse = page.parse
    spans: list[Span] = []
    for token in piece:
        if spans and token and spans[-1][1] == parse.end[token - 1] and parse.sentence_of[token] == parse.sentence_of[token - 1]:
            spans[-1] = spans[-1][0], parse.end[token]
        else:
            spans.append((parse.start[token], parse.end[token]))
    return tuple(spans)


# -- negated, hedged


@dataclass(frozen=True, slots=True)
class _Frame:
    """A part's tokens, asked whether its main clause is negated and whether its force is held back."""

    parse: Parse
    tokens: list[int]

    def main(self) -> int | None:
        """Give the part's highest word."""
        inside = set(self.tokens)
        tops = [t for t in self.tokens if self.parse.head[t] not in inside or self.parse.head[t] == t]
        verbs = [t for t in tops if self.parse.pos[t] in ("VERB", "AUX")]
        return next(iter(verbs or tops), None)

    def negated(self) -> bool:
        """Tell whether the main clause is denied: a negation on its verb, or on its subject or object ("no group poses")."""
        main = self.main()
        if main is None:
            return False
        inside = set(self.tokens)
        near = [child for child in self.parse.children[main] if child in inside]
        nouns = [
            child for child in near if self.parse.dep[child] in ("nsubj", "nsubjpass", "dobj", "attr", "acomp", "prep", "expl")
        ]
        near += [below for noun in nouns for below in self.parse.children[noun] if self.parse.dep[below] in ("det", "neg")]
        count = sum(self.is_negation(token) for token in near)
        return count % 2 == 1

    def is_negation(self, token: int) -> bool:
        """Tell whether a word denies; "not only", "no doubt" do not."""
        word = self.parse.text[token].lower()
        after = self.parse.text[token + 1].lower() if token + 1 < len(self.parse) else ""
        return word in _negations() and f"{word} {after}" not in _not_so()

    def hedged(self) -> bool:
        """Tell whether words of the part take force from it."""
        lower = [self.parse.text[token].lower() for token in self.tokens]
        table = words("hedges")["hedges"]
        if any(word in table["anywhere"] for word in lower):
            return True
        denied = [i for i, token in enumerate(self.tokens) if self.is_negation(token)]
        if any(word in table["under_negation"] for i in denied for word in lower[i + 1 : i + 5]):
            return True
        if any(
            word in table["before_number"] and self.parse.pos[after] == "NUM"
            for word, after in zip(lower, self.tokens[1:], strict=False)
        ):
            return True
        if any(
            word in table["conditions"] and "if" in lower[max(0, i - 4) : i] + lower[max(0, i - 4) : i]
            for i, word in enumerate(lower)
        ):
            return True
        if any(
            word in ("where", "when", "if") and lower[i + 1 : i + 2] in ([c] for c in table["conditions"])
            for i, word in enumerate(lower)
        ):
            return True
        return any(word in table["frames"] and i and lower[i - 1] in ("i", "we") for i, word in enumerate(lower))


@cache
def _negations() -> frozenset[str]:
    return frozenset(words("hedges")["negations"]["words"])


@cache
def _not_so() -> frozenset[str]:
    return frozenset(words("hedges")["negations"]["not_so"])

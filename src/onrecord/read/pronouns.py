"""Whom a pronoun stands for: the person last spoken of as a subject, abstaining where two are equally near.

Inside quotation marks, and in a transcript's turns, a pronoun is somebody else's word and is left open. The weights were set by
reading what came of them on development articles; there is no annotated data behind them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.binding import barred, governing, is_under, names_of, told_of
from onrecord.read.heads import is_somebody
from onrecord.read.office_words import title_gender
from onrecord.read.prominence import (
    is_aged,
    is_asked,
    is_asker,
    is_definite,
    is_epithet,
    is_joined,
    is_owner,
    is_telling,
    is_topic,
    owner_of_words,
    subject_ahead,
    weight_of,
)
from onrecord.read.rivals import firmness, paragraphs, whole_sentences
from onrecord.records import Article, Chain, Kind, Mention

_OPEN, _CLOSE = "“«„", "”»"
_TURN = re.compile(
    r"^[ \t]*([A-Z][A-Z.'’-]{1,40}(?: [A-Z][A-Z.'’-]{1,40}){0,4} ?(?:\([^)\n]{1,60}\))?|Q|A):[ \t]*(?=\S)", re.MULTILINE
)
_PARAGRAPH = re.compile(r"\n\s*\n|[.!?”\"][ \t]*\r?\n")  # a line end inside a sentence is no paragraph's end
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_NAMING = frozenset({"name", "call", "identify"})
_REACH = 4  # sentences back
_FADE = 0.3  # what a mention's weight keeps from one sentence to the next
_OWNER = 1.2  # the least weight, within its sentence, of whose thing is spoken of: "Bresk's speech, in which he"
_TOPIC = 1.1  # the least weight of whose thing a main clause is about: "Bresk's plan was short"
_TOLD = 2.0  # the same where the thing is told by that very person: "Bresk's speech was short"
_ASKED = 3.0  # the least weight of who is asked, whose answer may come next
_ASKS = 0.5  # the most weight of who asks it
_JOINED = 0.6  # what is left of the weight of somebody who is only one of "A and B"
_INSTEAD = 0.4  # of the weight of who is named in what "he said": whom a pronoun stands for instead weighs this much at least
_GOVERNING = 1.5  # how much more weight the subject of the clause around a pronoun's own has
_APART = 0.7  # what is left of a weight across the end of a paragraph
_CLEAR = 0.75  # a second candidate nearer than this to the best leaves the pronoun open


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Where a chain was named: its last token there, the sentence, and how prominent it was."""

    token: int
    chain: str
    sentence: int
    weight: float


def resolve_pronouns(article: Article, parse: Parse, mentions: Sequence[Mention], chains: Sequence[Chain]) -> list[Mention]:
    """Resolve he, she and they (and their forms) to the chain they most likely stand for; open ones get no chain."""
    turns = turn_tokens(article.text, parse)
    quoted = [quote or turn for quote, turn in zip(quoted_tokens(article.text, parse), turns, strict=True)]
    memory = _Memory(article.text, parse, mentions, chains, quoted)
    found = []
    for token, word in enumerate(parse.text):
        if token in memory.again:
            memory.take_up(token)
        number = _pronouns().get(word.lower())
        if number is None or parse.pos[token] not in ("PRON", "DET"):
            continue
        chain = None
        if not quoted[token]:
            chain = memory.ahead(token, number) or memory.owner(token, number) or memory.antecedent(token, number)
        if chain:
            memory.remember(chain, token, number)
        chain = None if chain in memory.open or chain in memory.solid else chain
        kind = Kind.GROUP if number == "plural" else Kind.PERSON
        found.append(Mention(article.id, *parse.span(token, token + 1), kind, "pronoun", chain))
    return found


class _Memory:
    """What has been spoken of so far, by place, with the genders known.

    ``open`` are those who have no chain, names that could be two people's and unnamed ones like "an army spokesman": a pronoun
    right after them is theirs and not that of whoever was named before them.
    """

    def __init__(self, text: str, parse: Parse, mentions: Sequence[Mention], chains: Sequence[Chain], quoted: list[bool]) -> None:
        self.parse = parse
        self.sentence_of = whole_sentences(parse, quoted)
        self.kinds = {chain.id: chain.kind for chain in chains}
        self.gender = {chain.id: chain.gender for chain in chains}
        self.places: list[_Place] = []
        self.open: set[str] = set()
        self.solid = firmness(parse, mentions, chains)
        self.paragraphs = paragraphs(text, parse)
        for mention in mentions:
            token = bisect_left(parse.end, mention.end)
            if token < len(parse) and not quoted[token]:
                if mention.chain:
                    self.places.append(self.named(mention.chain, token))
                elif mention.kind == Kind.PERSON:
                    self.add_open(" ".join(parse.text[token].split()), token, None)
        unnamed = [token for token in unnamed_subjects(parse, mentions, chains) if not quoted[token]]
        self.roles = {chain.id: {part for role in chain.roles for part in role.office.lower().split()} for chain in chains}
        self.again = {token for token in unnamed if is_definite(parse, token)}
        for token in unnamed:
            if token not in self.again:
                self.add_unnamed(token)
        self.places.sort()

    def add_open(self, name: str, token: int, gender: str | None) -> None:
        """Count somebody without a chain; no chain's id has a space in it."""
        chain = f"open {name}"
        self.open.add(chain)
        self.kinds[chain], self.gender[chain] = Kind.PERSON, gender
        self.places.append(self.place(chain, token))

    def add_unnamed(self, token: int) -> None:
        """Count a subject that is one person without a name."""
        word = self.parse.text[token]
        self.add_open(f"{word.lower()} {token}", token, title_gender(word))

    def take_up(self, token: int) -> None:
        """Count "the Republican" as who was spoken of just before, where the article bears that out; else as somebody unnamed."""
        word = self.parse.text[token].lower()
        chain = self.antecedent(token, title_gender(word) or "")
        told = is_epithet(word) or is_aged(self.parse, token) or word in self.roles.get(chain or "", ())
        if chain and told and chain not in self.open and chain not in self.solid:
            insort(self.places, self.place(chain, token))
        else:
            self.add_unnamed(token)
            self.places.sort()

    def ahead(self, token: int, number: str) -> str | None:
        """Give the subject a pronoun looks forward to: "Even as he praised it, Bresk left"."""
        subject = subject_ahead(self.parse, token)
        place = next((place for place in self.places if place.token == subject), None) if subject else None
        fits = place is not None and self.kinds[place.chain] == Kind.PERSON and self.gender[place.chain] in (None, number)
        return place.chain if place and fits else None

    def owner(self, token: int, number: str) -> str | None:
        """Give whose words a pronoun's clause goes on with: "Bresk's speech, in which he", "his letter, in which he"."""
        owner = owner_of_words(self.parse, token)
        place = next((place for place in self.places if place.token == owner), None) if owner is not None else None
        fits = place is not None and self.kinds[place.chain] == Kind.PERSON and self.gender[place.chain] in (None, number)
        return place.chain if place and fits else None

    def place(self, chain: str, token: int) -> _Place:
        weight = weight_of(self.parse, token)
        one = self.kinds.get(chain) == Kind.PERSON
        return _Place(token, chain, self.sentence_of[token], weight * _JOINED if one and is_joined(self.parse, token) else weight)

    def named(self, chain: str, token: int) -> _Place:
        place = self.place(chain, token)
        if is_asker(self.parse, token):
            return replace(place, weight=min(place.weight, _ASKS))  # the answer is somebody else's
        if is_asked(self.parse, token):
            return replace(place, weight=max(place.weight, _ASKED))
        least = _TOLD if is_telling(self.parse, self.parse.head[token]) else _TOPIC
        return replace(place, weight=max(place.weight, least)) if is_topic(self.parse, token) else place

    def remember(self, chain: str, token: int, number: str) -> None:
        """Count a resolved pronoun as a mention; it tells the gender where nothing did."""
        insort(self.places, self.place(chain, token))
        if number != "plural":
            self.gender[chain] = self.gender[chain] or number

    def antecedent(self, token: int, number: str) -> str | None:
        """Choose the chain with the highest weight by nearness and part of sentence; none where two are as good."""
        sentence = self.sentence_of[token]
        scores: dict[str, float] = {}
        told, own = told_of(self.parse, token), 0.0
        candidates = self.candidates(token, number)
        here = self.paragraphs[token]
        first = self.parse.sentences[self.parse.sentence_of[token]][0]
        inside = first > 0 and self.paragraphs[first - 1] == here  # not in a paragraph's first sentence
        called = {place.chain for place in candidates if place.token in told}
        above = governing(self.parse, token)
        around = names_of(self.parse, above) if above is not None else set()
        for place in candidates:
            owns = place.sentence == sentence and is_owner(self.parse, place.token)
            score = max(place.weight, _OWNER * owns) * _FADE ** (sentence - place.sentence)
            score *= self.solid.get(place.chain, 1.0) * (_APART if inside and self.paragraphs[place.token] != here else 1.0)
            score *= 1.1 if self.gender[place.chain] == number else 1.0
            score *= _GOVERNING if place.token in around else 1.0
            if place.chain in called:
                own = max(own, score)
                continue
            scores[place.chain] = max(scores.get(place.chain, 0.0), score)
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        sure = [item for item in ranked if item[0] not in self.solid]
        if sure and sure[0][1] >= _CLEAR * ranked[0][1]:
            ranked = sure
        if not ranked and len(called) == 1 and not (called & self.open):
            return next(iter(called))  # "X will leave, he said": nobody else has been told of
        if not ranked or ranked[0][1] < _INSTEAD * own or (len(ranked) > 1 and ranked[1][1] > _CLEAR * ranked[0][1]):
            return None
        return ranked[0][0]

    def candidates(self, token: int, number: str) -> list[_Place]:
        """List the places before a pronoun that fit it in number and gender and that its own place does not bar."""
        sentence = self.sentence_of[token]
        first = bisect_left(self.sentence_of, sentence - _REACH)
        near = self.places[bisect_left(self.places, first, key=_token) : bisect_left(self.places, token, key=_token)]
        if number == "plural":  # a plural may stand for any noun: only the subject just before is safe enough
            fits = [p for p in near if self.kinds[p.chain] not in (Kind.PERSON, Kind.PLACE)]
            fits = [p for p in fits if self.parse.dep[p.token] != "compound"]  # "the Ministry praise" is not the ministry
            return [p for p in fits if p.weight >= 2 and sentence - p.sentence <= 1]
        words_barred = barred(self.parse, token)
        chains_barred = {place.chain for place in near if place.token in words_barred}
        if self.parse.dep[token] in _SUBJECT:  # "he said Bresk was late" is not Bresk
            verb = self.parse.head[token]
            last = self.parse.reach[verb][1]
            later = self.places[bisect_left(self.places, token + 1, key=_token) : bisect_left(self.places, last, key=_token)]
            chains_barred |= {place.chain for place in later if is_under(self.parse, place.token, verb)}
        fits = [p for p in near if self.kinds[p.chain] == Kind.PERSON and (not number or self.gender[p.chain] in (None, number))]
        return [place for place in fits if place.chain not in chains_barred]


def _token(place: _Place) -> int:
    return place.token


def unnamed_subjects(parse: Parse, mentions: Sequence[Mention], chains: Sequence[Chain]) -> list[int]:
    """List the subjects that are one person without a name or chain: "a senior official", "the spokesman" of nobody known.

    Who only asks is left out: the answer is somebody else's.
    """
    spans = [(m.start, m.end) for m in mentions if m.chain or m.kind == Kind.PERSON]
    spans += [role.span for chain in chains for role in chain.roles]
    taken = {t for start, end in spans for t in range(bisect_left(parse.end, start + 1), bisect_left(parse.start, end))}
    found = []
    for token, dep in enumerate(parse.dep):
        if dep not in _SUBJECT or parse.tag[token] not in ("NN", "NNP") or parse.lemma[parse.head[token]] == "ask":
            continue
        if any(parse.text[child].lower() == "this" for child in parse.children[token]):
            continue  # "this vocal critic" is who was spoken of before
        word = parse.text[token]
        named = any(parse.dep[child] == "acl" and parse.lemma[child] in _NAMING for child in parse.children[token])
        bare = not any(parse.dep[child] == "det" for child in parse.children[token])  # "professor and scholar X" is one
        named = named or (bare and any(parse.dep[child] == "conj" and child in taken for child in parse.children[token]))
        one = word in _partisans() and not bare
        if one or (is_somebody(word) and not named and taken.isdisjoint(names_of(parse, token))):
            found.append(token)
    return found


def quoted_tokens(text: str, parse: Parse) -> list[bool]:
    """Mark the tokens inside quotation marks; a quote left open ends with its paragraph."""
    inside, marks, block = False, [], -1
    for sentence, (first, last) in enumerate(parse.sentences):
        if parse.blocks[sentence] != block:
            inside, block = False, parse.blocks[sentence]
        for token in range(first, last):
            word = parse.text[token]
            if inside and token and _PARAGRAPH.search(text, parse.end[token - 1] - 1, parse.start[token] + 1):
                inside = False
            marks.append(inside)
            if word in ('"', "``", "''"):
                inside = not inside
            elif word[0] in _OPEN:
                inside = True
            elif word[0] in _CLOSE:
                inside = False
    return marks


def turn_tokens(text: str, parse: Parse) -> list[bool]:
    """Mark the tokens of a transcript's turns, "MR. X: ...": they are somebody's words though no marks stand around them."""
    marks = [False] * len(parse)
    for turn in _TURN.finditer(text):
        token, last = bisect_left(parse.start, turn.end()), text.find("\n", turn.end())
        while token < len(parse) and (last < 0 or parse.start[token] < last):
            marks[token] = True
            token += 1
    return marks


@cache
def _partisans() -> frozenset[str]:
    return frozenset(words("offices")["kinds"]["partisans"])


@cache
def _pronouns() -> dict[str, str]:
    table = words("offices")["pronouns"]
    return {word: number for number in ("male", "female", "plural") for word in table[number]}

"""Whose words a statement holds: the source span becomes a person, group, office or institution, or stays open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.lang import words
from onrecord.read.offices import is_head, office_at
from onrecord.read.page import Page
from onrecord.read.states import state_named, state_of_people, state_seated
from onrecord.records import Article, Chain, Kind, Mention, Role, RoleSeen, Span, Spans, Statement, make_id

_POSSESSIVE = ("'s", "’s", "'", "’")
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the chain, the name to show, the office as given, and the spans that lead there."""

    chain: Chain
    name: str
    office: str | None = None
    why: Spans = ()


def name_speakers(page: Page, statements: Sequence[Statement]) -> tuple[Page, list[Statement]]:
    """Name the speaker of each statement; null where there is no source or it stays open.

    Speakers without a chain of their own (unnamed ones, joint ones, governments) get one, added to the page.
    """
    desk = _Desk(page)
    order = sorted(range(len(statements)), key=lambda i: _place(statements[i]))
    named: dict[int, Speaker | None] = {}
    for index in order:
        told_in = [(named[i], statements[i]) for i in named if _holds(statements[i].content, statements[index].source)]
        named[index] = desk.speaker(statements[index], told_in)
    done = [_with(statement, named[index]) for index, statement in enumerate(statements)]
    chains = {chain.id: chain for chain in page.chains} | {s.chain.id: s.chain for s in named.values() if s}
    return replace(page, chains=tuple(chains[key] for key in sorted(chains))), done


def _with(statement: Statement, speaker: Speaker | None) -> Statement:
    if speaker is None:
        return statement
    return replace(
        statement,
        speaker=speaker.chain.id,
        speaker_name=speaker.name,
        speaker_office=speaker.office,
        why_speaker=tuple(sorted({*statement.source, *speaker.why})),
    )


def _place(statement: Statement) -> tuple[int, int]:
    """Order statements so that what is told inside another comes after it, and pronouns after those they look back to."""
    spans = (*statement.source, *statement.cue, *statement.content)
    start = min((span[0] for span in spans), default=0)
    return start, -max((span[1] for span in spans), default=0)


def _holds(outer: Spans, inner: Spans) -> bool:
    return bool(inner) and all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


class _Desk:
    """One page with what naming its speakers needs; ``last`` is the speaker of the statement before."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.article.text
        self.parse = page.parse
        self.chains = {chain.id: chain for chain in page.chains}
        self.mentions = sorted(page.mentions, key=lambda m: (m.start, m.end))
        self.by_end = {m.end: m for m in self.mentions if m.form != "pronoun" and m.chain}
        self.last: tuple[Speaker, int] | None = None

    def speaker(self, statement: Statement, told_in: list[tuple[Speaker | None, Statement]]) -> Speaker | None:
        """Say who speaks in one statement, given the statements it is told in."""
        if not statement.source:
            return None
        tokens = self.tokens(statement.source)
        if not tokens:
            return None
        head = self.head(tokens)
        speaker = self.first_person(head, told_in) if self.word(head) in _pronouns()["first"] else self.of(tokens, head)
        if speaker and not told_in:
            self.last = speaker, self.parse.sentence_of[head]
        return speaker

    # -- the source's words

    def tokens(self, spans: Spans) -> list[int]:
        """List the tokens of a source, without closing possessives and outer punctuation."""
        found = []
        for start, end in spans:
            first = bisect_left(self.parse.end, start + 1)
            while first < len(self.parse) and self.parse.start[first] < end:
                found.append(first)
                first += 1
        while found and (self.parse.text[found[-1]] in _POSSESSIVE or not self.parse.text[found[-1]][-1].isalnum()):
            if self.parse.text[found[-1]][-1] in ".)" and len(self.parse.text[found[-1]]) > 1:
                break
            found.pop()
        while found and not self.parse.text[found[0]][0].isalnum():
            found.pop(0)
        return found

    def head(self, tokens: list[int]) -> int:
        """Give the word that a source's other words hang on: the first whose own head lies outside."""
        inside = set(tokens)
        tops = [t for t in tokens if self.parse.head[t] not in inside or self.parse.head[t] == t]
        tops = [t for t in tops if self.parse.pos[t] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")] or tops
        return tops[0] if tops else tokens[0]

    def word(self, token: int) -> str:
        """Give a token's text in lower case; capitals of two letters ("US", "IT") are no pronouns and keep their case."""
        text = self.parse.text[token]
        return text if len(text) == 2 and text.isupper() and self.parse.pos[token] != "PRON" else text.lower()

    # -- who it is

    def of(self, tokens: list[int], head: int) -> Speaker | None:
        """Name the speaker of a source with this head."""
        if self.word(head) in _pronouns()["relative"]:
            return self.antecedent(head)
        if (joint := self.joint(tokens, head)) is not None:
            return joint
        if self.word(head) in _pronouns()["any"] and self.parse.pos[head] in ("PRON", "DET"):
            return self.pronoun(head)
        mention = self.named(tokens, head)
        if mention and mention.chain:
            return self.of_mention(mention, tokens, head)
        return self.of_state(tokens, head) or self.described(tokens, head)

    def named(self, tokens: list[int], head: int) -> Mention | None:
        """Find the name or office that is the source's head, stands in apposition to it, or closes it."""
        inside = [m for m in self.mentions if m.chain and m.form != "pronoun" and self.covers(tokens, m)]
        at_head = [m for m in inside if m.start <= self.parse.start[head] < m.end]
        names = [m for m in inside if m.kind == Kind.PERSON]
        if names and (not at_head or at_head[0].kind != Kind.PERSON):
            person = [m for m in names if self.same_person(m, tokens, head)]
            if len({m.chain for m in person}) == 1:
                return person[0]
        if not at_head:
            return None
        best = max(at_head, key=lambda m: (m.kind == Kind.PERSON, m.end - m.start))
        return best if self.is_whole(best, head) else None

    def covers(self, tokens: list[int], mention: Mention) -> bool:
        return self.parse.start[tokens[0]] <= mention.start and mention.end <= self.parse.end[tokens[-1]]

    def same_person(self, mention: Mention, tokens: list[int], head: int) -> bool:
        """Tell whether a person's name in a source is the speaker's: beside an office or in apposition, not "of X" or "X's"."""
        name = bisect_left(self.parse.end, mention.end)
        after = name + 1
        if after < len(self.parse) and self.parse.text[after] in _POSSESSIVE and after < tokens[-1]:
            return False
        first = bisect_left(self.parse.start, mention.start)
        before = first - 1
        if before < tokens[0]:
            return self.is_office_after(mention, tokens)
        if self.parse.text[before] == ",":
            return is_head(self.parse.text[head]) or self.parse.dep[name] == "appos"
        return is_head(self.parse.text[before]) or (
            office_like(self.parse.pos[before]) and is_head(self.parse.text[head]) and self.parse.pos[before] != "ADP"
        )

    def is_office_after(self, mention: Mention, tokens: list[int]) -> bool:
        """Tell whether the source opens with the name and goes on with a comma: "X, the minister"."""
        name = bisect_left(self.parse.end, mention.end)
        return name >= tokens[-1] or self.parse.text[name + 1] in (",", "(", "-", "–")

    def is_whole(self, mention: Mention, head: int) -> bool:
        """Tell whether a mention is the head itself and not only a word before it ("Taliban" in "Taliban officials")."""
        return mention.end >= self.parse.end[head]

    def of_mention(self, mention: Mention, tokens: list[int], head: int) -> Speaker | None:
        chain = self.chains[mention.chain or ""]
        if chain.kind in (Kind.STATE, Kind.PLACE):
            return self.of_state(tokens, head) or self.described(tokens, head)
        return Speaker(chain, chain.name, self.office(chain, tokens), self.path(chain, mention))

    def office(self, chain: Chain, tokens: list[int]) -> str | None:
        """Give the office in the source's own words, else the one the article gives the person elsewhere."""
        if chain.kind != Kind.PERSON:
            return None
        start, end = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        near = [role.office for role in chain.roles if start <= role.span[0] and role.span[1] <= end]
        if not near:
            alone = [m for m in self.mentions if m.chain == chain.id and m.form == "office" and start <= m.start and m.end <= end]
            near = [" ".join(self.text[m.start : m.end].split()) for m in alone]
        return near[0] if near else _longest(chain.roles)

    def path(self, chain: Chain, mention: Mention) -> Spans:
        """Give the spans that lead from the source to the name: the mention and the place where the full name stands."""
        full = [m for m in self.mentions if m.chain == chain.id and m.form == "name"]
        spans: list[Span] = [(mention.start, mention.end)]
        if full and mention.form != "name":
            before = [m for m in full if m.start < mention.start]
            best = before[-1] if before else full[0]
            spans.append((best.start, best.end))
        return tuple(spans)

    def of_state(self, tokens: list[int], head: int) -> Speaker | None:
        """Name a government: a state or capital that speaks, "the Afghan government", "the government of X"."""
        words_ = [self.parse.text[t] for t in tokens if self.word(t) not in _ARTICLES]
        whole = " ".join(words_)
        state = state_named(whole) or state_seated(whole) or (self.local_state(whole) if len(words_) < 3 else None)
        if state is None and self.word(head) == "government" and len(words_) <= 4:
            around = [t for t in tokens if t != head]
            states = {s for t in around if (s := state_named(self.parse.text[t]) or state_of_people(self.parse.text[t]))}
            rest = [t for t in around if self.parse.pos[t] not in ("DET", "PART", "ADP", "PUNCT", "PROPN", "ADJ")]
            state = next(iter(states)) if len(states) == 1 and not rest and len(words_) <= 3 else None
        if state is None:
            return None
        chain = next((c for c in self.chains.values() if c.kind == Kind.STATE and c.name == state), None)
        chain = chain or Chain(
            make_id("c", self.page.article.id, "state", state), self.page.article.id, Kind.STATE, state, (state,), True
        )
        self.chains[chain.id] = chain
        article = "the " if state.split()[0] in ("United",) or state in _with_article() else ""
        return Speaker(chain, f"Government of {article}{state}")

    def local_state(self, name: str) -> str | None:
        """Take a place for a state where the article gives it a head of government, a foreign ministry or an army."""
        chain = next((c for c in self.chains.values() if c.kind == Kind.PLACE and c.name == name), None)
        if chain is None:
            return None
        signs = ("government", "prime minister", "foreign minister", "foreign ministry", "army", "embassy")
        return name if any(f"{name}{s} {sign}" in self.text for sign in signs for s in ("'s", "’s", "")) else None

    # -- pronouns

    def pronoun(self, head: int) -> Speaker | None:
        """Follow a pronoun to the chain it stands for, or to the speaker just before where nobody else can be meant."""
        start = self.parse.start[head]
        mention = next((m for m in self.mentions if m.start == start and m.form == "pronoun"), None)
        chain = self.chains.get(mention.chain) if mention and mention.chain else None
        if chain:
            return Speaker(chain, chain.name, _longest(chain.roles), self.path(chain, mention)) if mention else None
        if self.last is None or self.parse.sentence_of[head] - self.last[1] > 2:
            return None
        speaker = self.last[0]
        return speaker if self.agrees(self.word(head), speaker.chain) else None

    def agrees(self, word: str, chain: Chain) -> bool:
        """Tell whether a pronoun can stand for a chain by number and gender."""
        table = _pronouns()
        if word in table["plural"]:
            return chain.kind == Kind.GROUP or (not chain.named and chain.kind != Kind.PERSON)
        if word in table["thing"]:
            return chain.kind in (Kind.INSTITUTION, Kind.STATE)
        gender = "male" if word in table["male"] else "female" if word in table["female"] else None
        return gender is not None and chain.kind == Kind.PERSON and not chain.named and chain.gender in (None, gender)

    def first_person(self, head: int, told_in: list[tuple[Speaker | None, Statement]]) -> Speaker | None:
        """Give the speaker whose words "I" stands in: of the statement around it, else the article's author."""
        around = [speaker for speaker, outer in told_in]
        if around:
            return around[-1]
        if self.parse_quoted(head):
            return None
        return self.author()

    def parse_quoted(self, token: int) -> bool:
        """Tell whether a token stands inside quotation marks, counted from its paragraph's start."""
        start = self.text.rfind("\n", 0, self.parse.start[token]) + 1
        before = self.text[start : self.parse.start[token]]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def author(self) -> Speaker | None:
        """Give the author of an article that has exactly one."""
        authors = self.page.article.authors or tuple(self.bylines())
        if len(authors) != 1:
            return None
        name = authors[0]
        chain = next((c for c in self.chains.values() if c.kind == Kind.PERSON and name in c.names), None)
        chain = chain or _described(self.page.article, Kind.PERSON, name, named=True)
        self.chains[chain.id] = chain
        return Speaker(chain, chain.name)

    def bylines(self) -> list[str]:
        """List the names in byline blocks: "By Jane Doe and John Roe"."""
        found: list[str] = []
        for block in self.page.blocks:
            if block.role == Role.BYLINE:
                words_ = self.text[block.start : block.end].split("\n")[0].removeprefix("By ").removeprefix("by ")
                found += [name.strip() for name in words_.replace(" and ", ",").split(",") if _is_name(name.strip())]
        return found

    def antecedent(self, head: int) -> Speaker | None:
        """Follow "who" to the noun its clause hangs on."""
        verb = self.parse.head[head]
        for _ in range(4):
            if self.parse.dep[verb] == "relcl":
                noun = self.parse.head[verb]
                low, high = self.parse.reach[noun]
                clause = self.parse.reach[verb][0]
                tokens = list(range(low, min(high, max(clause, noun + 1))))
                while len(tokens) > 1 and not self.parse.text[tokens[-1]][0].isalnum():
                    tokens.pop()
                return self.of(tokens, noun) if self.word(noun) not in _pronouns()["relative"] else None
            verb = self.parse.head[verb]
        return None

    # -- several, and unnamed ones

    def joint(self, tokens: list[int], head: int) -> Speaker | None:
        """Name joint speakers: "A and B", each resolved by itself."""
        inside = set(tokens)
        heads = [head]
        for token in tokens:
            if token in self.parse.children[heads[-1]] and self.parse.dep[token] == "conj":
                heads.append(token)
        if len(heads) < 2 or not any(self.parse.pos[t] == "PROPN" or self.parse.pos[t] == "PRON" for t in heads):
            return None
        names = []
        edges = [*(self.parse.reach[h][0] for h in heads[1:]), tokens[-1] + 1]
        first = tokens[0]
        for part, edge in zip(heads, edges, strict=True):
            piece = [t for t in range(first, edge) if t in inside]
            while piece and (self.parse.pos[piece[-1]] in ("CCONJ", "PUNCT")):
                piece.pop()
            speaker = self.of(piece, part) if piece and part in piece else None
            if speaker is None:
                return None
            names.append(speaker)
            first = edge
        name = " and ".join(dict.fromkeys(speaker.name for speaker in names))
        why = tuple(span for speaker in names for span in speaker.why)
        return Speaker(_described(self.page.article, Kind.GROUP, name), name, None, why)

    def described(self, tokens: list[int], head: int) -> Speaker | None:
        """Keep an unnamed speaker's own words, without the article before them."""
        while tokens and self.word(tokens[0]) in _ARTICLES:
            tokens = tokens[1:]
        if not tokens or self.word(head) in _pronouns()["any"]:
            return None
        span = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        name = " ".join(self.text[slice(*span)].split())
        kind = self.kind(head)
        office = office_at(self.parse, head)
        role = (RoleSeen(office.words(self.text, self.parse), office.of, office.span(self.parse)),) if office else ()
        chain = replace(_described(self.page.article, kind, name), roles=role)
        self.chains[chain.id] = chain
        shown = office.words(self.text, self.parse) if office and kind == Kind.PERSON else None
        return Speaker(chain, name, shown)

    def kind(self, head: int) -> Kind:
        """Say what kind of thing an unnamed speaker is, by its head word."""
        word = self.word(head)
        kinds = words("offices")["kinds"]
        if word in kinds["institution"]:
            return Kind.INSTITUTION
        if word in kinds["group"] or self.parse.tag[head] in ("NNS", "NNPS"):
            return Kind.GROUP
        return Kind.PERSON


def office_like(pos: str) -> bool:
    """Tell whether a token of this kind can stand inside an office before a name."""
    return pos in ("NOUN", "PROPN", "ADJ")


def _described(article: Article, kind: Kind, name: str, named: bool = False) -> Chain:
    return Chain(make_id("c", article.id, kind.value, "described", name), article.id, kind, name, (name,), named)


def _longest(roles: Sequence[RoleSeen]) -> str | None:
    return max(roles, key=lambda role: (len(role.office.split()), -role.span[0])).office if roles else None


def _is_name(name: str) -> bool:
    parts = name.split()
    return 2 <= len(parts) <= 4 and all(part[0].isupper() for part in parts)


@cache
def _pronouns() -> dict[str, frozenset[str]]:
    table = words("offices")["pronouns"]
    sets = {name: frozenset(table[name]) for name in ("male", "female", "plural", "thing", "relative")}
    sets["first"] = frozenset([*table["first"], *table["first_plural"]])
    sets["any"] = sets["male"] | sets["female"] | sets["plural"] | sets["thing"]
    return sets


@cache
def _with_article() -> frozenset[str]:
    return frozenset(
        {"Bahamas", "Gambia", "Netherlands", "Philippines", "Maldives", "Seychelles", "Czech Republic", "Dominican Republic"}
    )

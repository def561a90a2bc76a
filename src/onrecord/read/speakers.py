"""Whose words a statement holds: the source span becomes a person, group, office or institution, or stays open.

A source is read from its head word: a name or an office leads to its chain, a pronoun to the chain it stands for, a state or
capital to its government; "A and B" are joint speakers; whoever has no name keeps the source's own words. See docs/speakers.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.read.authors import FirstPersons
from onrecord.read.governments import chain_of_state, government_of, state_speaking
from onrecord.read.heads import (
    ARTICLES,
    POSSESSIVE,
    hangs_below,
    head_of,
    is_generic,
    is_lets,
    is_proper,
    is_role,
    is_somebody,
    kind_of,
    label_name,
    piece_with,
    pronouns,
    source_tokens,
    without_clause,
    word_of,
)
from onrecord.read.lookup import Lookup
from onrecord.read.offices import is_head, office_at
from onrecord.read.page import Page
from onrecord.read.rules.spans import Near
from onrecord.read.states import state_named
from onrecord.records import Act, Article, Chain, Kind, Manner, Mention, RoleSeen, Span, Spans, Statement, make_id


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
    named: dict[int, Speaker | None] = {}
    told: Near[int] = Near()
    for index in sorted(range(len(statements)), key=lambda i: _place(statements[i])):
        source = statements[index].source
        around = [named[i] for i in told.near(source) if _holds(statements[i].content, source)]
        named[index] = desk.speaker(statements[index], around)
        told.add(statements[index].content, index)
    done = [_with(statement, named[index]) for index, statement in enumerate(statements)]
    chains = {chain.id: chain for chain in page.chains} | {s.chain.id: s.chain for s in named.values() if s}
    return replace(page, chains=tuple(chains[key] for key in sorted(chains))), done


def _with(statement: Statement, speaker: Speaker | None) -> Statement:
    if speaker is None:
        return statement
    why = tuple(sorted({*statement.source, *speaker.why}))
    return replace(statement, speaker=speaker.chain.id, speaker_name=speaker.name, speaker_office=speaker.office, why_speaker=why)


def _place(statement: Statement) -> tuple[int, int]:
    """Order statements by where they begin, the longer of two first, so that the one around another is named before it."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return min((start for start, _ in spans), default=0), -max((end for _, end in spans), default=0)


def _holds(outer: Spans, inner: Spans) -> bool:
    return bool(inner) and all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


class _Desk:
    """One page with what naming its speakers needs; ``last`` is the speaker of the statement before and its sentence."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.article.text
        self.parse = page.parse
        self.chains = {chain.id: chain for chain in page.chains}
        self.mentions = Lookup(page.mentions)
        self.first_persons = FirstPersons(page)
        self.last: tuple[Speaker, int] | None = None
        self.content: Spans = ()
        self.quoting = False

    def speaker(self, statement: Statement, around: list[Speaker | None]) -> Speaker | None:
        """Say who speaks in one statement, given the speakers of the statements it is told in, outermost first."""
        tokens = source_tokens(self.parse, statement.source)
        if not tokens:
            return None
        head = head_of(self.parse, tokens)
        word = word_of(self.parse, head)
        if word in pronouns()["second"]:
            return None
        if word in pronouns()["first"] or is_lets(self.parse, tokens):
            return around[-1] if around else self.author(head)
        self.content, self.quoting = statement.content, statement.manner == Manner.DIRECT
        speaker = self.of(tokens, head)
        if speaker and not around and statement.act != Act.ASK:  # the answer is somebody else's
            self.last = speaker, self.parse.sentence_of[head]
        return speaker

    def of(self, tokens: list[int], head: int) -> Speaker | None:
        """Name the speaker of a source with this head."""
        word = word_of(self.parse, head)
        if is_role(self.parse, tokens):
            return None
        if word in pronouns()["relative"]:
            return self.antecedent(head)
        parts = self.coordinated(tokens, head)
        if len(parts) > 1:
            return self.joint(parts)
        if word in pronouns()["any"] and self.parse.pos[head] in ("PRON", "DET"):
            return self.pronoun(head, word)
        if several := self.both(tokens):
            return several
        mention = self.named(tokens, head)
        if mention and mention.form == "office" and len(tokens) < 3 and (same := self.same_as_before(head)):
            return same  # "the official" is the unnamed one who spoke just before, not somebody else's office
        chain = self.chains.get(mention.chain or "") if mention else None
        if mention and chain and chain.kind not in (Kind.STATE, Kind.PLACE) and self.is_whole(mention, chain, tokens):
            return Speaker(chain, chain.name, self.office(chain, tokens), self.path(chain, mention))
        return self.government(tokens, head) or self.described(tokens, head)

    # -- names

    def named(self, tokens: list[int], head: int) -> Mention | None:
        """Find the name or office that is the source's head, stands beside it, or stands in apposition to it."""
        start, end = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        inside = [m for m in self.mentions.within(start, end) if m.form != "pronoun"]
        at_head = [m for m in inside if m.start <= self.parse.start[head] and self.parse.end[head] <= m.end]
        if not at_head:  # a source may hold less than the name
            people = [m for m in self.mentions.over(self.parse.start[head]) if m.kind == Kind.PERSON and m.form != "pronoun"]
            at_head = [m for m in people if self.text[m.end : max(end, m.end)][:1] in ("", ",")]
        if not any(m.kind == Kind.PERSON for m in at_head):
            people = [m for m in inside if m.kind == Kind.PERSON and self.is_speaker(m, tokens, head)]
            if len({m.chain for m in people}) == 1:
                return people[0]
        return max(at_head, key=lambda m: (m.kind == Kind.PERSON, m.end - m.start), default=None)

    def is_speaker(self, mention: Mention, tokens: list[int], head: int) -> bool:
        """Tell whether a person's name in a source is the speaker's: beside an office or in apposition, not "of X" or "X's"."""
        first, last = bisect_left(self.parse.start, mention.start), bisect_left(self.parse.end, mention.end)
        after = self.parse.text[last + 1] if last < tokens[-1] else ""
        if after in POSSESSIVE or hangs_below(self.parse, last, head):
            return False
        if first <= tokens[0]:
            return after in ("", ",", "(", "-", "–")
        if after not in ("", ",", "(", "-", "–", "—", "of", "in", "at", "from", "who", "and"):
            return False  # "veteran X aides"
        before = first - 1
        if self.parse.text[before] == "." and before > tokens[0]:  # a rank's stop taken for a sentence's
            before -= 1
        if self.parse.text[before] == ",":
            return is_head(self.parse.text[head]) or self.parse.dep[last] == "appos"
        if self.parse.text[before].lower() == "named" and after == "":
            return True
        office = is_head(self.parse.text[head]) and self.parse.pos[before] in ("NOUN", "PROPN", "ADJ")
        return office or is_head(self.parse.text[before])

    def is_whole(self, mention: Mention, chain: Chain, tokens: list[int]) -> bool:
        """Tell whether a name says it all: "most Republicans" are not the Republicans."""
        if chain.kind == Kind.PERSON or mention.form == "office":
            return True
        before = [token for token in tokens if self.parse.start[token] < mention.start]
        if before and self.parse.text[before[-1]] in POSSESSIVE:  # "Ruritania's Water Board"
            return chain.kind == Kind.INSTITUTION and not is_generic(chain.name)
        return all(word_of(self.parse, token) in ARTICLES for token in before)

    def office(self, chain: Chain, tokens: list[int]) -> str | None:
        """Give a person's office in the source's own words, else the one the article gives most often."""
        start, end = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        near = [_spelled(self.text, role) for role in chain.roles if start <= role.span[0] and role.span[1] <= end]
        alone = [m for m in self.mentions.within(start, end) if m.chain == chain.id and m.kind == Kind.OFFICE]
        near += [" ".join(self.text[m.start : m.end].split()) for m in alone]
        return next(iter(near), None) or usual_office(chain, self.text)

    def path(self, chain: Chain, mention: Mention) -> Spans:
        """Give the spans that lead from the source to the name: the mention, and where the name last stood in full before."""
        spans: list[Span] = [(mention.start, mention.end)]
        full = [m for m in self.mentions.of(chain.id) if m.form == "name"]
        if full and mention.form != "name":
            before = [m for m in full if m.start < mention.start]
            spans.append((before[-1].start, before[-1].end) if before else (full[0].start, full[0].end))
        return tuple(spans)

    def government(self, tokens: list[int], head: int) -> Speaker | None:
        """Name the government that a state, a capital or "the government of ..." stands for."""
        state = state_speaking(self.page, tokens, head)
        if state is None:
            return None
        chain = chain_of_state(self.page, state) or _chain(self.page.article, Kind.STATE, state, named=True)
        return Speaker(self.known(chain), government_of(state))

    # -- pronouns

    def pronoun(self, head: int, word: str) -> Speaker | None:
        """Follow a pronoun to the chain it stands for, or to the speaker just before where nobody else can be meant."""
        start = self.parse.start[head]
        before = self.last if self.last and self.parse.sentence_of[head] - self.last[1] <= 2 else None
        if before and word not in pronouns()["male"] | pronouns()["female"]:
            return before[0] if self.agrees(word, before[0].chain) else None
        mention = next((m for m in self.mentions.over(start) if m.start == start and m.form == "pronoun"), None)
        chain = self.chains.get(mention.chain or "") if mention else None
        if chain and self.spoken_of(chain):  # "he said Bresk was wrong": he is not Bresk
            return self.just_before(word, before)
        if mention and chain and not (before and self.agrees(word, before[0].chain) and self.is_nearer(before[1], chain, head)):
            return Speaker(chain, chain.name, usual_office(chain, self.text), self.path(chain, mention))
        if before is None or self.others_since(before[1], head):
            return None
        # one quotation after another, or "He said" right behind a statement, and nobody else named between them
        follows = self.quoting or (self.opens(head))
        same = chain is None and follows and before[0].chain.named
        return self.just_before(word, before) if same else before[0] if self.agrees(word, before[0].chain) else None

    def opens(self, token: int) -> bool:
        """Tell whether a word is the first of its sentence."""
        first = self.parse.sentences[self.parse.sentence_of[token]][0]
        return not any(self.parse.text[before][0].isalnum() for before in range(first, token))

    def spoken_of(self, chain: Chain) -> bool:
        """Tell whether somebody is named in what is being said: people do not call themselves by name."""
        inside = [m for start, end in self.content for m in self.mentions.within(start, end)]
        return any(m.chain == chain.id and m.form in ("name", "short") for m in inside)

    def just_before(self, word: str, before: tuple[Speaker, int] | None) -> Speaker | None:
        """Give the person who spoke just before, where a pronoun fits and what is said does not name them."""
        if before is None or before[0].chain.kind != Kind.PERSON or self.spoken_of(before[0].chain):
            return None
        gender = "male" if word in pronouns()["male"] else "female"
        return before[0] if before[0].chain.gender in (None, gender) else None

    def others_since(self, sentence: int, head: int) -> bool:
        """Tell whether somebody else was named in a sentence between a speaker's and a pronoun's."""
        here = self.parse.sentence_of[head]
        first, last = self.parse.sentences[min(sentence + 1, here)][0], self.parse.sentences[here][0]
        start, end = self.parse.start[first], self.parse.start[last]
        return any(m.kind == Kind.PERSON for m in self.mentions.within(start, end))

    def is_nearer(self, sentence: int, chain: Chain, head: int) -> bool:
        """Tell whether who spoke in a sentence just before is nearer to a pronoun than a chain last met further back."""
        first = self.parse.start[self.parse.sentences[sentence][0]]
        between = [m for m in self.mentions.within(first, self.parse.start[head]) if m.chain == chain.id]
        return self.parse.sentence_of[head] - sentence == 1 and not between

    def agrees(self, word: str, chain: Chain) -> bool:
        """Tell whether a pronoun can stand for the speaker before by number and gender; a named person needs more than that."""
        table = pronouns()
        if word in table["plural"]:
            return chain.kind == Kind.GROUP or (not chain.named and chain.kind == Kind.INSTITUTION)
        if word in table["thing"]:
            return chain.kind in (Kind.INSTITUTION, Kind.STATE)
        gender = "male" if word in table["male"] else "female"
        return chain.kind == Kind.PERSON and not chain.named and chain.gender in (None, gender) and is_somebody(chain.name)

    def author(self, head: int) -> Speaker | None:
        """Name the first person outside quotation marks: the article's one author, or whose turn it is."""
        name = self.first_persons.name_at(self.parse.start[head])
        if name is None:
            return None
        chain = next((c for c in self.chains.values() if c.kind == Kind.PERSON and name in c.names), None)
        return Speaker(
            self.known(chain or _chain(self.page.article, Kind.PERSON, name, named=True)), chain.name if chain else name
        )

    def antecedent(self, head: int) -> Speaker | None:
        """Follow "who" to the noun its clause hangs on."""
        verb = self.parse.head[head]
        for _ in range(4):
            if self.parse.dep[verb] == "relcl":
                noun = self.parse.head[verb]
                tokens = list(range(self.parse.reach[noun][0], max(noun + 1, min(head, self.parse.reach[noun][1]))))
                tokens = source_tokens(self.parse, (self.parse.span(tokens[0], tokens[-1] + 1),))
                known = noun in tokens and word_of(self.parse, noun) not in pronouns()["relative"]
                return self.of(without_clause(self.parse, tokens, noun), noun) if known else None
            verb = self.parse.head[verb]
        return None

    # -- several, and unnamed ones

    def coordinated(self, tokens: list[int], head: int) -> list[tuple[list[int], int]]:
        """Cut "A and B" into its members, each with its head, where one of them is a name; anything else is one."""
        inside, heads = set(tokens), [head]
        for token in tokens:
            if self.parse.dep[token] == "conj" and self.parse.head[token] == heads[-1] and self.is_joined(heads[-1], token):
                heads.append(token)
        if len(heads) < 2 or not any(self.parse.pos[h] == "PROPN" for h in heads):
            return [(tokens, head)]
        edges = [*(self.parse.reach[h][0] for h in heads[1:]), tokens[-1] + 1]
        parts, first = [], tokens[0]
        for part, edge in zip(heads, edges, strict=True):
            piece = [t for t in range(first, edge) if t in inside]
            while piece and self.parse.pos[piece[-1]] in ("CCONJ", "PUNCT"):
                piece.pop()
            parts.append((piece, part))
            first = edge
        return parts if all(part in piece for piece, part in parts) else [(tokens, head)]

    def both(self, tokens: list[int]) -> Speaker | None:
        """Name two people joined by "and", whatever their offices: "both President A and the minister, B"."""
        start, end = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        people = [m for m in self.mentions.within(start, end) if m.kind == Kind.PERSON and m.form in ("name", "short")]
        if len(people) != 2 or people[0].chain == people[1].chain:
            return None
        first, second = (bisect_left(self.parse.start, m.start) for m in people)
        last = bisect_left(self.parse.end, people[0].end)
        between = list(range(last + 1, second))
        joint = next((token for token in reversed(between) if self.parse.text[token].lower() == "and"), second)
        if joint == second or any(self.parse.pos[t] in ("ADP", "PUNCT", "VERB", "AUX") for t in range(joint, second)):
            return None
        told = any(self.parse.pos[t] in ("VERB", "AUX") or self.parse.tag[t] in ("WP", "WDT", "NNS") for t in between)
        listed = any(self.parse.pos[t] in ("ADP", "VERB") or self.parse.text[t] in POSSESSIVE for t in range(tokens[0], first))
        after = bisect_left(self.parse.end, people[1].end) + 1
        whole = after > tokens[-1] or self.parse.text[after] in (",", "(", "-", "–", "—")  # not "A and the B campaign"
        if told or listed or not whole or self.parse.text[between[0]].lower() not in ("and", ",", "("):
            return None
        chains = [self.chains[m.chain or ""] for m in people]
        name = " and ".join(chain.name for chain in chains)
        return Speaker(
            self.known(_chain(self.page.article, Kind.GROUP, name)), name, None, tuple((m.start, m.end) for m in people)
        )

    def is_joined(self, left: int, right: int) -> bool:
        """Tell whether two nouns are joined by more than the comma of a place: not in "Springfield, Ill. Mayor X"."""
        between = [self.parse.text[token] for token in range(left + 1, right)]
        place = between[:1] == [","] and len(between) > 1 and between[1].endswith(".") and state_named(between[1]) is None
        return not place or "and" in between

    def joint(self, parts: list[tuple[list[int], int]]) -> Speaker | None:
        """Name joint speakers, "A and B", each by itself; open as soon as one is."""
        speakers = [speaker for tokens, head in parts if (speaker := self.of(tokens, head))]
        if len(speakers) < len(parts):
            return None
        name = " and ".join(dict.fromkeys(speaker.name for speaker in speakers))
        why = tuple(span for speaker in speakers for span in speaker.why)
        return Speaker(self.known(_chain(self.page.article, Kind.GROUP, name)), name, None, why)

    def described(self, tokens: list[int], head: int) -> Speaker | None:
        """Keep an unnamed speaker's own words, without the article before them."""
        tokens = without_clause(self.parse, piece_with(tokens, head), head)
        definite = word_of(self.parse, tokens[0]) == "the"
        if word_of(self.parse, tokens[0]) in ARTICLES and self.text[self.parse.end[tokens[0]] :][:1].isspace():
            tokens = tokens[1:]  # not of "A-Team"
        while tokens and not self.parse.text[tokens[0]][0].isalnum() and self.parse.text[tokens[0]][0] not in "$@":
            tokens = tokens[1:]
        if not tokens:
            return None
        if definite and tokens == [head] and (same := self.same_as_before(head)):
            return same
        name = " ".join(self.text[self.parse.start[tokens[0]] : self.parse.end[tokens[-1]]].split())
        name = name if name.count("(") <= name.count(")") else name[: name.rindex("(")].rstrip()  # a bracket that nothing closes
        office = office_at(self.parse, head)
        roles = (RoleSeen(office.title(self.parse), office.of, office.span(self.parse)),) if office else ()
        if label := label_name(self.parse, tokens):
            known = next((c for c in self.chains.values() if label.casefold() in (n.casefold() for n in c.names)), None)
            chain = self.known(known or _chain(self.page.article, Kind.PERSON, label, named=True))
            return Speaker(chain, chain.name, usual_office(chain, self.text))
        if not definite and is_proper(self.parse, tokens):
            return Speaker(self.known(_chain(self.page.article, Kind.INSTITUTION, name, named=True)), name)
        chain = _chain(self.page.article, kind_of(self.parse, head), name)
        chain = self.known(replace(chain, roles=roles if chain.kind == Kind.PERSON else ()))
        return Speaker(chain, name, usual_office(chain, self.text))

    def same_as_before(self, head: int) -> Speaker | None:
        """Take "the official" for the unnamed official who spoke just before."""
        if self.last is None or self.parse.sentence_of[head] - self.last[1] > 4:
            return None
        speaker = self.last[0]
        last_word = speaker.name.split()[-1] if not speaker.chain.named and speaker.chain.kind == Kind.PERSON else ""
        office = _spelled(self.text, speaker.chain.roles[0]).split() if speaker.chain.roles else [last_word]
        return speaker if word_of(self.parse, head) in (last_word, office[-1]) else None

    def known(self, chain: Chain) -> Chain:
        """Keep a chain for the statements that follow."""
        return self.chains.setdefault(chain.id, chain)


def usual_office(chain: Chain, text: str) -> str | None:
    """Give the office a person is given most often; of equals the one with more words, then the first."""
    spelled = [_spelled(text, role) for role in chain.roles]
    counts = Counter(spelled)
    first = {office: -index for index, office in reversed(list(enumerate(spelled)))}
    return max(counts, key=lambda office: (counts[office], len(office.split()), first[office]), default=None)


def _spelled(text: str, role: RoleSeen) -> str:
    """Give an office as the article spells it, its state or body included."""
    return " ".join(text[slice(*role.span)].split())


def _chain(article: Article, kind: Kind, name: str, named: bool = False) -> Chain:
    return Chain(make_id("c", article.id, kind.value, "described", name.casefold()), article.id, kind, name, (name,), named)

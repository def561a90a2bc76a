"""Whose words a statement holds: the source span becomes a person, group, office or institution, or stays open.

A source is read from its head word: a name or an office leads to its chain, a pronoun to the chain it stands for, a state or
capital to its government; "A and B" are joint speakers; whoever has no name keeps the source's own words. See docs/speakers.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lang import words
from onrecord.read.authors import FirstPersons
from onrecord.read.bodies import Bodies
from onrecord.read.called import Speaker, chain_for, usual_office
from onrecord.read.edges import paired
from onrecord.read.following import Following
from onrecord.read.heads import (
    ARTICLES,
    head_of,
    is_joint,
    is_lets,
    is_part,
    is_proper,
    is_role,
    is_told,
    kind_of,
    label_name,
    piece_with,
    pronouns,
    source_tokens,
    without_clause,
    without_owner,
    without_place,
    without_telling,
    word_of,
)
from onrecord.read.joined import who_does
from onrecord.read.media import Media
from onrecord.read.numbers import is_number, more_before
from onrecord.read.offices import office_at
from onrecord.read.page import Page, tokens_of
from onrecord.read.papers import fuller, is_bare
from onrecord.read.rules.spans import Near
from onrecord.records import Act, Kind, Manner, RoleSeen, Spans, Statement


def name_speakers(page: Page, statements: Sequence[Statement]) -> tuple[Page, list[Statement]]:
    """Name the speaker of each statement; null where there is no source or it stays open.

    Speakers without a chain of their own (unnamed ones, joint ones, governments) get one, added to the page.
    """
    desk = _Desk(page)
    named: dict[int, Speaker | None] = {}
    told: Near[int] = Near()
    for index in sorted(range(len(statements)), key=lambda i: _place(statements[i])):
        source = statements[index].source
        around = [i for i in told.near(source) if _holds(statements[i].content, source)]
        desk.verbatim = any(statements[i].manner == Manner.DIRECT for i in around)
        named[index] = desk.speaker(statements[index], [named[i] for i in around])
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


class _Desk(Following):
    """One page with what naming its speakers needs."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.first_persons = FirstPersons(page)
        self.media: Media[Speaker] = Media(page.parse)
        self.bodies = Bodies(page, self.mentions, self.chains)

    def speaker(self, statement: Statement, around: list[Speaker | None]) -> Speaker | None:
        """Say who speaks in one statement, given the speakers of the statements it is told in, outermost first."""
        tokens = source_tokens(self.parse, statement.source)
        if not tokens:
            return None
        head = head_of(self.parse, tokens)
        if (subject := who_does(self.parse, head, tokens_of(self.parse, statement.cue))) is not None:
            tokens, head = source_tokens(self.parse, (self.parse.span(*self.parse.reach[subject]),)), subject
        word = word_of(self.parse, head)
        if statement.by.endswith(":turn"):
            if not statement.cue and self.first_persons.turns:  # a label on a line of its own
                return self.person(self.first_persons.name_at(statement.content[0][0]))
            label = self.text[self.parse.start[tokens[0]] : self.parse.end[tokens[-1]]].casefold()
            people = [c for c in self.chains.values() if c.kind == Kind.PERSON and label in (name.casefold() for name in c.names)]
            if len(people) == 1:
                return Speaker(people[0], people[0].name, usual_office(people[0], self.text))
        if word in pronouns()["second"] or is_told(self.parse, head, tokens_of(self.parse, statement.cue)):
            return None
        if word in pronouns()["first"] or is_lets(self.parse, tokens):
            return around[-1] if around and self.may_be_first(around[-1], head) else self.author(head)
        self.content, self.quoting = statement.content, statement.manner == Manner.DIRECT
        speaker = self.of(tokens, head)
        if speaker:
            self.heads[head] = speaker
        if speaker and not around and statement.act != Act.ASK:  # the answer is somebody else's
            self.last = speaker, self.sentence[head]
            self.tell(head, speaker)
            self.media.remember(statement, speaker)
        return speaker

    def of(self, tokens: list[int], head: int) -> Speaker | None:
        """Name the speaker of a source with this head."""
        word = word_of(self.parse, head)
        if is_role(self.parse, tokens):
            return None
        if word in pronouns()["relative"]:
            return self.antecedent(head)
        if listed := self.listed(tokens):
            return listed
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
        return (
            self.beside(tokens, head)
            or self.behind(tokens)
            or self.identified(head)
            or self.government(tokens, head)
            or self.maker(tokens, head)
            or self.called_anew(tokens, head)
            or self.described(tokens, head)
        )

    def maker(self, tokens: list[int], head: int) -> Speaker | None:
        """Name whose statement or letter speaks: "a statement from X", "X's letter"."""
        makers = self.media.makers(tokens, head)
        speaker = self.of(makers, head_of(self.parse, makers)) if makers else None
        if speaker:
            self.media.keep(head, speaker)
        return speaker

    def met_before(self, head: int) -> Speaker | None:
        """Name who issued "the statement" before, where that is somebody with a name, or the official met before."""
        noun = self.media.issuer(head)
        if noun is None:
            return self.introduced(head) or self.introduced_several(head)
        tokens = source_tokens(self.parse, (self.parse.span(*self.parse.reach[noun]),)) if not self.quoted[noun] else []
        speaker = self.of(without_clause(self.parse, tokens, noun), noun) if noun in tokens else None
        return speaker if speaker and speaker.chain.named else None

    # -- the first person

    def author(self, head: int) -> Speaker | None:
        """Name the first person outside quotation marks: the article's one author, or whose turn it is."""
        return self.person(self.first_persons.name_at(self.parse.start[head]))

    def person(self, name: str | None) -> Speaker | None:
        """Give a person by name, with the chain the article has for them."""
        if name is None:
            return None
        chain = next((c for c in self.chains.values() if c.kind == Kind.PERSON and name in c.names), None)
        return Speaker(
            self.known(chain or chain_for(self.page.article, Kind.PERSON, name, named=True)), chain.name if chain else name
        )

    # -- several, and unnamed ones

    def joint(self, parts: list[tuple[list[int], int]]) -> Speaker | None:
        """Name joint speakers, "A and B", each by itself; open as soon as one is."""
        if self.all_one(parts) and (person := self.people(parts[-1][0])) and (chain := self.chains.get(person[-1].chain or "")):
            tokens = [token for piece, _ in parts for token in piece]
            return Speaker(chain, chain.name, self.office(chain, tokens), self.path(chain, person[-1]))
        speakers = [speaker for tokens, head in parts if (speaker := self.of(tokens, head) or self.number(tokens))]
        if len(speakers) < len(parts):
            return None
        name = " and ".join(dict.fromkeys(speaker.name for speaker in speakers))
        why = tuple(span for speaker in speakers for span in speaker.why)
        return Speaker(self.known(chain_for(self.page.article, Kind.GROUP, name)), name, None, why)

    def described(self, tokens: list[int], head: int) -> Speaker | None:
        """Keep an unnamed speaker's own words, without the article before them."""
        whole = piece_with(tokens, head)
        tokens = without_place(self.parse, without_clause(self.parse, whole, head), head)
        tokens = without_telling(self.parse, tokens, head)
        definite = word_of(self.parse, tokens[0]) == "the"
        if word_of(self.parse, tokens[0]) in ARTICLES and self.text[self.parse.end[tokens[0]] :][:1].isspace():
            tokens = tokens[1:]  # not of "A-Team"
        while tokens and not self.parse.text[tokens[0]][0].isalnum() and self.parse.text[tokens[0]][0] not in "$@":
            tokens = tokens[1:]
        if not tokens or word_of(self.parse, tokens[0]) == "whose":
            return None
        if is_number(self.parse, tokens):
            return self.pair_before(head) if definite and word_of(self.parse, head) == "two" else self.more_of(tokens)
        if is_part(self.parse, tokens, head):
            return None
        if definite and tokens == [head] and (same := self.media.whose(head) or self.same_as_before(head)):
            return same
        if definite and tokens[-1] == head and (body := self.body(tokens, head)):
            return body
        if tokens[-1] == head and (definite or len(tokens) == 2) and (same := self.told_before(tokens)):
            return same
        alone = tokens[-1] == head and " " not in self.text[self.parse.start[tokens[0]] : self.parse.end[head]]  # "op-ed"
        if definite and alone and (met := self.state_before(head) or self.met_before(head)):
            return met
        if is_bare(self.parse, tokens, head) and (paper := self.paper(head)):
            return paper
        name = " ".join(self.text[self.parse.start[tokens[0]] : self.parse.end[tokens[-1]]].split())
        name = name if name.count("(") <= name.count(")") else name[: name.rindex("(")].rstrip()  # a bracket that nothing closes
        name = paired(name, self.text[: self.parse.start[tokens[0]]][-1:], self.text[self.parse.end[tokens[-1]] :][:2])
        office = office_at(self.parse, head)
        roles = (RoleSeen(office.title(self.parse), office.of, office.span(self.parse)),) if office else ()
        if label := label_name(self.parse, tokens):
            known = next((c for c in self.chains.values() if label.casefold() in (n.casefold() for n in c.names)), None)
            chain = self.known(known or chain_for(self.page.article, Kind.PERSON, label, named=True))
            return Speaker(chain, chain.name, usual_office(chain, self.text))
        if (own := without_owner(self.parse, tokens)) != tokens:
            name = " ".join(self.text[self.parse.start[own[0]] : self.parse.end[own[-1]]].split())
            return Speaker(self.known(chain_for(self.page.article, Kind.INSTITUTION, name, named=True)), name)
        if not definite and is_proper(self.parse, tokens):
            return Speaker(self.known(chain_for(self.page.article, Kind.INSTITUTION, name, named=True)), name)
        if is_joint(self.parse, tokens, head) or self.opens_with(tokens):
            return Speaker(self.known(chain_for(self.page.article, Kind.GROUP, name)), name)
        why: Spans = ()
        if (owner := self.owner(tokens[0])) and len(tokens) > 1:  # "his lawyer" says nothing to who has not the text at hand
            name, why = f"{owner[0].name}'s {name.split(' ', 1)[1]}", owner[1]
        chain = chain_for(self.page.article, kind_of(self.parse, head), name)
        chain = self.known(replace(chain, roles=roles if chain.kind == Kind.PERSON else ()))
        return Speaker(chain, name, usual_office(chain, self.text), why)

    def paper(self, head: int) -> Speaker | None:
        """Name "the report" by the words that tell whose it is before, or soon after."""
        tokens = fuller(self.parse, head)
        noun = head_of(self.parse, tokens) if tokens else head
        return self.of(tokens, noun) if tokens and not self.quoted[noun] else None

    def opens_with(self, tokens: list[int]) -> bool:
        """Tell whether a source names one person and joins another without a name: "Bresk and the envoy to Olm"."""
        person = next(iter(self.people(tokens)), None)
        first = person is not None and person.start == self.parse.start[tokens[0]]
        return first and person is not None and self.text[person.end :].startswith(" and ")

    def number(self, tokens: list[int]) -> Speaker | None:
        """Keep the "others" beside a name: "Bresk and others"."""
        name = self.text[self.parse.start[tokens[0]] : self.parse.end[tokens[-1]]]
        return Speaker(chain_for(self.page.article, Kind.GROUP, name), name) if is_number(self.parse, tokens) else None

    def more_of(self, tokens: list[int]) -> Speaker | None:
        """Name "others" or "another" by those told of right before: "Some traders left. Others said", no other bare number."""
        found = more_before(self.parse, tokens, self.quoted)
        if found is None:
            return None
        name, noun = found
        return Speaker(self.known(chain_for(self.page.article, kind_of(self.parse, noun), name)), name)

    def body(self, tokens: list[int], head: int) -> Speaker | None:
        """Take "the group" for the one body named just before, "the administration" for the only one the article names."""
        goes_on = self.quoting or word_of(self.parse, head) in words("offices")["bodies"]["papers"]["nouns"]
        spoke = self.last[0].chain if self.last and goes_on and self.sentence[head] - self.last[1] <= 1 else None
        if chain := self.bodies.taken_up(tokens, head, bisect_left(self.sentence, self.sentence[head] - 1), spoke):
            return Speaker(chain, chain.name)
        name = self.bodies.owned(head) if tokens == [head] else None
        return Speaker(self.known(chain_for(self.page.article, Kind.INSTITUTION, name)), name) if name else None

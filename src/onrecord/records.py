"""Every record of the project and how it is named.

Standard library only. A record is a frozen, slotted dataclass; Arrow and JSON read their schema off its fields at the edges.
Offsets are Unicode code points, half-open, into ``Article.text``. Ids are hashes of what identifies a record, never of who
found it, when, or how sure.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
Spans = tuple[Span, ...]


def make_id(kind: str, *parts: object) -> str:
    """Name a record: its kind and 20 hexadecimal digits of the SHA-256 of its identifying parts as canonical JSON."""
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{kind}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def text_id(text: str) -> str:
    """Name an article: the SHA-256 of its text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Role(StrEnum):
    """What a block of an article's text is there for."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    RELATED = "related"
    FURNITURE = "furniture"
    REPEAT = "repeat"


READ_ROLES = frozenset({Role.TITLE, Role.STANDFIRST, Role.BODY})
"""The roles whose words are the article's own and are therefore read."""


class Manner(StrEnum):
    """Whether a content's words are quoted: all of them, some, or none."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What was done by saying it; the last two are attributions but no statements."""

    SAY = "say"
    DENY = "deny"
    ACCUSE = "accuse"
    PROMISE = "promise"
    THREATEN = "threaten"
    URGE = "urge"
    ASK = "ask"
    CONCEDE = "concede"
    PRAISE = "praise"
    WARN = "warn"
    ANNOUNCE = "announce"
    PREDICT = "predict"
    DOUBT = "doubt"
    BELIEVE = "believe"
    INTEND = "intend"
    PERCEIVE = "perceive"


NOT_SAID = frozenset({Act.INTEND, Act.PERCEIVE})
"""Acts of attributions in PolNeAR's wide sense that are no statements: kept, shown only when asked for."""


class Kind(StrEnum):
    """What sort of thing a mention, a chain of mentions or an entity is."""

    PERSON = "person"
    GROUP = "group"
    INSTITUTION = "institution"
    STATE = "state"
    PLACE = "place"
    OFFICE = "office"


class Relation(StrEnum):
    """How two statements stand to each other."""

    SAME = "same"
    SUPPORTS = "supports"
    DENIES = "denies"
    CONTRADICTS = "contradicts"
    CONCEDES = "concedes"
    ELABORATES = "elaborates"
    SHIFTS = "shifts"


GIVEN = "given"
"""The basis of a day the user gave for all texts that carry none (``--date``): it yields to any evidence."""


@dataclass(frozen=True, slots=True)
class When:
    """A day or interval, with the words it rests on.

    ``earliest`` and ``latest`` are ISO days, both included. ``grain`` is the size of what was named (day, week, month, ...).
    ``basis`` says how it is known (``metadata:date``, ``dateline``, ``agency code``, ``given``, ``weekday``, ...).
    ``spans`` are the words in the article's text, none where the evidence stands outside the text.
    """

    earliest: str
    latest: str
    grain: str
    basis: str
    spans: Spans = ()


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """Where a text was found. Strings are empty where a thing is not known, so that sightings have an order."""

    path: str
    url: str = ""
    outlet: str = ""
    fetched: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What an input says of a text beside the text itself: metadata fields, a page's head, a sidecar, an option.

    ``published`` is a When resolved by ``gather.dating`` from those fields, with its basis.
    """

    title: str | None = None
    published: When | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None


Run = tuple[int, int, int]
"""A stretch of a text and where it starts, in just these characters, in the text of the page it was drawn from."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The page a text was drawn from: the SHA-256 of its bytes, and where the text stands in the page's own text.

    That is the page without its markup, each run of blanks one space (``gather.alignment.page_text``).
    """

    sha256: str
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One text as an input gave it, before it is known whether it was met elsewhere.

    ``hints`` are blocks the input itself is sure of (a page's furniture, say), as (start, end, role); the cleaner may use them.
    ``data`` are the bytes of the page it was drawn from: the record keeps them, no reader sees them.
    """

    text: str
    sighting: Sighting
    told: Told = Told()
    hints: tuple[tuple[int, int, Role], ...] = ()
    warnings: tuple[str, ...] = ()
    page: Origin | None = None
    data: bytes = b""
    entries: tuple[tuple[int, str], ...] = ()
    """Where the entries of a live blog begin in the text, in order, each with the ISO day it tells, empty where it tells none."""

    @property
    def article(self) -> str:
        """Name the article this text is."""
        return text_id(self.text)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input, or a part of one, that gave no article, and why."""

    input: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text, immutable, exactly as it came in, with what is known of it."""

    id: str
    text: str
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: When | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()
    page: str | None = None
    """The SHA-256 of the bytes of the page it was drawn from."""


@dataclass(frozen=True, slots=True)
class Block:
    """A span of an article with a role. Blocks of one article do not overlap and come in order.

    ``page_start`` and ``page_end`` say where it stands in the text of the page the article was drawn from, null where it was
    drawn from none or does not stand there as drawn.
    """

    article: str
    start: int
    end: int
    role: Role
    page_start: int | None = None
    page_end: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans as a reader of attributions found them, before their meaning is worked out.

    Each is a list of spans, empty where the text has none. ``score`` is calibrated: the share of such attributions that are
    right on PolNeAR dev. ``by`` names the rule or model, e.g. ``rules/1:quote``.
    """

    source: Spans
    cue: Spans
    content: Spans
    score: float
    by: str


@dataclass(frozen=True, slots=True)
class TrainedAttribution(Attribution):
    """An attribution as a trained reader gives it: ``weakest`` is its chance of the least sure word of the content it read."""

    weakest: float = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names somebody or something, or a pronoun or office that stands for one.

    ``form`` is name, short, office, pronoun or description. ``chain`` is the id of the chain it belongs to, null where open.
    """

    article: str
    start: int
    end: int
    kind: Kind
    form: str
    chain: str | None = None


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """An entity seen holding an office in an article: the office's words, what it is an office of, and where that stands."""

    office: str
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one person, group, institution, state or place within one article.

    ``name`` is the fullest name in the article as spelled there; an unnamed speaker keeps the source's own words without the
    article. ``named`` is false for such a description: it stays within its article and is never merged with another.
    """

    id: str
    article: str
    kind: Kind
    name: str
    names: tuple[str, ...]
    named: bool
    roles: tuple[RoleSeen, ...] = ()
    gender: str | None = None


class Strength(StrEnum):
    """How firmly a link is held; tension asserts nothing and waits for a reader."""

    STRICT = "strict"
    LOOSE = "loose"
    TENSION = "tension"


@dataclass(frozen=True, slots=True)
class Term:
    """A thing a proposition speaks of.

    ``role`` is how it takes part: agent, patient, of, or the preposition before it. ``word`` is the head's lemma, a name as
    spelled, or one of ``@speaker``, ``@we``, ``@home`` (the speaker's country) and ``@here``. ``chain`` is the mention's chain,
    ``under`` the lemma of the word it hangs on, ``kind`` name, noun, land (a name or demonym of a place) or pronoun.
    """

    role: str
    word: str
    under: str
    kind: str
    chain: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as told: its bounds, null where open, and what is counted."""

    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a proposition's grammar says, kept so that propositions can be compared without their parse.

    ``predicate`` is the lemma that is asserted or negated, ``terms`` what takes part, ``words`` all content lemmas in order.
    ``denied`` is empty or how it is negated: ``not``, ``none`` (of any such thing), ``longer`` (no longer), ``never``,
    ``rejects`` (by its cue). ``hedge`` is the word that hedges, ``mood`` one of fact, future, should, can, want, if, ask, topic
    (no clause); ``tense`` past, perfect or present. ``times`` are the days spoken of, as ISO intervals
    ``2021-01-01/2021-12-31``; ``spans`` are the clause's own words where it is a side clause of its part ("while he cannot
    guarantee that …"), none where it is the part itself.
    """

    predicate: str
    terms: tuple[Term, ...] = ()
    words: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    denied: str = ""
    hedge: str = ""
    mood: str = "fact"
    tense: str = "present"
    times: tuple[str, ...] = ()
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One proposition inside a content: its spans, its words readable alone, and whom they are about (entity ids)."""

    spans: Spans
    proposition: str
    about: tuple[str, ...] = ()
    negated: bool = False
    hedged: bool = False
    claim: str | None = None
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution and what it means.

    While an article is read, ``speaker`` and ``Part.about`` hold chain ids; linking replaces them by entity ids and
    ``speaker_name`` by the fullest name in the record. ``why_speaker`` lists the spans that lead from the source to the name.
    """

    article: str
    source: Spans
    cue: Spans
    content: Spans
    manner: Manner
    act: Act = Act.SAY
    nested_in: str | None = None
    speaker: str | None = None
    speaker_name: str | None = None
    speaker_office: str | None = None
    said: When | None = None
    venue: str | None = None
    addressee: str | None = None
    parts: tuple[Part, ...] = ()
    copies: tuple[str, ...] = ()
    by: str = ""
    score: float = 0.0
    why_speaker: Spans = ()

    @property
    def id(self) -> str:
        """Name a statement by its article and spans, so that any reader that finds it finds the same one."""
        return make_id("s", self.article, self.source, self.cue, self.content)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and what it means; both days are null while the article has no day to count from.

    ``value`` is what TIMEX3 (TimeML) writes for it (2021-08-10, 2021-W07, P3D, PAST_REF), null where there is nothing to write.
    """

    article: str
    start: int
    end: int
    text: str
    earliest: str | None
    latest: str | None
    grain: str
    basis: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Framing:
    """Where an article's own voice sets something against a statement: its words, the statement, and how."""

    article: str
    span: Span
    statement: str
    relation: Relation

    @property
    def id(self) -> str:
        """Name a framing by its words and what they are set against."""
        return make_id("f", self.article, self.span, self.statement)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article, looking at nothing else."""

    article: Article
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Time, ...] = ()
    framing: tuple[Framing, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in an article the words stand that prove something."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class EntityRole:
    """An office an entity was seen to hold: first and last day seen, null where undated; one piece of evidence an article."""

    office: str
    of: str | None
    earliest: str | None
    latest: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, institution, state or place across articles. Its id hashes kind and folded name."""

    id: str
    kind: Kind
    name: str
    names: tuple[str, ...]
    roles: tuple[EntityRole, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition with one polarity, and every statement of it. ``issue`` is the question it answers."""

    proposition: str
    about: tuple[str, ...]
    issue: str
    statements: tuple[str, ...]
    first: str

    @property
    def id(self) -> str:
        """Name a claim by its first part: the statement and spans that stand for it."""
        return make_id("k", self.first)


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements and how they stand to each other, a to b; a may equal b when two parts of one content differ.

    ``order`` is known when it is certain that one was said before the other. ``gates`` are the comparisons it passed, ``why``
    a sentence to read.
    """

    relation: Relation
    a: str
    b: str
    a_spans: Spans
    b_spans: Spans
    strength: Strength
    order: str
    why: str
    gates: tuple[str, ...]
    score: float
    by: str
    status: str = "machine"

    @property
    def id(self) -> str:
        """Name a link by what it ties, so that a later judgement replaces an earlier one."""
        return make_id("l", self.relation, *sorted(((self.a, self.a_spans), (self.b, self.b_spans))))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's judgement on anything a machine found: append-only, outranking the machine, surviving every rebuild.

    ``target`` is a record's id, ``verb`` one of correct, merge, split, accept, reject, add, remove, undo; ``value`` is JSON.
    ``anchor`` holds the article and exact words judged, so that a verdict whose words are gone becomes a listed orphan.
    """

    verb: str
    target: str
    value: str
    anchor: str
    by: str
    why: str
    at: str

    @property
    def id(self) -> str:
        """Name a verdict by all it says."""
        return make_id("v", self.verb, self.target, self.value, self.anchor, self.by, self.why, self.at)

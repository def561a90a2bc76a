"""Sources that call their speaker by name, office or state, alone or several joined by "and"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from onrecord.read.governments import chain_of_state, government_of, state_speaking
from onrecord.read.heads import ARTICLES, POSSESSIVE, behind_dash, hangs_below, is_generic, word_of
from onrecord.read.joined import is_joining, is_one_body
from onrecord.read.lookup import Lookup
from onrecord.read.mixed import is_body
from onrecord.read.office_words import is_head, is_title
from onrecord.read.page import Page
from onrecord.read.states import state_named
from onrecord.records import Article, Chain, Kind, Mention, RoleSeen, Span, Spans, make_id

_FROM = ("of", "from")
_SOME = ("in", "on", "from", "at", "with", "who")
_CLOSES = (",", "(", "-", "–", "—")
_DASHES = frozenset({"—", "–", "--"})
_AFTER = frozenset({"", ",", "(", "-", "–", "—"})

_HOME = r"(?: \([^()]{1,20}\)| (?:of|from) [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_TITLE = r"(?:the )?(?:[A-Z][\w.’'-]* )*"
_LEAD = re.compile(rf"{_TITLE}")
_ROW = re.compile(rf"{_HOME}, {_TITLE}")
_AND = re.compile(rf"{_HOME},? and {_TITLE}")
_REST = re.compile(r"$|,| \(| (?:of|from|who)\b")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the chain, the name to show, the office as given, and the spans that lead there."""

    chain: Chain
    name: str
    office: str | None = None
    why: Spans = ()


class Called:
    """One page with what finding a source's names needs; the chains of speakers without one of their own are added to it."""

    def __init__(self, page: Page) -> None:
        """Look up the page's chains and mentions by place."""
        self.page = page
        self.text = page.article.text
        self.parse = page.parse
        self.chains = {chain.id: chain for chain in page.chains}
        self.mentions = Lookup(page.mentions)

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
        after = self.parse.text[last + 1] if last + 1 in tokens else ""
        if after in _AFTER and self.follows_office(mention, tokens):
            return True
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
        if self.parse.text[before] in _DASHES:  # "one resident—X, a clerk"
            return self.parse.tag[head] == "NN" and after in _AFTER
        office = is_head(self.parse.text[head]) and self.parse.pos[before] in ("NOUN", "PROPN", "ADJ")
        beside = self.parse.dep[last] == "appos" and self.parse.head[last] == before and not is_body(self.parse.text[before])
        return office or beside or is_head(self.parse.text[before]) or self.closes(mention, tokens, before)

    def closes(self, mention: Mention, tokens: list[int], before: int) -> bool:
        """Tell whether a full name closes a description of one person: "the military theorist X Y", not "the X Y campaign"."""
        words = range(tokens[0], before + 1)
        plain = all(self.parse.pos[token] in ("DET", "ADJ", "NOUN", "PROPN") and token in tokens for token in words)
        word = self.parse.text[before]
        single = self.parse.tag[before] == "NN" and word.islower() and not is_body(word)
        return plain and single and " " in self.text[mention.start : mention.end].strip()

    def follows_office(self, mention: Mention, tokens: list[int]) -> bool:
        """Tell whether a source opens with the office that a name in it is given with: "Director of Public Works X"."""
        chain = self.chains.get(mention.chain or "")
        opens = {self.parse.start[tokens[0]], self.parse.start[tokens[min(1, len(tokens) - 1)]]}
        spans = [role.span for role in chain.roles] if chain else []
        return any(start in opens and end <= mention.start and not self.text[end : mention.start].strip() for start, end in spans)

    def is_whole(self, mention: Mention, chain: Chain, tokens: list[int]) -> bool:
        """Tell whether a name says it all: "most Republicans" are not the Republicans."""
        if chain.kind == Kind.PERSON or mention.form == "office":
            return True
        last = bisect_left(self.parse.end, mention.end)
        if self.is_longer(mention, tokens) or any(self.parse.dep[t] == "conj" and t in tokens for t in self.parse.children[last]):
            return False  # "Socialists and progressives"
        if chain.kind == Kind.GROUP and self.is_some(last, tokens):
            return False
        before = [token for token in tokens if self.parse.start[token] < mention.start]
        if before and self.parse.text[before[-1]] in POSSESSIVE:  # "Ruritania's Water Board"
            officers = len(before) > 1 and is_head(self.parse.text[before[-2]])  # "the U.S. Attorney's Office"
            return chain.kind == Kind.INSTITUTION and not is_generic(chain.name) and not officers
        return all(word_of(self.parse, token) in ARTICLES for token in before)

    def is_some(self, last: int, tokens: list[int]) -> bool:
        """Tell whether what follows a group's name says which of them speak: "Socialists in the Senate", "Socialists who"."""
        after = self.parse.text[last + 1] if last + 1 in tokens else ""
        return self.parse.tag[last] in ("NNPS", "NNS") and after in _SOME

    def is_longer(self, mention: Mention, tokens: list[int]) -> bool:
        """Tell whether a body's name is longer than was seen: "the U.S. Office | of the Director of Works"."""
        last = bisect_left(self.parse.end, mention.end)
        after = [self.parse.text[token] for token in tokens if token > last]
        capital = next((word for word in after[1:] if word != "the"), "")[:1].isupper()
        lands = {m.kind for token in tokens if token > last for m in self.mentions.over(self.parse.start[token])}
        local = mention.kind == Kind.INSTITUTION and len(after) < 4 and not lands.isdisjoint((Kind.PLACE, Kind.STATE))
        return after[:1] in (["of"], ["for"]) and capital and (is_body(self.parse.text[last]) or local)

    def office(self, chain: Chain, tokens: list[int]) -> str | None:
        """Give a person's office in the source's own words, else the one the article gives most often."""
        start, end = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        near = [spelled(self.text, role) for role in chain.roles if start <= role.span[0] and role.span[1] <= end]
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

    def owner(self, token: int) -> tuple[Chain, Spans] | None:
        """Give the person whom "his" or "her" before a noun stands for, with the spans that lead there; none where it is open."""
        start = self.parse.start[token]
        mention = next((m for m in self.mentions.over(start) if m.start == start and m.form == "pronoun"), None)
        chain = self.chains.get(mention.chain or "") if mention and self.parse.tag[token] == "PRP$" else None
        if mention is None or chain is None or not (chain.named and chain.kind == Kind.PERSON and chain.gender):
            return None  # whose gender nothing tells may be anybody near
        return chain, self.path(chain, mention)

    def government(self, tokens: list[int], head: int) -> Speaker | None:
        """Name the government that a state, a capital or "the government of ..." stands for."""
        state = state_speaking(self.page, tokens, head)
        if state is None:
            return None
        chain = chain_of_state(self.page, state) or chain_for(self.page.article, Kind.STATE, state, named=True)
        return Speaker(self.known(chain), government_of(state))

    def coordinated(self, tokens: list[int], head: int) -> list[tuple[list[int], int]]:
        """Cut "A and B" into its members, each with its head, where one of them is a name; anything else is one."""
        inside, heads = set(tokens), [head]
        for token in tokens:
            if self.parse.dep[token] == "conj" and self.parse.head[token] == heads[-1] and self.is_joined(heads[-1], token):
                heads.append(token)
        if len(heads) < 2 or not any(self.parse.pos[h] == "PROPN" for h in heads):
            return [(tokens, head)]
        if not is_joining(self.parse, heads):
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

    def listed(self, tokens: list[int]) -> Speaker | None:
        """Name three or more people in a row, "A of Ohio, B and President C", with nothing but titles and homes between them."""
        start, end = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        people = [m for m in self.mentions.within(start, end) if m.kind == Kind.PERSON and m.form in ("name", "short")]
        chains = [self.chains[m.chain or ""] for m in people]
        if len({chain.id for chain in chains}) < 3 or not _LEAD.fullmatch(self.text[start : people[0].start]):
            return None
        between = [self.text[first.end : second.start] for first, second in pairwise(people)]
        closing = next((place for place, words_ in enumerate(between) if _AND.fullmatch(words_)), 0)  # "…, lawyers for X"
        people, chains, between = people[: closing + 2], chains[: closing + 2], between[: closing + 1]
        rows = closing and all(_ROW.fullmatch(words_) for words_ in between[:-1])
        if not rows or len({chain.id for chain in chains}) < 3 or not _REST.match(self.text[people[-1].end : end]):
            return None
        name = " and ".join(dict.fromkeys(chain.name for chain in chains))
        why = tuple((m.start, m.end) for m in people)
        return Speaker(self.known(chain_for(self.page.article, Kind.GROUP, name)), name, None, why)

    def both(self, tokens: list[int]) -> Speaker | None:
        """Name two people joined by "and", whatever their offices: "both President A and the minister, B"."""
        tokens = behind_dash(self.parse, tokens)
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
        opening = self.parse.text[between[0]].lower()
        closing = _CLOSES if opening in _CLOSES else (*_CLOSES, *_FROM)
        whole = after > tokens[-1] or self.parse.text[after] in closing  # not "A and the B campaign"
        if told or listed or not whole or opening not in ("and", ",", "(", *_FROM):
            return None
        chains = [self.chains[m.chain or ""] for m in people]
        name = " and ".join(chain.name for chain in chains)
        return Speaker(
            self.known(chain_for(self.page.article, Kind.GROUP, name)), name, None, tuple((m.start, m.end) for m in people)
        )

    def all_one(self, parts: list[tuple[list[int], int]]) -> bool:
        """Tell whether descriptions without an article are one person's: "trade expert and Harbour League chief X".

        An office of its own stands in each, one name in the last; or "and" joins two words of one body's name before it.
        """
        *before, (last, _) = parts
        if any(self.people(piece) for piece, _ in before) or self.parse.pos[last[0]] == "DET":
            return False
        people = self.people(last)
        led = bool(people) and self.parse.start[last[0]] < people[0].start and not is_title(self.parse.text[last[0]])
        offices = all(
            self.parse.tag[head] in ("NN", "NNP") and is_head(self.parse.text[head]) and self.parse.pos[piece[0]] != "DET"
            for piece, head in before
        )
        whole = offices and (led or people[:1] == self.people(last[:1]))
        return whole or (led and is_one_body(self.parse, before[-1][1], last))

    def people(self, tokens: list[int]) -> list[Mention]:
        """List the people named in some words."""
        start, end = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        return [m for m in self.mentions.within(start, end) if m.kind == Kind.PERSON and m.form != "pronoun"]

    def is_joined(self, left: int, right: int) -> bool:
        """Tell whether two nouns are joined by more than the comma of a place: not in "Springfield, Ill. Mayor X"."""
        between = [self.parse.text[token] for token in range(left + 1, right)]
        place = between[:1] == [","] and len(between) > 1 and between[1].endswith(".") and state_named(between[1]) is None
        return not place or "and" in between

    def known(self, chain: Chain) -> Chain:
        """Keep a chain for the statements that follow."""
        return self.chains.setdefault(chain.id, chain)


def usual_office(chain: Chain, text: str) -> str | None:
    """Give the office a person is given most often; of equals the one with more words, then the first."""
    offices = [spelled(text, role) for role in chain.roles]
    counts = Counter(offices)
    first = {office: -index for index, office in reversed(list(enumerate(offices)))}
    return max(counts, key=lambda office: (counts[office], len(office.split()), first[office]), default=None)


def spelled(text: str, role: RoleSeen) -> str:
    """Give an office as the article spells it, its state or body included."""
    return " ".join(text[slice(*role.span)].split()).lstrip("-–— ")


def chain_for(article: Article, kind: Kind, name: str, named: bool = False) -> Chain:
    """Make the chain of a speaker who has none in the article."""
    return Chain(make_id("c", article.id, kind.value, "described", name.casefold()), article.id, kind, name, (name,), named)

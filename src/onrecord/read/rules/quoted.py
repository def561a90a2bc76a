"""Quotations and who is quoted: each quotation goes to the cue beside it, or on with the one before.

A few quoted words inside a sentence ("so-called" quotes) are no statement by themselves: they count only where a cue's content
holds them already.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile

from onrecord.read.rules.handing import SPEECH_RULES, Desk, opens_at
from onrecord.read.rules.quotes import Quote
from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.spans import length, merge, overlap, subtract, tidy
from onrecord.records import Span, Spans

_SPEECH_FROM = 5
"""Words from which a quotation without a sentence's punctuation is taken for speech."""
_FARTHEST = 120
"""Characters that may stand between a cue and the quotation it leads up to ("said in a letter to …: …")."""
_SETTINGS = frozenset({"in", "during", "on", "at", "after", "when", "while", "as", "before", "following"})
_TWO_WORDS = re.compile(r"[^\S\n]*+(?:[^\s.?!]++[^\S\n]*+){0,2}+")
"""No more than may stand between a quotation and its source, and no end of a sentence."""
_STOPS = frozenset('.?!:”"—–')


def attach(sheet: Sheet, set_apart: list[Candidate], spoken: list[Candidate]) -> list[Candidate]:
    """Complete contents by the quotations they touch, and give quotations without a cue to the cue beside them."""
    heads = {candidate.head for candidate in set_apart}
    desk = Desk(sheet, [*set_apart, *(c for c in spoken if c.head not in heads or c.content)])
    for step in (_give_to_holder, _give_to_sentence, _give_to_neighbour, _go_on):
        for index in range(len(sheet.quotes)):
            if index not in desk.taken:
                step(desk, index)
    for index in range(len(sheet.quotes)):
        _cut_after(desk, index)
    return [replace(candidate, content=tidy(sheet.text, candidate.content)) for candidate in desk.candidates]


def is_speech(sheet: Sheet, quote: Quote) -> bool:
    """Tell a quotation that may stand for itself from a few quoted words or a title."""
    inner = sheet.text[slice(*quote.inner)].strip()
    words = inner.split()
    if quote.carried or not quote.closed:
        return len(words) > 1
    if inner[-1:] in ",.?!" and words:
        return True
    first, last = sheet.tokens(*quote.inner)
    return len(words) >= _SPEECH_FROM and any(sheet.parse.pos[t] in ("VERB", "AUX") for t in range(first, last))


def _give_to_holder(desk: Desk, index: int) -> None:
    """Give a quotation to the candidate whose content already holds some of it."""
    quote = desk.sheet.quotes[index]
    span: Spans = ((quote.start, quote.end),)
    best, most = None, 0
    for number in desk.holders.near(span):
        candidate = desk.candidates[number]
        shared = overlap(candidate.content, span)
        if shared > most or (shared and shared == most and best is not None and _tighter(candidate, desk.candidates[best])):
            best, most = number, shared
    if best is None or (not _is_beside(desk, best, quote) and most < 0.5 * length(span)):
        return
    desk.give(index, best)
    if is_speech(desk.sheet, quote):
        _cut_before(desk, index, best)


def _tighter(one: Candidate, other: Candidate) -> bool:
    return length(one.content) < length(other.content)


def _is_beside(desk: Desk, number: int, quote: Quote) -> bool:
    """Say whether a speech cue stands in the sentence where the quotation begins or ends."""
    sheet, head = desk.sheet, desk.candidates[number].head
    if head < 0 or desk.candidates[number].rule not in SPEECH_RULES:
        return False
    first, last = sheet.tokens(quote.start, quote.end)
    home = sheet.parse.sentence_of
    return first < last and home[head] in (home[first], home[last - 1])


def _cut_before(desk: Desk, index: int, number: int) -> None:
    """Where the cue follows a quotation at once, take away what the parser added before a stop: 'A word: "…," he said'."""
    sheet, quote, candidate = desk.sheet, desk.sheet.quotes[index], desk.candidates[number]
    if not _follows(sheet, quote, candidate) or desk.ends_before(quote.start) not in _STOPS:
        return
    astray = subtract(((0, quote.start),), desk.given[number])
    desk.candidates[number] = replace(candidate, content=tidy(sheet.text, subtract(candidate.content, astray)))


def _cut_after(desk: Desk, index: int) -> None:
    """End a content with its quotation where a comma closes that and where or when it was said follows: ,” in an interview."""
    sheet, quote = desk.sheet, desk.sheet.quotes[index]
    number = desk.taken.get(index)
    if number is None or sheet.text[quote.inner[1] - 1] != ",":
        return
    candidate = desk.candidates[number]
    end = max(candidate.content)[1]
    first, last = sheet.tokens(quote.end, end)
    if first < last and sheet.lower(first) in _SETTINGS and not any(sheet.quote_of[t] >= 0 for t in range(first, last)):
        desk.candidates[number] = replace(candidate, content=subtract(candidate.content, [(quote.end, end)]))


def _give_to_sentence(desk: Desk, index: int) -> None:
    """Give a quotation to the cue whose content stands before it in the same sentence: X said A, but "…"."""
    sheet, quote = desk.sheet, desk.sheet.quotes[index]
    first, last = sheet.tokens(quote.start, quote.end)
    if first == last:
        return
    home = sheet.parse.sentence_of
    block = desk.home[index]
    before = bisect_left(desk.starts.get(block, []), sheet.parse.start[first])
    if before == 0:
        return
    number = desk.speakers[block][before - 1]
    candidate = desk.candidates[number]
    head = candidate.head
    if home[head] != home[first]:
        return
    if candidate.rule == "clause" and sheet.lemma(head) in sheet.lex.speech and candidate.content:
        end = max(candidate.content)[1]
        spoken = _directly_after(sheet, candidate, quote) if end <= sheet.parse.start[head] else is_speech(sheet, quote)
        if spoken and end <= quote.start and not _other_verb_of_speech(desk, end, quote.start):
            if end > sheet.parse.start[head]:
                desk.candidates[number] = replace(candidate, content=merge([*candidate.content, (end, quote.start)]))
            desk.give(index, number)


def _directly_after(sheet: Sheet, candidate: Candidate, quote: Quote) -> bool:
    """Say whether a quotation follows cue and source at a comma: "A," X said, "B"."""
    end = max(last for _, last in [*candidate.cue, *candidate.source])
    return sheet.text[end : quote.start].strip() in (",", "")


def _other_verb_of_speech(desk: Desk, start: int, end: int) -> bool:
    sheet = desk.sheet
    first, last = sheet.tokens(start, end)
    return any(sheet.parse.pos[t] == "VERB" and sheet.lemma(t) in sheet.lex.quote for t in range(first, last))


def _give_to_neighbour(desk: Desk, index: int) -> None:
    """Give a quotation to the speech verb that follows or precedes it in its paragraph."""
    sheet, quote = desk.sheet, desk.sheet.quotes[index]
    if not is_speech(sheet, quote):
        return
    numbers, starts = (held.get(desk.home[index], []) for held in (desk.speakers, desk.starts))
    ends, here = sheet.parse.end, bisect_left(starts, quote.start)
    back = (numbers[at] for at in range(here - 1, -1, -1))
    near = takewhile(lambda n: quote.start - ends[desk.candidates[n].head] <= _FARTHEST, back)
    before = next((n for n in near if _leads_here(desk, quote, n)), None)
    after = _after(desk, index)
    led = desk.ends_before(quote.start) == ":"
    chosen = before if before is not None and (led or after is None) else after
    if chosen is not None:
        desk.give(index, chosen)


def _after(desk: Desk, index: int) -> int | None:
    """Find the first speaker of a quotation's block whose cue and source come right after it."""
    sheet, quote = desk.sheet, desk.sheet.quotes[index]
    blocks, at = sheet.parse.blocks, sheet.parse.sentence_of
    few = _TWO_WORDS.match(sheet.text, quote.end)
    first = bisect_left(desk.openings, (quote.end, 0))
    last = bisect_left(desk.openings, (few.end() + 1 if few else quote.end, 0))
    near = {number: desk.candidates[number] for _, number in desk.openings[first:last]}
    here = [
        (candidate.head, number)
        for number, candidate in near.items()
        if blocks[at[candidate.head]] == desk.home[index] and sheet.parse.start[candidate.head] >= quote.end
        if _follows(sheet, quote, candidate)
    ]
    return min(here)[1] if here else None


def _follows(sheet: Sheet, quote: Quote, candidate: Candidate) -> bool:
    """Say whether cue and source come right after the quotation: "…" X said, "…" said X."""
    if sheet.child(candidate.head, "neg") is not None:
        return False
    first = opens_at(candidate)
    if first < quote.end or (candidate.content and min(candidate.content)[0] > quote.end):
        return False
    return _TWO_WORDS.fullmatch(sheet.text, quote.end, first) is not None


def _leads_here(desk: Desk, quote: Quote, number: int) -> bool:
    candidate = desk.candidates[number]
    return _leads(desk.sheet, quote, candidate, desk.sheet.lemma(candidate.head) in desk.sheet.lex.speech)


def _leads(sheet: Sheet, quote: Quote, candidate: Candidate, speech: bool) -> bool:
    """Say whether the cue leads up to the quotation: X said, "…"; X said in a letter: "…"."""
    if candidate.content or sheet.child(candidate.head, "neg") is not None:
        return False
    between = sheet.text[sheet.parse.end[candidate.head] : quote.start]
    if len(between) > _FARTHEST or any(mark in between for mark in '"“”?!') or ". " in between:
        return False
    if between.rstrip()[-1:] in ("", ",", ":"):
        return True
    opening = sheet.text[slice(*quote.inner)].lstrip()[:1]
    return speech and not opening.islower()


def _go_on(desk: Desk, index: int) -> None:
    """Let a quotation go on with the speaker of the one before it: in its paragraph, or as a paragraph of its own."""
    sheet, quote = desk.sheet, desk.sheet.quotes[index]
    if index == 0 or index - 1 not in desk.taken or not is_speech(sheet, quote):
        return
    last, number = sheet.quotes[index - 1], desk.taken[index - 1]
    here, there = desk.home[index], desk.home[index - 1]
    if here == there:
        goes_on = _only_cue_between(sheet, last, quote, desk.candidates[number])
    else:
        alone = _fills_block(desk, index) and _ends_block(desk, index - 1, number)
        goes_on = here == there + 1 and (quote.carried or alone)
    if goes_on:
        desk.give(index, number)


def _only_cue_between(sheet: Sheet, last: Quote, quote: Quote, candidate: Candidate) -> bool:
    """Say whether nothing but the candidate's own sentence and punctuation stands between two quotations."""
    first, end = sheet.tokens(last.end, quote.start)
    words = {sheet.parse.sentence_of[t] for t in range(first, end) if not sheet.is_mark(t)}
    return not words or (candidate.head >= 0 and words <= {sheet.parse.sentence_of[candidate.head]})


def _fills_block(desk: Desk, index: int) -> bool:
    """Say whether a paragraph is one quotation and nothing else."""
    block, quote = desk.sheet.blocks[desk.home[index]], desk.sheet.quotes[index]
    around: list[Span] = [(block.start, quote.start), (quote.end, block.end)]
    return not any(c.isalnum() for start, end in around for c in desk.sheet.text[start:end])


def _ends_block(desk: Desk, index: int, number: int) -> bool:
    """Say whether after a quotation its paragraph holds no more than the sentence of its cue."""
    sheet, block = desk.sheet, desk.sheet.blocks[desk.home[index]]
    first, end = sheet.tokens(desk.sheet.quotes[index].end, block.end)
    words = {sheet.parse.sentence_of[t] for t in range(first, end) if not sheet.is_mark(t)}
    head = desk.candidates[number].head
    return not words or (head >= 0 and words <= {sheet.parse.sentence_of[head]})

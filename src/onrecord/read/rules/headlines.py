"""Headline forms: "Name: content", "content: Name", "Name Says Content", "Content Is Name's 'Quoted Word'"."""

from __future__ import annotations

import re

from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.spans import tidy
from onrecord.records import Block, Role, Span

_LONGEST = 160
_LONGEST_NAME = 6
_HEADED = re.compile(r"\s*:\s+")
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG", "VBN", "TO"})
"""Headlines leave helping verbs out: "Kesk trying to …", "Dam sold", "Board to meet"."""
_QUOTED = re.compile(r"(?:^|[\s(])[“\"‘']")
_STOP = re.compile(r"(?<=[a-z]{3})[.?!][”\"’]?(?=\s+[“\"‘]?[A-Z])")
_OWNED = re.compile(
    r"(.+?)\s+(?:is|are|was|were|remains?)\s+([^‘’'\"“”]+)['’]s?\s+(['‘\"“][^‘’'\"“”]+['’\"”])\s*$", re.IGNORECASE
)
"""What, whose, and a quotation of few words: "Flooding Is Ada Ternin's 'Main Concern'"."""


def find_headlines(sheet: Sheet) -> list[Candidate]:
    """List what titles and other short lines attribute by punctuation or by a verb the parser may have missed."""
    found = []
    for index, block in enumerate(sheet.blocks):
        if is_headline(sheet, index, block):
            read = _says(sheet, block) or _headed(sheet, block) or _owned(sheet, block)
            if read is not None:
                found.append(read)
    return found


def is_headline(sheet: Sheet, index: int, block: Block) -> bool:
    """Say whether a block is a title, or the first lines of a text and short and without a full stop like one."""
    line = sheet.text[block.start : block.end]
    if block.role in (Role.TITLE, Role.STANDFIRST):
        return len(line) <= 2 * _LONGEST
    return (
        len(line) <= _LONGEST and (index == 0 or line.rstrip("”\"’'")[-1:] not in (".", "?", "!")) and _is_title_case(line, index)
    )


def _is_title_case(line: str, index: int) -> bool:
    words = [word for word in re.findall(r"[^\W\d]\w+", line) if len(word) > 3]
    return index == 0 or (len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words))


def _says(sheet: Sheet, block: Block) -> Candidate | None:
    first, last = sheet.tokens(block.start, block.end)
    for token in range(first + 1, last - 2):
        word = sheet.parse.text[token].lower()
        if word not in sheet.lex.headline or sheet.quote_of[token] >= 0:
            continue
        start = sheet.parse.start[first]
        if _is_name(sheet, (start, sheet.parse.end[token - 1])) and sheet.lower(token + 1) != ":":
            source = (start, sheet.parse.end[token - 1])
            return _candidate(sheet, source, sheet.parse.span(token, token + 1), (sheet.parse.end[token], block.end))
        return None
    return None


def _headed(sheet: Sheet, block: Block) -> Candidate | None:
    colons = list(_HEADED.finditer(sheet.text, block.start, block.end))
    if not colons:
        return None
    first, last = colons[0], colons[-1]
    if block.role is Role.BODY and sheet.text[block.start : first.start()].isupper():
        return None  # a dateline ("OLM: The minister said …"), or a turn, which is another rule's
    if _is_name(sheet, (block.start, first.start())) and block.end - first.end() > 12 and _asserts(sheet, first.end(), block.end):
        return _candidate(sheet, (block.start, first.start()), (first.start(), first.start() + 1), (first.end(), block.end))
    named_last = _is_name(sheet, (last.end(), block.end), proper=True) and _asserts(sheet, block.start, last.start())
    if named_last and last.start() - block.start > 12:
        return _candidate(sheet, (last.end(), block.end), (last.start(), last.start() + 1), (block.start, last.start()))
    return None


def _asserts(sheet: Sheet, start: int, end: int) -> bool:
    """Tell whether words hold a verb or a quotation, as "A Scorecard: Ups and Downs" does not, and do not ask how or why."""
    first, last = sheet.tokens(start, end)
    parse = sheet.parse
    verbal = any(parse.tag[t] in _VERBAL and parse.dep[t] not in ("amod", "compound", "pobj") for t in range(first + 1, last))
    asks = first < last and parse.tag[first] in ("WRB", "WP")
    return (verbal and not asks) or _QUOTED.search(sheet.text, start, end) is not None


def _owned(sheet: Sheet, block: Block) -> Candidate | None:
    owned = _OWNED.match(sheet.text, block.start, block.end)
    if owned is None or not _is_name(sheet, owned.span(2)):
        return None
    quoted = re.findall(r"[^\W\d]+", owned[3].lower())
    if not quoted or len(quoted) > _LONGEST_NAME or quoted[-1] not in sheet.lex.said_nouns | sheet.lex.minds:
        return None
    content, named = tidy(sheet.text, [owned.span(1), owned.span(3)]), tidy(sheet.text, [owned.span(2)])
    return Candidate("headline", -1, named, (), content)


def _candidate(sheet: Sheet, source: Span, cue: Span, content: Span) -> Candidate | None:
    spans = tidy(sheet.text, [(content[0], _first_end(sheet.text, *content)) if source[0] < content[0] else content])
    named = tidy(sheet.text, [source])
    if not spans or not named:
        return None
    return Candidate("headline", -1, named, (cue,) if cue[0] < cue[1] else (), spans)


def _first_end(text: str, start: int, end: int) -> int:
    """Give where the first sentence ends outside quotation marks: "Kesk says he will go. The board laughed"."""
    for stop in _STOP.finditer(text, start, end):
        said = text[start : stop.end()]
        if said.count("“") <= said.count("”") and said.count('"') % 2 == 0:
            return stop.end()
    return end


def _is_name(sheet: Sheet, span: Span, proper: bool = False) -> bool:
    """Say whether a stretch is short and capitalised like a name and no label ("Analysis", "Watch")."""
    words = sheet.text[slice(*span)].strip().strip("‘’'\"“”").split()
    if (
        not 1 <= len(words) <= _LONGEST_NAME
        or " ".join(words).lower() in sheet.lex.labels
        or words[0].lower() in sheet.lex.labels
    ):
        return False
    if words[-1][-1:] in ",.?!" and not words[-1].endswith("."):
        return False
    if any(stem in sheet.lex.quote or stem in sheet.lex.object for word in words[1:] for stem in _stems(word)):
        return False  # "Name Endorses Name: …"
    first, last = sheet.tokens(*span)
    if any(sheet.parse.pos[t] in ("VERB", "AUX") and sheet.parse.text[t].islower() for t in range(first, last)):
        return False
    if sheet.text[slice(*span)].count("(") != sheet.text[slice(*span)].count(")"):
        return False  # "(Agency photo: Name)"
    if first < last and sheet.parse.tag[first] in ("IN", "CC", "WRB"):
        return False
    ends_named = any(a < last and b >= last and label in _SPEAKERS for a, b, label in sheet.parse.names)
    if ends_named or words[-1].lower() in sheet.lex.roles:
        return True
    short = len(words) <= 2 and all(w[:1].isupper() and not w.isupper() for w in words)
    return short and not proper and any(sheet.parse.tag[t] in ("NNP", "NNPS") for t in range(first, last))


def _stems(word: str) -> tuple[str, ...]:
    """Give what a third person verb may be a form of."""
    plain = word.lower()
    return (plain[:-1], plain[:-2]) if plain.endswith("s") and len(plain) > 3 else ()


_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})

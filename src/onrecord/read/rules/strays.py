"""Words that stand inside a content and are not its speaker's: a heading, a transcript's marker, the reporter's own remark.

Each step takes words away, never adds any.
"""

from __future__ import annotations

import re

from onrecord.read.rules.edges import cut
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.records import Attribution

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MARKER = re.compile(r"\s*(?:\[[A-Z][A-Z ’'/]+\]|\([A-Z][A-Z ’'/]+\))\s*")
_REMARK = re.compile(r"\s*\([^()\n]+\)")
_LABEL = re.compile(r"[.?!…\])”\"—]\s+(?=[A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]+)*(?: \([^()\n]{1,40}\))?: )")
_POST_END = re.compile(r"\s*(?:(?:pic\.twitter\.com/|https?://)\S+|[—–-]+ [^\n—–]{1,60}\(@\w+\)).*", re.DOTALL)
"""What stands below a post that is shown in an article: links, who wrote it, and the day."""
_LONGEST_HEADING = 8
"""Words of a heading in single marks."""
_LONGEST_HEARER = 4
"""Words of the name of whom a letter was written to."""


def without_markers(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what a transcript tells of the recording: "[END PLAYBACK]", "(APPLAUSE)"; abbreviations stay."""
    for start, end in each.content:
        for mark in _MARKER.finditer(sheet.text, start, end):
            if _words(mark) & (sheet.lex.markers | sheet.lex.recordings):
                each = cut(sheet, each, mark.span(), fewest=1)
    return each


def _words(mark: re.Match[str]) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", mark.group().lower()))


def without_post_end(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what a post that is shown ends with: "pic.twitter.com/… — Ada Ternin (@ternin) May 2, 2019"."""
    start, end = each.content[-1] if each.content else (0, 0)
    below = _POST_END.search(sheet.text, start, end)
    return cut(sheet, each, (below.start(), end)) if below and below.start() > start else each


def without_next_speaker(sheet: Sheet, each: Attribution) -> Attribution:
    """End a transcript's turn where its paragraph gives the word to another, by a label or a recording that begins or ends."""
    if not each.by.endswith(":turn"):
        return each
    for start, end in each.content:
        labels = [mark.end() for mark in _LABEL.finditer(sheet.text, start, end)]
        played = [m.start() for m in _MARKER.finditer(sheet.text, start, end) if _words(m) & sheet.lex.recordings]
        if (turned := min([*labels, *played], default=0)) > start:
            return cut(sheet, each, (turned, each.content[-1][1]), fewest=1)
    return each


def without_heading(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a heading, a line of its own in single marks, that was taken for a quotation: "‘A good plan?’"."""
    if len(each.content) < 2 or not each.cue:
        return each
    for piece in each.content:
        block = next((b for b in sheet.blocks if b.start <= piece[0] and piece[1] <= b.end), None)
        line = sheet.text[block.start : block.end].strip() if block else ""
        alone = block is not None and not any(block.start <= start < block.end for start, _ in each.cue)
        if alone and line[:1] in "‘'" and line[-1:] in "’'" and len(line.split()) <= _LONGEST_HEADING:
            each = cut(sheet, each, piece)
    return each


def without_remark(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a clause in brackets at the end by which the reporter adds something himself: "(she said so before)"."""
    for start, end in each.content:
        for mark in _REMARK.finditer(sheet.text, start, end):
            first, last = sheet.tokens(*mark.span())
            ends = not any(char.isalnum() for char in sheet.text[mark.end() : end])
            if ends and _is_clause(sheet, first, last) and not any(sheet.quote_of[t] >= 0 for t in range(first, last)):
                each = cut(sheet, each, mark.span())
    return each


def _is_clause(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether words in brackets begin with a subject and its finite verb, and so are a sentence of their own."""
    parse, opening = sheet.parse, first
    while opening < last and sheet.is_mark(opening):
        opening += 1
    subject = next((t for t in range(opening, last) if parse.dep[t] in (*SUBJECTS, "nsubjpass")), None)
    if subject is None or parse.reach[subject][0] != opening or parse.tag[opening] in ("WDT", "WP", "WRB"):
        return False
    verb = parse.head[subject]
    return opening < verb < last and any(parse.tag[t] in _FINITE for t in (verb, *parse.children[verb]))


def without_addressee_alone(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out whom a letter or a message went to where a quotation gives its words: "wrote a letter to [Kesk]: [“…”]"."""
    if len(each.content) < 2 or not each.cue or each.content[0][0] < each.cue[-1][1]:
        return each
    first, last = sheet.tokens(*each.content[0])
    cue = sheet.tokens(*each.cue[-1])[1] - 1
    named = all(sheet.parse.pos[t] in ("PROPN", "PRON", "DET", "PUNCT") for t in range(first, last))
    quoted = sheet.text[each.content[1][0]] in '“"'
    to_whom = cue >= 0 and sheet.lower(cue) == "to" and cue + 1 == first and last - first <= _LONGEST_HEARER
    return cut(sheet, each, each.content[0]) if named and quoted and to_whom else each

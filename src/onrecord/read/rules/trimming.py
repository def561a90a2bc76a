"""The reporter's own words cut off what somebody said, as far as the parse shows where they begin.

Each step takes words away, never adds any: a quotation a little short is still what was said, one with a word of somebody
else's is not. Nothing inside quotation marks is touched. On PolNeAR the annotators cut at these places at least as often as not.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.rules.asides import (
    without_appended_thing,
    without_day_of_announcing,
    without_gesture,
    without_interrupted,
    without_link,
    without_opening,
    without_own_clause,
    without_second_verb,
    without_thing_behind,
    without_way_of_asking,
    without_what_dates_the_saying,
)
from onrecord.read.rules.edges import (
    cut,
    without_cue,
    without_hearer,
    without_joining_verb,
    without_loose_word,
    without_open_end,
    without_show,
    without_topic,
    without_turn,
)
from onrecord.read.rules.fronts import without_clause_before, without_dateline, without_joining_word
from onrecord.read.rules.hearers import without_addressee, without_named_hearer, without_told_name
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.read.rules.strays import (
    without_addressee_alone,
    without_heading,
    without_markers,
    without_next_speaker,
    without_post_end,
    without_remark,
)
from onrecord.read.rules.turns import (
    without_begun_name,
    without_begun_sentence,
    without_comment,
    without_deed_alone,
    without_lack,
    without_next_deed,
    without_others_share,
    without_outcome,
    without_own_deed,
    without_present_turn,
    without_reply,
    without_withheld,
)
from onrecord.records import Attribution, Span

_FEWEST = 2
"""Words that a content must keep."""
_DATING = 4
"""Words within which "a few days after" comes to its "after"."""
_PARTED = 3
"""Words between a phrase and the source that make it somebody else's phrase."""
_OPENING = frozenset({"“", '"', "‘"})
_PLACES = frozenset({"in", "at", "on", "during"})
_PARTING = frozenset({",", ";", "–", "—", "-", "--"})
_SETTING_OFF = frozenset({",", "–", "—", "--"})
_CLOSING = frozenset({"”", '"', "’", "''"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BACKSHIFTED = frozenset({"would", "could", "should", "might"})
"""In reported speech these are the speaker's: "which could have allowed him …"."""


def trim(sheet: Sheet, found: Sequence[Attribution]) -> list[Attribution]:
    """Cut each find, in the order given; equal finds that result are given once."""
    done = list(found)
    for step in (
        without_next_speaker,
        without_markers,
        without_post_end,
        without_heading,
        without_dateline,
        without_joining_word,
        without_clause_before,
        without_own_words,
        without_cue,
        without_addressee_alone,
        without_named_hearer,
        without_addressee,
        without_told_name,
        without_way_of_asking,
        without_what_dates_the_saying,
        without_hearer,
        without_opening,
        without_fronted_phrase,
        without_show,
        without_setting,
        without_thing_behind,
        without_gesture,
        without_interrupted,
        without_day_of_announcing,
        without_link,
        without_joining_verb,
        without_topic,
        without_open_end,
        without_second_verb,
        without_own_clause,
        without_begun_sentence,
        without_begun_name,
        without_outcome,
        without_reply,
        without_present_turn,
        without_own_deed,
        without_next_deed,
        without_deed_alone,
        without_others_share,
        without_withheld,
        without_comment,
        without_lack,
        without_appended_thing,
        without_tail,
        without_turn,
        without_remark,
        without_loose_word,
    ):
        done = [step(sheet, each) for each in done]
    return list(dict.fromkeys(done))


def without_own_words(sheet: Sheet, each: Attribution) -> Attribution:
    """Cut a content that runs over its own cue to what follows: "A promised B and said C" is C."""
    for start, end in each.content:
        cues = [cue for cue in each.cue if start < cue[0] and cue[1] < end]
        if cues and not _quoted(sheet, cues[0]):
            return cut(sheet, each, (start, cues[-1][1]))
    return each


def without_fronted_phrase(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a phrase without a verb that opens the sentence: "During his years in office, X said that …".

    So is one from which other words part the source: it belongs to them.
    """
    if not each.cue or len(each.content) < 2:
        return each
    opening, source = each.content[0], min([*each.source, *each.cue])[0]
    first, last = sheet.tokens(*opening)
    if first == last or opening[1] > source or _is_aside(sheet, each):
        return each
    between = sheet.text[opening[1] : source].strip()
    verbs = any(sheet.parse.tag[t] in _FINITE or sheet.parse.tag[t] == "MD" for t in range(first, last))
    setting = sheet.parse.pos[first] == "ADP" and sheet.lower(first) in _PLACES
    phrase = sheet.parse.pos[first] in ("ADP", "ADV", "SCONJ") and (setting or not _quoted(sheet, opening))
    parted = len(between.split()) >= _PARTED and not _quoted(sheet, opening)
    return cut(sheet, each, opening) if not verbs and phrase and (between in ("", ",") or parted) else each


def _is_aside(sheet: Sheet, each: Attribution) -> bool:
    """Tell whether source and cue stand between commas, so that what is before and behind them is one sentence.

    Before a quotation the comma is only the quotation's: "In “River Days” she wrote, “…”".
    """
    behind = sheet.text[max([*each.source, *each.cue])[1] :].lstrip()
    return behind[:1] == "," and behind[1:].lstrip()[:1] not in _OPENING


def without_setting(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what follows "…, X said" and tells when, where or how: "…, X reported in June", "…, X said, laughing"."""
    if not each.cue or len(each.content) < 2:
        return each
    last = each.content[-1]
    after = max(each.source[-1][1] if each.source else 0, each.cue[-1][1])
    between = sheet.text[after : last[0]].strip()
    first, end = sheet.tokens(*last)
    dated = [t for t in range(*sheet.tokens(after, last[0])) if not sheet.is_mark(t)] if last[0] > after else []
    if between.endswith(",") and all(t in sheet.dated or sheet.parse.pos[t] == "ADP" for t in dated):
        between = ","  # "…, X said on Friday, [declining to halt it]"
    if last[0] < after or each.content[-2][1] > after or _quoted(sheet, last) or between not in ("", ",") or first == end:
        return each
    before = range(*sheet.tokens(*each.content[-2]))
    if not any(sheet.parse.tag[t] in _FINITE | {"MD"} for t in before):
        return each  # "A is accused of B": both are its pieces
    verbs = any(sheet.parse.pos[t] in ("VERB", "AUX") for t in range(first, end))
    setting = not verbs and not between and (sheet.parse.pos[first] == "ADP" or first in sheet.dated)
    comment = sheet.parse.tag[first] == "VBG" or sheet.lower(first) in sheet.lex.tail_openings
    doing = between == "," and comment and not _quoted(sheet, each.content[-2])
    return cut(sheet, each, last) if setting or doing else each


def without_tail(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what the reporter adds at the end: who else said what, how it was meant, what it refers to."""
    if not any(sheet.text[start:end].strip()[:1].isalpha() for start, end in each.cue):
        return each  # a turn, a headline: all of it is the speaker's
    start, end = each.content[-1]
    named = min((begin for begin, _ in (*each.source, *each.cue) if begin >= end), default=-1)
    if named >= 0 and not any(char.isalnum() for char in sheet.text[end:named]):
        return each  # "the dam, which leaks, X said": all of it is told as hers
    first, last = sheet.tokens(start, end)
    cue = frozenset(token for span in each.cue for token in range(*sheet.tokens(*span)))
    for token in range(first + _FEWEST, last):
        (low, high), head = sheet.parse.reach[token], sheet.parse.head[token]
        outside = head >= low or (head < first and head not in cue)
        if low < first + _FEWEST or high < last - 1 or outside or _any_quoted(sheet, low, last):
            continue
        if _said_on(sheet, cue, token) or (_set_off(sheet, low) and _is_comment(sheet, token, low)):
            while low > first and (sheet.parse.dep[low - 1] == "cc" or sheet.parse.text[low - 1] in _PARTING):
                low -= 1
            return each if _leaves_clause_open(sheet, first, low) else cut(sheet, each, (sheet.parse.start[low], end))
    return each


def _leaves_clause_open(sheet: Sheet, first: int, low: int) -> bool:
    """Tell whether a "that" before a place would be left without its verb."""
    parse = sheet.parse
    marks = [t for t in range(max(0, first - 1), low) if sheet.lower(t) == "that" and parse.tag[t] == "IN"]
    return bool(marks) and not any(parse.tag[t] in _FINITE | {"MD"} for t in range(marks[-1], low))


def _said_on(sheet: Sheet, cue: frozenset[int], verb: int) -> bool:
    """Tell whether a verb coordinated inside a content is the speaker's next verb of saying: "said A and warned of B"."""
    parse, head = sheet.parse, sheet.parse.head[verb]
    if parse.dep[verb] != "conj" or sheet.child(verb, *SUBJECTS) is not None:
        return False
    withheld = _is_withheld(sheet, verb)
    if sheet.lemma(verb) not in sheet.lex.speech and not withheld:
        return False
    alike = any(parse.tag[token] == parse.tag[verb] for token in cue) and parse.tag[verb] in _FINITE
    helped = any(parse.dep[kid] in ("aux", "auxpass") for kid in parse.children[verb]) or any(
        parse.dep[kid] in ("aux", "auxpass") and sheet.lemma(kid) in ("have", "be", "'ve", "’ve") for kid in parse.children[head]
    )  # "it doesn't reflect … and warned": no helper of both
    return alike and (head in cue or withheld or not (helped or sheet.lemma(head) in sheet.lex.speech))


def _is_withheld(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb says what else was not told, or doubted: "but gave no details", "but declined to", "and cast doubt"."""
    if sheet.lemma(verb) in sheet.lex.withholding:
        return True
    thing = sheet.child(verb, "dobj")
    none = thing is not None and any(sheet.lower(kid) == "no" for kid in sheet.parse.children[thing])
    return sheet.lemma(verb) in sheet.lex.giving and (none or (thing is not None and sheet.lemma(thing) == "doubt"))


def _set_off(sheet: Sheet, low: int) -> bool:
    before = low - 1
    while before > 0 and sheet.parse.text[before] in _CLOSING:
        before -= 1
    return sheet.parse.text[before] in _SETTING_OFF


def _is_comment(sheet: Sheet, token: int, low: int) -> bool:
    """Tell the clauses and phrases that mostly are the reporter's behind a comma."""
    parse, opening = sheet.parse, sheet.lower(low)
    comma = parse.text[low - 1] == ","
    if comma and any(sheet.lower(kid) in _BACKSHIFTED for kid in parse.children[token]):
        return False
    if parse.dep[token] == "relcl":
        return opening in sheet.lex.tail_relatives
    if opening == "as":
        return parse.dep[token] == "advcl" and parse.pos[low + 1] != "AUX" and parse.tag[token] == "VBD"
    if parse.dep[token] == "prep" and opening == "with":  # ", with one in ten saying …"
        return any(parse.tag[t] == "VBG" and sheet.lemma(t) in sheet.lex.saying for t in range(*parse.reach[token]))
    if parse.dep[token] in ("advcl", "prep", "mark"):
        later = opening not in sheet.lex.tail_openings and _is_later(sheet, low)
        named = (
            later or opening in sheet.lex.tail_openings or " ".join(parse.text[low : low + 3]).lower() in sheet.lex.tail_phrases
        )
        said = parse.dep[token] == "advcl" and parse.tag[token] == "VBG" and sheet.lemma(token) in sheet.lex.tail_verbs
        return named or said
    return parse.dep[token] == "appos" and _is_gloss(sheet, token, low)


def _is_later(sheet: Sheet, low: int) -> bool:
    """Tell whether a phrase dates what was said against something else: "shortly before", "a few days after"."""
    measured = [sheet.lower(t) for t in range(low, min(low + _DATING, len(sheet.parse)))]
    joined = next((i for i, word in enumerate(measured) if word in ("before", "after")), 0)
    return joined > 0 and measured[joined - 1] in sheet.lex.spells


def _is_gloss(sheet: Sheet, token: int, low: int) -> bool:
    """Tell whether an apposition tells who or what a name is, or what was said amounts to: "…, the maker of the pump"."""
    if sheet.lemma(token) in sheet.lex.tail_nouns:
        return True
    parse, named = sheet.parse, sheet.parse.head[token]
    listed = any(parse.dep[kid] in ("conj", "cc") and kid < low for kid in parse.children[named])
    listed = (
        listed or any(parse.dep[kid] in ("conj", "cc", "appos") for kid in parse.children[token]) or parse.dep[named] == "conj"
    )
    opens = sheet.lower(low) == "the" or (sheet.lower(low) in ("a", "an") and parse.pos[named] == "PROPN")
    return opens and not listed and token > low + 1


def _quoted(sheet: Sheet, span: Span) -> bool:
    return _any_quoted(sheet, *sheet.tokens(*span))


def _any_quoted(sheet: Sheet, first: int, last: int) -> bool:
    return any(sheet.quote_of[token] >= 0 for token in range(first, last))

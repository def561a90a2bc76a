"""Where the reporter takes over inside a content: how it was answered, what it lacked, the sentence that is somebody else's.

Each step takes words away, never adds any, and leaves what stands in quotation marks alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.read.rules.edges import cut
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.records import Attribution

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRESENT = frozenset({"VBZ", "VBP"})
_PLURAL = frozenset({"NNS", "NNPS"})
_ALL_SUBJECTS = (*SUBJECTS, "nsubjpass", "expl")
_FEWEST = 2
"""Words of a content before the reporter can take over."""
_NEAR = 6
"""Words within which a share of those asked follows "while", or "unclear" follows "leaving it"."""


def without_reply(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out by what words a thing was denied or attacked: "rejected [the charge | by saying that the dam was safe]"."""
    if not _comes_last(each):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    if not any(sheet.lemma(t) in sheet.lex.replying for t in _tokens(sheet, each.cue)):
        return each
    for token in range(first + 1, last - 1):
        said = sheet.parse.tag[token + 1] == "VBG" and sheet.lemma(token + 1) in sheet.lex.speech
        if sheet.lower(token) == "by" and said and sheet.quote_of[token] < 0:
            return cut(sheet, each, (sheet.parse.start[token], end))
    return each


def without_lack(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what the reporter missed: "said [that it leaks | without elaborating]", "… without giving details"."""
    if not _comes_last(each):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    for token in range(first + _FEWEST, last - 1):
        if sheet.lower(token) != "without" or sheet.parse.tag[token + 1] != "VBG" or _quoted(sheet, token, last):
            continue
        thing = sheet.child(token + 1, "dobj")
        lacked = thing is not None and sheet.lemma(thing) in sheet.lex.lacking
        if sheet.lemma(token + 1) in sheet.lex.elaborating or (lacked and sheet.lemma(token + 1) in sheet.lex.giving):
            return cut(sheet, each, (sheet.parse.start[token], end))
    return each


def without_outcome(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what came of it where the cue says how much: "was so eager to say [that it held | that she did not look]"."""
    if not _comes_last(each) or not any(
        sheet.lower(t) == "so" and sheet.parse.dep[t] == "advmod" for t in _tokens(sheet, each.cue)
    ):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    thats = [t for t in range(first, last - 1) if sheet.lower(t) == "that"]
    marks = [t for t in thats if sheet.parse.tag[t] == "IN" or sheet.parse.tag[t + 1] == "PRP"]
    later = [t for t in marks if t >= first + _FEWEST and not _quoted(sheet, t, last)]
    return cut(sheet, each, (sheet.parse.start[later[-1]], end)) if len(marks) > 1 and later else each


def without_begun_sentence(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the beginning of a sentence that goes on behind a content with a speaker and a verb of speech of its own."""
    if not _comes_last(each):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse = sheet.parse
    if last - first < _FEWEST or last >= len(parse) or parse.sentence_of[first] == parse.sentence_of[last - 1]:
        return each
    low, high = parse.sentences[parse.sentence_of[last - 1]]
    speaks = any(
        sheet.lemma(t) in sheet.lex.quote and parse.tag[t] in _FINITE and sheet.child(t, *SUBJECTS) is not None
        for t in range(last, high)
        if sheet.quote_of[t] < 0
    )
    opened = next((quote for quote in sheet.quotes if low - 1 <= sheet.tokens(quote.start, quote.end)[0] <= low), None)
    begin = min(opened.start, parse.start[low]) if opened else parse.start[low]
    within = sheet.quote_of[low] >= 0 and sheet.quote_of[low] == sheet.quote_of[low - 2]
    if not speaks or within or not first < low < last or "\n" in sheet.text[parse.start[low - 1] : begin]:
        return each
    return cut(sheet, each, (begin, end))


def without_begun_name(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the beginning of another's sentence: "“It leaks,” Kesk said. [The dam], Kesk said, “is old.”"."""
    if len(each.content) < 2 or not _comes_last(each):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse, cue = sheet.parse, _tokens(sheet, each.cue)
    if not cue or not 0 < last - first <= _NEAR or _quoted(sheet, first, last) or parse.pos[cue[-1]] not in ("VERB", "ADP"):
        return each
    led = sheet.text[each.cue[-1][1] : start].rstrip().endswith(":")
    later = parse.sentence_of[first] > parse.sentence_of[cue[-1]] and not led
    verbs = any(parse.tag[t] in _FINITE | {"VB", "VBG", "VBN"} for t in range(first, last))
    return cut(sheet, each, (start, end)) if later and not verbs and sheet.text[end : end + 1] == "," else each


def without_present_turn(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the clause in the present by which the reporter answers what was told in the past: ", but the leak is there"."""
    if not _comes_last(each) or not any(sheet.parse.tag[t] == "VBD" for t in _tokens(sheet, each.cue)):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse, cue = sheet.parse, _tokens(sheet, each.cue)
    for token in range(first + _FEWEST, last - _FEWEST):
        verb = next((kid for kid in _conjoined(sheet, token) if token < kid < last), None)
        if sheet.lower(token) != "but" or not sheet.is_mark(token - 1) or verb is None or _quoted(sheet, token, last):
            continue
        said = parse.head[verb]
        if said in cue:  # the parser joined it to the saying
            said = next((kid for kid in parse.children[said] if parse.dep[kid] == "ccomp" and first <= kid < token), said)
        subject = sheet.child(verb, *_ALL_SUBJECTS)
        own = subject is not None and token < subject < verb and parse.pos[subject] != "PRON"
        present = _tense(sheet, verb) in _PRESENT or (parse.tag[verb] == "VB" and sheet.child(verb, "aux") is None)
        if own and present and first <= said < token and _tense(sheet, said) == "VBD":
            return cut(sheet, each, (parse.start[token], end))
    return each


def without_own_deed(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what the speakers themselves do, in their number: "some say [it is good | but are calling for more]"."""
    if not _comes_last(each):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse, cue = sheet.parse, _tokens(sheet, each.cue)
    if not any(_is_plural(sheet, t) for t in _tokens(sheet, each.source)):
        return each
    for token in range(first + _FEWEST, last - 1):
        verb = next((kid for kid in _conjoined(sheet, token) if token < kid < last), None)
        if sheet.lower(token) not in ("and", "but") or verb is None or _quoted(sheet, token, last):
            continue
        said = parse.head[verb]
        if said in cue:
            said = next((kid for kid in parse.children[said] if parse.dep[kid] == "ccomp" and first <= kid < token), said)
        subject = sheet.child(said, *_ALL_SUBJECTS)
        one = subject is not None and first <= subject < said and _is_single(sheet, subject)
        many = sheet.child(verb, *_ALL_SUBJECTS) is None and _is_many(sheet, verb)
        if one and many:
            return cut(sheet, each, (parse.start[token], end))
    return each


def without_next_deed(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what a speaker did besides blaming or urging a thing: "argued against [a dam | but was open to a bridge]"."""
    if not _comes_last(each):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse, cue = sheet.parse, _tokens(sheet, each.cue)
    for verb in range(first + _FEWEST, last):
        low, head = parse.reach[verb][0], parse.head[verb]
        if parse.dep[verb] != "conj" or head not in cue or low <= first + 1 or _quoted(sheet, low, last):
            continue
        clause = any(parse.dep[kid] == "ccomp" and kid < verb for kid in parse.children[head])
        alone = sheet.child(verb, *_ALL_SUBJECTS, "mark") is None
        joined = any(parse.dep[t] == "cc" or sheet.is_mark(t) for t in (low - 1, low))
        if clause or not alone or not joined or not _agree(_tense(sheet, head), _tense(sheet, verb)):
            continue
        while low > first and (parse.dep[low - 1] == "cc" or sheet.is_mark(low - 1)):
            low -= 1
        return cut(sheet, each, (parse.start[low], end))
    return each


def without_others_share(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what other people of a poll say: "two thirds say [it leaks | while 28% say it does not]"."""
    if not _comes_last(each) or not any(_is_share(sheet, t) for t in _tokens(sheet, each.source)):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    for token in range(first + _FEWEST, last - _FEWEST):
        if sheet.lower(token) not in ("while", "and", "but") or _quoted(sheet, token, last):
            continue
        share = next((t for t in range(token + 1, min(token + _NEAR, last)) if _is_share(sheet, t)), last)
        if any(sheet.parse.tag[t] in _FINITE for t in range(share, min(share + _NEAR + _FEWEST, last))):
            low = token - 1 if sheet.is_mark(token - 1) else token
            return cut(sheet, each, (sheet.parse.start[low], end))
    return each


def _is_share(sheet: Sheet, token: int) -> bool:
    """Tell whether a word is a share of those asked: "28%", "28 percent", "a third"."""
    following = sheet.lower(token + 1) if token + 1 < len(sheet.parse) else ""
    return (sheet.parse.tag[token] == "CD" and following in ("%", "percent")) or sheet.lemma(token) in sheet.lex.shares


def without_withheld(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what the speaker would not tell or is yet to do: "said that it leaks[, and they declined to say where]"."""
    if not _comes_last(each):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse = sheet.parse
    for token in range(first + _FEWEST, last - _FEWEST):
        if sheet.lower(token) not in ("and", "but") or not sheet.is_mark(token - 1) or _quoted(sheet, token, last):
            continue
        verb = token + 1 + (sheet.lower(token + 1) in ("he", "she", "they"))
        while verb < last - 1 and parse.pos[verb] == "ADV":
            verb += 1
        withheld = sheet.lemma(verb) in sheet.lex.withholding | {"plan"} and parse.tag[verb] in _FINITE
        if withheld and sheet.lower(verb + 1) == "to":
            return cut(sheet, each, (parse.start[token - 1], end))
    return each


def without_deed_alone(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what a speaker did besides asking somebody to do something: "asked [them to go | and locked the gate]"."""
    if not _comes_last(each):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse, cue = sheet.parse, _tokens(sheet, each.cue)
    tense = next((parse.tag[t] for t in cue if parse.tag[t] in ("VBD", "VBZ")), "")
    asked = next((t for t in range(first + 1, last) if sheet.lower(t - 1) == "to" and parse.tag[t] == "VB"), last)
    for token in range(first, last - 1):
        if parse.tag[token] in _FINITE or sheet.lower(token) == "that":
            return each
        verb = token + 1 + (parse.pos[token + 1] == "ADV")
        joined = sheet.lower(token) in ("and", "but") and token > asked and verb < last
        if joined and parse.tag[verb] == tense and not _quoted(sheet, token, last) and sheet.child(verb, *_ALL_SUBJECTS) is None:
            return cut(sheet, each, (parse.start[token], end))
    return each


def without_comment(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what the saying did, or what the reporter sets against it: ", reviving her call …", "despite the fact that …"."""
    if not _comes_last(each) or not any(sheet.parse.pos[t] in ("VERB", "NOUN") for t in _tokens(sheet, each.cue)):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse = sheet.parse
    for token in range(first + _FEWEST + 1, last - 1):
        closing = parse.sentence_of[token] == parse.sentence_of[last - 1]
        if sheet.quote_of[token] >= 0 or not closing or not sheet.is_mark(token - 1):
            continue
        doing = parse.tag[token] == "VBG" and sheet.lemma(token) in sheet.lex.tail_doings
        open_ = parse.tag[token] == "VBG" and sheet.lemma(token) in ("leave", "make")
        open_ = open_ and any(sheet.lower(t) == "unclear" for t in range(token + 1, min(token + _NEAR, last)))
        words = " ".join(sheet.lower(t) for t in range(token, min(token + 3, last)))
        if doing or open_ or (words in sheet.lex.tail_comments and not _quoted(sheet, token, last)):
            return cut(sheet, each, (parse.start[token], end))
    return each


def _agree(said: str, done: str) -> bool:
    """Tell whether the first words of two verbs can have one subject: "blamed … and went", "has blamed … and opposed"."""
    return bool(said and done) and (said == done or done == "MD" or (said in _PRESENT and done == "VBD"))


def _comes_last(each: Attribution) -> bool:
    return bool(each.source and each.cue and each.content) and each.content[-1] > each.cue[-1]


def _conjoined(sheet: Sheet, joining: int) -> list[int]:
    """List the verbs that a conjunction joins to the verb it hangs on."""
    head = sheet.parse.head[joining]
    kids = sheet.parse.children[head] if sheet.parse.dep[joining] == "cc" else ()
    return [kid for kid in kids if sheet.parse.dep[kid] == "conj" and kid > joining]


def _tense(sheet: Sheet, verb: int) -> str:
    """Give the tag of a verb's first finite word."""
    helpers = [kid for kid in sheet.parse.children[verb] if sheet.parse.dep[kid] in ("aux", "auxpass") and kid < verb]
    return next((sheet.parse.tag[t] for t in (*helpers, verb) if sheet.parse.tag[t] in _FINITE), "")


def _is_plural(sheet: Sheet, token: int) -> bool:
    return sheet.parse.tag[token] in _PLURAL or sheet.lower(token) in ("they", "some", "many")


def _is_single(sheet: Sheet, token: int) -> bool:
    joined = any(sheet.parse.dep[kid] == "conj" for kid in sheet.parse.children[token])
    return not joined and (sheet.parse.tag[token] in ("NN", "NNP") or sheet.lower(token) in ("it", "he", "she"))


def _is_many(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb's first word is of many: "are", "have", "were", "call"."""
    helpers = [kid for kid in sheet.parse.children[verb] if sheet.parse.dep[kid] in ("aux", "auxpass") and kid < verb]
    opening = min((*helpers, verb))
    return sheet.lower(opening) in ("are", "were", "have", "’re", "'re") and sheet.parse.tag[opening] in ("VBP", "VBD")


def _tokens(sheet: Sheet, spans: Iterable[tuple[int, int]]) -> list[int]:
    return [token for start, end in spans for token in range(*sheet.tokens(start, end))]


def _quoted(sheet: Sheet, first: int, last: int) -> bool:
    return any(sheet.quote_of[token] >= 0 for token in range(first, last))

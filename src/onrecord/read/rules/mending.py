"""What the rules know and the trained reader does not see, put right in what that reader found.

The trained reader reads the words around a cue, so a long quotation may reach beyond what it sees; and it takes whoever
stands nearest for the speaker, also whom somebody accuses.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.rules.quotes import Quote
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.read.rules.sources import agent_of, is_perfect, phrase, taken_for_object
from onrecord.read.rules.spans import length, merge, overlap, subtract, tidy
from onrecord.records import Attribution, Span, Spans

_MOST = 0.5
"""A content that holds more than this share of a quotation holds all of it."""
_LONGEST_SUBJECT = 25
"""Words of a subject that stands apart from its clause."""
_TITLE = 8
"""Characters in which a short title ends."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = (".", "?", "!", ".”", '."', "?”", "!”", ".’")


def mend(sheet: Sheet, found: Sequence[Attribution]) -> list[Attribution]:
    """Put each find right, in the order given; equal finds that result are given once."""
    done = list(found)
    for step in (
        with_source_in_one_block,
        with_whole_quotes,
        without_fronted,
        in_own_sentence,
        with_broken_sentence,
        without_patient,
        with_own_subject,
    ):
        done = [step(sheet, each) for each in done]
    held = {index for each in done for index in _quotes_touched(sheet, each.content)}
    return list(dict.fromkeys(with_paragraphs_before(sheet, each, held) for each in done))


def with_paragraphs_before(sheet: Sheet, each: Attribution, held: set[int]) -> Attribution:
    """Add the paragraphs that a quotation carries on, its cue only behind the last of them, where nobody else has them."""
    added: list[Span] = []
    starts = {block.start for block in sheet.blocks}
    for index in _quotes_touched(sheet, each.content):
        while index > 0 and sheet.quotes[index].carried and index - 1 not in held:
            index -= 1
            before = sheet.quotes[index]
            if before.closed or before.start not in starts or sheet.text[before.start] != "“":
                break  # straight marks do not tell whether one was forgotten
            added.append((sheet.quotes[index].start, sheet.quotes[index].end))
    return replace(each, content=tidy(sheet.text, (*added, *each.content))) if added else each


def with_source_in_one_block(sheet: Sheet, each: Attribution) -> Attribution:
    """Cut a source that runs over from another block, a headline above it, to the block of its cue."""
    edges = [block.start for block in sheet.blocks]
    cue = each.cue[0][0] if each.cue else max((end for _, end in each.source), default=0) - 1
    start = max((edge for edge in edges if edge <= cue), default=0)
    end = min((edge for edge in edges if edge > cue), default=len(sheet.text))
    kept = tidy(sheet.text, [(max(a, start), min(b, end)) for a, b in each.source if a < end and b > start])
    crosses = any(a < edge < b for a, b in each.source for edge in edges)
    return replace(each, source=kept) if crosses and kept else each


def with_whole_quotes(sheet: Sheet, each: Attribution) -> Attribution:
    """Complete every quotation that a content cuts short, and go on with the paragraphs over which it is carried."""
    added: list[Span] = []
    for index in _quotes_touched(sheet, each.content):
        quote = sheet.quotes[index]
        if not _is_cut(sheet.text, quote, each.content) or overlap(merge((*each.source, *each.cue)), ((quote.start, quote.end),)):
            continue  # whole already, or told inside the quotation
        run = _run(sheet.quotes, index)
        if run[-1].closed:
            added.extend((part.start, part.end) for part in run)
    return replace(each, content=tidy(sheet.text, (*each.content, *added))) if added else each


def with_broken_sentence(sheet: Sheet, each: Attribution) -> Attribution:
    """Begin a content with its sentence where that seemed to end at a title: "With Sgt. | Kesk gone, we are safe," X said."""
    if not each.content or not each.cue or each.cue[0][0] < each.content[0][0]:
        return each
    start, end = each.content[0]
    first, last = sheet.tokens(start, end)
    before = "" if first == 0 else sheet.text[max(0, start - _TITLE) : sheet.parse.end[first - 1]]
    if first == last or before.rpartition(" ")[2] not in sheet.lex.titles:
        return each
    home = sheet.parse.sentence_of[first - 1]
    opening = sheet.parse.sentences[home][0]
    astray = sheet.parse.blocks[home] != sheet.parse.blocks[sheet.parse.sentence_of[first]]
    if astray or any(sheet.quote_of[token] >= 0 for token in range(opening, first)):
        return each
    return replace(each, content=((sheet.parse.start[opening], end), *each.content[1:]))


def _quotes_touched(sheet: Sheet, content: Spans) -> list[int]:
    found: set[int] = set()
    for start, end in content:
        first = bisect_right(sheet.quotes, start, key=lambda quote: quote.end)
        found.update(range(first, bisect_left(sheet.quotes, end, lo=first, key=lambda quote: quote.start)))
    return sorted(found)


def _is_cut(text: str, quote: Quote, content: Spans) -> bool:
    """Say whether a content holds a quotation in part, and so much of it, or such an end, that it must mean the whole."""
    held = overlap(content, (quote.inner,))
    if not held or tidy(text, merge((*content, (quote.start, quote.end)))) == tidy(text, content):
        return False
    (opening, closing), pieces = _bare(text, quote.inner), [_bare(text, piece) for piece in content]
    ends = any(start == opening or end == closing for start, end in pieces)
    return ends or held > _MOST * length((quote.inner,))


def _bare(text: str, piece: Span) -> Span:
    """Give a piece without marks at its ends."""
    start, end = piece
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _run(quotes: Sequence[Quote], index: int) -> list[Quote]:
    """List a quotation and those that carry it on, paragraph by paragraph."""
    run = [quotes[index]]
    for quote in quotes[index + 1 :]:
        if run[-1].closed or not quote.carried:
            break
        run.append(quote)
    return run


def without_patient(sheet: Sheet, each: Attribution) -> Attribution:
    """Take the source away where it names whom the cue is done to: "X has been accused of …", "Asked about …, X said".

    "X was quoted as …" and perfects ("he's said") keep theirs.
    """
    verb = _main_verb(sheet, each.cue)
    if verb is None or sheet.lemma(verb) not in sheet.lex.done_to or agent_of(sheet, verb) is not None:
        return each
    patient = _patient(sheet, verb)
    if patient is None or not overlap(sheet.spans(phrase(sheet, patient)), each.source):
        return each
    return replace(each, source=())


def _main_verb(sheet: Sheet, cue: Spans) -> int | None:
    """Find the last verb of a cue that helps no other."""
    tokens = [token for start, end in cue for token in range(*sheet.tokens(start, end))]
    verbs = [t for t in tokens if sheet.parse.pos[t] == "VERB" and sheet.parse.dep[t] not in ("aux", "auxpass")]
    return verbs[-1] if verbs else None


def _patient(sheet: Sheet, verb: int) -> int | None:
    """Find the head of whom a passive verb is done to: its subject, or the subject of the clause that it opens."""
    parse = sheet.parse
    if sheet.child(verb, "auxpass", "nsubjpass") is not None:
        return None if is_perfect(sheet, verb) else sheet.child(verb, "nsubjpass")
    head = parse.head[verb]
    opens = parse.dep[verb] in ("advcl", "acl") and parse.tag[verb] in ("VBN", "VBD") and verb < head
    if opens and sheet.child(verb, "aux", *SUBJECTS) is None:
        return sheet.child(head, *SUBJECTS, "nsubjpass")
    return head if parse.dep[verb] == "acl" and parse.tag[verb] == "VBN" else None


def with_own_subject(sheet: Sheet, each: Attribution) -> Attribution:
    """Give the cue verb of a clause below another ("even after his minister conceded …") its subject, not the other's.

    Only there: elsewhere the parser's subject was the worse one in all five cases of PolNeAR dev.
    """
    verb = _main_verb(sheet, each.cue)
    if verb is None or not each.source or not _is_finite(sheet, verb) or sheet.parse.dep[verb] not in ("advcl", "pcomp"):
        return each
    subject = sheet.child(verb, "nsubj")
    subject = taken_for_object(sheet, verb) if subject is None else subject
    if subject is None or sheet.parse.pos[subject] not in ("NOUN", "PROPN"):
        return each
    first, last = sheet.parse.reach[verb]
    own, clause = sheet.spans(phrase(sheet, subject)), sheet.parse.span(min(first, subject), last)
    astray = overlap(each.source, (clause,)) or overlap(own, merge((*each.source, *each.cue, *each.content)))
    return each if astray or not own else replace(each, source=own)


def _is_finite(sheet: Sheet, verb: int) -> bool:
    helpers = [sheet.parse.tag[kid] for kid in sheet.parse.children[verb] if sheet.parse.dep[kid] == "aux"]
    return any(tag in _FINITE for tag in helpers or [sheet.parse.tag[verb]]) and "TO" not in helpers


def without_fronted(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out of a content what a quotation answers: "When asked about …, X said “…”"."""
    if not each.source or not each.cue:
        return each
    source, cue_end = each.source[0][0], each.cue[-1][1]
    if not any(quote.start >= cue_end for quote in (sheet.quotes[i] for i in _quotes_touched(sheet, each.content))):
        return each
    kept = [piece for piece in each.content if not (piece[1] <= source and _is_fronted(sheet, piece, source))]
    return replace(each, content=tuple(kept)) if len(kept) < len(each.content) else each


def _is_fronted(sheet: Sheet, piece: Span, source: int) -> bool:
    first, last = sheet.tokens(*piece)
    if first == last or any(sheet.quote_of[token] >= 0 for token in range(first, last)):
        return False
    between = sheet.text[piece[1] : source].strip()
    return sheet.lower(first) in sheet.lex.fronted and (between == "," or sheet.text[piece[0] : piece[1]].endswith(","))


def in_own_sentence(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out of a content what stands in a sentence before that of the cue, if no part of it is quoted."""
    tokens = [token for start, end in each.cue for token in range(*sheet.tokens(start, end))]
    if not tokens:
        return each
    first = sheet.parse.sentences[sheet.parse.sentence_of[tokens[0]]][0]
    edge = sheet.parse.start[first]
    if not any(start < edge for start, _ in each.content) or not sheet.text[:edge].rstrip().endswith(_STOPS):
        return each
    before = [(start, min(end, edge)) for start, end in each.content if start < edge]
    astray = [piece for piece in before if not _quotes_touched(sheet, (piece,))]
    kept = tidy(sheet.text, subtract(each.content, astray)) if astray else ()
    return replace(each, content=kept) if kept else each


def with_clause_subject(sheet: Sheet, each: Attribution) -> Attribution:
    """Give a clause whose subject was left outside the content its subject: "The inquiry {she} <said> [was under way]"."""
    if not each.content or _quotes_touched(sheet, each.content[:1]):
        return each
    first, last = sheet.tokens(*each.content[0])
    verb = next((t for t in range(first, last) if sheet.parse.pos[t] in ("VERB", "AUX")), None)
    if verb is None or any(sheet.parse.pos[t] not in ("ADV", "PART", "AUX") for t in range(first, verb)):
        return each
    if not _is_finite(sheet, verb):
        return each
    head = sheet.parse.head[verb] if sheet.parse.dep[verb] in ("aux", "auxpass") else verb
    subject = sheet.child(head, "nsubj", "nsubjpass")
    if subject is None and sheet.parse.dep[head] == "ccomp":  # "the inquiry she said was under way"
        said = sheet.parse.head[head]
        subject = sheet.parse.head[said] if sheet.parse.dep[said] == "relcl" and said < first else None
    if subject is None or subject >= first or sheet.parse.sentence_of[subject] != sheet.parse.sentence_of[first]:
        return each
    own = sheet.spans(phrase(sheet, subject) - set(range(first, last)))
    own = tidy(sheet.text, subtract(own, (*each.source, *each.cue)))
    edge = min((start for start, _ in (*each.source, *each.cue)), default=each.content[0][0])
    own = tuple((start, min(end, edge) if start < edge else end) for start, end in own if start < each.content[0][0])
    if not own or any(start < edge < end for start, end in own) or overlap(own, each.source):
        return each
    return replace(each, content=merge((*own, *each.content)))


def with_parted_subject(sheet: Sheet, each: Attribution) -> Attribution:
    """Give a clause the subject that source and cue part from it: "The lawmakers, {aides} <promised>, [would be pleased]"."""
    if not each.content or not each.cue:
        return each
    parse, (first, last) = sheet.parse, sheet.tokens(*each.content[0])
    verb = next((t for t in range(first, last) if parse.pos[t] not in ("ADV", "PART") and not sheet.is_mark(t)), None)
    if verb is None or parse.tag[verb] not in _FINITE:
        return each
    head = parse.head[verb] if parse.dep[verb] in ("aux", "auxpass") else verb
    if any(first <= kid < last for kid in parse.children[head] if parse.dep[kid] in (*SUBJECTS, "nsubjpass", "expl")):
        return each
    edge = sheet.tokens(min(start for start, _ in (*each.source, *each.cue, *each.content)), len(sheet.text))[0]
    opening = parse.sentences[parse.sentence_of[edge]][0]
    opening += parse.dep[opening] == "cc"
    if edge - 2 > opening and sheet.lower(edge - 1) in ("that", "which") and parse.tag[edge - 1] in ("WDT", "IN"):
        edge -= 1  # "a crash that some believe was an ambush"
    if edge > opening and parse.tag[edge - 1] in ("NN", "NNS") and edge < first:
        opening = parse.reach[edge - 1][0]  # "efforts she said were in vain"
    elif not _is_subject(sheet, opening, edge):
        return each
    return replace(each, content=tidy(sheet.text, ((parse.start[opening], parse.end[edge - 1]), *each.content)))


def _is_subject(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether words are a thing and nothing more, set off by a comma: "The report, "."""
    parse = sheet.parse
    if not 1 < last - first <= _LONGEST_SUBJECT or parse.text[last - 1] != ",":
        return False
    thing = parse.pos[first] in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") and first not in sheet.dated
    finite = any(parse.tag[t] in _FINITE for t in range(first, last))
    return thing and not finite and not any(sheet.quote_of[t] >= 0 for t in range(first, last))

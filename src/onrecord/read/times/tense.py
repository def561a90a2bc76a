"""Whether the verb over a time expression looks back or ahead."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words

_WINDOW = 120
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")


def tense_by_words(text: str, start: int, end: int) -> str:
    """Say "ahead" where a word of the future stands near in the same sentence, "past" where one of the past does, else ""."""
    before = _SENTENCE_END.split(text[max(0, start - _WINDOW) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _WINDOW])[0]
    if _ahead().search(before) or _ahead().search(after):
        return "ahead"
    return "past" if _BEHIND.search(before) or _BEHIND.search(after) else ""


_BEHIND = re.compile(r"\b(?:\w{2,20}ed|was|were|had|did|has|have|said|told|came|went|made|took|left|began)\b")


@cache
def _ahead() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in words("calendar")["ahead"]["words"])
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)|(?<=\w)['’]ll\b", re.IGNORECASE)


class Tenses:
    """The tenses of one parsed article, asked for by stretches of its text."""

    def __init__(self, parse: Parse, text: str) -> None:
        self._parse = parse
        self._text = text
        self._starts = list(parse.start)

    def at(self, start: int, end: int) -> str:
        """Say whether the verb over a stretch looks back ("past"), ahead ("ahead") or cannot be told ("")."""
        token = bisect_right(self._starts, end - 1) - 1
        if token < 0 or self._parse.end[token] <= start:
            return ""
        verb = self._verb_over(token)
        return tense_by_words(self._text, start, end) if verb is None else self._tense_of(verb, 0)

    def _verb_over(self, token: int) -> int | None:
        parse, steps = self._parse, 0
        while parse.pos[token] not in ("VERB", "AUX") and parse.head[token] != token and steps < len(parse):
            token, steps = parse.head[token], steps + 1
        return token if parse.pos[token] in ("VERB", "AUX") else None

    def _tense_of(self, verb: int, depth: int) -> str:
        parse, ahead = self._parse, words("calendar")["ahead"]
        helpers = [child for child in parse.children[verb] if parse.dep[child] in ("aux", "auxpass")]
        told = {parse.text[child].lower() for child in helpers}
        if told & set(ahead["auxiliaries"]) or ("would" in told and "have" not in told):
            return "ahead"
        tag = parse.tag[verb]
        if tag == "VBD" or any(parse.tag[child] == "VBD" for child in helpers) or told & {"have", "has", "'ve", "’ve"}:
            return "ahead" if parse.lemma[verb] in _LOOKING_AHEAD else "past"
        head = parse.head[verb]
        if tag in ("VB", "VBG") and head != verb and depth < 4:
            if parse.lemma[head] in ahead["heads"] and parse.dep[verb] in ("xcomp", "ccomp", "acl", "advcl"):
                return "ahead"
            return self._tense_of(head, depth + 1) if parse.pos[head] in ("VERB", "AUX") else ""
        if tag in ("VBZ", "VBP") and parse.lemma[verb] in ahead["appointments"]:
            return "ahead"
        if tag == "VBN" and parse.lemma[verb] in _LOOKING_AHEAD:
            return "ahead"
        return "past" if tag == "VBN" else ""


_LOOKING_AHEAD = frozenset({"schedule", "slate", "expect", "plan", "set"})

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
        self._words = {name: frozenset(listed) for name, listed in words("calendar")["ahead"].items()}

    def at(self, start: int, end: int) -> str:
        """Say where the verb over a stretch looks.

        "past" and "ahead" where it is plain, "open" where a past verb looks ahead (was to, would, had been planned), so that
        either may be meant, and "" where it cannot be told.
        """
        # by its first word: a match may hold the full stop after a weekday, as Mon. has one
        token = bisect_right(self._starts, start) - 1
        if token < 0 or self._parse.end[token] <= start:
            return ""
        path = self._up_to_verb(token)
        if path is None:
            return tense_by_words(self._text, start, end)
        tense = self._tense_of(path[-1], 0)
        if tense != "ahead" and any(self._parse.lemma[step] in self._words["planned"] for step in path[:-1]):
            return "open" if tense == "past" else "ahead"
        return tense

    def _up_to_verb(self, token: int) -> list[int] | None:
        """List the tokens from one up to the verb it hangs on, that verb last; null where there is none."""
        parse, path = self._parse, [token]
        while parse.pos[path[-1]] not in ("VERB", "AUX"):
            head = parse.head[path[-1]]
            if head == path[-1] or len(path) > _DEEPEST:
                return None
            path.append(head)
        return path

    def _tense_of(self, verb: int, depth: int) -> str:
        parse, known = self._parse, self._words
        helpers = [child for child in parse.children[verb] if parse.dep[child] in ("aux", "auxpass")]
        told = {parse.text[child].lower() for child in helpers}
        if told & known["auxiliaries"]:
            return "ahead"
        if "would" in told:
            return "past" if "have" in told else "open"
        past = parse.tag[verb] == "VBD" or any(parse.tag[child] == "VBD" for child in helpers)
        if "to" in told or parse.tag[verb] in ("VB", "VBG"):
            return self._under(verb, depth)
        if self._looks_ahead(verb):
            return "open" if past else "ahead"
        if past or told & {"have", "has", "'ve", "’ve"} or parse.tag[verb] == "VBN":
            return "past"
        return "ahead" if parse.lemma[verb] in known["appointments"] else ""

    def _looks_ahead(self, verb: int) -> bool:
        """Say whether a verb, or the adjective it carries (is due, are poised), tells of a plan."""
        parse, planned = self._parse, self._words["planned"]
        if parse.lemma[verb] in planned:
            # the sun set on June 9, but a hearing is set for June 9
            return parse.lemma[verb] != "set" or parse.tag[verb] == "VBN"
        return any(
            parse.lemma[child] in planned for child in parse.children[verb] if parse.dep[child] in ("acomp", "oprd", "attr")
        )

    def _under(self, verb: int, depth: int) -> str:
        """Say where an infinitive or participle looks: ahead under a verb of planning, else where its own verb does."""
        parse, head = self._parse, self._parse.head[verb]
        if head == verb or depth > 4:
            return ""
        if parse.pos[head] not in ("VERB", "AUX"):
            return "ahead" if parse.lemma[head] in self._words["heads"] else ""
        above = self._tense_of(head, depth + 1)
        planned = parse.lemma[head] in self._words["heads"] or parse.lemma[head] == "be" or self._looks_ahead(head)
        if planned and parse.dep[verb] in ("xcomp", "ccomp", "acl", "advcl"):
            return "open" if above in ("past", "open") else "ahead"
        return above


_DEEPEST = 40

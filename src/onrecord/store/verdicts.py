"""Verdicts applied to a reading: what a person judged takes the place of what the machine found; the reading itself stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onrecord.records import Chain, Part, Spans, Statement, Verdict
from onrecord.store.codec import from_rows, pack
from onrecord.store.force import anchors_of, value_of
from onrecord.store.readings import Read

BY = "verdict"
"""Who found a statement whose spans a person set; where a person set its meaning it stands behind the machine's name."""
NOT_FOUND = "no such statement is found in its article any more"


def judged(read: Read, verdicts: Sequence[Verdict]) -> tuple[Read, dict[str, str]]:
    """Apply the verdicts on an article's statements, in order; say of each that could not be applied why, by its id."""
    if not verdicts:
        return read, {}
    work = _Work(read)
    for verdict in verdicts:
        work.apply(verdict)
    return work.done(), work.orphans


class _Work:
    """One article's statements, chains and framing while verdicts are applied."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.statements = {statement.id: statement for statement in read.statements}
        self.chains = {chain.id: chain for chain in read.chains}
        self.became: dict[str, str | None] = {}
        self.orphans: dict[str, str] = {}

    def apply(self, verdict: Verdict) -> None:
        try:
            why = self._reject(verdict) if verdict.verb in ("accept", "reject") else self._set(verdict)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            why = f"it cannot be read by this version: {type(error).__name__}: {error}"
        if why:
            self.orphans[verdict.id] = why

    def _reject(self, verdict: Verdict) -> str | None:
        if verdict.target not in self.statements:
            return NOT_FOUND
        if verdict.verb == "reject":
            self.became[verdict.target] = self.statements.pop(verdict.target).nested_in
        return None

    def _set(self, verdict: Verdict) -> str | None:
        """Put a statement, whole or some of its fields, in the place of the machine's."""
        value = value_of(verdict)
        if "statement" in value:
            (new,) = from_rows(Statement, [value["statement"]])
            fault = self._misfit(new)
            if fault:
                return fault
            old = None if verdict.verb == "add" else self._same(verdict.target, new.cue)
            nested_in = new.nested_in or (old.nested_in if old else None)
            self._put(old.id if old else new.id, replace(new, nested_in=nested_in))
            self._clear_beside(new)
        else:
            anchor = next(iter(anchors_of(verdict)), {})
            old = self._same(verdict.target, tuple((start, end) for start, end in anchor.get("cue", [])))
            if old is None:
                return NOT_FOUND
            self._put(old.id, with_fields(old, value, self._words))
        for chain in from_rows(Chain, value.get("chains", [])):
            self.chains.setdefault(chain.id, chain)
        return None

    def _same(self, target: str, cue: Spans) -> Statement | None:
        """Find the statement judged or, where a reader gives it other bounds, the only one with its cue."""
        if target in self.statements or not cue:
            return self.statements.get(target)
        found = [statement for statement in self.statements.values() if statement.cue == cue]
        return found[0] if len(found) == 1 else None

    def _put(self, old: str, new: Statement) -> None:
        if self.statements.pop(old, None) and old != new.id:
            self.became[old] = new.id
        self.statements[new.id] = new

    def _clear_beside(self, new: Statement) -> None:
        """Take out what a reader found of the very statement a person set: the same cue, with some of its content."""
        for each in list(self.statements.values()):
            if each.id != new.id and new.cue and each.cue == new.cue and _meet(each.content, new.content):
                self.became[each.id] = new.id
                del self.statements[each.id]

    def _misfit(self, statement: Statement) -> str | None:
        length = len(self.read.article.text)
        if statement.article != self.read.article.id:
            return "it is of another article"
        spans = (*statement.source, *statement.cue, *statement.content)
        fits = all(0 <= start < end <= length for start, end in spans)
        return None if fits else "its spans do not stand in the text"

    def _words(self, spans: Spans) -> str:
        return " ".join(" ".join(self.read.article.text[start:end] for start, end in spans).split())

    def done(self) -> Read:
        """Give the reading as it counts, statements in the order of their place, what hung on one that went hung elsewhere."""
        at = sorted(self.statements.values(), key=lambda one: (one.content, one.source, one.cue))
        framing = [replace(one, statement=went) for one in self.read.framing if (went := self._went(one.statement))]
        return replace(
            self.read,
            statements=tuple(replace(one, nested_in=self._nested(one)) for one in at),
            chains=tuple(self.chains.values()),
            framing=tuple(framing),
        )

    def _nested(self, statement: Statement) -> str | None:
        outer = self._went(statement.nested_in)
        return None if outer == statement.id else outer

    def _went(self, id_: str | None) -> str | None:
        """Say what stands now where a statement stood: itself, its correction, or what a rejected one was told in."""
        seen: set[str] = set()
        while id_ is not None and id_ not in self.statements and id_ in self.became and id_ not in seen:
            seen.add(id_)
            id_ = self.became[id_]
        return id_


def with_fields(statement: Statement, value: dict[str, Any], words: Any) -> Statement:
    """Set the fields of a statement that a person gave; ``words`` gives the article's own words of some spans."""
    (new,) = from_rows(Statement, [{**pack(statement), **value.get("set", {})}])
    parts = list(new.parts)
    for number, flags in sorted(value.get("parts", {}).items()):
        parts[int(number)] = _flagged(parts[int(number)], flags)
    if "speaker" in value.get("set", {}):
        parts = [_own_words(part, statement.speaker_name, words) for part in parts]
    by = statement.by if statement.by.endswith(BY) else f"{statement.by}+{BY}"
    return replace(new, parts=tuple(parts), by=by)  # type: ignore[no-any-return]


def _meet(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _flagged(part: Part, flags: dict[str, bool]) -> Part:
    """Set whether a part is negated or hedged, in the frames it is compared by as well."""
    frames = part.frames
    if "negated" in flags and flags["negated"] != part.negated:
        denied = "not" if flags["negated"] else ""
        frames = tuple(frame if frame.spans else replace(frame, denied=denied) for frame in frames)
    if "hedged" in flags and flags["hedged"] != part.hedged:
        hedge = BY if flags["hedged"] else ""
        frames = tuple(frame if frame.spans else replace(frame, hedge=hedge) for frame in frames)
    negated, hedged = flags.get("negated", part.negated), flags.get("hedged", part.hedged)
    return replace(part, negated=negated, hedged=hedged, frames=frames)


def _own_words(part: Part, former: str | None, words: Any) -> Part:
    """Give back a part's own words where the name of who is no longer its speaker had been put into them."""
    own = words(part.spans)
    return replace(part, proposition=own) if former and former in part.proposition and former not in own else part

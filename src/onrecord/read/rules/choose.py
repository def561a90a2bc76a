"""One choice among what the rules propose."""

from __future__ import annotations

from onrecord.read.rules.sheet import Candidate


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out what has no content and what says the same twice; order by content."""
    seen = set()
    kept = []
    for candidate in sorted(candidates, key=lambda c: (c.content, c.source, c.cue, c.rule)):
        key = (candidate.source, candidate.cue, candidate.content)
        if candidate.content and key not in seen:
            seen.add(key)
            kept.append(candidate)
    return kept

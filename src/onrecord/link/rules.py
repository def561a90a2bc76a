"""The rules by which two propositions are held to say the same, or to deny, contradict or concede one another.

Each rule looks at one pair that passed the gates and gives a finding or nothing. They are tried in the order of ``RULES``;
explicit acts come before anything worked out. Thresholds were set on afpak.jsonl and the fictional sample, never on the seeds.
"""

from __future__ import annotations

from onrecord.link.absence import deed_absent, label_denied
from onrecord.link.clashes import existence, negation, opposite
from onrecord.link.concessions import concession, opening
from onrecord.link.denial import account_denied, deed_denied, denial, denied_within
from onrecord.link.numbers import numbers
from onrecord.link.pair import Rule
from onrecord.link.sameness import alleged, same

RULES: tuple[Rule, ...] = (
    denied_within,
    denial,
    deed_denied,
    account_denied,
    concession,
    numbers,
    negation,
    opposite,
    existence,
    label_denied,
    deed_absent,
    opening,
    same,
    alleged,
)
OF_PAST: tuple[Rule, ...] = (deed_denied, deed_absent)
"""What holds though one side names no time and the other's lies far back: who denies a deed may mean one long past,
and what both tell at one time may be of something long past."""
OF_NESTED: tuple[Rule, ...] = (denied_within, alleged)
"""What holds of an allegation that is told inside another statement alone, and of what one side says that the other said."""

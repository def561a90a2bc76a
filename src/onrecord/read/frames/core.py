"""The heart of a proposition while it is being worked out."""

from __future__ import annotations

from dataclasses import dataclass, field

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass
class Core:
    """What is known of it so far.

    ``head`` is the token that carries the assertion, ``thing`` the noun or adjective that is the real predicate where the verb
    says nothing of its own, ``subject`` the token it is said of. ``path`` holds every token passed on the way down, ``top`` the
    token below which the proposition lies where other words introduced it, ``told`` whether these were of what others say,
    ``teller`` the pronoun that is said to say or know it.
    """

    head: int
    thing: int | None = None
    subject: int | None = None
    negative: bool = False
    denied: str = ""
    hedge: str = ""
    mood: str = ""
    path: list[int] = field(default_factory=list)
    top: int | None = None
    told: bool = False
    teller: int | None = None

    @property
    def predicate(self) -> int:
        """Give the token that names what is asserted."""
        return self.head if self.thing is None else self.thing

    def deny(self, how: str) -> None:
        """Turn the proposition round, and remember how."""
        self.negative = not self.negative
        self.denied = how if self.negative else ""

    def soften(self, word: str) -> None:
        """Hedge the proposition; the first word that does is kept."""
        self.hedge = self.hedge or word

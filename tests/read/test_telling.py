"""Who and what can say something, and what only lets a writer conclude."""

import pytest

from onrecord.records import NOT_SAID
from tests.read.test_unsaid import act


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Those two names suggest that the dam leaks.", "Those two names", "suggest", "that the dam leaks"),
        ("Early mixed results guaranteed that Kesk would stay.", "Early mixed results", "guaranteed", "that Kesk would stay"),
        ("His share of the vote indicated that he was weak.", "His share of the vote", "indicated", "that he was weak"),
        ("The deployment tells us that the town is afraid.", "The deployment", "tells", "that the town is afraid"),
        ("Taken together, these figures suggest that it leaks.", "these figures", "suggest", "that it leaks"),
        ("The growing list of towns underscores how old it is.", "The growing list of towns", "underscores", "how old it is"),
        ("Monday’s announcement suggests that Kesk is weak.", "Monday’s announcement", "suggests", "that Kesk is weak"),
        ("The decision shows that the board is “weak” now.", "The decision", "shows", "that the board is “weak” now"),
        ("The numbers told them that the dam leaks.", "The numbers", "told", "that the dam leaks"),
        ("The calls threaten to end the talks.", "The calls", "threaten", "to end the talks"),
        ("Recent satellite imagery suggests that it leaks.", "Recent satellite imagery", "suggests", "that it leaks"),
        ("Few came to Olm, which says a lot about the dam.", "which", "says", "a lot about the dam"),
        ("The bridge was shut, which explains why nobody came.", "which", "explains", "why nobody came"),
        ("Which is all to say that the dam is old.", "Which", "is all to say", "that the dam is old"),
        ("The campaign has claimed people across the town.", "people across the town", "has claimed", "The campaign"),
        ("A decision is expected by the end of the month.", "the end of the month", "is expected by", "A decision"),
        ("Common sense says that the dam leaks.", "Common sense", "says", "that the dam leaks"),
        ("Leaked cables demonstrate that the town knew.", "Leaked cables", "demonstrate", "that the town knew"),
        ("It’s worth noting that the dam leaks.", None, "It’s worth noting", "that the dam leaks"),
        ("And Kesk? Well, let’s just say he was late.", "let’s", "just say", "he was late"),
    ],
)
def test_what_a_writer_concludes_is_not_shown(text: str, source: str | None, cue: str, content: str) -> None:
    assert act(text, source, cue, content) in NOT_SAID


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("A new study suggests that the dam leaks.", "A new study", "suggests", "that the dam leaks"),
        ("The poll shows that voters trust Kesk.", "The poll", "shows", "that voters trust Kesk"),
        ("The official figures show that it was old.", "The official figures", "show", "that it was old"),
        ("Monday’s announcement said that the dam leaks.", "Monday’s announcement", "said", "that the dam leaks"),
        ("One angry franchisee told the paper that the dam leaks.", "One angry franchisee", "told", "that the dam leaks"),
        ("The forecasters suggested that it would rain.", "The forecasters", "suggested", "that it would rain"),
        ("Olm suggested that the dam be closed.", "Olm", "suggested", "that the dam be closed"),
        ("The ministry indicated that the dam leaks.", "The ministry", "indicated", "that the dam leaks"),
        ("A crackpot who lives there showed why it leaks.", "A crackpot who lives there", "showed", "why it leaks"),
        ("The law guarantees that the gates stay open.", "The law", "guarantees", "that the gates stay open"),
        ("The plan suggests closing the dam.", "The plan", "suggests", "closing the dam"),
    ],
)
def test_people_bodies_and_documents_tell(text: str, source: str, cue: str, content: str) -> None:
    assert act(text, source, cue, content) not in NOT_SAID

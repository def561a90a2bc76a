"""A content from which nobody can tell what was said makes no statement."""

import pytest

from onrecord.records import NOT_SAID
from tests.read.test_acts import act


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The town is to be sold, as Boro Kesk has promised to do.", "Boro Kesk", "has promised", "to do"),
        ("What Boro Kesk says or does with the dam is irrelevant.", "Boro Kesk", "says", "or does with the dam is irrelevant"),
        (
            "He is allergic to labels. Boro Kesk talks frequently of “outcomes” and of little else.",
            "Boro Kesk",
            "talks",
            "“outcomes”",
        ),
        ("The group is releasing “Dry Years” to rebut a book.", "The group", "is releasing", "“Dry Years”"),
        ("A “rich town” for all? According to Boro Kesk, no problem.", "Boro Kesk", "According to", "A “rich town” for all?"),
        ("While he said that, Boro Kesk showed that he cares.", "he", "said", "that, Boro Kesk showed that he cares"),
        ("The senate confirmed Ada Ternin as a judge.", "The senate", "confirmed", "Ada Ternin as a judge"),
        ("Boro Kesk demonstrated that he could debate the dam.", "Boro Kesk", "demonstrated", "that he could debate the dam"),
        ("They find it odd to be told of the dam.", "They", "find", "it odd to be told of the dam"),
        ("Not all owners say they would sell the dam.", "Not all owners", "say", "they would sell the dam"),
        ("They shriek whenever Boro Kesk says that the dam leaks.", "Boro Kesk", "says", "that the dam leaks"),
        ("Owners were pushing to close the dam for good.", "Owners", "were pushing", "to close the dam for good"),
        ("Boro Kesk is balking at a plan to close the dam.", "Boro Kesk", "is balking at", "a plan to close the dam"),
        ("They looked beyond the town's stated reasons to sell the dam.", "town", "stated", "reasons to sell the dam"),
        ("All told, the town lost its dam.", "All", "told", "the town lost its dam"),
        ("Boro Kesk has claimed Ada Ternin, an old friend, are closely linked.", "Boro Kesk", "has claimed", "Ada Ternin"),
        ("The release, Boro Kesk said, was good for the town.", "Boro Kesk", "said", "The release"),
        ("Olm added the town to a list for “grave neglect”.", "Olm", "added", "the town to a list for “grave neglect”"),
        (
            "These speeches suggest that it’s everything else he said that will best tell how he governs.",
            "he",
            "said",
            "that will best tell how he governs",
        ),
        ("Olm reported the old mayor’s remarks on Monday.", "Olm", "reported", "the old mayor’s remarks"),
        ("Owners need to believe that the dam is safe.", "Owners", "need to believe", "that the dam is safe"),
    ],
)
def test_hollow_contents_are_no_statements(text: str, source: str, cue: str, content: str) -> None:
    assert act(text, source, cue, content) in NOT_SAID


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Boro Kesk said, “Run them down.”", "Boro Kesk", "said", "“Run them down.”"),
        ("The office released three words: “Run them down.”", "The office", "released", "“Run them down.”"),
        ("Owners pushed Boro Kesk to close the dam.", "Owners", "pushed", "Boro Kesk to close the dam"),
        ("The ministry confirmed that the dam leaks.", "The ministry", "confirmed", "that the dam leaks"),
        ("The study demonstrates that the dam is old.", "The study", "demonstrates", "that the dam is old"),
        ("Boro Kesk said that, if it rains, the dam leaks.", "Boro Kesk", "said", "that, if it rains, the dam leaks"),
    ],
)
def test_what_tells_something_stays(text: str, source: str, cue: str, content: str) -> None:
    assert act(text, source, cue, content) not in NOT_SAID

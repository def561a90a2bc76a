"""Documents as speakers: whose they are, where the article tells it, and else their own words."""

import pytest

from onrecord.read.speakers import name_speakers
from tests.pages import page_of, said
from tests.read.test_speakers import speaker


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "name"),
    [
        (
            "A Harbour League report came out on Monday. The report said the dam leaks.",
            "The report",
            "said",
            "the dam leaks",
            "Harbour League report",
        ),
        (
            "A huge study by the Olm Institute came out. The same study found that it leaks.",
            "The same study",
            "found",
            "that it leaks",
            "study by the Olm Institute",
        ),
        ("The dam is old. Several documents say it leaks.", "Several documents", "say", "it leaks", "Several documents"),
        (
            "He cited a 1981 op-ed from Boro Kesk opposing it. The op-ed says the dam leaks.",
            "The op-ed",
            "says",
            "the dam leaks",
            "Boro Kesk",
        ),
        ("According to documents, the dam leaks.", "documents", "According to", "the dam leaks", "documents"),
        ("The dam is old. Some reports say it leaks.", "Some reports", "say", "it leaks", "Some reports"),
        ("Court records show that he was there.", "Court records", "show", "that he was there", "Court records"),
        (
            "The Olm Post report came out in May. Then a report was lost. The report said it leaks.",
            "The report",
            "said",
            "it leaks",
            "report",
        ),
    ],
)
def test_documents_are_told_by_whose_they_are(text: str, source: str, cue: str, content: str, name: str | None) -> None:
    assert speaker(text, source, cue, content)[0] == name


@pytest.mark.parametrize("source", ["One of them", "Each man", "A slight majority", "2 in 10", "Everybody", "Nearly all of them"])
def test_parts_of_those_told_nowhere_are_open(source: str) -> None:
    assert speaker(f"The traders left. {source} said the dam leaks.", source, "said", "the dam leaks")[0] is None


@pytest.mark.parametrize("source", ["A majority of traders", "One of the traders", "Each trader", "The majority"])
def test_parts_of_those_told_keep_their_words(source: str) -> None:
    name = speaker(f"The dam is old. {source} said it leaks.", source, "said", "it leaks")[0]
    assert name == source.removeprefix("A ").removeprefix("The ")


def test_they_are_not_one_document() -> None:
    page = page_of("The dam leaks, according to their own analysis. They said it was late.")
    every = [
        said(page, "their own analysis", "according to", "The dam leaks"),
        said(page, "They", "said", "it was late"),
    ]
    assert name_speakers(page, every)[1][1].speaker_name is None

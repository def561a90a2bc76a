from collections.abc import Callable

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules import handing, quoted, spans
from onrecord.read.rules.tagger import RulesTagger
from tests.read.rules.conftest import Tag, lines
from tests.work import grows_as_its_input


def said(tag: Tag, text: str) -> list[tuple[str, str]]:
    return [(found.source, found.content) for found in tag(text)]


def test_quotation_then_cue_and_cue_then_quotation(tag: Tag) -> None:
    assert said(tag, "“We will rebuild the bridge,” Ternin said.") == [("Ternin", "“We will rebuild the bridge,”")]
    assert said(tag, "Ternin said, “We will rebuild the bridge.”") == [("Ternin", "“We will rebuild the bridge.”")]
    assert said(tag, "Ternin said in a letter to the league: “We will rebuild the bridge.”") == [
        ("Ternin", "“We will rebuild the bridge.”")
    ]


def test_a_quotation_broken_by_its_cue_is_one_statement(tag: Tag) -> None:
    assert said(tag, "“We will rebuild,” Ternin said, “when spring comes.”") == [
        ("Ternin", "“We will rebuild,” … “when spring comes.”")
    ]


def test_a_quotation_that_goes_on_in_its_paragraph(tag: Tag) -> None:
    text = "“We will rebuild the bridge,” Ternin said on Monday. “The money is there. Nobody needs to wait.”"
    assert said(tag, text) == [("Ternin", "“We will rebuild the bridge,” … “The money is there. Nobody needs to wait.”")]


def test_several_sentences_in_one_quotation(tag: Tag) -> None:
    text = "“The money is there. Nobody needs to wait. We will rebuild the bridge,” Ternin said."
    assert said(tag, text) == [("Ternin", "“The money is there. Nobody needs to wait. We will rebuild the bridge,”")]


def test_a_quotation_carried_over_paragraphs(tag: Tag) -> None:
    text = "Ternin said: “We will rebuild the bridge.\n“We have the money.”\nThe town waited."
    assert said(tag, text) == [("Ternin", "“We will rebuild the bridge.\n“We have the money.”")]


def test_a_paragraph_that_is_one_quotation_after_a_quoted_one(tag: Tag) -> None:
    text = "“We will rebuild the bridge,” Ternin said.\n“We have all the money that we need for it.”"
    ((source, content),) = said(tag, text)
    assert source == "Ternin"
    assert content.endswith("that we need for it.”")


def test_scare_quotes_are_no_statements(tag: Tag) -> None:
    assert said(tag, "The so-called “bridge of sighs” was closed in the “old town” on Monday.") == []


def test_an_unclosed_quotation_ends_with_its_paragraph(tag: Tag) -> None:
    found = said(tag, "“We will rebuild the bridge, Ternin said.\nThe town is small and it rains.")
    assert all("rains" not in content for _, content in found)


def test_partly_quoted_clauses_are_whole(tag: Tag) -> None:
    assert said(tag, "Ternin said the bridge was “a danger to us all.” It rained.") == [
        ("Ternin", "the bridge was “a danger to us all.”")
    ]


def test_a_quotation_later_in_the_sentence_belongs_to_its_cue(tag: Tag) -> None:
    text = (
        "Ternin said the town is ready to be a partner for peace — but when troops leave, “we will avoid any further conflict.”"
    )
    ((source, content),) = said(tag, text)
    assert source == "Ternin"
    assert content.endswith("“we will avoid any further conflict.”")


def test_what_was_not_said_leads_to_no_quotation(tag: Tag) -> None:
    found = said(tag, "The campaign said in a statement: “None of this is ours.” The campaign did not elaborate.")
    assert ("The campaign", "“None of this is ours.”") in found


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild number {0},” he said.",
        "He said that the “grand old bridge {0}” was “over and done with now”.",
        "Ternin said: “We will rebuild now number {0}.”",
        "“We will rebuild number {0}.”",
    ],
)
def test_thousands_of_quotations_in_a_paragraph_cost_each_the_same(parser: SpacyParser, text: str) -> None:
    def run(size: int) -> Callable[[], object]:
        long = " ".join(text.format(n) for n in range(size))
        blocks = lines(long)
        parse = parser.parse(long, blocks)
        return lambda: RulesTagger().tag(long, blocks, parse)

    assert grows_as_its_input(run, 40, handing, quoted, spans)

"""Attributions that are no statements, though they have a verb of speech: asked, supposed, wished, doubted, said by nobody."""

from dataclasses import replace

import pytest

from onrecord.read.acts import judge_acts
from onrecord.records import NOT_SAID, Act, Statement
from tests.pages import page_of, said


def act(text: str, source: str | None, cue: str, content: str, **fields: object) -> Act:
    page = page_of(text)
    statement: Statement = replace(said(page, source, cue, content), **fields)  # type: ignore[arg-type]
    (judged,) = judge_acts(page, [statement])
    return judged.act


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Did the minister say that the dam was safe?", "the minister", "say", "that the dam was safe"),
        ("Of those, ten are reported to be among the guests.", None, "are reported", "to be among the guests"),
        ("Kesk now has the support to move forward.", "Kesk", "now has the support", "to move forward"),
        ("The sale is widely seen as a mistake.", None, "is widely seen", "as a mistake"),
        ("Kesk makes sure that the dam is mended.", "Kesk", "makes sure", "that the dam is mended"),
        ("The find raised questions about the dam.", None, "questions about", "the dam"),
        ("Early indications suggest that the dam leaks.", "Early indications", "suggest", "that the dam leaks"),
        ("An outpouring of anger suggests that the dam leaks.", "An outpouring of anger", "suggests", "that the dam leaks"),
        ("Leaving it open reminds traders that the dam leaks.", "Leaving it open", "reminds", "that the dam leaks"),
        ("Who said that the dam was safe?", "Who", "said", "that the dam was safe"),
        ("The file is labeled as “Not for Sale” by its look.", None, "is labeled as", "“Not for Sale”"),
        ("If the minister says that the dam is safe, we go home.", "the minister", "says", "that the dam is safe"),
        ("It will not count until a court declares the sale void.", "a court", "declares", "the sale void"),
        ("No one said that the dam was safe.", "No one", "said", "that the dam was safe"),
        ("Ada Ternin: Who says the dam was safe?", "Who", "says", "the dam was safe"),
        ("At what point would you say, “This dam is too old”?", "you", "say", "“This dam is too old”"),
        ("The town seeks owners’ guarantees that the dam is safe.", "owners’", "guarantees", "that the dam is safe"),
        ("The town asked for owners’ assurances that the dam is safe.", "owners’", "assurances", "that the dam is safe"),
        ("It could hold the flood back, but say, “We stand here.”", "It", "say", "“We stand here.”"),
        (
            "The board showed it was still a force by closing the dam.",
            "The board",
            "showed",
            "it was still a force by closing the dam",
        ),
        ("It is brave of the boatmen to demand a new dam.", "the boatmen", "to demand", "a new dam"),
        ("The ministry could argue that the dam is “very” old.", "The ministry", "could argue", "that the dam is “very” old"),
        (
            "Boro Kesk might find himself wondering if the dam is old.",
            "Boro Kesk",
            "might find himself wondering",
            "if the dam is old",
        ),
        ("Should Kesk leave the board and call it a failure, Olm would suffer.", "Kesk", "call", "it a failure"),
        ("Ada Ternin is supposed to write that the dam is safe.", "Ada Ternin", "is supposed to write", "that the dam is safe"),
        ("Even if they admit that it “sometimes” leaks, they love it.", "they", "admit", "that it “sometimes” leaks"),
        ("Almost nobody said that the dam was safe.", "Almost nobody", "said", "that the dam was safe"),
        ("Even before she has announced her plans to run, she runs.", "she", "has announced", "her plans to run"),
        ("They tried to get Ada Ternin to write that the dam was safe.", "Ada Ternin", "to write", "that the dam was safe"),
        ("There are good reasons to believe that the dam was safe.", None, "to believe", "that the dam was safe"),
        (
            "The board has released a list of what was sold at the dam.",
            "The board",
            "has released",
            "a list of what was sold at the dam",
        ),
        ("Everyone on the dam thought that it was safe.", "Everyone on the dam", "thought", "that it was safe"),
        ("The video shows the men being led away.", "The video", "shows", "the men being led away"),
        ("Kesk sang “Lowland Hymn.”", "Kesk", "sang", "“Lowland Hymn.”"),
        ("Asked to comment, the ministry sent a map.", None, "Asked", "to comment"),
        ("The ministry denied it.", "The ministry", "denied", "it"),
        ("The minister believes the former.", "The minister", "believes", "the former"),
        ("It was a chance to claim that the dam was safe.", None, "to claim", "that the dam was safe"),
        ("The quiet lulled Ada Ternin into dismissing the flood as a tale.", "Ada Ternin", "dismissing", "the flood as a tale"),
        ("The minister also quickly built dams.", "The minister", "also quickly", "built dams"),
        (
            "The minister made statements that could lead to a flood.",
            "The minister",
            "made statements",
            "that could lead to a flood",
        ),
        ("The dam has been identified as a cause of the flood.", None, "has been identified as", "a cause of the flood"),
        ("The minister chided Boro Kesk.", "The minister", "chided", "Boro Kesk"),
        ("The minister rejected the advice of the engineers.", "The minister", "rejected", "the advice of the engineers"),
        ("The minister called off the talks with the engineers.", "The minister", "called off", "the talks with the engineers"),
        ("The minister knows how the dam was built.", "The minister", "knows", "how the dam was built"),
        ("The minister showed a willingness to build a dam.", "The minister", "showed a willingness", "to build a dam"),
        ("The board can recommend a new dam.", "The board", "can recommend", "a new dam"),
        (
            "The minister referred questions about the dam to the firm.",
            "The minister",
            "referred",
            "questions about the dam to the firm",
        ),
        ("The minister became aware of the flood.", "The minister", "became aware of", "the flood"),
        ("It does not matter whether the minister says that the dam is safe.", "the minister", "says", "that the dam is safe"),
        ("The minister answered questions about the dam.", "The minister", "answered questions", "about the dam"),
        ("In an essay titled “What We Built” Ada Ternin named the firm.", "Ada Ternin", "titled", "“What We Built”"),
        ("I will use our money to urge the owners to build.", "I", "to urge", "the owners to build"),
        (
            "Another man, Ibra Said Ternin, was seen near the water before dawn.",
            "Ibra",
            "Said",
            "Ternin, was seen near the water",
        ),
        ("We must persuade the owners to build a dam.", "We", "must persuade", "the owners to build a dam"),
        ("Rarely has the minister announced a new dam.", "the minister", "announced", "a new dam"),
        ("At no time did the crew ask why the dam leaked.", "the crew", "ask", "why the dam leaked"),
        ("The firm could say “anything goes” and build the dam.", "The firm", "could say", "“anything goes”"),
        ("Kesk neglects to admit his quarrels with the town.", "Kesk", "neglects to admit", "his quarrels with the town"),
        ("Engineers were unable to predict when it would break.", "Engineers", "were unable to predict", "when it would break"),
        ("The gap may be wider than the engineers believe.", "the engineers", "believe", "The gap may be wider than"),
        ("Or maybe Kesk believes that the dam is safe.", "Kesk", "believes", "that the dam is safe"),
        ("Rather than proclaim a new plan, Kesk left the room.", "Kesk", "proclaim", "a new plan"),
        ("When you think that it is safe, you can swim.", "you", "think", "that it is safe"),
        ("Most people blame the town for the flood.", "Most people", "blame", "the town for the flood"),
        ("Boro Kesk was charged with fraud on Monday.", None, "was charged with", "fraud"),
        ("Boro Kesk said Sunday on “Lowland Today.”", "Boro Kesk", "said Sunday on", "“Lowland Today.”"),
        ("Kesk rebuffed several warnings of the mayor.", "Kesk", "rebuffed", "several warnings of the mayor"),
        ("The minister will continue announcing new dams.", "The minister", "announcing", "new dams"),
        ("Kesk pondered naming Ada Ternin to the board.", "Kesk", "pondered", "naming Ada Ternin to the board"),
        ("This explains the whole plan.", "This", "explains", "the whole plan"),
        ("It is also important to note that the dam is old.", None, "to note", "that the dam is old"),
    ],
)
def test_what_was_not_said_is_no_statement(text: str, source: str | None, cue: str, content: str) -> None:
    assert act(text, source, cue, content) in NOT_SAID


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        ("Ada Ternin went on to say that the dam was safe.", "Ada Ternin", "went on to say", "that the dam was safe", Act.SAY),
        ("Ada Ternin took the floor to say that the dam was safe.", "Ada Ternin", "to say", "that the dam was safe", Act.SAY),
        ("While it rained, Ada Ternin said the dam was safe.", "Ada Ternin", "said", "the dam was safe", Act.SAY),
        (
            "Ada Ternin issued a warning that the dam might break.",
            "Ada Ternin",
            "issued a warning",
            "that the dam might break",
            Act.WARN,
        ),
        ("According to Ada Ternin, the dam was safe.", "Ada Ternin", "According to", "the dam was safe", Act.SAY),
        ("Ada Ternin rejected the claim of the engineers.", "Ada Ternin", "rejected", "the claim of the engineers", Act.DENY),
        ("Ada Ternin praised Boro Kesk.", "Ada Ternin", "praised", "Boro Kesk", Act.PRAISE),
        ("A report shows Kesk not only left the dam.", "A report", "shows", "Kesk not only left the dam", Act.SAY),
        ("Ternin Says Bridge Was Sold Too Cheaply", "Ternin", "Says", "Bridge Was Sold Too Cheaply", Act.SAY),
        ("I might add that the dam is “very” old.", "I", "might add", "that the dam is “very” old", Act.SAY),
        ("Ada asked Kesk, to which he replied, “It leaks.”", "he", "replied", "“It leaks.”", Act.SAY),
        (
            "Ada Ternin was trying to explain the dam is “very” old.",
            "Ada Ternin",
            "was trying to explain",
            "the dam is “very” old",
            Act.SAY,
        ),
        ("You write that the dam leaks.", "You", "write", "that the dam leaks", Act.SAY),
        ("I must admit that the dam leaks.", "I", "must admit", "that the dam leaks", Act.CONCEDE),
    ],
)
def test_what_was_said_stays_one(text: str, source: str, cue: str, content: str, wanted: Act) -> None:
    assert act(text, source, cue, content) == wanted


SAID = ("Ada Ternin said the dam was safe.", "Ada Ternin", "said", "the dam was safe")


def test_what_a_trained_reader_doubts_is_kept_and_not_shown() -> None:
    assert act(*SAID, by="trained/1", score=0.5) == Act.PERCEIVE
    assert act(*SAID, by="trained/1+rules", score=0.7) == Act.SAY
    quoted = ("Ada Ternin said “the dam was safe”.", "Ada Ternin", "said", "“the dam was safe”")
    assert act(*quoted, by="trained/1", score=0.5) == Act.SAY
    assert act(*quoted, by="trained/1", score=0.3) == Act.PERCEIVE
    nameless = ("“The dam was safe,” it was said.", None, "it was said", "“The dam was safe,”")
    assert act(*nameless, by="trained/1", score=0.55) == Act.PERCEIVE
    assert act(*nameless, by="trained/1", score=0.65) == Act.SAY


def test_a_rule_has_its_own_share_and_is_doubted_only_where_a_reader_denied_it() -> None:
    assert act(*SAID, by="rules/1:clause", score=0.55) == Act.SAY
    assert act(*SAID, by="rules/1:clause", score=0.45) == Act.PERCEIVE
    assert act(*SAID, by="rules/1:turn", score=0.45) == Act.SAY
    assert act(*SAID) == Act.SAY


def test_a_flat_denial_holds_however_unsure_a_reader_is() -> None:
    flat = ("The regime has denied any part in the raid.", "The regime", "has denied", "any part in the raid")
    refused = ("The judge denied the motion.", "The judge", "denied", "the motion")
    passive = ("The family was denied the visa.", "The family", "was denied", "the visa")
    assert act(*flat, by="trained/1", score=0.3) == Act.DENY
    assert act(*refused, by="trained/1", score=0.3) == Act.PERCEIVE
    assert act(*passive, by="trained/1", score=0.3) == Act.PERCEIVE

import pytest

from onrecord.read.acts import judge_acts
from onrecord.records import Act
from tests.pages import page_of, said


def act(text: str, source: str | None, cue: str | None, content: str) -> Act:
    page = page_of(text)
    (statement,) = judge_acts(page, [said(page, source, cue, content)])
    return statement.act


@pytest.mark.parametrize(
    ("text", "cue", "content", "wanted"),
    [
        ("The minister said the dam was safe.", "said", "the dam was safe", Act.SAY),
        ("The minister denied the claim.", "denied", "the claim", Act.DENY),
        ("The minister rejected claims that the dam was unsafe.", "rejected claims", "the dam was unsafe", Act.DENY),
        ("The minister accused the firm of neglect.", "accused", "the firm of neglect", Act.ACCUSE),
        ("The minister vowed to mend the dam.", "vowed", "to mend the dam", Act.PROMISE),
        ("The minister threatened to close the dam.", "threatened", "to close the dam", Act.THREATEN),
        ("The minister called on farmers to leave.", "called on", "farmers to leave", Act.URGE),
        ("The minister asked farmers to leave.", "asked", "farmers to leave", Act.URGE),
        ("The minister asked whether the dam was safe.", "asked", "whether the dam was safe", Act.ASK),
        ("The minister admitted that the dam leaked.", "admitted", "that the dam leaked", Act.CONCEDE),
        ("The minister praised the engineers.", "praised", "the engineers", Act.PRAISE),
        ("The minister warned that the dam might break.", "warned", "that the dam might break", Act.WARN),
        ("The minister issued a warning that the dam might break.", "issued a warning", "the dam might break", Act.WARN),
        ("The minister announced a new dam.", "announced", "a new dam", Act.ANNOUNCE),
        ("The minister predicted that the dam would hold.", "predicted", "that the dam would hold", Act.PREDICT),
        ("The minister doubts that the dam will hold.", "doubts", "that the dam will hold", Act.DOUBT),
        ("The minister believes the dam will hold.", "believes", "the dam will hold", Act.BELIEVE),
        ("The minister wants to close the dam.", "wants", "to close the dam", Act.INTEND),
        ("They failed to agree on a new dam.", "to agree on", "a new dam", Act.INTEND),
        ("The village witnessed a surge in floods.", "witnessed", "a surge in floods", Act.PERCEIVE),
        ("The minister built a new dam.", "built", "a new dam", Act.PERCEIVE),
    ],
)
def test_the_act_follows_the_cue_and_its_frame(text, cue, content, wanted):
    assert act(text, None, cue, content) == wanted


@pytest.mark.parametrize(
    ("text", "cue", "content", "wanted"),
    [
        ("The minister declined to say whether the dam was safe.", "declined to say", "whether the dam was safe", Act.INTEND),
        ("The minister did not say the dam was safe.", "did not say", "the dam was safe", Act.INTEND),
        ("The minister does not believe the dam is safe.", "does not believe", "the dam is safe", Act.DOUBT),
        ("The minister did not deny that the dam leaked.", "did not deny", "that the dam leaked", Act.CONCEDE),
        ("The minister will announce a new dam.", "will announce", "a new dam", Act.INTEND),
    ],
)
def test_what_was_not_said_is_no_statement(text, cue, content, wanted):
    assert act(text, None, cue, content) == wanted


def test_a_quoted_word_makes_any_verb_speech():
    assert act("“The dam is safe,” he grinned.", "he", "grinned", "“The dam is safe,”") == Act.SAY


def test_no_cue_says_and_a_question_asks():
    assert act("Minister: The dam is safe", "Minister", ":", "The dam is safe") == Act.SAY
    assert act("Q: Is the dam safe?", "Q", ":", "Is the dam safe?") == Act.ASK

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
        ("The minister denied a role in the flood.", "denied", "a role in the flood", Act.DENY),
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
        ("The minister apologized for the flood.", "apologized for", "the flood", Act.CONCEDE),
        ("They pressed her to explain why the dam leaked.", "pressed her to explain", "why the dam leaked", Act.ASK),
        ("He told us that a plan to help the town was late.", "told", "that a plan to help the town was late", Act.SAY),
        ("The minister pleaded not guilty.", "pleaded", "not guilty", Act.DENY),
        ("The minister pleaded guilty to fraud.", "pleaded", "guilty to fraud", Act.CONCEDE),
        ("The village witnessed a surge in floods.", "witnessed", "a surge in floods", Act.PERCEIVE),
        ("The minister built a new dam.", "built", "a new dam", Act.PERCEIVE),
        (
            "He dismissed the oft-stated notion that the dam leaks.",
            "dismissed the oft-stated notion",
            "that the dam leaks",
            Act.DENY,
        ),
        ("The judges have a good idea of how the argument ends.", "have a good idea of", "how the argument ends", Act.PERCEIVE),
        (
            "The owner pressed the minister on her refusal to answer.",
            "pressed",
            "the minister on her refusal to answer",
            Act.PERCEIVE,
        ),
        ("The owner pressed the minister to mend the dam.", "pressed", "the minister to mend the dam", Act.URGE),
        ("The judge denied the motion to close the dam.", "denied", "the motion to close the dam", Act.PERCEIVE),
        ("The minister denied a bid for the dam was made.", "denied", "a bid for the dam was made", Act.DENY),
        ("The minister declared a national emergency.", "declared", "a national emergency", Act.PERCEIVE),
        ("The minister declared the dam an emergency.", "declared", "the dam an emergency", Act.ANNOUNCE),
        ("The owners proposed a bill that would close the dam.", "proposed", "a bill that would close the dam", Act.PERCEIVE),
        ("She said goodbye to the minister.", "said", "goodbye to the minister", Act.PERCEIVE),
        ("The minister is likely to tout the dam.", "is likely to tout", "the dam", Act.INTEND),
        ("The owners are going to argue that the dam leaks.", "are going to argue", "that the dam leaks", Act.INTEND),
        ("Owners are more likely to say the dam leaks.", "are more likely to say", "the dam leaks", Act.SAY),
        ("The report details many of her wild claims.", "details", "many of her wild claims", Act.PERCEIVE),
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
        ("The minister denies telling the mayor that it leaked.", "denies telling", "that it leaked", Act.DENY),
        ("The minister did not deny that the dam leaked.", "did not deny", "that the dam leaked", Act.INTEND),
        ("The minister would not confirm or deny that it leaked.", "would not confirm or deny", "that it leaked", Act.INTEND),
        ("The minister would not confirm or deny that it leaked.", "deny", "that it leaked", Act.INTEND),
        ("The minister is less sure that the dam will hold.", "is less sure", "that the dam will hold", Act.DOUBT),
        ("The minister is less sure that the dam will hold.", "sure", "that the dam will hold", Act.DOUBT),
        ("The minister hardly believes that the dam will hold.", "believes", "that the dam will hold", Act.DOUBT),
        ("The minister had nothing to say publicly about the dam.", "had nothing to say publicly about", "the dam", Act.INTEND),
        ("The minister will announce a new dam.", "will announce", "a new dam", Act.INTEND),
        ("He did not smile, nor did he admit that the dam leaked.", "admit", "that the dam leaked", Act.INTEND),
    ],
)
def test_what_was_not_said_is_no_statement(text, cue, content, wanted):
    assert act(text, None, cue, content) == wanted


def test_a_quoted_word_makes_any_verb_speech():
    assert act("“The dam is safe,” he grinned.", "he", "grinned", "“The dam is safe,”") == Act.SAY


def test_no_cue_says_and_a_question_asks():
    assert act("Minister: The dam is safe", "Minister", ":", "The dam is safe") == Act.SAY
    assert act("Q: Is the dam safe?", "Q", ":", "Is the dam safe?") == Act.ASK


@pytest.mark.parametrize(
    ("text", "cue", "content", "wanted"),
    [
        ("The minister took a minute interest in the dam.", "took a minute interest in", "the dam", Act.PERCEIVE),
        ("The farmers have little faith in the dam.", "have little faith in", "the dam", Act.PERCEIVE),
        ("The minister made the case that the dam was safe.", "made the case", "the dam was safe", Act.SAY),
        ("The minister made clear that the dam was safe.", "made clear", "that the dam was safe", Act.SAY),
        ("The minister gave a speech on the dam.", "gave a speech on", "the dam", Act.PERCEIVE),
        ("The minister expressed gratitude for the dam.", "expressed", "gratitude for the dam", Act.SAY),
        ("The mob attacked her with such force that she fled.", "attacked", "her with such force that she fled", Act.PERCEIVE),
        ("The minister attacked her for the delay.", "attacked", "her for the delay", Act.ACCUSE),
        ("The minister attacked “the weak plan.”", "attacked", "“the weak plan.”", Act.SAY),
        ("The divers found the keys.", "found", "the keys", Act.PERCEIVE),
        ("The divers found that the dam leaked.", "found", "that the dam leaked", Act.SAY),
        ("The minister is a little worried that the dam may break.", "is a little worried", "the dam may break", Act.BELIEVE),
    ],
)
def test_deeds_are_no_speech(text, cue, content, wanted):
    assert act(text, None, cue, content) == wanted


@pytest.mark.parametrize(("label", "wanted"), [("Q", Act.ASK), ("REPORTER", Act.ASK), ("MS. TERNIN", Act.SAY)])
def test_an_askers_turn_asks_though_it_does_not_end_in_a_question(label, wanted):
    assert (
        act(f"{label}: Is the dam safe? We would like to know.", label, ":", "Is the dam safe? We would like to know.") == wanted
    )


def test_a_clause_before_a_colon_is_not_who_stands_behind_it():
    text = "There may be more to come: Ada Ternin vowed to close the dam."
    assert act(text, "Ada Ternin", "vowed", "There may be more to come") == Act.PERCEIVE

from tests.read.rules.conftest import Tag


def test_turns_of_a_briefing(tag: Tag) -> None:
    text = (
        "MR. KESK: Good afternoon. The bridge is closed.\nI have nothing else.\nQUESTION: When will it open?\n"
        "MR. KESK: I think it will open soon.\nQUESTION: Who pays?"
    )
    found = tag(text)
    assert [x.source for x in found] == ["MR. KESK", "QUESTION", "MR. KESK", "QUESTION"]
    assert found[0].content == "Good afternoon. The bridge is closed.\nI have nothing else"
    assert found[3].content == "Who pays?"
    assert {x.cue for x in found} == {":"}


def test_turns_each_opened_by_a_quotation_mark(tag: Tag) -> None:
    found = tag('"KESK: Good afternoon.\n"MARN: When will it open?\n"KESK: Quite soon, I think.')
    assert [(x.source, x.content) for x in found][1:] == [("MARN", "When will it open?"), ("KESK", "Quite soon, I think")]


def test_questions_and_answers(tag: Tag) -> None:
    found = tag("Q: Is the bridge safe?\nA: It is not.\nQ: Why?\nA: It is old.")
    assert [(x.source, x.content) for x in found][:2] == [("Q", "Is the bridge safe?"), ("A", "It is not")]


def test_a_form_is_no_transcript(tag: Tag) -> None:
    assert tag("Name: Gabi\nAge: 27\nName: Tomas\nAge: 31\n") == []


def test_a_dateline_is_no_turn(tag: Tag) -> None:
    assert tag("VESK: The bridge was closed on Monday.") == []


def test_a_label_may_tell_what_the_speaker_is_there_for(tag: Tag) -> None:
    found = tag("ADA TERNIN, HOST: The water rose.\nBORO KESK, REPORTER: It did.\nTERNIN: How far?\nKESK: To the door.")
    assert [x.source for x in found] == ["ADA TERNIN", "BORO KESK", "TERNIN", "KESK"]


def test_labels_may_stand_on_lines_of_their_own(tag: Tag) -> None:
    turn = "Robert Tillman\n\nIs the bridge safe?\n\nDavid Ashworth\n\nIt is not.\n\nNobody mended it.\n\n"
    found = [x for x in tag("Robert Tillman met the minister David Ashworth.\n\n" + 4 * turn) if x.rule == "turn"]
    assert [(x.source, x.content) for x in found[:2]] == [
        ("Robert Tillman", "Is the bridge safe?"),
        ("David Ashworth", "It is not.\n\nNobody mended it"),
    ]
    assert len(found) == 8
    assert not [x for x in tag(turn) if x.rule == "turn"]
    assert not [x for x in tag(6 * "Read More\n\nRain fell.\n\nSee Also\n\nIt was late.\n\n") if x.rule == "turn"]


INTERVIEW = "Robert Tillman\n\nIs the bridge safe?\n\nDavid Ashworth\n\nIt is not.\n\n"


def turns(tag: Tag, text: str) -> list[tuple[str, str]]:
    opening = "Robert Tillman met the minister David Ashworth.\n\n"
    return [(x.source, x.content) for x in tag(opening + 3 * INTERVIEW + text) if x.rule == "turn"][6:]


def test_a_turn_ends_at_the_next_sections_heading(tag: Tag) -> None:
    text = INTERVIEW + "The ferryman: Boro Kesk\n\nKesk is 49 and lives by the river.\n\nRobert Tillman\n\nAnd the ferry?"
    assert turns(tag, text)[1:] == [("David Ashworth", "It is not"), ("Robert Tillman", "And the ferry?")]


def test_a_label_may_be_one_word_that_comes_back(tag: Tag) -> None:
    said = "Robert Tillman\n\nWho pays?\n\nYesna\n\nNobody pays.\n\n"
    assert turns(tag, 3 * said) == 3 * [("Robert Tillman", "Who pays?"), ("Yesna", "Nobody pays")]
    assert ("Yesna", "Nobody pays") not in turns(tag, said)


def test_what_is_played_is_not_the_speakers(tag: Tag) -> None:
    text = "Robert Tillman\n\nHere he is.\n\narchived recording (boro kesk) The dam holds.\n\narchived recording Nobody paid.\n\n"
    assert turns(tag, text + INTERVIEW)[:3] == [
        ("Robert Tillman", "Here he is"),
        ("boro kesk", "The dam holds"),
        ("archived recording", "Nobody paid"),
    ]


def test_laughter_ends_no_turn(tag: Tag) -> None:
    text = "Robert Tillman\n\nIt was dry.\n\n(Laughter)\n\nThen it rained.\n\n" + INTERVIEW
    assert turns(tag, text)[0] == ("Robert Tillman", "It was dry.\n\n(Laughter)\n\nThen it rained")

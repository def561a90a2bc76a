from dataclasses import replace

import pytest

from onrecord.flow.reading import Backends, read
from onrecord.read.attributions import RulesTagger
from onrecord.read.speakers import name_speakers
from onrecord.records import Found, Manner, Sighting
from tests.pages import at, page_of, parser, said


def read_whole(text: str):
    return read(Found(text, Sighting("a")), Backends(parser(), RulesTagger())).statements


def speaker(text: str, source: str | None, cue: str, content: str, nth: int = 0, **more):
    page = page_of(text, **more)
    page, (statement,) = name_speakers(page, [said(page, source, cue, content, nth)])
    assert statement.speaker is None or statement.speaker in {chain.id for chain in page.chains}
    return statement.speaker_name, statement.speaker_office


def test_a_short_name_is_the_fullest_one():
    text = "Kenyan Prime Minister Robert Tillman spoke. Tillman said the dam was safe."
    assert speaker(text, "Tillman", "said", "the dam was safe") == ("Robert Tillman", "Kenyan Prime Minister")


def test_the_office_in_the_source_goes_before_the_one_elsewhere():
    text = "Kenyan Prime Minister Robert Tillman spoke. The Kenyan premier said the dam was safe."
    assert speaker(text, "The Kenyan premier", "said", "the dam was safe") == ("Robert Tillman", "Kenyan premier")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Nairobi", "Government of Kenya"),
        ("The U.S.", "Government of the United States"),
        ("The Kenyan government", "Government of Kenya"),
        ("The government of Kenya", "Government of Kenya"),
        ("Kenyan officials", "Kenyan officials"),
        ("A senior official", "senior official"),
        ("Police", "Police"),
    ],
)
def test_states_speak_as_governments_and_the_unnamed_in_their_own_words(source, name):
    assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe")[0] == name


def test_a_spokesman_is_not_whom_he_speaks_for():
    text = "Robert Tillman left. His spokesman said the dam was safe."
    assert speaker(text, "His spokesman", "said", "the dam was safe")[0] == "Robert Tillman's spokesman"
    text = "Vell met Robert Tillman. Her spokesman said the dam was safe."
    assert speaker(text, "Her spokesman", "said", "the dam was safe")[0] == "Her spokesman"
    text = "A spokesman for Robert Tillman said the dam was safe."
    assert speaker(text, "A spokesman for Robert Tillman", "said", "the dam was safe")[0] == "spokesman for Robert Tillman"


def test_apposition_and_possessives_keep_to_the_person_named():
    text = "Kenya's water minister, Robert Tillman, said the dam was safe."
    assert speaker(text, "Kenya's water minister, Robert Tillman", "said", "the dam was safe")[0] == "Robert Tillman"
    text = "Robert Tillman spoke. Tillman's promise to mend the dam was heard."
    assert speaker(text, "Tillman's", "promise", "to mend the dam")[0] == "Robert Tillman"


def test_joint_speakers_are_named_together():
    text = "Robert Tillman and David Ashworth said the dam was safe."
    assert (
        speaker(text, "Robert Tillman and David Ashworth", "said", "the dam was safe")[0] == "Robert Tillman and David Ashworth"
    )


def test_most_of_a_group_is_not_the_group():
    assert (
        speaker("Most Republicans said the dam was safe.", "Most Republicans", "said", "the dam was safe")[0]
        == "Most Republicans"
    )


def test_who_is_the_one_its_clause_hangs_on():
    text = "The crowd cheered Robert Tillman, who said the dam was safe."
    assert speaker(text, "who", "said", "the dam was safe")[0] == "Robert Tillman"


def test_no_source_and_an_open_pronoun_have_no_speaker():
    assert speaker("It is believed the dam was safe.", None, "is believed", "the dam was safe") == (None, None)
    text = "Robert Tillman and David Ashworth argued for hours. He said the dam was safe."
    assert speaker(text, "He", "said", "the dam was safe") == (None, None)


def test_they_are_the_unnamed_ones_who_spoke_just_before():
    page = page_of("Local farmers said the river was low. They said the dam was safe.")
    first = said(page, "Local farmers", "said", "the river was low")
    second = said(page, "They", "said", "the dam was safe")
    _, statements = name_speakers(page, [first, second])
    assert [s.speaker_name for s in statements] == ["Local farmers", "Local farmers"]
    assert statements[0].speaker == statements[1].speaker


def test_i_is_the_author_outside_quotes_and_the_speaker_inside():
    text = "I believe the dam was safe."
    assert speaker(text, "I", "believe", "the dam was safe", authors=("Ida Lund",))[0] == "Ida Lund"
    assert speaker(text, "I", "believe", "the dam was safe")[0] is None
    text = "“I believe the dam was safe,” Robert Tillman said."
    page = page_of(text, authors=("Ida Lund",))
    outer, inner = (
        said(page, "Robert Tillman", "said", "I believe the dam was safe"),
        said(page, "I", "believe", "the dam was safe"),
    )
    _, statements = name_speakers(page, [outer, inner])
    assert [s.speaker_name for s in statements] == ["Robert Tillman", "Robert Tillman"]


def test_the_path_leads_from_the_source_to_the_name():
    text = "Kenyan Prime Minister Robert Tillman spoke. He said the dam was safe."
    page = page_of(text)
    _, (statement,) = name_speakers(page, [said(page, "He", "said", "the dam was safe")])
    assert [text[a:b] for a, b in statement.why_speaker] == ["Robert Tillman", "He"]


def test_a_surname_that_is_a_states_name_is_the_persons():
    text = "Lisa Chad wrote to the board. In the letter, Chad said the dam was safe."
    assert speaker(text, "Chad", "said", "the dam was safe", nth=1)[0] == "Lisa Chad"


def test_even_somebody_himself_is_that_person():
    text = "Robert Tillman spoke. Even Tillman himself said the dam was safe."
    assert speaker(text, "Even Tillman himself", "said", "the dam was safe")[0] == "Robert Tillman"


def test_a_pronoun_is_the_unnamed_one_who_spoke_just_before():
    text = "Robert Tillman praised the attack.\n\nAn army spokesman denied the attack took place. He said nothing was lost."
    page = page_of(text)
    first = said(page, "An army spokesman", "denied", "the attack took place")
    second = said(page, "He", "said", "nothing was lost")
    _, statements = name_speakers(page, [first, second])
    assert [s.speaker_name for s in statements] == ["army spokesman", "army spokesman"]
    text = "Robert Tillman praised the attack.\n\nThe dam was safe, according to an army spokesman. He said nothing was lost."
    page = page_of(text)
    first = said(page, "an army spokesman", "according to", "The dam was safe")
    second = said(page, "He", "said", "nothing was lost")
    _, statements = name_speakers(page, [first, second])
    assert [s.speaker_name for s in statements] == ["army spokesman", "army spokesman"]


def test_a_pronoun_after_an_unnamed_speaker_is_open_where_somebody_was_named_since():
    text = "Robert Tillman left.\n\nAn army spokesman said the road was shut. Tillman's plan was long. He said nothing was lost."
    page = page_of(text)
    first = said(page, "An army spokesman", "said", "the road was shut")
    second = said(page, "He", "said", "nothing was lost", 0)
    _, statements = name_speakers(page, [first, second])
    assert [s.speaker_name for s in statements] == ["army spokesman", None]


def test_he_is_no_thing_that_spoke_just_before():
    page = page_of("A history of the valley says the dam was old. He said nothing was lost.")
    first = said(page, "A history of the valley", "says", "the dam was old")
    second = said(page, "He", "said", "nothing was lost")
    assert name_speakers(page, [first, second])[1][1].speaker_name is None


def test_a_spokeswoman_unknown_by_name_is_not_whom_she_serves():
    text = "Orsk Belun, spokesman for Kenya's President Robert Tillman, said the dam was safe."
    name = speaker(text, "Orsk Belun, spokesman for Kenya's President Robert Tillman", "said", "the dam was safe")[0]
    assert str(name).startswith("Orsk Belun")


def test_a_source_in_two_pieces_is_named_by_the_one_with_its_head():
    page = page_of("Farmers in the valley, as the paper wrote on Monday, and all the others near it, said the dam was safe.")
    whole = said(page, "Farmers in the valley", "said", "the dam was safe")
    split = replace(whole, source=(*whole.source, at(page.article.text, "others near it")))
    assert name_speakers(page, [split])[1][0].speaker_name == "Farmers in the valley"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The A-Team captain", "A-Team captain"),
        ("A former player, who was traded to the Lions in May and moved north", "former player"),
        ("Let's", None),
    ],
)
def test_an_unnamed_speaker_keeps_its_own_words_and_no_more(source, name):
    assert speaker(f"{source} say the dam was safe.", source, "say", "the dam was safe")[0] == name


@pytest.mark.parametrize("label", ["QUESTION", "Q", "REPORTER", "MODERATOR", "Question"])
def test_a_label_of_a_turn_is_nobody(label):
    assert speaker(f"{label}: The dam was safe.", label, None, "The dam was safe")[0] is None
    assert speaker("The reporter said the dam was safe.", "The reporter", "said", "the dam was safe")[0] == "reporter"


def test_what_a_comma_tells_of_somebody_is_no_part_of_a_name():
    text = "“It held,” said Orskbelun, a former safety adviser to the Harbour League."
    assert speaker(text, "Orskbelun, a former safety adviser to the Harbour League", "said", "“It held,”")[0] == "Orskbelun"


def test_a_source_may_begin_inside_a_name():
    text = "Reached by telephone, retired Gen. James N. Tillman, a veteran who served in Kenya, said the dam was safe."
    assert speaker(text, "Tillman, a veteran who served in Kenya", "said", "the dam was safe")[0] == "James N. Tillman"


def test_nobody_is_called_by_name_in_their_own_words():
    text = "Ada Lund: Robert Tillman drew a line. He says Tillman's plan is weak."
    assert speaker(text, "He", "says", "Tillman's plan is weak")[0] is None
    page = page_of("Mary Ashworth praised that dam. “Ida Tillman was right to build it,” she said.")
    first, second = (
        said(page, "Mary Ashworth", "praised", "that dam"),
        said(page, "she", "said", "Ida Tillman was right to build it"),
    )
    _, statements = name_speakers(page, [first, second])
    assert statements[1].speaker_name == "Mary Ashworth"


def test_you_is_nobody_known():
    assert speaker("When you say the dam was safe, people laugh.", "you", "say", "the dam was safe") == (None, None)


def test_the_comma_of_a_place_joins_nobody_to_it():
    text = "On Tuesday, Millbrook, Ind. Mayor Robert Tillman said the dam was safe."
    assert speaker(text, "Millbrook, Ind. Mayor Robert Tillman", "said", "the dam was safe")[0] == "Robert Tillman"


def test_an_organisation_in_capitals_is_no_pronoun():
    text = "The WHO said the dam was safe."
    assert speaker(text, "The WHO", "said", "the dam was safe")[0] == "WHO"


def test_the_house_is_not_the_white_house():
    text = "The White House spoke. The House said the dam was safe."
    assert speaker(text, "The House", "said", "the dam was safe")[0] != "White House"


def test_a_label_in_capitals_is_a_persons_name():
    text = "ADA LUNDQUIST: The dam was safe. We knew it.\n\nQUESTION: Why?\n\nADA LUNDQUIST: It held."
    assert speaker(text, "ADA LUNDQUIST", ":", "The dam was safe. We knew it")[0] == "Ada Lundquist"
    assert speaker(text, "QUESTION", ":", "Why?")[0] is None


def test_the_general_is_the_one_just_named_of_two():
    text = "Gen. Robert Tillman left years ago. The town forgot him. Nobody wrote. The dam aged. Farmers left. Floods came. "
    text += "The river rose. A reporter asked Gen. David Ashworth. “The dam was safe,” the general said."
    assert speaker(text, "the general", "said", "The dam was safe")[0] == "David Ashworth"


def test_whose_i_it_is_in_an_interview_by_its_labels():
    turns = ["Ida Lund", "Did it hold?", "Yasmeen", "I believe the dam was safe.", "Ida Lund", "And then?", "Yasmeen", "It held."]
    text = "\n\n".join([*turns, "Ida Lund", "Well?", "Yasmeen", "Well."])
    assert speaker(text, "I", "believe", "the dam was safe", nth=1, authors=("Ida Lund",))[0] == "Yasmeen"


def test_two_joined_by_and_are_both_named_and_nobody_merely_told_of():
    text = "Both President Robert Tillman and Water Minister David Ashworth said the dam was safe."
    source = "Both President Robert Tillman and Water Minister David Ashworth"
    assert speaker(text, source, "said", "the dam was safe")[0] == "Robert Tillman and David Ashworth"
    text = "Robert Tillman, a veteran of the works and the David Ashworth campaign, said the dam was safe."
    assert (
        speaker(text, "Robert Tillman, a veteran of the works and the David Ashworth campaign", "said", "the dam was safe")[0]
        == "Robert Tillman"
    )


def test_the_official_is_the_unnamed_one_who_spoke_just_before():
    page = page_of(
        "Robert Tillman, a former bank official, left. A senior official said the river was low. The official said so."
    )
    first = said(page, "A senior official", "said", "the river was low")
    second = said(page, "The official", "said", "so.")
    _, statements = name_speakers(page, [first, second])
    assert statements[1].speaker_name == "senior official"


@pytest.mark.parametrize("source", ["Some", "Others", "Many", "The others"])
def test_a_bare_word_of_number_is_no_name(source):
    assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe") == (None, None)
    text = f"Robert Tillman and {source.lower()} said the dam was safe."
    assert speaker(text, text[: text.index(" said")], "said", "the dam was safe")[0]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Some traders left. Others said the dam was safe.", "Others", "other traders"),
        ("One soldier was hurt. Another said the dam was safe.", "Another", "another soldier"),
        ("Some left. Others said the dam was safe.", "Others", None),
        ("Experts believe in the dam. Many said the dam was safe.", "Many", "many experts"),
        ("Many traders agree, though several said the dam was safe.", "several", "several traders"),
        ("The road is shut, according to traders. Some said the dam was safe.", "Some", "some traders"),
        ("The mayor met traders. Some said the dam was safe.", "Some", None),
        ("Traders met farmers. Some said the dam was safe.", "Some", None),
        ("Some dams leaked. Rain fell. It was dark. Others said the dam was safe.", "Others", None),
    ],
)
def test_others_are_more_of_those_told_of_before(text, source, name):
    assert speaker(text, source, "said", "the dam was safe")[0] == name


def test_two_with_an_article_each_have_no_office():
    text = "The town's top lawyer, the attorney general, and the Office of Dams said the dam was safe."
    assert speaker(text, text[: text.index(" said")], "said", "the dam was safe")[1] is None


def test_where_a_place_is_belongs_to_no_name():
    text = "A town spokesman in Olmstead, where the dam is, said the dam was safe."
    name = "town spokesman in Olmstead"
    assert speaker(text, "A town spokesman in Olmstead, where the dam is", "said", "the dam was safe")[0] == name


@pytest.mark.parametrize("source", ["excerpts of Tillman's prepared remarks", "a statement posted on Tillman's website"])
def test_what_is_excerpted_or_posted_is_whose_it_is(source):
    text = f"Robert Tillman left. The dam was safe, according to {source}."
    assert speaker(text, source, "according to", "The dam was safe")[0] == "Robert Tillman"


def test_the_statement_is_whose_it_is():
    text = "Robert Tillman said in a statement on Sunday that rain fell. Nobody came. The statement adds the dam was safe."
    page = page_of(text)
    first = said(page, "Robert Tillman", "said", "that rain fell")
    _, statements = name_speakers(page, [first, said(page, "The statement", "adds", "the dam was safe")])
    assert [statement.speaker_name for statement in statements] == ["Robert Tillman", "Robert Tillman"]
    text = "Robert Tillman read a statement on Sunday and said that rain fell. The statement adds the dam was safe."
    page = page_of(text)
    first = said(page, "Robert Tillman", "said", "that rain fell")
    _, statements = name_speakers(page, [first, said(page, "The statement", "adds", "the dam was safe")])
    assert [statement.speaker_name for statement in statements] == ["Robert Tillman", "statement"]


def test_turns_under_labels_are_their_speakers_own_words():
    turn = "robert tillman\n\nIs the dam safe?\n\narchived recording (president david ashworth)\n\nWe mended it.\n\n"
    text = "Robert Tillman speaks of the dam.\n\n" + 4 * turn
    found = [each for each in read_whole(text) if each.by.endswith(":turn")]
    assert {(each.speaker_name, each.manner) for each in found} == {
        ("Robert Tillman", Manner.DIRECT),
        ("David Ashworth", Manner.DIRECT),
    }


def test_what_is_played_between_turns_is_whose_name_stands_before_it():
    turn = "robert tillman\n\nIs the dam safe?\n\ndavid ashworth\n\nHear this.\n\n"
    text = "Robert Tillman speaks of the dam.\n\n" + 4 * turn + "archived recording (george stone) We mended it."
    found = [each for each in read_whole(text) if each.by.endswith(":turn")]
    assert found[-1].speaker_name == "George Stone"
    assert {each.speaker_name for each in found[:-1]} == {"Robert Tillman", "David Ashworth"}
    text = (
        "Robert Tillman speaks of the dam.\n\n" + 4 * turn + "archived recording (speaker ada stone)\n\nWe mended it.\n\n" + turn
    )
    found = [each for each in read_whole(text) if each.by.endswith(":turn")]
    assert [each.speaker_name for each in found if "mended" in text[slice(*each.content[0])]] == ["Ada Stone"]


def test_one_author_by_two_names_is_one():
    told = {"authors": ("Robert Tillman", "Robert P. Tillman", "In July Of")}
    assert speaker("I believe the dam was safe.", "I", "believe", "the dam was safe", **told)[0] == "Robert P. Tillman"


def test_a_share_keeps_its_sign():
    assert speaker("Of all voters, 39% said the dam was safe.", "39%", "said", "the dam was safe")[0] == "39% of all voters"


def test_a_label_in_capitals_is_who_is_named_in_the_text():
    text = "Robert Tillman spoke to David Ashworth.\n\n" + 2 * "TILLMAN: The dam is safe.\n\nASHWORTH: It is old.\n\n"
    page = page_of(text)
    statement = replace(said(page, "TILLMAN", ":", "The dam is safe."), by="rules/1:turn")
    assert name_speakers(page, [statement])[1][0].speaker_name == "Robert Tillman"


def test_an_office_with_what_it_is_of_and_a_noun_beside_lead_to_the_name():
    text = "Director of Public Works Robert Tillman said the dam was safe."
    assert speaker(text, "Director of Public Works Robert Tillman", "said", "the dam was safe")[0] == "Robert Tillman"
    text = "Ann Kirby left. The former Kirby speechwriter Robert Tillman said the dam was safe."
    assert speaker(text, "The former Kirby speechwriter Robert Tillman", "said", "the dam was safe")[0] == "Robert Tillman"


def test_whose_aides_or_paper_it_is_does_not_speak():
    text = "Ann Kirby left. Veteran Kirby policy aides said the dam was safe."
    assert speaker(text, "Veteran Kirby policy aides", "said", "the dam was safe")[0] == "Veteran Kirby policy aides"


def test_who_is_the_person_named_right_before_it():
    text = "He tried to end a dispute between Ann Kirby and her rival Robert Tillman, who said the dam was safe."
    assert speaker(text, "who", "said", "the dam was safe")[0] == "Robert Tillman"


def test_who_is_no_state():
    text = "The plan was opposed by the major aid organizations working in Kenya, who warned that millions were hungry."
    assert speaker(text, "who", "warned", "that millions were hungry")[0].startswith("major aid organizations")


def test_who_is_the_person_told_of_beside_the_name():
    text = "Robert Tillman, a former captain who has admitted that the dam was unsafe, was arrested."
    assert speaker(text, "who", "has admitted", "that the dam was unsafe")[0] == "Robert Tillman"
    text = "The dam was closed after a captain who has admitted that it was unsafe was arrested."
    assert speaker(text, "who", "has admitted", "that it was unsafe")[0] == "captain"


def test_she_who_closes_what_is_said_is_the_one_who_spoke_just_before():
    text = (
        "Ada Tillman said Ruth Ashworth was late.\n\n"
        "“The minister wanted a faster dam” with the engineer Ruth Ashworth, she says, “and he got it.”"
    )
    page = page_of(text)
    first = said(page, "Ada Tillman", "said", "Ruth Ashworth was late")
    second = said(page, "she", "says", "“The minister wanted a faster dam” with the engineer Ruth Ashworth")
    _, done = name_speakers(page, [first, second])
    assert [statement.speaker_name for statement in done] == ["Ada Tillman", "Ada Tillman"]


def test_they_keep_the_words_of_the_people_gone_on_with():
    text = "Many residents of the valley are afraid of the dam. They say it leaks."
    assert speaker(text, "They", "say", "it leaks")[0] == "Many residents of the valley"


def test_who_is_named_inside_quotation_marks_is_nobody_between():
    text = "Robert Tillman said the dam leaks. “David Ashworth knew it. Nobody acted.” He called it a scandal."
    page = page_of(text)
    first = said(page, "Robert Tillman", "said", "the dam leaks")
    second = said(page, "He", "called", "it a scandal")
    _, done = name_speakers(page, [first, second])
    assert done[1].speaker_name == "Robert Tillman"


def test_the_second_she_of_two_joined_clauses_is_the_first():
    text = (
        "It was late when Ada Tillman said Mrs. Ashworth should wait. "
        "She said she was sad that Mrs. Ashworth built it, but she praised the road."
    )
    page = page_of(text)
    first = said(page, "Ada Tillman", "said", "Mrs. Ashworth should wait")
    second = said(page, "She", "said", "she was sad that Mrs. Ashworth built it")
    third = said(page, "she", "praised", "the road", 1)
    _, done = name_speakers(page, [first, second, third])
    assert [statement.speaker_name for statement in done] == ["Ada Tillman"] * 3


def test_who_is_told_something_does_not_say_it():
    assert speaker("The men were told the dam was safe.", "The men", "told", "the dam was safe") == (None, None)
    text = "The men were handed a memo and informed that the dam was safe."
    assert speaker(text, "The men", "informed", "that the dam was safe") == (None, None)
    assert speaker("The men told her the dam was safe.", "The men", "told", "the dam was safe")[0] == "men"
    assert speaker("The men were asked twice and said the dam was safe.", "The men", "said", "the dam was safe")[0] == "men"


def test_a_section_of_a_law_is_no_speaker():
    assert speaker("Section 12 says the dam was safe.", "Section 12", "says", "the dam was safe") == ("Section 12", None)


def test_that_before_people_is_no_part_of_who_they_are():
    text = "She said the road was shut, and that fellow soldiers said the dam was safe."
    assert speaker(text, "that fellow soldiers", "said", "the dam was safe")[0] == "fellow soldiers"


def test_a_bodys_press_release_is_the_bodys():
    for source in ("A military press release", "A recent military statement"):
        assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe")[0] == "military"
    text = "NATO met on Monday. A NATO statement said the dam was safe."
    assert speaker(text, "A NATO statement", "said", "the dam was safe")[0] == "NATO"
    source = "A joint statement"
    assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe")[0] == "joint statement"


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "The Larkfield Council released a memo on Monday. Rain fell. The memo said the dam was safe.",
            "The memo",
            "Larkfield Council",
        ),
        (
            "A report from the Larkfield Council tells of snow. The report said the dam was safe.",
            "The report",
            "Larkfield Council",
        ),
        ("The Larkfield Council released a memo. They wrote a memo. The memo said the dam was safe.", "The memo", "memo"),
        ("The Larkfield Council read a memo on Monday. Rain fell. The memo said the dam was safe.", "The memo", "memo"),
        ("A memo released last week by Odo Bresk said the dam was safe.", "A memo released last week by Odo Bresk", "Odo Bresk"),
        ("A memo obtained by Odo Bresk said the dam was safe.", "A memo obtained by Odo Bresk", "memo obtained by Odo Bresk"),
    ],
)
def test_a_memo_is_whose_who_is_told_to_have_issued_it(text, source, name):
    assert speaker(text, source, "said", "the dam was safe")[0] == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Hope Tillman, the mayor’s spokeswoman", "Hope Tillman"),
        ("Harbour Radio’s Mike Tillman", "Mike Tillman"),
        ("Another resident—Cathy Tillman, a city clerk in the area", "Cathy Tillman"),
        ("A Harbour League report released Tuesday that adds a hurdle", "Harbour League report released Tuesday"),
    ],
)
def test_who_is_named_in_a_source_speaks_and_what_is_told_of_them_is_left_out(source, name):
    text = f"{source}, said the dam was safe."
    assert speaker(text, source, "said", "the dam was safe")[0] == name


def test_somebody_called_like_a_people_is_who_is_named_in_full():
    text = "Ada Cuban spoke. Cuban said the dam was safe."
    assert speaker(text, "Cuban", "said", "the dam was safe")[0] == "Ada Cuban"


@pytest.mark.parametrize(
    ("source", "name"),
    [("60 percent of traders left and 20 percent", "20 percent of traders"), ("20 percent", None), ("46", None)],
)
def test_a_bare_share_is_of_those_told_of_before(source, name):
    bare = source.rsplit(" and ", 1)[-1]
    assert speaker(f"{source} said the dam was safe.", bare, "said", "the dam was safe")[0] == name


def test_a_group_told_with_another_is_not_it_alone():
    text = "Socialists and progressives believe that the dam is safe."
    assert speaker(text, "Socialists and progressives", "believe", "that the dam is safe")[0] == "Socialists and progressives"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Harbour League President and CEO Ada Bresk", "Ada Bresk"),
        ("Harbour League Chairwoman and trade adviser Ada Bresk", "Ada Bresk"),
        ("Former Olm Governor and presidential candidate Ada Bresk", "Ada Bresk"),
        ("Governor Odo Varen and Senator Ada Bresk", "Odo Varen and Ada Bresk"),
        ("The governor and Senator Ada Bresk", "governor and Ada Bresk"),
        ("Ada Bresk, Odo Varen and John Tillman, attorneys for Doskel", "Ada Bresk and Odo Varen and John Tillman"),
    ],
)
def test_two_offices_of_one_name_are_one_person(source, name):
    text = f"{source}, said the dam was safe."
    assert speaker(text, source, "said", "the dam was safe")[0] == name


@pytest.mark.parametrize(
    ("source", "name"),
    [("PST Harbour League", "Harbour League"), ("about two-thirds", None), ("this subject line", None)],
)
def test_a_time_zone_is_no_name_and_a_bare_share_or_subject_line_nobody(source, name):
    assert speaker(f"On Monday at 5 p.m. {source} said the dam was safe.", source, "said", "the dam was safe")[0] == name


def test_who_tweets_is_who_noted_what_the_gerund_hangs_behind():
    noted = "the contrast between some of the talk from Odo Varen, and the plan itself"
    text = f"Bresk noted, in particular, {noted}, tweeting: “The mayor is echoing many of the points made before.”"
    assert speaker(text, noted, "tweeting", "“The mayor is echoing many of the points made before.”")[0] == "Bresk"


def test_a_first_name_that_is_a_states_too_is_kept():
    assert (
        speaker("Israel Bresk, 26, said the dam was safe.", "Israel Bresk, 26", "said", "the dam was safe")[0] == "Israel Bresk"
    )


def test_a_party_before_a_members_title_keeps_another_partys_word_off():
    text = "GOP Sen. Ada Bresk of Ohio said the dam leaked. On Monday, the Ohio {} said the dam was safe."
    assert speaker(text.format("Democrat"), "the Ohio Democrat", "said", "the dam was safe")[0] == "Ohio Democrat"
    assert speaker(text.format("Republican"), "the Ohio Republican", "said", "the dam was safe")[0] == "Ada Bresk"


def test_a_first_name_behind_an_office_in_capitals_is_kept():
    source = "Harbour League President and CEO Cornell William Bresk"
    assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe")[0] == "Cornell William Bresk"

"""Whom a pronoun cannot stand for by its place in the sentence."""

from tests.read.test_pronouns import antecedents


def test_the_man_he_knew_is_not_he():
    text = "Robert Tillman, a driver, was friends with Mr. Ashworth. The person he knew, he said, was a quiet student."
    assert antecedents(text, "he") == ["Robert Tillman", "Robert Tillman"]


def test_nobody_is_called_by_name_in_what_he_says_himself():
    text = "Robert Tillman said his party stays. While it supports the call for David Ashworth to resign, it is late, he said."
    assert antecedents(text, "he") == ["Robert Tillman"]
    text = "Robert Tillman left because, he said, it was late."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_who_is_named_long_ago_is_not_taken_instead():
    text = "Robert Tillman spoke. Rain fell. Nobody came. David Ashworth spoke. Ashworth was next to him when he died, he said."
    assert antecedents(text, "he")[-1] is None


def test_who_does_something_to_somebody_is_somebody_else():
    text = "Robert Tillman went on to explain the dam. Without mentioning David Ashworth by name, he gave a long account."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_one_of_two_joined_is_less_than_one_alone():
    text = "It was asked whether David Ashworth and Paul Kirby were told, though Robert Tillman declined to say. Rather, he left."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_what_somebody_is_said_to_be_is_nobody_else():
    text = "Senior Officer Robert Tillman, a 20-year Green Beret, said the rifle jams. He left."
    assert antecedents(text, "He") == ["Robert Tillman"]


def test_whose_thing_is_spoken_of_may_go_on_as_he():
    text = "David Ashworth left early. It was meant for Robert Tillman's speech on the dam, when he praised the state."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_this_critic_is_who_was_spoken_of_before():
    text = "Robert Tillman led the party. And not long ago this spokesman was a critic. He left early."
    assert antecedents(text, "He") == ["Robert Tillman"]
    text = "David Ashworth gives Robert Tillman credit for the dam. But Tillman's speech, he says, was too long."
    assert antecedents(text, "he") == ["David Ashworth"]


def test_nobody_is_called_by_name_before_his_own_quoted_words():
    text = "Robert Tillman's own words were short. Under Ashworth, the “dam is being mended to end the flood,” he said in Kisumu."
    text = "David Ashworth left. " + text
    assert antecedents(text, "he") == ["Robert Tillman"]
    text = "Robert Tillman left. David Ashworth stayed with the council—“They need me,” he said."
    assert antecedents(text, "he") == ["David Ashworth"]


def test_who_says_something_of_somebody_named_is_somebody_else():
    text = "Robert Tillman led the board, a fault David Ashworth held up as proof. He said Tillman acted late."
    assert antecedents(text, "He") == ["David Ashworth"]


def test_what_is_set_ahead_of_its_clause_is_told_of_somebody_else():
    text = "The tone of Ashworth's book is new. David Ashworth was a minister. On Robert Tillman, he claimed little was known."
    assert antecedents(text, "he") == ["David Ashworth"]
    text = "Robert Tillman lived in Olm. In a letter to his deputy Kim Ashworth, he wrote that the dam was old."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_a_clause_about_a_thing_is_not_about_the_name_before_it():
    text = "The attacks on Robert Tillman, which he said included threats, were like those on the board."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_what_a_semicolon_closes_is_told_by_itself():
    text = "Many wait. Time will tell, Robert Tillman said, noting that rain fell; many people will wait, he added."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_the_subject_of_the_clause_around_comes_first():
    text = "Paul Kirby has denied that he left, and Robert Tillman has denied that he stayed."
    assert antecedents(text, "he") == ["Paul Kirby", "Robert Tillman"]

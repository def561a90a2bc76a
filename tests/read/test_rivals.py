from dataclasses import replace

from onrecord.read.pronouns import quoted_tokens
from onrecord.read.rivals import firmness, paragraphs, whole_sentences
from onrecord.records import Block, Role
from tests.pages import page_of, parser


def test_a_sentence_cut_at_a_rank_is_one():
    text = "Tillman lost his son, 1st Lt. Robert Ashworth, that day. He left.\n\nA heading\n\nHe came back."
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    cut = replace(parse, sentences=[(0, 6), (6, 8), (8, 14), *parse.sentences[-3:]])
    assert [parse.text[first] for first, _ in cut.sentences] == ["Tillman", "Lt", "Robert", "He", "A", "He"]
    assert [whole_sentences(cut)[first] for first, _ in cut.sentences] == [0, 0, 0, 1, 2, 3]


def test_a_sentence_all_quoted_has_no_number_of_its_own():
    text = "Tillman spoke. “The dam is old. The mill is cold.” He left."
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    numbers = whole_sentences(parse, quoted_tokens(text, parse))
    assert numbers[-1] == 1
    assert whole_sentences(parse)[-1] > 1


def test_a_lines_end_between_sentences_begins_a_paragraph():
    text = "Tillman spoke. The dam is old.\n\nHe left."
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    assert sorted(set(paragraphs(text, parse))) == [0, 1]


def test_who_is_surely_a_person_is_no_doubtful_one():
    page = page_of("Robert Tillman closed the road. Minister Ashworth left. They asked Bresk about it.")
    assert firmness(page.parse, page.mentions, page.chains) == {}

"""Contents cut to the paragraphs that are their speaker's, and made whole where a paragraph is one quotation."""

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.paragraphs import in_paragraphs
from onrecord.read.rules.sheet import Sheet
from onrecord.records import Attribution, Spans
from tests.read.rules.conftest import in_words, lines


def kept(parser: SpacyParser, text: str, source: str, cue: str, *content: str) -> str:
    """Give the content that is left, nothing where the find is left out."""

    def spans(*pieces: str) -> Spans:
        return tuple((text.index(words), text.index(words) + len(words)) for words in pieces if words)

    blocks = lines(text)
    sheet = Sheet(text, blocks, parser.parse(text, blocks), lexicon())
    return "".join(
        in_words(text, each).content
        for each in in_paragraphs(sheet, [Attribution(spans(source), spans(cue), spans(*content), 0.9, "t")])
    )


def test_a_sentence_does_not_run_into_the_next_line_of_a_list(parser: SpacyParser) -> None:
    text = "Kesk said the dam will be shut in May\n\nNearly forty men will stay at the dam in June"
    content = "the dam will be shut in May\n\nNearly forty men will stay at the dam"
    assert kept(parser, text, "Kesk", "said", content) == "the dam will be shut in May"


def test_a_heading_is_no_part_of_the_quotation_below_it(parser: SpacyParser) -> None:
    text = "The mayor spoke for an hour.\n\nThe water\n\n“We have drawn it down by half,” Kesk said. “It is safe.”"
    content = ("The water\n\n“We have drawn it down by half,”", "“It is safe.”")
    assert kept(parser, text, "Kesk", "said", *content) == "“We have drawn it down by half,” … “It is safe.”"


def test_a_caption_and_a_heading_end_a_quotation(parser: SpacyParser) -> None:
    text = "Kesk said even now “nobody pays for it.”\n\nCulture\n\n“We have also mended the old hall,” Ternin wrote."
    content = "even now “nobody pays for it.”\n\nCulture\n\n“We have also mended the old hall,”"
    assert kept(parser, text, "Kesk", "said", content) == "even now “nobody pays for it.”"


def test_what_is_not_read_between_two_paragraphs_is_nobodys(parser: SpacyParser) -> None:
    text = "Kesk said: “It leaks.\n\nPhoto: the dam\n\n“We will mend it.”"
    blocks = tuple(block for block in lines(text) if not text.startswith("Photo", block.start))
    sheet = Sheet(text, blocks, parser.parse(text, blocks), lexicon())
    (each,) = in_paragraphs(sheet, [Attribution(((0, 4),), ((5, 10),), ((11, len(text)),), 0.9, "t")])
    assert in_words(text, each).content == "“It leaks. … “We will mend it.”"


@pytest.mark.parametrize(
    "text",
    [
        "Kesk said: “The dam leaks.\n\n“We will mend it.”",
        "“The dam leaks,” Kesk said.\n\n“We will mend it before the winter.”",
        "Kesk warned that the dam would go:\n\n“It leaks and nobody mends it.”",
        "“The dam leaks and it has for years.\n\n“We will mend it,” Kesk said.",
    ],
)
def test_a_quotation_may_go_on_in_the_next_paragraph(parser: SpacyParser, text: str) -> None:
    cue = next(word for word in ("said", "warned") if word in text)
    pieces = [piece for piece in text.split(f"Kesk {cue}") if any(char.isalnum() for char in piece)]
    pieces = [piece.strip(" :.\n") + ("”" if piece.endswith(".”") else "") for piece in pieces]
    pieces = [piece.replace("””", "”") for piece in pieces]
    assert kept(parser, text, "Kesk", cue, *pieces) == " … ".join(pieces)


def test_who_stands_in_another_paragraph_than_cue_and_content_is_not_taken_for_the_speaker(parser: SpacyParser) -> None:
    text = "Kesk went after Ada Ternin\n\nSays the plan for the dam came too late"
    blocks = lines(text)
    sheet = Sheet(text, blocks, parser.parse(text, blocks), lexicon())
    says, told = text.index("Says"), text.index("the plan")
    (each,) = in_paragraphs(sheet, [Attribution(((16, 26),), ((says, says + 4),), ((told, len(text)),), 0.9, "t")])
    assert each.source == ()


def test_somebody_elses_closed_quotation_above_is_not_the_speakers(parser: SpacyParser) -> None:
    text = "“You paid for it. All of you did.”\n\n“That is simply wrong,” Ternin wrote."
    content = "“You paid for it. All of you did.”\n\n“That is simply wrong,”"
    assert kept(parser, text, "Ternin", "wrote", content) == "“That is simply wrong,”"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Water Board claims\n\nThe claim of a leak comes after a flood.", "Water Board", "claims", "The claim of a leak"),
        ("Ternin demands money\n\nTernin wants a loan for the dam.", "Ternin", "demands", "money\n\nTernin wants a loan"),
        ("Interview Highlights\n\n“The dam leaks and we know it.”", "Interview", "Highlights", "“The dam leaks and we know it.”"),
    ],
)
def test_a_heading_says_nothing(parser: SpacyParser, text: str, source: str, cue: str, content: str) -> None:
    assert kept(parser, text, source, cue, content) == ""


def test_a_line_that_was_cut_from_its_quotation_still_leads_up_to_it(parser: SpacyParser) -> None:
    text = "At the time, she said\n\n“I have had no answer from the board.”"
    assert kept(parser, text, "she", "said", "“I have had no answer from the board.”")


def test_a_paragraph_of_its_own_below_a_colon_is_quoted_as_a_whole(parser: SpacyParser) -> None:
    whole = "I will bring the water back. It was sold. And so they cannot beat me on the dam"
    text = f"Kesk went on to say:\n\n{whole}.\n\nKesk also told of the bridge."
    assert kept(parser, text, "Kesk", "went on to say", "I will bring the water back. It was sold. And so") == whole
    quoted = '"We sat down. "You know, nobody gets all he wants."'
    text = f"Kesk said:\n\n{quoted}\n\nTernin did not answer."
    assert kept(parser, text, "Kesk", "said", '"We sat down. "You know,') == quoted


def test_a_quotation_broken_off_goes_on_to_the_end_of_its_sentence(parser: SpacyParser) -> None:
    text = "Kesk said the dam would go. “You could mend it, but it is hard because it needs new stone. Stone is dear.”"
    content = "the dam would go. “You could mend it, but it is hard because"
    whole = "the dam would go. “You could mend it, but it is hard because it needs new stone."
    assert kept(parser, text, "Kesk", "said", content) == whole
    assert kept(parser, text, "Kesk", "said", "the dam would") == "the dam would"
    text = "Kesk said “the dam,” Ternin’s old dam, “leaks and has to go.”"
    assert kept(parser, text, "Kesk", "said", "“the dam,”") == "“the dam,”"


def test_a_word_or_two_below_a_quotation_are_anothers_answer(parser: SpacyParser) -> None:
    text = "“But are we better off than before the flood?” he asked.\n\n“Yes.”"
    content = ("“But are we better off than before the flood?”", "“Yes.”")
    assert kept(parser, text, "he", "asked", *content) == "“But are we better off than before the flood?”"


def test_a_paragraph_below_a_colon_is_whole_beside_what_stands_above_it(parser: SpacyParser) -> None:
    text = "This is a cheap shot, as Kesk notes:\n\nThe mayor told of the dam. He did not tell of the bridge.\n\nHe left."
    content = ("This is a cheap shot", "The mayor told of the dam.")
    whole = "This is a cheap shot … The mayor told of the dam. He did not tell of the bridge"
    assert kept(parser, text, "Kesk", "notes", *content) == whole

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.parts import split_parts
from onrecord.read.speakers import name_speakers
from onrecord.records import Manner, Statement
from tests.pages import page_of, said


def parts_of(text: str, source: str | None, cue: str | None, content: str):
    page = page_of(text)
    page, statements = name_speakers(page, [said(page, source, cue, content)])
    (statement,) = split_parts(page, statements)
    for part in statement.parts:
        assert all(any(a <= start and end <= b for a, b in statement.content) for start, end in part.spans)
    return statement.parts


def propositions(text: str, source: str | None, cue: str | None, content: str) -> list[str]:
    return [part.proposition for part in parts_of(text, source, cue, content)]


def test_coordinated_clauses_and_sentences_are_parts():
    text = "Tillman said that the dam was safe and that the river was low."
    content = "that the dam was safe and that the river was low"
    assert propositions(text, "Tillman", "said", content) == ["the dam was safe", "the river was low"]
    text = "“The dam is safe. The river is low,” Tillman said."
    assert propositions(text, "Tillman", "said", "“The dam is safe. The river is low,”") == [
        "The dam is safe",
        "The river is low",
    ]


def test_a_concession_is_a_part_of_its_own():
    text = "Tillman said that while the dam is old, the walls are strong."
    content = "that while the dam is old, the walls are strong"
    assert propositions(text, "Tillman", "said", content)[1] == "the walls are strong"


def test_coordinated_nouns_are_one_part():
    text = "Tillman said the dam and the river were safe."
    assert propositions(text, "Tillman", "said", "the dam and the river were safe") == ["the dam and the river were safe"]


def test_a_pronoun_gives_way_to_whom_it_stands_for():
    text = "Kenyan Prime Minister Robert Tillman said his country was safe and his office would help."
    content = "his country was safe and his office would help"
    assert propositions(text, "Tillman", "said", content) == ["Kenya was safe", "Robert Tillman's office would help"]


def test_i_gives_way_to_the_speaker_where_it_reads_well():
    text = "“I will mend the dam,” Robert Tillman said."
    assert propositions(text, "Robert Tillman", "said", "“I will mend the dam,”") == ["Robert Tillman will mend the dam"]
    text = "“I am glad,” Robert Tillman said."
    assert propositions(text, "Robert Tillman", "said", "“I am glad,”") == ["I am glad"]


def test_i_gives_way_everywhere_or_nowhere():
    text = "“My brother told me that I lost,” Robert Tillman said."
    told = "Robert Tillman's brother told Robert Tillman that Robert Tillman lost"
    assert propositions(text, "Robert Tillman", "said", "“My brother told me that I lost,”") == [told]
    text = "“To the best of my knowledge I am safe,” Robert Tillman said."
    kept = "To the best of my knowledge I am safe"
    assert propositions(text, "Robert Tillman", "said", "“To the best of my knowledge I am safe,”") == [kept]


def test_a_verb_that_hangs_on_a_pronoun_is_spelled_out():
    text = "Robert Tillman said he's worried, he'd lost and he'll stay."
    content = "he's worried, he'd lost and he'll stay"
    told = propositions(text, "Robert Tillman", "said", content)
    assert " ".join(told).startswith("Robert Tillman is worried"), told
    text = "“I'll stay,” Robert Tillman said."
    assert propositions(text, "Robert Tillman", "said", "“I'll stay,”") == ["Robert Tillman will stay"]
    text = "“Believe me, the dam is safe,” Robert Tillman said."
    assert propositions(text, "Robert Tillman", "said", "“Believe me, the dam is safe,”")[0].startswith("Believe me")


def test_a_pronoun_does_not_mean_whom_its_own_words_name_later():
    text = "Robert Tillman came late. A guard said he helped in the search for Tillman."
    content = "he helped in the search for Tillman"
    assert propositions(text, "A guard", "said", content) == [content]


def test_a_pronoun_stays_where_a_name_before_it_tells_who_or_may():
    text = "Robert Tillman said he fell when he met his brother."
    content = "he fell when he met his brother"
    assert propositions(text, "Tillman", "said", content) == ["Robert Tillman fell when he met his brother"]
    text = "Robert Tillman said David Ashworth lost his keys."
    assert propositions(text, "Robert Tillman", "said", "David Ashworth lost his keys") == ["David Ashworth lost his keys"]


@pytest.mark.parametrize(
    ("content", "negated", "hedged"),
    [
        ("the dam is safe", False, False),
        ("the dam is not safe", True, False),
        ("no dam is safe", True, False),
        ("the dam may be safe", False, True),
        ("he cannot fully guarantee the dam", True, True),
        ("around 40 dams are safe", False, True),
        ("the dam is not only safe but new", False, False),
    ],
)
def test_negation_and_hedges(content, negated, hedged):
    (part,) = parts_of(f"Tillman said {content}.", "Tillman", "said", content)
    assert (part.negated, part.hedged) == (negated, hedged)


def test_about_lists_the_chains_named():
    text = "Robert Tillman said Kenya would pay David Ashworth."
    page = page_of(text)
    (statement,) = split_parts(page, [said(page, "Robert Tillman", "said", "Kenya would pay David Ashworth")])
    names = {chain.id: chain.name for chain in page.chains}
    assert [names[chain] for chain in statement.parts[0].about] == ["Kenya", "David Ashworth"]


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab Iwe.,“”\"'\nthatand", max_size=50), st.integers(0, 50), st.integers(0, 50))
def test_any_content_gives_parts_inside_it(text, one, two):
    page = page_of(text)
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    content = ((start, end),) if start < end else ()
    (statement,) = split_parts(page, [Statement(page.article.id, (), (), content, Manner.INDIRECT)])
    for part in statement.parts:
        assert part.spans == content or all(text[a:b].strip() for a, b in part.spans)


def test_a_content_that_cuts_a_token_gives_parts_inside_it():
    text = "Tillman said dams are-safe now."
    page = page_of(text)
    content = ((14, 23),)
    (statement,) = split_parts(page, [Statement(page.article.id, (), (), content, Manner.INDIRECT)])
    assert all(start >= 14 and end <= 23 for part in statement.parts for start, end in part.spans)

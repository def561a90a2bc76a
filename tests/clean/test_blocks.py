"""Marking, end to end: the law every text keeps, and the dirt of real articles on articles of our own."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.blocks import mark
from onrecord.records import Found, Role, Sighting, Told

LEAD = "The minister of roads said on Monday that the northern bridge would be closed for at least two winters."
MORE = "Her office had promised in spring that the works would be over before the first snow fell on the valley."
LAST = "Farmers in the valley doubt it, and have begun to repair the old ferry with their own hands."


def text_of(*paragraphs, gap="\n\n"):
    return gap.join(paragraphs)


def roles(text, **told):
    found = Found(text, Sighting("x"), Told(**told))
    return [(str(block.role), text[block.start : block.end]) for block in mark(found)]


def role_of(line, text, **told):
    return next(role for role, words in roles(text, **told) if words == line)


def assert_lawful(text, blocks):
    at = 0
    for block in blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip()
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        at = block.end
    assert not text[at:].strip()


lines = st.sampled_from(
    [
        LEAD,
        MORE,
        LAST,
        "Bridge To Close For Two Winters",
        "Similar articles",
        "KELDON –",
        "By Ada Moor",
        "May 3, 2021",
        "(AP)",
        "Q: Why?",
        "MR. STONE: Yes.",
        "* item",
        "\t indented",
        "Share",
        "“Open",
        "Legal Disclaimer:",
        "\u2028",
        "\x0c",
        "\r",
        "..",
        "\ud800",
        "日本語。",
    ]
)


@given(st.text(max_size=300))
def test_blocks_of_any_text_cover_it_in_order(text):
    assert_lawful(text, mark(Found(text, Sighting("x"))))


@given(
    st.lists(lines, max_size=40),
    st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]),
    st.none() | st.sampled_from(["Bridge To Close", ""]),
)
def test_blocks_of_articlelike_texts_cover_them_in_order(parts, gap, title):
    text = gap.join(parts)
    blocks = mark(Found(text, Sighting("x"), Told(title=title)))
    assert_lawful(text, blocks)
    assert blocks == mark(Found(text, Sighting("x"), Told(title=title)))


def test_a_plain_article():
    title, stand = "Northern bridge to close for two winters", "Minister blames the floods, farmers blame the minister"
    text = text_of(title, stand, "By Ada Moor", "May 3, 2021", "KELDON (Norpress) – " + LEAD, MORE, LAST)
    assert roles(text) == [
        ("title", title),
        ("standfirst", stand),
        ("byline", "By Ada Moor"),
        ("dateline", "May 3, 2021"),
        ("dateline", "KELDON (Norpress) –"),
        ("body", LEAD),
        ("body", MORE),
        ("body", LAST),
    ]


def test_no_title_is_made_of_a_first_sentence():
    assert {role for role, _ in roles(text_of(LEAD, MORE))} == {"body"}
    assert {role for role, _ in roles(text_of(LEAD, MORE), title="Something else altogether")} == {"body"}


def test_a_told_title_is_found_in_the_text_and_its_repeat_marked():
    title = "Northern bridge to close"
    text = text_of("Menu", title, LEAD, MORE, title, LAST)
    assert [role for role, _ in roles(text, title=title)] == ["furniture", "title", "body", "body", "repeat", "body"]


def test_a_body_printed_twice_is_read_once():
    title, caption = "Bridge To Close For Two Winters", "Minister says “the northern bridge would be closed."
    text = text_of(
        "Skip to main content", title, LEAD, MORE, LAST, title, caption, "Thumbnail", LEAD, MORE, LAST, "Share this post"
    )
    assert [role for role, _ in roles(text)] == [
        "furniture",
        "title",
        *["body"] * 3,
        *["repeat"] * 2,
        "furniture",
        *["repeat"] * 3,
        "furniture",
    ]


def test_headlines_of_other_articles_are_no_body():
    other = "Minister Confesses, Says, ‘The Bridge Was Never Safe’"
    text = text_of(LEAD, MORE, other, LAST, "Mayor returns to the valley after a week of talks abroad")
    assert role_of(other, text) == "related"
    assert roles(text)[-1][0] == "related"


def test_a_list_of_related_articles_ends_with_running_text():
    text = text_of(LEAD, "Related articles", "Ferry back on the river", "What is a bridge for?", MORE)
    assert [role for role, _ in roles(text)] == ["body", "furniture", "related", "related", "body"]


def test_the_articles_own_lines_without_stop_stay_body():
    for line in ("The minister added:", "• a second ferry", "and the old road as well", "Who pays"):
        assert role_of(line, text_of(LEAD, line, MORE, LAST)) == "body"


def test_nothing_after_a_disclaimer_is_body():
    text = text_of(
        LEAD, MORE, "Legal Disclaimer:", "The provider gives this text “as is” and answers for nothing that stands in it."
    )
    assert [role for role, _ in roles(text)] == ["body", "body", "furniture", "furniture"]


def test_a_transcript_keeps_its_turns_and_repeated_answers():
    turns = [
        "MR. STONE: Good morning.",
        "QUESTION: Is the bridge closed?",
        "MR. STONE: It is.",
        "QUESTION: For good?",
        "MR. STONE: It is.",
    ]
    text = text_of("Ministry of Roads", "Daily Press Briefing", "Keldon, May 3, 2021", *turns)
    marked = roles(text)
    assert ("title", "Daily Press Briefing") in marked
    assert ("dateline", "Keldon, May 3, 2021") in marked
    assert [words for role, words in marked if role == "body"] == turns


def test_speakers_on_lines_of_their_own_are_no_menu():
    text = text_of(*["ada moor", LEAD, "jon stone", MORE + " [END PLAYBACK]"] * 4)
    assert {role for role, _ in roles(text)} <= {"body", "repeat"}


def test_hard_wrapped_lines_are_one_block():
    text = (
        "Northern bridge to close\n\nThe minister of roads said on Monday that the\nnorthern bridge would be closed for at "
        "least\ntwo winters.\n\nHer office had promised in spring that the\nworks would be over.\n"
    )
    assert [words.count("\n") for role, words in roles(text) if role == "body"] == [2, 1]


def test_the_menus_and_teasers_of_a_whole_page_are_no_body():
    menu = [f"Section {name}" for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] * 2
    teasers = [
        part
        for n in range(12)
        for part in (
            f"Topic {n}",
            f"Teaser number {n} tells in one sentence of another thing that happened today.",
            "2h",
            "Sports",
        )
    ]
    article = [LEAD, MORE, LAST, "Nobody in Keldon has seen a plan."]
    text = text_of(*menu, "Northern bridge to close for two winters", *article, *menu, *teasers, gap="\n")
    marked = roles(text)
    assert [words for role, words in marked if role == "body"] == article
    assert [words for role, words in marked if role == "title"] == ["Northern bridge to close for two winters"]


def test_hints_of_the_input_outrank_the_rules():
    line = "Minister Says Bridge Is Safe After All"
    text = text_of(LEAD, line, MORE)
    at = text.index(line)
    for hint in (Role.BODY, Role.RELATED):
        blocks = mark(Found(text, Sighting("x"), hints=((at, at + len(line), hint),)))
        assert blocks[1].role is hint


@pytest.mark.shared
def test_the_seeds_are_marked_as_their_gold_says(shared):
    for item in json.loads((shared / "gold/cleaning.json").read_text("utf-8"))["files"]:
        text = (shared / "seeds" / item["file"]).read_bytes().decode("utf-8")
        blocks = mark(Found(text, Sighting(item["file"])))
        assert_lawful(text, blocks)
        stand = [item["standfirst"]["span"]] if item["standfirst"] else []
        read = [[block.start, block.end] for block in blocks if block.role in (Role.BODY, Role.STANDFIRST)]
        assert read == sorted(stand + item["body"])


@pytest.mark.shared
def test_other_real_articles_keep_nearly_all_their_text(shared):
    kept = whole = 0
    for line in (shared / "data/news/afpak.jsonl").read_text("utf-8").splitlines():
        fields = json.loads(line)
        text = fields["text"]
        blocks = mark(Found(text, Sighting("x"), Told(title=fields["title"])))
        assert_lawful(text, blocks)
        kept += sum(block.end - block.start for block in blocks if block.role in (Role.BODY, Role.STANDFIRST))
        whole += len(text)
    assert kept >= 0.9 * whole  # long galleries of captions are the rest

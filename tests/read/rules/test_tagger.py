from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.backends.protocols import Tagger
from onrecord.backends.spacy import SpacyParser
from onrecord.read.attributions import RulesTagger
from tests.read.rules.conftest import Tag, lines

PIECES = [
    "“",
    "”",
    '"',
    "''",
    "‘",
    "’",
    "said",
    "Orlu",
    "that",
    ":",
    ", ",
    ". ",
    "\n",
    " – ",
    "Q: ",
    "According to ",
    "it is",
    "\ud800",
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def test_the_rules_are_a_tagger(parser: SpacyParser) -> None:
    tagger: Tagger = RulesTagger()
    assert tagger.name == "rules/1"
    assert tagger.tag("", (), parser.parse("", ())) == []


@given(SOUP)
@settings(max_examples=40, deadline=None)
def test_nothing_raises_and_every_span_stands_in_the_text(parser: SpacyParser, text: str) -> None:
    blocks = lines(text)
    found = RulesTagger().tag(text, blocks, parser.parse(text.replace("\ud800", "?"), blocks))
    assert found == RulesTagger().tag(text, blocks, parser.parse(text.replace("\ud800", "?"), blocks))
    assert [x.content for x in found] == sorted(x.content for x in found)
    for attribution in found:
        assert attribution.content
        assert 0 < attribution.score <= 1
        for spans in (attribution.source, attribution.cue, attribution.content):
            at = 0
            for start, end in spans:
                assert at <= start < end <= len(text)
                at = end


def test_a_whole_article(tag_marked: Tag) -> None:
    text = (
        "Ada Ternin: Vesk Is No Longer a Haven\n\nVESK – Prime Minister Ada Ternin on Monday said that “Vesk is safe.”\n\n"
        "“We have done our part,” she added. According to sources, Boro Kesk will travel to Ardal.\n\n"
        "Kesk denied that he would travel, and called the report “an invention.”\n"
    )
    assert [(x.source, x.content) for x in tag_marked(text)] == [
        ("Ada Ternin", "Vesk Is No Longer a Haven"),
        ("Prime Minister Ada Ternin", "that “Vesk is safe.”"),
        ("she", "“We have done our part,”"),
        ("sources", "Boro Kesk will travel to Ardal"),
        ("Kesk", "that he would travel"),
        ("Kesk", "the report “an invention.”"),
    ]

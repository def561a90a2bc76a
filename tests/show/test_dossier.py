"""A dossier holds the articles' own sentences, each once under its speaker, and what is not known."""

import re
from html.parser import HTMLParser

from onrecord.records import Act, Entity, EntityRole, Kind, Sighting, Skipped
from onrecord.show.dossier import Material, gather_voices, render
from tests.show.made import TEXT, article, said

SHORT = "“The bridge at Olm is open – it was never shut,”"
EVIL = "<script>alert(1)</script> & “<b>shut</b>,” said Ada Ternin."
ADA = Entity("e-ada", Kind.PERSON, "Ada Ternin", ("Ada Ternin",), (EntityRole("mayor", "Olm", None, None, ()),))


class Words(HTMLParser):
    """Gathers what is inside blockquotes, and all tags."""

    def __init__(self, page):
        super().__init__()
        self.quotes, self.tags, self.inside = [], [], False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "blockquote":
            self.inside = True
            self.quotes.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "blockquote"

    def handle_data(self, data):
        if self.inside:
            self.quotes[-1] += data


def material(*statements, **more):
    articles = {each.article.id: each.article for each in statements}
    facts = {"title": "Olm", "entities": {"e-ada": ADA}, "reader": "hand/1", "version": "0"} | more
    return Material(said=statements, articles=[*articles.values(), *facts.pop("also", ())], **facts)


def one(words="the bridge was open", **known):
    return said(words, "Ada Ternin", "said", **({"speaker": "e-ada", "speaker_name": "Ada Ternin"} | known))


def test_every_sentence_shown_is_the_articles():
    page = Words(render(material(one(SHORT), one(), said("and that is all"))))
    assert len(page.quotes) == 3
    assert all(" ".join(quote.split()) in " ".join(TEXT.split()) for quote in page.quotes)


def test_nothing_in_an_article_is_markup():
    page = render(material(one("shut", text=EVIL), title="<i>Olm</i>", skipped=[Skipped("<u>.pdf", "<s>")]))
    assert not {"script", "u", "s"} & {tag for tag, _ in Words(page).tags}
    assert EVIL in Words(page).quotes


def test_it_is_one_page_that_loads_nothing():
    tags = Words(render(material(one(), one(SHORT)))).tags
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags}
    loaded = [
        value
        for _, attrs in tags
        for name, value in attrs.items()
        if name in ("src", "srcset", "style") and "url" in (value or "")
    ]
    assert loaded == []
    assert "@import" not in render(material(one()))


def test_links_within_the_page_lead_somewhere():
    tags = Words(render(material(one(), one(SHORT), said("and that is all"), also=[article("x", published=None)]))).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    targets = {attrs["href"][1:] for tag, attrs in tags if tag == "a" and attrs.get("href", "").startswith("#")}
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_what_is_not_known_is_listed():
    french = article("Bonjour", language="fr", title="Le pont")
    undated = article("Nothing.", published=None, title="A day unknown")
    page = render(
        material(
            one(speaker=None, speaker_name=None),
            said("and that is all"),
            also=[french, undated],
            skipped=[Skipped("x.pdf", "no text in it")],
            sightings={french.id: [Sighting("in/pont.txt")]},
        )
    )
    for words in ("Speakers left open", "No source given", "language: fr", "A day unknown", "no text in it", "in/pont.txt"):
        assert words in page
    assert "Open questions" in render(material(one()))


def test_attributions_that_are_no_statements_are_left_out():
    assert Words(render(material(one(act=Act.INTEND)))).quotes == []


def test_people_come_by_how_much_they_say_and_descriptions_without_a_kind():
    few = [one(SHORT), one(), said("all I have", speaker_name="a diplomat")]
    voices = gather_voices(few, {"e-ada": ADA})
    assert [(voice.name, voice.kind, len(voice.said)) for voice in voices] == [
        ("Ada Ternin", Kind.PERSON, 2),
        ("a diplomat", None, 1),
    ]
    assert voices[0].offices == ("mayor, Olm",)


def test_equal_material_gives_equal_bytes_in_whatever_order_it_came():
    statements = [one(), one(SHORT), said("and that is all")]
    assert render(material(*statements)) == render(material(*reversed(statements)))


def test_an_empty_record_is_still_a_page():
    page = render(Material("Nothing", (), ()))
    assert "0 statements" in page
    assert re.search(r"<h2>Open questions</h2>.*None\.", page, re.DOTALL)

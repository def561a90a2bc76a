"""A dossier holds the articles' own sentences, each once under its speaker, and what is not known."""

import re
import zipfile
from html.parser import HTMLParser

import pytest

from onrecord.records import Act, Entity, EntityRole, Kind, Link, Relation, Sighting, Skipped, Strength, When
from onrecord.show.disputes import Dispute
from onrecord.show.dossier import compose, gather_voices, markdown, render, summary, write
from onrecord.show.issues import Issue, Position
from onrecord.show.lanes import mark
from onrecord.show.material import Material, called
from onrecord.store.questions import Who
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
    assert "What is not known" in render(material(one()))


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
    assert re.search(r"<h2>What is not known</h2>.*None\.", page, re.DOTALL)


def clash(ada, boro):
    link = Link(
        Relation.DENIES,
        boro.id,
        ada.id,
        boro.statement.content,
        ada.statement.content,
        Strength.LOOSE,
        "unknown",
        "not open",
        (),
        0.5,
        "h/1",
    )
    sides = (
        Position(ada, ada.statement.content, "the bridge was open", "asserts", 0),
        Position(boro, boro.statement.content, "the bridge was shut", "denies", 1),
    )
    return Issue("i-1", "The bridge was open", "The bridge was shut", sides, (Dispute(link, boro, ada),))


def disputed():
    ada, boro = one(), said("The bridge at Olm is open", speaker_name="Boro Kesk")
    return material(ada, boro, issues=[clash(ada, boro)])


def test_both_sides_are_shown_with_why_in_every_form(tmp_path):
    held = disputed()
    for words in (render(held), markdown(held)):
        assert "Where accounts clash" in words
        assert "The bridge was shut" in words
        assert "not open" in words
    assert any("Ada Ternin; on “The bridge was shut” Boro Kesk" in line for line in compose(held)["summary"])
    write(held, tmp_path / "x.docx")
    with zipfile.ZipFile(tmp_path / "x.docx") as packed:
        words = packed.read("word/document.xml").decode()
    assert "The bridge was shut" in words
    assert "Boro Kesk" in words


def test_every_note_in_markdown_leads_somewhere_and_no_article_is_markup():
    page = markdown(material(one("shut", text="[x](http://e.example) *<b>shut</b>*, said Ada Ternin. said"), one()))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", page)) == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE)) == {"1", "2"}
    assert "<b>" not in page
    assert "](http" not in page


def test_equal_material_gives_equal_documents(tmp_path):
    for name in ("a.docx", "b.docx"):
        write(disputed(), tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_what_xml_cannot_hold_does_not_stop_a_document(tmp_path):
    write(material(one("shut", text="\x00 shut \ud800 Ada Ternin said"), title="\x0b"), tmp_path / "x.docx")
    assert (tmp_path / "x.docx").stat().st_size > 1000


MARR = (
    "General Ivo Marr denied on Tuesday that the army had shut the bridge. Nobody asked whether it was open. It is so, he said."
)


def deeds():
    marr = {"text": MARR, "speaker_name": "Ivo Marr"}
    tuesday = When("2024-11-12", "2024-11-12", "day", "weekday")
    denial = said("that the army had shut the bridge", "Ivo Marr", "denied", act=Act.DENY, said=tuesday, **marr)
    rest = (said("whether it was open", act=Act.ASK, text=MARR), said("It is so", text=MARR, speaker_name="Ivo Marr"))
    ada = one()
    link = Link(
        Relation.DENIES,
        denial.id,
        ada.id,
        denial.statement.content,
        ada.statement.content,
        Strength.LOOSE,
        "known",
        "x",
        (),
        0.5,
        "h/1",
    )
    sides = (
        Position(ada, ada.statement.content, "the bridge was open", "asserts", 0),
        Position(denial, denial.statement.content, "the army had shut the bridge", "denies", 1),
    )
    issue = Issue("i-2", "The bridge was open", "Denied: the army had shut the bridge", sides, (Dispute(link, denial, ada),))
    return material(denial, ada, *rest, issues=[issue])


def shown(held, name, folder):
    """Give what a reader sees, a line for each row, item or paragraph."""
    write(held, folder / name)
    if not name.endswith("docx"):
        page = (folder / name).read_text("utf-8")
        return re.sub(r"<(?!/?(p|tr|li|h\d)\b)[^>]*>", " ", page.partition("</style>")[2] or page)
    from docx import Document

    page = Document(str(folder / name))
    rows = [" | ".join(cell.text for cell in row.cells) for table in page.tables for row in table.rows]
    return "\n".join([*(paragraph.text for paragraph in page.paragraphs), *rows])


@pytest.mark.parametrize("name", ["x.html", "x.md", "x.docx"])
def test_words_without_their_cue_say_what_was_done_and_of_which_day_it_is(name, tmp_path):
    words = " ".join(shown(deeds(), name, tmp_path).split())
    bare = [words[max(0, at.start() - 40) : at.start()] for at in re.finditer("that the army had shut", words)]
    assert len(bare) >= 3
    assert all("denied" in before for before in bare)
    asked = [words[max(0, at.start() - 14) : at.start()] for at in re.finditer("whether it was open", words)]
    assert asked
    assert all("asked" in before for before in asked)
    assert "said 12 November 2024" in words
    assert "published 15 November 2024" in words
    assert "said: It is so" not in words


def test_a_mark_in_the_lanes_tells_a_denial():
    assert "denied: that the army had shut the bridge" in mark(deeds().said[0]).title


def test_the_summary_counts_and_says_what_is_not_known():
    (first, *_, last) = summary(material(one(), subject="on Olm"), [one(), said("and that is all", said=None)])
    assert first == "2 statements on Olm stand in 1 article from 1 outlet, published 15 November 2024."
    assert last == "Not known: of 1 statement the speaker is not known."


def test_a_name_is_the_whole_of_one_or_its_end(monkeypatch):
    who = Who("e-ada", "Ada Ternin", "person", ("A. Ternin",), (), 1, 1, None, None)
    monkeypatch.setattr("onrecord.show.material.questions.who", lambda *_: [who])
    assert called(None, "ternin") == called(None, "Ada Ternin") == ["e-ada"]
    assert called(None, "ada") == called(None, "tern") == []

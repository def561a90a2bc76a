from onrecord.gather.page import DEEPEST, MOST_TAGS, Drawn, draw, unsafe
from onrecord.records import Role

LEAD = "The minister of roads said on Monday that the northern bridge would be closed for at least two winters."
MORE = "Her office had promised in spring that the works would be over before the first snow fell on the valley."
PAGE = f"""<html><head><title>Bridge to close</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Bridge to close soon</h1>
<p>{LEAD}</p><h2>Who pays for it all</h2><p>{MORE}</p>
<p><a href="/x">Minister confesses to everything at last</a></p>
<p>{LEAD.replace("northern", "southern")}</p>
<ul><li>a second ferry on the river</li><li>the old road</li></ul></article></body></html>"""


def test_the_article_is_drawn_with_what_the_markup_knows_of_its_lines():
    drawn = draw(PAGE)
    assert isinstance(drawn, Drawn)
    assert LEAD in drawn.text
    assert "Home" not in drawn.text
    known = {drawn.text[start:end].lstrip("- "): role for start, end, role in drawn.hints}
    assert known["Who pays for it all"] is Role.BODY
    assert known["a second ferry on the river"] is Role.BODY
    assert known.get("Minister confesses to everything at last", Role.RELATED) is Role.RELATED


def test_pages_without_an_article_say_so():
    for markup in (
        "",
        "   ",
        "<html></html>",
        "<p>",
        "no markup at all",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
    ):
        assert isinstance(draw(markup), str)


def test_too_deep_and_too_many_tags_are_refused_before_parsing():
    assert unsafe("<div>" * (DEEPEST + 1)) is not None
    assert unsafe("<div></div>" * 1000) is None
    assert unsafe("<p>" * 1000) is None
    assert unsafe("<b>x" * (2 * MOST_TAGS + 1)) is not None

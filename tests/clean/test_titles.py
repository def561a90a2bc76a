from onrecord.clean.blocks import mark
from onrecord.clean.paragraphs import cut_paragraphs
from onrecord.clean.titles import printed_title, reads_as_title, title_of
from onrecord.records import Found, Sighting, Told

BODY = (
    "The minister of roads said on Monday that the northern bridge would be closed.\n\n"
    "Farmers doubt it, and say so to anyone who asks."
)


def title(text, told=None):
    found = Found(text, Sighting("x"), Told(title=told))
    return title_of(found, mark(found))


def test_a_printed_title_has_its_span():
    assert title("Bridge to close: minister\n\n" + BODY) == ("Bridge to close: minister", (0, 25))


def test_a_told_title_counts_and_has_no_span_where_the_text_has_none():
    assert title(BODY, "Bridge to close") == ("Bridge to close", None)
    assert title("Northern bridge to close\n\n" + BODY, "Northern Bridge to Close | Herald") == (
        "Northern Bridge to Close | Herald",
        (0, 24),
    )


def test_no_title():
    assert title(BODY) == (None, None)
    assert title("") == (None, None)


def test_what_reads_as_a_title():
    def reads(line):
        return reads_as_title(cut_paragraphs(line)[0])

    assert reads("Bridge to close for two winters, minister says")
    assert reads("What Is a Bridge For?")
    assert reads("Bridge To Close For Two Winters.")
    assert not reads("The bridge is closed for two winters.")
    assert not reads("and so it went on")
    assert not reads("Bridge")


def test_a_told_title_is_looked_for_near_the_top():
    paragraphs = cut_paragraphs("Menu\n\nBridge to close soon\n\n" + BODY)
    assert printed_title("Bridge to close soon", paragraphs, 3) == 1
    assert printed_title("Bridge to close soon", paragraphs, 1) is None

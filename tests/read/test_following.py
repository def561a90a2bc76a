from dataclasses import replace

from onrecord.read.speakers import name_speakers
from tests.pages import at, page_of, said


def last_speaker(text: str, *told: tuple[str, str, str]) -> str | None:
    """Name who speaks in the last of some statements, each told by its source and the cue behind it."""
    page = page_of(text)
    statements = []
    for source, cue, content in told:
        start = at(text, f"{source} {cue}")[0]
        spans = {
            "source": ((start, start + len(source)),),
            "cue": ((start + len(source) + 1, start + len(source) + 1 + len(cue)),),
        }
        statements.append(replace(said(page, None, None, content), **spans))
    return name_speakers(page, statements)[1][-1].speaker_name


def test_who_spoke_just_before_goes_on_though_named_in_what_is_said():
    text = "Robert Tillman said the dam was safe. The road was built on Tillman's order, he said."
    first = ("Robert Tillman", "said", "the dam was safe")
    assert last_speaker(text, first, ("he", "said", "The road was built on Tillman's order")) == "Robert Tillman"
    text = "Robert Tillman said the dam was safe. The road was built on David Ashworth's order, Tillman's friend, he said."
    told = ("he", "said", "The road was built on David Ashworth's order, Tillman's friend")
    assert last_speaker(text, first, told) is None


def test_who_alone_is_told_of_announces_it():
    text = "Robert Tillman will leave the ministry, he announced on Friday."
    assert last_speaker(text, ("he", "announced", "Robert Tillman will leave the ministry")) == "Robert Tillman"
    text = "David Ashworth spoke. Robert Tillman will leave the ministry, he announced on Friday."
    assert last_speaker(text, ("he", "announced", "Robert Tillman will leave the ministry")) == "David Ashworth"


def test_he_in_a_summary_is_the_person_of_the_line_before():
    text = "Story highlights\n\nRobert Tillman: The dam holds\n\nThe road is late, he says\n\nNairobi was quiet on Friday."
    assert last_speaker(text, ("he", "says", "The road is late")) == "Robert Tillman"


def test_they_are_those_by_whom_something_was_told():
    text = "Robert Tillman shares the fears raised by several former envoys. They warned that the dam was old."
    assert last_speaker(text, ("They", "warned", "that the dam was old")) == "several former envoys"


def test_she_is_who_was_heard_in_the_line_above_of_a_transcript():
    text = "Ada Bresk studies dams.\n\nADA BRESK: (Speaking Korvan).\n\nTILLMAN: She says the dam is old."
    page = page_of(text)
    assert name_speakers(page, [said(page, "She", "says", "the dam is old")])[1][0].speaker_name == "Ada Bresk"

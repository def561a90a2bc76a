import pytest

from onrecord.clean.openings import dateline_length, is_byline, is_date_line, is_entry
from onrecord.clean.paragraphs import cut_paragraphs


def one(text):
    return cut_paragraphs(text)[0]


@pytest.mark.parametrize(
    "dateline",
    [
        "KELDON –",
        "KELDON, Norland (AP) —",
        "PORT KELDON (Reuters) -",
        "Keldon [NL], August 10 :",
        "(NORFEED- Keldon Standard)",
        "(CNN) --",
        "Keldon, Norland -",
        "KELDON, March 5 (Norpress) –",
        "KELDON:",
        "(Reuters) -",
        "Port Keldon (CNN)",
        "Keldon, Norland (AFP)",
    ],
)
def test_datelines_are_parted_from_the_first_sentence(dateline):
    text = f"{dateline} The bridge is closed, the minister said."
    assert dateline_length(text, first=True) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "The June 8- and 9-year-olds went home.",
        "Mr. Stone fired back on Feb. 26: He would not go.",
        "On August 14- the day of the flood.",
        "FILE - In this photo the bridge stands.",
        "A man - Jon Stone - was seen.",
        "He said: The bridge is closed.",
        "(Some) people said so.",
        "Norland Unity (NU) Chairman Boro Kesk left.",
        "Keldon (CNN) was closed.",
        "Stone – The mayor – was absent.",
    ],
)
def test_sentences_without_dateline(text):
    assert dateline_length(text, first=True) == 0


def test_a_place_and_a_dash_count_only_at_the_beginning():
    assert dateline_length("KELDON – The bridge is closed.", first=False) == 0
    assert dateline_length("KELDON (AP) – The bridge is closed.", first=False) > 0


def test_a_dateline_alone_is_left_whole():
    assert dateline_length("KELDON (AP) – ", first=True) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Aug 10, 2021",
        "Tuesday, 3 June 2025",
        "Published: 10.08.2021 14:05",
        "Updated 12:05 p.m. ET, 1/8/2014",
        "Keldon, 28 August 2025",
        "2021-08-10",
    ],
)
def test_date_lines(line):
    assert is_date_line(one(line))


@pytest.mark.parametrize(
    "line", ["In May the bridge was closed for 3 days by order of the minister", "May the best win", "Bridge 2021", ""]
)
def test_no_date_lines(line):
    assert not any(is_date_line(p) for p in cut_paragraphs(line))


def test_bylines():
    for line in ("By Ada Moor", "By Ada Moor and Jon Stone in Keldon", "Ada Moor, Staff Writer"):
        assert is_byline(one(line))
    for line in ("By noon the bridge was closed", "By Ada Moor.", "Ada Moor is a reporter", "By"):
        assert not is_byline(one(line))


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("10:32 GMT", True),
        ("Updated at 14.05 BST", True),
        ("3 May 2021 10.32 BST", True),
        ("10 min ago", True),
        ("10:32 – Minister resigns", False),
        ("10:32 p.m. and nothing else happened", False),
        ("3 May 2021", False),
        ("10", False),
    ],
)
def test_a_line_that_begins_an_entry_holds_nothing_but_its_time(line, begins):
    (paragraph,) = cut_paragraphs(line)
    assert is_entry(paragraph) is begins

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather import text
from onrecord.gather.formats import Options, Source
from onrecord.gather.press import articles, is_export, read
from onrecord.records import Found, Skipped

BODY = """   The northern bridge will be closed for two winters, the minister of
roads said on Monday.

   "Nobody will be cut off," Ada Ternin told reporters.

   Notes: none were taken, said her office."""

CLASSIC = f"""

                               1 of 2 DOCUMENTS


                             The Lodwar Herald (Kenya)

                              May 3, 2021 Monday
                                 Final Edition

Bridge to be closed, minister says

BYLINE: Jon Stone, roads correspondent

SECTION: NEWS; Pg. 3

LENGTH: 1,512 words

DATELINE: LODWAR

HIGHLIGHT: The minister of roads has spoken
and the farmers are not glad.

{BODY}

GRAPHIC: Photo, the bridge.

LOAD-DATE: May 4, 2021

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                     Copyright 2021 The Lodwar Herald
                           All Rights Reserved


                               2 of 2 DOCUMENTS

                     Copyright 2019 Radio Olm
                           All Rights Reserved
                                Radio Olm

                              August 12, 2019

HEADLINE: Ferry sinks

LENGTH: 20 words

BODY:
The old ferry sank at night. Nobody was on board, the harbour office said.

LOAD-DATE: August 12, 2019
"""

UNI = f"""Bridge to be closed, minister says
The Lodwar Herald (Kenya)
May 3, 2021 Monday

Copyright 2021 The Lodwar Herald All Rights Reserved

Section: NEWS; Pg. 3
Length: 512 words
Byline: Jon Stone
Dateline: LODWAR
Body


{BODY}
Classification

Language: ENGLISH

Load-Date: May 4, 2021


End of Document

Ferry sinks
Radio Olm
August 12, 2019

Copyright 2019 Radio Olm

Length: 20 words
Body

The old ferry sank at night. Nobody was on board, the harbour office said.

Load-Date: August 12, 2019

End of Document
"""

FACTIVA = f"""National
Bridge to be closed, minister says
By Jon Stone
1,512 words
3 May 2021
10:32
The Lodwar Herald
LODHER
English
Copyright 2021. The Lodwar Herald. All rights reserved.

{BODY}

Document LODHER0020210503eh5300012

Ferry sinks
20 words
12 August 2019
Radio Olm
ROLM
English
(c) 2019 Radio Olm

The old ferry sank at night. Nobody was on board, the harbour office said.

Document ROLM000020190812ef8c0000a
"""

NAMED = f"""SE  National
HD  Bridge to be closed, minister says
BY  By Jon Stone
WC  1,512 words
PD  3 May 2021
SN  The Lodwar Herald
SC  LODHER
LA  English
CY  Copyright 2021. The Lodwar Herald.
LP

{BODY.split(chr(10) * 2, 1)[0]}

TD

{BODY.split(chr(10) * 2, 1)[1]}

NS  gcat : Political/General News
AN
Document LODHER0020210503eh5300012

HD
Ferry sinks
WC
20 words
PD
12 August 2019
SN
Radio Olm
LA
English
LP
The old ferry sank at night. Nobody was on board, the harbour office said.
AN
Document ROLM000020190812ef8c0000a
"""
ALL = {"classic": CLASSIC, "uni": UNI, "factiva": FACTIVA, "named": NAMED}


def items(whole):
    return list(articles(whole, "a.txt", Options()))


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_each_document_is_an_article_with_what_its_head_tells(name, ends):
    one, two = items(ALL[name].replace("\n", ends))
    first = one.text.split()
    assert first[:3] == ["The", "northern", "bridge"]
    assert first == BODY.split()
    assert (one.told.title, one.told.outlet.partition(" (")[0]) == ("Bridge to be closed, minister says", "The Lodwar Herald")
    assert one.told.authors[0] == "Jon Stone"
    assert one.told.published.earliest == "2021-05-03"
    assert (one.sighting.path, two.sighting.path) == ("a.txt#1", "a.txt#2")
    assert two.text == "The old ferry sank at night. Nobody was on board, the harbour office said."
    assert (two.told.title, two.told.outlet, two.told.authors) == ("Ferry sinks", "Radio Olm", ())
    assert two.told.published.earliest == "2019-08-12"


@pytest.mark.parametrize("name", ["classic", "uni", "factiva"])
def test_the_text_stands_in_the_file_as_it_is(name):
    assert all(item.text in ALL[name] for item in items(ALL[name]))
    assert items(ALL[name])[0].told.language == "en"


def test_text_files_that_are_exports_are_read_as_such_and_others_are_not(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(CLASSIC)
    assert len(list(text.read(Source(str(path), "a.txt"), Options()))) == 2
    for plain in (BODY, "Of 12 documents 3 of 12 DOCUMENTS were found.\n\n" + BODY, BODY + "\n\nEnd of Document\n"):
        assert not is_export(plain)
        path.write_text(plain)
        (found,) = text.read(Source(str(path), "a.txt"), Options())
        assert found.text == plain
        (skipped,) = read(Source(str(path), "a.nexis"), Options())
        assert "no export" in skipped.reason


def test_what_is_missing_is_told():
    lost = CLASSIC.replace("1 of 2", "1 of 3").replace("2 of 2", "2 of 3")
    assert [item.reason for item in items(lost) if isinstance(item, Skipped)] == ["the export speaks of 3 documents, 2 are here"]
    for whole, number in ((CLASSIC.replace("LENGTH: 20 words\n", ""), 2), (FACTIVA.replace("(c) 2019 Radio Olm\n", ""), 2)):
        found = items(whole)
        assert [item.input for item in found if isinstance(item, Skipped)] == [f"a.txt#{number}"]
        assert len([item for item in found if isinstance(item, Found)]) == 1
    undated = items(FACTIVA.replace("12 August 2019\n", ""))[1]
    assert (undated.told.title, undated.told.published, undated.told.outlet) == ("Ferry sinks", None, None)
    (*_, last) = items(FACTIVA + "\nSearch Summary\nText bridge\n")
    assert last.reason == "what stands outside its documents is not read: 'Search Summary Text bridge' ..."
    empty = UNI.replace("The old ferry sank at night. Nobody was on board, the harbour office said.", "")
    assert items(empty)[1] == Skipped("a.txt#2", "a document without text")


@given(st.sampled_from(sorted(ALL)), st.integers(0, 2000), st.integers(0, 400))
def test_any_cut_ends_in_articles_or_reasons(name, start, size):
    hurt = ALL[name][:start] + ALL[name][start + size :]
    assert all(isinstance(item, Found | Skipped) for item in items(hurt))


@given(st.lists(st.sampled_from([*CLASSIC.splitlines(True), *UNI.splitlines(True), *FACTIVA.splitlines(True), "HD\n", "TD x\n"])))
def test_any_lines_end_in_articles_or_reasons(lines):
    assert all(item.text.strip() if isinstance(item, Found) else item.reason for item in items("".join(lines)))

import csv
import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.csv_table import read
from onrecord.gather.formats import Options, Source
from onrecord.records import Found, Skipped

TEXT = 'The bridge, said Ada Ternin,\nis "closed" for good.'


def items(path, data, **options):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read(Source(str(path), "a.csv"), Options(**options)))


def table(rows, **dialect):
    out = io.StringIO(newline="")
    csv.writer(out, **dialect).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_delimiter_and_the_encoding_are_told_by_the_file(tmp_path, delimiter, encoding):
    rows = [["title", "media_name", "publish_date", "url", "text"]]
    rows += [[f"Bridge {n}", "Zoë’s Herald", "2021-05-03", f"https://herald.example/{n}", TEXT] for n in range(3)]
    found = items(tmp_path / "a", table(rows, delimiter=delimiter).encode(encoding))
    assert [one.text for one in found] == [TEXT] * 3
    assert [one.sighting.path for one in found] == ["a.csv#2", "a.csv#4", "a.csv#6"]
    told = found[2].told
    assert (told.title, told.outlet, told.url) == ("Bridge 2", "Zoë’s Herald", "https://herald.example/2")
    assert (told.published.earliest, told.published.basis) == ("2021-05-03", "metadata:publish_date")
    assert bool(found[0].warnings) == (encoding == "cp1252")


def test_fields_are_mapped_and_a_table_without_a_text_is_told(tmp_path):
    data = "kop,artikel\nBridge,It is closed.\n"
    (skipped,) = items(tmp_path / "a", data)
    assert "no text field among: kop, artikel" in skipped.reason
    (found,) = items(tmp_path / "a", data, fields=(("artikel", "text"), ("kop", "title")))
    assert (found.text, found.told.title) == ("It is closed.", "Bridge")
    assert [one.reason for one in items(tmp_path / "a", "")] == ["empty"]


def test_in_a_plain_tab_separated_file_quotation_marks_are_characters(tmp_path):
    found = items(tmp_path / "a", 'id\ttext\n1\t"Never," he said.\n2\t"All of ""it"" is."\n3\tHe said "no\n')
    assert [one.text for one in found] == ['"Never," he said.', 'All of "it" is.', 'He said "no']


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('3,"open quote, said she,x\n', "damaged: "),
        ("3,too few\n", "2 fields"),
        ("3,a,b,c,d\n", "5 fields"),
        (b'3,"Zo\xeb",x\n', "not in the file's encoding"),
        ('3,"open\nThe text goes on, and on, and\n\non.\n', "damaged: "),
    ],
)
def test_a_damaged_row_costs_no_other(tmp_path, bad, reason):
    good = [table([[n, f"Ada said, “{n}”.\nAnd that was it.", "x"]], lineterminator="\n") for n in range(40)]
    data = ["id,text,title\n", *good[:20], bad, *good[20:]]
    given = b"".join(part if isinstance(part, bytes) else part.encode() for part in data)
    found = items(tmp_path / "a", given)
    assert [one.text[11] for one in found if isinstance(one, Found)] == [str(n)[0] for n in range(40)]
    (skipped,) = (one for one in found if isinstance(one, Skipped))
    assert skipped.input == "a.csv#42"
    assert reason in skipped.reason


def test_the_text_of_a_damaged_row_is_not_taken_for_rows(tmp_path):
    found = items(tmp_path / "a", 'title,text\n"A","One."\n"B","Two\nand three, and four.\n"C","Five."\n')
    assert [one.text for one in found if isinstance(one, Found)] == ["One.", "Five."]
    assert [one.input for one in found if isinstance(one, Skipped)] == ["a.csv#3"]


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=20), min_size=2, max_size=2), max_size=6))
def test_what_is_written_is_read(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "a"
    data = table([["text", "title"], *rows], lineterminator="\n", quoting=csv.QUOTE_ALL)
    if "\0" in data:
        return
    found = items(path, data)
    assert [one.text for one in found if isinstance(one, Found)] == [text for text, _ in rows if text.strip()]


@given(st.binary(max_size=300))
def test_any_bytes_end_in_texts_or_reasons(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("csv") / "a"
    for head in (b"", b"text,title\n"):
        assert all(isinstance(one, Found | Skipped) for one in items(path, head + data))


def test_damage_anywhere_loses_no_row_but_those_it_touches(tmp_path):
    choice = random.Random(7)
    rows = [[f"{n}", f"Text {n}: “No,” she said, twice.\nThen, at last, “yes”.", "Herald"] for n in range(60)]
    whole = [table([row], quoting=csv.QUOTE_ALL, lineterminator="\n") for row in rows]
    for _ in range(40):
        bad = choice.randrange(60)
        at = choice.randrange(len(whole[bad]))
        hurt = [*whole[:bad], whole[bad][:at] + whole[bad][at + 1 :], *whole[bad + 1 :]]
        found = items(tmp_path / "a", '"id","text","outlet"\n' + "".join(hurt))
        kept = {one.text for one in found if isinstance(one, Found)}
        assert kept >= {row[1] for n, row in enumerate(rows) if n not in (bad, bad + 1)}

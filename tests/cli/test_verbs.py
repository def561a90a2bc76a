"""Every verb does what its page says: results to stdout, talk to stderr, and the exit code."""

import csv
import io
import json
import shutil
import sys
from importlib.metadata import EntryPoint

import pytest

from onrecord import __version__, api
from onrecord.backends import vectors
from onrecord.backends.plain import PlainEncoder


def rows(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def test_build_reports_and_exits_3_where_an_input_was_skipped(onrecord, articles, tmp_path):
    ran = onrecord("build", articles, "-o", tmp_path / "r", "--engine", "here")
    assert (ran.code, ran.out) == (3, "")
    assert "3 articles (3 read now, 0 before), 5 statements, 3 speakers; attributions read by plain/1" in ran.err
    assert "skipped " in ran.err
    assert "c.jsonl#2: no text field" in ran.err
    assert "next: onrecord said" in ran.err


def test_build_again_reads_nothing(onrecord, articles, tmp_path):
    onrecord("build", articles / "a.txt", "-o", tmp_path / "r")
    ran = onrecord("build", articles / "a.txt", "-o", tmp_path / "r")
    assert ran.code == 0
    assert "(0 read now, 1 before)" in ran.err


def test_build_here_twice_does_not_read_its_own_record(onrecord, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("“It is so,” said Ada Ternin.", "utf-8")
    held = []
    for _ in range(2):
        assert onrecord("build", ".").code == 0
        files = [path for path in sorted((tmp_path / "record").rglob("*")) if path.is_file()]
        held.append({path: path.read_bytes() for path in files if path.name != "index.sqlite"})
    assert held[0] == held[1]
    assert [row["path"] for row in rows(onrecord("sql", "SELECT path FROM articles"))] == ["a.txt"]


def test_build_makes_nothing_of_a_path_that_is_no_input(onrecord, articles, record, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = onrecord("build", articles / "a.txt", "nosuch", "-o", "r")
    assert (ran.code, ran.err) == (2, "onrecord: nosuch: no such file or folder\n")
    ran = onrecord("build", record, "-o", "r")
    assert ran.code == 2
    assert "a record, not a folder of articles" in ran.err
    assert onrecord("build", ".", "-o", ".").code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--date", "2021-13-45", "'2021-13-45' is no day: write it as YYYY-MM-DD"),
        ("--date", "20210905", "'20210905' is no day"),
        ("--date", "2021-W01-1", "'2021-W01-1' is no day"),
        ("--engine", "moon", "no engine named 'moon'; there are: cores, here\n"),
        ("--map", "\udcff=text", "'\\udcff' can be no field's name"),
        ("--map", "story=txt", "'txt' is nothing that is read of a record's field; there are: text, title, date, outlet,"),
    ],
)
def test_build_makes_nothing_of_an_option_mistyped(onrecord, articles, tmp_path, option, value, told):
    ran = onrecord("build", articles, "-o", tmp_path / "r", option, value)
    assert ran.code == 2
    assert ran.err.startswith(f"onrecord: {told}")
    assert not (tmp_path / "r").exists()


def test_build_takes_a_day_and_a_map(onrecord, tmp_path):
    (tmp_path / "x.jsonl").write_text('{"words": "“It is so,” said Ada Ternin."}\n', "utf-8")
    ran = onrecord("build", tmp_path / "x.jsonl", "-o", tmp_path / "r", "--map", "words=text", "--date", "2024-05-03")
    assert ran.code == 0
    (row,) = rows(onrecord("said", "-r", tmp_path / "r"))
    assert row["published"]["earliest"] == "2024-05-03"


def test_said_gives_json_lines_in_a_pipe(onrecord, record):
    ran = onrecord("said", "-r", record)
    assert ran.code == 0
    assert rows(ran)[0]["quote"] == "Rain is on its way,"
    assert len(rows(ran)) == 5
    assert "5 statements" in ran.err


@pytest.mark.parametrize(
    ("asked", "quotes"),
    [
        (["--speaker", "ternin"], {"Rain is on its way,", "The bridge is open, dear friends,", "The ferry is late,"}),
        (["--speaker", "ada ternin", "--about", "late ferry"], {"The ferry is late,"}),
        (["--speaker", "vantal"], {"=1+1 is \x1b[31mtwo\x1b[0m,"}),
        (["--about", "FERR"], {"The ferry is late,"}),
        (["--about", "BRIDGE"], {"The bridge is open, dear friends,"}),
        (["--about", '" ferry !'], {"The ferry is late,"}),
        (["--about", "ferry\udcff"], {"The ferry is late,"}),
        (["--outlet", "courier\udcff"], set()),
        (["--outlet", "courier"], {"Rain is on its way,"}),
        (["--since", "2024-11-15"], {"Rain is on its way,"}),
        (["--until", "2024-11-14"], set()),
        (["--act", "deny"], set()),
        (["--act", "say", "--act", "deny", "--manner", "direct", "--speaker", "kesk"], {"We were not told,"}),
        (["--kind", "person", "--speaker", "kesk"], {"We were not told,"}),
        (["--kind", "state"], set()),
    ],
)
def test_said_finds_what_is_asked_for(onrecord, record, asked, quotes):
    ran = onrecord("said", "-r", record, *asked)
    assert ran.code == 0
    assert {row["quote"] for row in rows(ran)} == quotes


def test_said_like_gives_the_likest_first_and_takes_the_other_filters(onrecord, record, monkeypatch):
    monkeypatch.setattr(vectors, "load", PlainEncoder)
    ran = onrecord("said", "-r", record, "--like", "the late ferry is here")
    assert [row["quote"] for row in rows(ran)] == ["The ferry is late,"]
    assert "likest first" in ran.err
    assert rows(onrecord("said", "-r", record, "--like", "the late ferry is here", "--speaker", "kesk")) == []
    assert onrecord("said", "-r", record, "--like", "?!").code == 2


def test_said_like_without_vectors_says_what_to_install(onrecord, record, monkeypatch):
    monkeypatch.setattr(vectors, "load", lambda: None)
    ran = onrecord("said", "-r", record, "--like", "the ferry")
    assert (ran.code, ran.out) == (2, "")
    assert "pip install" in ran.err


@pytest.mark.parametrize("nothing", ["", " ", '"', "!!!", "\udcff"])
def test_a_filter_without_words_is_a_mistake_and_not_everything(onrecord, record, nothing):
    asked = [[verb, option] for verb in ("said", "disputes") for option in ("--speaker", "--about", "--outlet")]
    for command in [*asked, ["said", "--like"], ["who", "--speaker"], ["claims", "--about"], ["compare", "ternin"]]:
        ran = onrecord(*command, nothing, "-r", record)
        assert (ran.code, ran.out) == (2, ""), command
        assert ran.err.startswith("onrecord: nothing to look for"), command


def test_said_tells_of_what_no_day_can_find(onrecord, record):
    assert "4 statements have no day" in onrecord("said", "-r", record, "--since", "2024-01-01").err


def test_said_as_a_table_marks_the_words_and_obeys_no_escape(onrecord, record):
    ran = onrecord("said", "-r", record, "--format", "table")
    assert "“[Rain is on its way,]” <said> {Ada Ternin}." in ran.out
    assert "(2024-11-15)" in ran.out
    assert "\x1b" not in ran.out
    assert all(len(line) <= 110 for line in ran.out.splitlines())


def test_said_on_a_narrow_terminal_puts_one_under_the_other(onrecord, record, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    ran = onrecord("said", "-r", record, "--format", "table", "--speaker", "kesk")
    assert "“[We were not told,]” <said> {Boro Kesk}." in ran.out
    assert all(len(line) <= 60 for line in ran.out.splitlines())


def test_said_as_csv(onrecord, record):
    table = list(csv.DictReader(io.StringIO(onrecord("said", "-r", record, "--format", "csv").out)))
    assert {row["speaker_name"] for row in table} == {"Ada Ternin", "Boro Kesk", "Ciro Vantál"}
    assert json.loads(table[0]["content"])


def test_who(onrecord, record):
    ran = onrecord("who", "-r", record)
    assert [(row["name"], row["statements"], row["articles"]) for row in rows(ran)] == [
        ("Ada Ternin", 3, 3),
        ("Boro Kesk", 1, 1),
        ("Ciro Vantál", 1, 1),
    ]
    assert [row["name"] for row in rows(onrecord("who", "-r", record, "--speaker", "VANTAL"))] == ["Ciro Vantál"]
    assert rows(onrecord("who", "-r", record, "--kind", "state")) == []
    table = onrecord("who", "-r", record, "--format", "table").out
    assert "Ada Ternin" in table
    assert "2024-11-15" in table


def test_show_takes_the_beginning_of_an_id(onrecord, record):
    (row,) = rows(onrecord("said", "-r", record, "--speaker", "kesk"))
    for name in (row["id"], row["id"][:12], row["id"][2:12]):
        ran = onrecord("show", name, "-r", record)
        assert ran.code == 0
        assert "Nobody crossed it. “[We were not told,]” <said> {Boro Kesk}." in ran.out
        assert row["article"] in ran.out
        assert "not known: nothing in the article" in ran.out


def test_show_lists_what_an_ambiguous_beginning_may_mean(onrecord, record):
    ran = onrecord("show", "s-", "-r", record)
    assert (ran.code, ran.out) == (2, "")
    assert "5 statements' ids begin with 's-'" in ran.err
    assert onrecord("show", "zzz", "-r", record).code == 2


def test_cite(onrecord, record):
    (row,) = rows(onrecord("said", "-r", record, "--about", "rain"))
    ran = onrecord("cite", row["id"][:12], "-r", record)
    assert ran.code == 0
    assert "The Olm Courier, “Rain”, 15 November 2024" in ran.out
    assert "https://courier.example/rain#:~:text=Rain%20is%20on%20its%20way" in ran.out
    (told,) = rows(onrecord("cite", row["id"], "-r", record, "--format", "jsonl"))
    assert told["citation"] in ran.out
    assert "Rain is on its way," in onrecord("cite", row["id"], "-r", record, "--format", "csv").out


def test_verify_finds_nothing_and_then_the_damage(onrecord, record, tmp_path):
    assert onrecord("verify", "-r", record).code == 0
    shutil.copytree(record, tmp_path / "r")
    shard = next((tmp_path / "r").rglob("statements.parquet"))
    data = bytearray(shard.read_bytes())
    data[len(data) // 2] ^= 1
    shard.write_bytes(data)
    ran = onrecord("verify", "-r", tmp_path / "r")
    assert ran.code == 1
    assert any("statements.parquet" in row["where"] for row in rows(ran))
    assert "statements.parquet" in onrecord("verify", "-r", tmp_path / "r", "--format", "table").out


def test_export_takes_a_plug_in_and_names_the_formats_there_are(onrecord, record, tmp_path, monkeypatch):
    ran = onrecord("export", "stone", "-r", record, "-o", tmp_path / "out")
    assert (ran.code, ran.err) == (2, "onrecord: no export named 'stone'; there are: jsonl\n")
    stone = EntryPoint("stone", "tests.cli.test_verbs:carve", "onrecord.exports")
    monkeypatch.setattr(api, "entry_points", lambda group: [stone] if group == "onrecord.exports" else [])
    ran = onrecord("export", "stone", "-r", record, "-o", tmp_path / "out")
    assert (ran.code, ran.err) == (0, f"{tmp_path / 'out' / 'slab'}: 7 rows\n")


def carve(*_):
    """Stand for an export that somebody plugged in."""
    return {"slab": 7}


def test_text_that_is_none_is_a_mistake(onrecord, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"%PDF-1.7")))
    ran = onrecord("text", "-")
    assert (ran.code, ran.err) == (2, "onrecord: binary, not text: a PDF\n")


def test_export(onrecord, record, tmp_path):
    ran = onrecord("export", "jsonl", "-r", record, "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (0, "")
    assert "statements.jsonl: 5 rows" in ran.err
    assert len((tmp_path / "out" / "statements.jsonl").read_text("utf-8").splitlines()) == 5


def test_sql_reads(onrecord, record):
    ran = onrecord("sql", "SELECT count(*) AS n, max(outlet) AS outlet FROM articles", "-r", record)
    assert rows(ran) == [{"n": 3, "outlet": "The Olm Courier"}]
    assert "outlet" in onrecord("sql", "SELECT outlet FROM articles", "-r", record, "--format", "table").out
    assert onrecord("sql", "SELECT 1 AS a", "-r", record, "--format", "csv").out == "a\n1\n"
    found = "SELECT quote FROM statements_text WHERE statements_text MATCH 'ferry'"
    assert rows(onrecord("sql", found, "-r", record)) == [{"quote": "The ferry is late,"}]


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM statements",
        "DROP TABLE articles",
        "ATTACH 'x' AS y",
        "PRAGMA journal_mode = DELETE",
        "SELECT 1; SELECT 2",
        "SELECT '\udcff'",
        "no",
        "",
        " -- nothing",
    ],
)
def test_sql_changes_nothing(onrecord, record, query):
    ran = onrecord("sql", query, "-r", record)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert onrecord("verify", "-r", record).code == 0


@pytest.mark.parametrize("form", ["jsonl", "table", "csv"])
def test_sql_writes_what_json_has_no_form_for(onrecord, record, form):
    ran = onrecord("sql", "SELECT x'00ff' AS b, 9e999 AS i", "-r", record, "--format", form)
    assert ran.code == 0
    assert "00ff" in ran.out
    assert "inf" in ran.out


def test_sql_keeps_columns_of_one_name_apart(onrecord, record):
    ran = onrecord("sql", "SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a", "-r", record)
    assert [list(row.items()) for row in rows(ran)] == [[("a", 1), ("a_2", 2), ("a_2_2", 3), ("a_3", 4)]]


def test_sql_gives_up_in_time(onrecord, record):
    endless = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t"
    ran = onrecord("sql", endless, "-r", record, "--timeout", "0.1")
    assert ran.code == 2
    assert "broken off" in ran.err


def test_text_reads_standard_input(onrecord, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("“It is shut,” said Ada Ternin.".encode())))
    ran = onrecord("text", "-", "--date", "2024-05-03")
    assert ran.code == 0
    (row,) = rows(ran)
    assert (row["speaker_name"], row["manner"], row["content"]) == ("Ada Ternin", "direct", [[1, 12]])
    assert onrecord("text", "article.txt").code == 2


def test_text_in_which_nothing_is_said_says_so(onrecord, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The bridge is shut.")))
    ran = onrecord("text", "-")
    assert (ran.code, ran.out, ran.err) == (0, "", "no statement found in this text\n")


def test_text_says_why_something_is_no_text(onrecord, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(5000))))
    ran = onrecord("text", "-")
    assert ran.code == 2
    assert "binary" in ran.err


def test_doctor(onrecord, record):
    ran = onrecord("doctor", "-r", record, "--format", "jsonl")
    found = {row["what"]: row["found"] for row in rows(ran)}
    assert ran.code == 0
    assert found["onrecord"] == __version__
    assert found["reader"] == "plain/1"
    assert "3 articles" in found["record"]
    assert rows(onrecord("doctor", "-r", record))[0]["what"] == "onrecord"
    assert "spacy" in onrecord("doctor", "-r", record, "--format", "table").out


def test_doctor_sees_that_pages_cannot_be_read(onrecord, record, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    ran = onrecord("doctor", "-r", record, "--format", "jsonl")
    (pages,) = (row for row in rows(ran) if row["what"] == "pages")
    assert (ran.code, pages["state"]) == (1, "look")
    assert "trafilatura" in pages["found"]


def test_doctor_sees_a_record_that_is_none(onrecord, tmp_path):
    assert onrecord("doctor", "-r", tmp_path / "none").code == 0
    assert onrecord("doctor", "-r", tmp_path).code == 1


def test_demo_builds_tells_and_writes(onrecord, tmp_path):
    ran = onrecord("demo", "-o", tmp_path / "demo")
    assert ran.code == 0
    assert (tmp_path / "demo" / "dossier.html").read_text("utf-8").startswith("<!doctype html>")
    assert "16 articles" in ran.err
    assert "1 article in fr" in ran.err
    assert "onrecord build FOLDER" in ran.err
    assert len(list((tmp_path / "demo" / "articles").iterdir())) == 14
    with api.open(tmp_path / "demo" / "record") as record:
        assert not record.verify().faults


def test_diff_names_what_came_and_went(onrecord, record, articles, tmp_path):
    onrecord("build", articles / "a.txt", "-o", tmp_path / "small", "--engine", "here")
    ran = onrecord("diff", tmp_path / "small", record, "--format", "table")
    assert ran.code == 1
    assert {tuple(line.split()[:2]) for line in ran.out.splitlines()} >= {
        ("came", "article"),
        ("came", "statement"),
        ("came", "entity"),
    }
    assert "entitie " not in ran.out
    assert onrecord("diff", record, record).code == 0

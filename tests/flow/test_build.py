import json
import random
import sqlite3
from pathlib import Path

import pytest

from onrecord import api
from onrecord.flow import build as build_module
from onrecord.flow import gathering, publishing
from onrecord.flow.plan import Plan
from onrecord.gather.inputs import Options
from onrecord.store.faults import Busy
from onrecord.store.lock import locked
from tests.fakes import Plain, export, quick, rows, text_of, write_articles


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "news", range(12))


def test_a_build_holds_articles_statements_and_people(news: Path, tmp_path: Path) -> None:
    report = quick(news, tmp_path / "r")
    assert (report.articles, report.read, report.reused) == (12, 12, 0)
    assert report.reader == "plain/1"
    said = rows(tmp_path / "r", "statements")
    assert len(said) == report.statements == 24
    texts = {row["id"]: (Path(row["path"])).read_text("utf-8") for row in rows(tmp_path / "r", "articles")}
    first = next(row for row in said if texts[row["article"]].startswith("Bridge 3 "))
    ((start, end),) = first["content"]
    assert texts[first["article"]][start:end] == "The bridge will open on day 3,"
    assert first["speaker_name"] == "Dena Orlu"
    assert first["score"] == 0.9
    people = {row["id"]: row["name"] for row in rows(tmp_path / "r", "entities")}
    assert people[first["speaker"]] == "Dena Orlu"


def test_building_again_reads_nothing_and_changes_nothing(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    files = {path: path.read_bytes() for path in (tmp_path / "r").rglob("*") if path.is_file() and "sqlite" not in path.name}
    before = export(tmp_path / "r")
    report = quick(news, tmp_path / "r")
    assert (report.read, report.reused) == (0, 12)
    assert export(tmp_path / "r") == before
    assert {p: p.read_bytes() for p in (tmp_path / "r").rglob("*") if p.is_file() and "sqlite" not in p.name} == files


def test_in_steps_equals_at_once(news: Path, tmp_path: Path) -> None:
    more = write_articles(tmp_path / "more", [*range(8, 20)])
    quick([news, more], tmp_path / "at_once")
    quick(news, tmp_path / "steps")
    report = quick(more, tmp_path / "steps")
    # 8 to 11 stand in both folders: the same texts, told of by two paths, of which the first counts
    assert report.articles == 20
    assert export(tmp_path / "steps") == export(tmp_path / "at_once")
    twice = [row for row in rows(tmp_path / "steps", "articles") if len(row["sightings"]) == 2]
    assert len(twice) == 4


def test_the_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    folders = [write_articles(tmp_path / f"n{i}", range(i * 3, i * 3 + 5)) for i in range(4)]
    quick(folders, tmp_path / "forward")
    random.Random(7).shuffle(folders)
    for folder in folders:
        quick(folder, tmp_path / "shuffled", batch=3)
    assert export(tmp_path / "forward") == export(tmp_path / "shuffled")


def test_workers_and_batches_do_not_matter(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "here", batch=5)
    quick(news, tmp_path / "cores", workers=2, engine="cores", batch=1)
    assert export(tmp_path / "here") == export(tmp_path / "cores")


def test_a_later_sighting_with_a_day_dates_the_article(tmp_path: Path) -> None:
    bare = write_articles(tmp_path / "bare", [1])
    told = tmp_path / "told.jsonl"
    told.write_text(json.dumps({"text": text_of(1), "date": "2021-05-03", "source": "The Lantern"}) + "\n", "utf-8")
    quick(bare, tmp_path / "r")
    assert rows(tmp_path / "r", "articles")[0]["published"] is None
    report = quick(told, tmp_path / "r")
    assert (report.articles, report.read) == (1, 1)
    (article,) = rows(tmp_path / "r", "articles")
    assert article["published"]["earliest"] == "2021-05-03"
    assert [Path(one["path"]).name for one in article["sightings"]] == ["0001.txt", "told.jsonl#1"]
    quick([bare, told], tmp_path / "at_once")
    assert export(tmp_path / "r") == export(tmp_path / "at_once")


def test_a_given_date_re_reads_and_taking_it_back_restores(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    bare = export(tmp_path / "r")
    assert quick(news, tmp_path / "r", options=Options(date="2020-02-02")).read == 12
    assert {row["published"]["earliest"] for row in rows(tmp_path / "r", "articles")} == {"2020-02-02"}
    quick(news, tmp_path / "r")
    assert export(tmp_path / "r") == bare


def test_a_given_date_yields_to_what_another_input_tells(tmp_path: Path) -> None:
    bare, told = write_articles(tmp_path / "bare", [1]), tmp_path / "told.jsonl"
    told.write_text(json.dumps({"text": text_of(1), "date": "2021-09-05"}) + "\n", "utf-8")
    quick([bare, told], tmp_path / "r", options=Options((), "2020-01-01"))
    (article,) = rows(tmp_path / "r", "articles")
    assert len(article["sightings"]) == 2
    assert (article["published"]["earliest"], article["published"]["basis"]) == ("2021-09-05", "metadata:date")


def test_a_changed_file_takes_the_place_of_its_old_text(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    old = {row["id"] for row in rows(tmp_path / "r", "articles")}
    (news / "0004.txt").write_text(text_of(99), "utf-8")
    report = quick(news, tmp_path / "r")
    assert (report.articles, report.read) == (12, 1)
    new = {row["id"] for row in rows(tmp_path / "r", "articles")}
    assert len(old - new) == len(new - old) == 1
    quick(news, tmp_path / "fresh")
    assert export(tmp_path / "r") == export(tmp_path / "fresh")
    assert not api.open(tmp_path / "r").verify().faults


def test_files_that_went_away_stay_in_the_record(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    for path in sorted(news.iterdir())[:6]:
        path.unlink()
    assert quick(news, tmp_path / "r").articles == 12
    assert export(tmp_path / "r") == before


def test_skipped_input_is_told_with_its_reason(news: Path, tmp_path: Path) -> None:
    (news / "empty.txt").write_bytes(b"")
    (news / "photo.png").write_bytes(b"\x89PNG\r\n")
    (news / "some.jsonl").write_text('{"text": "Short but there.", "title": "T"}\nnot json\n', "utf-8")
    report = quick(news, tmp_path / "r")
    assert report.articles == 13
    assert [Path(one.input).name for one in report.skipped] == ["empty.txt", "photo.png", "some.jsonl#2"]
    assert [Path(row["input"]).name for row in rows(tmp_path / "r", "skipped")] == ["empty.txt", "photo.png", "some.jsonl#2"]
    (news / "empty.txt").write_text(text_of(50), "utf-8")
    assert [Path(one.input).name for one in quick(news, tmp_path / "r").skipped] == ["photo.png", "some.jsonl#2"]


def test_a_second_build_on_one_record_is_refused(news: Path, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    with locked(tmp_path / "r" / "lock"), pytest.raises(Busy, match="another build is at work"):
        quick(news, tmp_path / "r")
    assert quick(news, tmp_path / "r").articles == 12


class Choking(Plain):
    """A reader that fails on one article."""

    def load(self):
        from dataclasses import replace

        backends = super().load()
        return replace(backends, tagger=ChokingTagger())


class ChokingTagger:
    name = "plain/1"

    def tag(self, text, blocks, parse):
        if "day 3" in text:
            raise RecursionError("too deep")
        return []


def test_an_article_that_cannot_be_read_is_told_once_and_the_rest_goes_on(news: Path, tmp_path: Path) -> None:
    report = quick(news, tmp_path / "r", models=Choking())
    assert (report.articles, report.read, report.reused) == (11, 11, 0)
    (failed,) = report.failed
    assert failed.reason == "could not be read: RecursionError: too deep"
    assert failed.input.endswith("0003.txt")
    assert [row["reason"] for row in rows(tmp_path / "r", "skipped")] == ["could not be read: RecursionError: too deep"]
    again = quick(news, tmp_path / "r", models=Choking())
    assert (again.read, again.reused, len(again.failed)) == (0, 11, 1)
    assert quick(news, tmp_path / "r", models=Plain()).read >= 0


def test_a_new_version_of_the_reader_reads_everything_anew_without_the_files(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")

    class Newer(Plain):
        def names(self) -> dict[str, str]:
            return {**super().names(), "reader": "plain/2"}

    extra = write_articles(tmp_path / "extra", [40])
    report = quick(extra, tmp_path / "r", models=Newer())
    assert (report.articles, report.read) == (13, 13)


def test_readers_see_the_last_finished_build_while_another_runs(news: Path, tmp_path: Path, monkeypatch) -> None:
    from onrecord.flow import build as building
    from onrecord.flow import publishing

    quick(news, tmp_path / "r")
    before, seen = export(tmp_path / "r"), []
    write_articles(news, range(12, 20))

    def look(stage: str) -> None:
        if stage in ("reading written", "linked", "published"):
            with api.open(tmp_path / "r") as opened:
                assert opened.state.startswith("12 articles")
            seen.append(export(tmp_path / "r") == before)

    for module in (building, publishing):
        monkeypatch.setattr(module, "reached", look)
    quick(news, tmp_path / "r")
    assert seen
    assert all(seen)
    with api.open(tmp_path / "r") as opened:
        assert opened.state.startswith("20 articles")
    assert export(tmp_path / "r") != before


def test_an_index_that_is_missing_or_damaged_is_made_anew(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    before, index = export(tmp_path / "r"), tmp_path / "r" / "index.sqlite"
    index.unlink()
    assert export(tmp_path / "r") == before
    index.write_bytes(b"not a database" * 500)
    assert export(tmp_path / "r") == before
    with sqlite3.connect(index) as db:
        db.execute("PRAGMA user_version = 99")
    assert export(tmp_path / "r") == before
    index.unlink()
    assert quick(news, tmp_path / "r").read == 0
    assert export(tmp_path / "r") == before


def test_plan_takes_processes_only_for_enough_articles() -> None:
    plan = Plan(Plain(), workers=4, batch=10)
    assert type(plan.engine_for(20)).__name__ == "Here"
    assert type(plan.engine_for(21)).__name__ == "Cores"


def test_two_people_can_read_a_record_while_a_build_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news, record = write_articles(tmp_path / "news", range(8)), tmp_path / "r"
    quick(news, record)
    write_articles(news, range(8, 16))
    seen: list[tuple[str, list[int]]] = []

    def reached(stage: str) -> None:
        with api.open(record) as newcomer:
            told = [len(list(reader.said())) for reader in (stayed, newcomer)]
        seen.append((stage, told))

    for module in (build_module, gathering, publishing):
        monkeypatch.setattr(module, "reached", reached)
    with api.open(record) as stayed:
        quick(news, record)
    counts = dict(seen)
    assert {"all gathered", "reading written", "linked", "published", "indexed", "cleared"} <= counts.keys()
    assert all(told in ([16, 16], [32, 32]) for told in counts.values())
    assert counts["linked"] == [16, 16]
    assert counts["cleared"] == [32, 32]


def test_the_entries_of_a_live_blog_keep_their_own_days_through_a_build(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    said = [
        "The mayor of Lodwar said that the northern bridge was closed on Monday, and nobody knew why.",
        "Farmers told the court on Monday of a ferry that had sunk below the old harbour wall at night.",
        "An engineer denied that rust was found on Monday in any of the pillars she had looked at herself.",
        "Her brother sold his cattle on Monday because no road led from the valley to its only market.",
        "Two schools stayed shut on Monday while teachers waited for a boat that was promised to them.",
        "The governor flew home on Monday without a word to those who had stood in the rain for him.",
    ]
    days = (3, 4, 5, 11, 12, 13)
    blog = "\n\n".join(f"{day} May 2021 10.32 BST\n\n{words}" for day, words in zip(days, said, strict=True))
    (news / "a.txt").write_text(blog)
    days = (11, 12, 18, 19, 25, 26)
    tagged = [
        f"<time datetime='2021-05-{day}T10:32:00Z'>10:32</time><p>{words}</p>" for day, words in zip(days, said, strict=True)
    ]
    body = "".join(tagged).replace("Monday", "Monday evening")
    (news / "b.html").write_text(f"<html><body><article><h1>The bridge, live</h1>{body}</article></body></html>")
    quick(news, tmp_path / "r")
    one, two = sorted(rows(tmp_path / "r", "articles"), key=lambda row: row["path"])
    mondays = [row for row in rows(tmp_path / "r", "times") if "Monday" in row["text"]]
    assert [row["earliest"][-2:] for row in mondays if row["article"] == one["id"]] == ["03", "03", "03", "10", "10", "10"]
    assert [row["earliest"][-2:] for row in mondays if row["article"] == two["id"]] == ["10", "10", "17", "17", "24", "24"]
    assert one["published"] is None

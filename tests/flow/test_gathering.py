import json
from pathlib import Path

import pytest

from onrecord.flow import gathering
from onrecord.gather.inputs import Options
from onrecord.records import Found, Sighting, Skipped, Told
from tests.fakes import export, quick, rows, text_of, write_articles


def test_a_file_is_loaded_once_while_its_bytes_and_options_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news, loaded = write_articles(tmp_path / "news", range(4)), []
    real = gathering.load

    def load(source, options):
        loaded.append(Path(source.path).name)
        return real(source, options)

    monkeypatch.setattr(gathering, "load", load)
    quick(news, tmp_path / "r")
    assert loaded == ["0000.txt", "0001.txt", "0002.txt", "0003.txt"]
    loaded.clear()
    quick(news, tmp_path / "r")
    assert loaded == []
    (news / "0002.txt").write_text(text_of(2) + "More.", "utf-8")
    quick(news, tmp_path / "r")
    assert loaded == ["0002.txt"]
    loaded.clear()
    (news / "0001.txt.meta.json").write_text(json.dumps({"date": "2021-05-03"}), "utf-8")
    quick(news, tmp_path / "r")
    assert loaded == ["0001.txt"]
    loaded.clear()
    quick(news, tmp_path / "r", options=Options(date="2020-01-01"))
    assert len(loaded) == 4


def test_many_rows_go_into_several_shards_and_a_file_broken_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text("".join(json.dumps({"text": text_of(n)}) + "\n" for n in range(20)), "utf-8")
    quick(lines, tmp_path / "at_once")
    monkeypatch.setattr(gathering, "ROWS", 3)
    real = gathering.load

    def broken(source, options):
        for n, item in enumerate(real(source, options)):
            if n == 11:
                raise KeyboardInterrupt
            yield item

    monkeypatch.setattr(gathering, "load", broken)
    with pytest.raises(KeyboardInterrupt):
        quick(lines, tmp_path / "r")
    assert len(list((tmp_path / "r" / "found").iterdir())) == 3
    monkeypatch.setattr(gathering, "load", real)
    quick(lines, tmp_path / "r")
    assert len(list((tmp_path / "r" / "found").iterdir())) == 7
    assert export(tmp_path / "r") == export(tmp_path / "at_once")


def test_half_a_surrogate_pair_is_skipped_in_a_text_and_escaped_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def odd(source, options):
        yield Found("half a pair \ud800 here", Sighting("one\udc80"))
        yield Found(text_of(1), Sighting("two\udc80"), Told(title="\ud800", authors=("A\ud800",)), warnings=("\udfff",))
        yield Skipped("three\udc80", "why \ud800")

    monkeypatch.setattr(gathering, "load", odd)
    report = quick(write_articles(tmp_path / "news", [1]), tmp_path / "r")
    assert [(one.input, one.reason) for one in report.skipped] == [
        ("one\\udc80", "holds half a surrogate pair, which no text can"),
        ("three\\udc80", "why \\ud800"),
    ]
    (article,) = rows(tmp_path / "r", "articles")
    assert (article["path"], article["authors"]) == ("two\\udc80", ["A\\ud800"])


def test_a_file_given_twice_counts_once(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", range(3))
    quick([news, news / "0001.txt", news], tmp_path / "r")
    assert [len(row["sightings"]) for row in rows(tmp_path / "r", "articles")] == [1, 1, 1]


def test_a_file_that_changed_back_is_as_it_was(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", range(3))
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    for text in (text_of(77), text_of(1)):
        (news / "0001.txt").write_text(text, "utf-8", newline="")
        quick(news, tmp_path / "r")
    assert export(tmp_path / "r") == before


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", range(2))
    report = quick([news, tmp_path / "nowhere"], tmp_path / "r")
    assert report.articles == 2
    (skipped,) = report.skipped
    assert skipped.input.endswith("nowhere")

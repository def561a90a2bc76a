"""The sample's hand-made facts stand in its files: every quoted string occurs, and the files are as dirty as they should be."""

import html
import json
import re
from pathlib import Path

import pytest

from onrecord import sample

FACTS = json.loads((Path(__file__).parent / "sample_facts.json").read_text("utf-8"))


def text_of(file: str, record: int | None = None) -> str:
    text = (sample.path() / file).read_bytes().decode("windows-1252" if file.startswith("06") else "utf-8")
    if file.endswith(".html"):
        text = re.sub(r"<(script|style|head)\b.*?</\1>", "", text, flags=re.DOTALL)
        return html.unescape(re.sub(r"<[^>]+>", "", text))
    if file.endswith(".jsonl"):
        texts = [json.loads(line)["text"] for line in text.splitlines()]
        return "\n".join(texts) if record is None else texts[record]
    return text


def quoted(facts):
    if isinstance(facts, dict):
        if "file" in facts and "content_text" in facts:
            yield facts["file"], facts["content_text"]
        for value in facts.values():
            yield from quoted(value)
    elif isinstance(facts, list):
        for value in facts:
            yield from quoted(value)


@pytest.mark.parametrize("fact", FACTS["articles"], ids=lambda fact: f"{fact['file']}#{fact['record']}")
def test_every_string_of_an_article_occurs(fact):
    text = text_of(fact["file"], fact["record"])
    said = [each[key] for each in fact["attributions"] for key in ("source_text", "cue_text", "content_text")]
    title = [fact["title"]] if fact["record"] is None else []
    assert [string for string in (*title, *said, *fact["not_body"]) if string not in text] == []


def test_every_string_of_a_dispute_occurs():
    between = {key: value for key, value in FACTS.items() if key != "articles"}
    assert [(file, string) for file, string in quoted(between) if string not in text_of(file)] == []


def test_people_stand_with_their_full_names():
    everything = "\n".join(text_of(path.name) for path in sorted(sample.path().iterdir()))
    assert [person["name"] for person in FACTS["people"] if person["name"] not in everything] == []


def test_the_files_keep_their_bytes():
    crlf = (sample.path() / "05-league-briefing.txt").read_bytes()
    assert crlf.count(b"\n") == crlf.count(b"\r\n") > 0
    with pytest.raises(UnicodeDecodeError):
        (sample.path() / "06-border-fence.txt").read_bytes().decode("utf-8")
    assert text_of("14-wire.jsonl", 0) == text_of("14-wire.jsonl", 1)
    assert len(list(sample.path().iterdir())) == FACTS["counts"]["files"]

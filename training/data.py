"""PolNeAR (brat stand-off) as words and labels."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.backends.onnx import solid_words
from onrecord.backends.reader_decode import runs
from onrecord.backends.reader_input import Span, Words, split_words

ROLES = ("source", "cue", "content")
FLAT = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution: per role the words of its pieces, [first, after the last)."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article, its words, and one list of attributions an annotator."""

    name: str
    text: str
    words: Words
    readings: tuple[tuple[Attribution, ...], ...]


def paragraphs_of(text: str) -> list[Span]:
    """Find the lines that hold something."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def load(root: Path, split: str, tokenizer: Any) -> list[Article]:
    """Read a split in the order of its file names, annotators in the order of theirs."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((root / split / "attributions").glob("*.ann")):
        found[path.stem.rsplit("_", 1)[0]].append(path)
    articles = []
    for name, paths in sorted(found.items()):
        text = _read(root / split / "text" / f"{name}.txt")
        words = split_words(text, paragraphs_of(text), tokenizer)
        readings = tuple(tuple(_on_words(a, text, words) for a in parse(_read(path))) for path in paths)
        articles.append(Article(name, text, words, readings))
    return articles


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def parse(annotation: str) -> list[dict[str, list[Span]]]:
    """Read brat stand-off into attributions of character spans."""
    spans: dict[str, list[Span]] = {}
    events: list[str] = []
    for line in annotation.split("\n"):
        fields = line.split("\t")
        if len(fields) < 2:
            continue
        if line[0] == "T":
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(low), int(high)) for low, high in (piece.split() for piece in pieces)]
        elif line[0] == "E":
            events.append(fields[1])
    found = []
    for event in events:
        roles: dict[str, list[Span]] = {role: [] for role in ROLES}
        for part in event.split():
            name, target = part.split(":")
            role = re.sub(r"\d+$", "", name).lower()
            if role in roles and target in spans:
                roles[role] += spans[target]
        if roles["content"] and roles["cue"]:
            found.append(roles)
    return found


def _on_words(roles: dict[str, list[Span]], text: str, words: Words) -> Attribution:
    middle = (words.starts + words.ends) / 2
    word = solid_words(text, words)

    def lay(spans: list[Span]) -> tuple[Span, ...]:
        inside = np.zeros(len(words), dtype=bool)
        for low, high in spans:
            inside |= (middle >= low) & (middle < high)
        return join(runs(inside), word)

    return Attribution(*(lay(roles[role]) for role in ROLES))


def join(pieces: list[Span], word: np.ndarray[Any, Any]) -> tuple[Span, ...]:
    """Join pieces parted by punctuation only: annotators cut there or not, as it comes."""
    joined: list[Span] = []
    for low, high in pieces:
        if joined and not word[joined[-1][1] : low].any():
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return tuple(joined)

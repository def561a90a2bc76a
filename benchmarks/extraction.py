"""Extraction: the article's text from 95 news pages, drawn by markup and from tags-stripped lines; F1 of 4-word shingles.

    python -m benchmarks.extraction [--worst N]

The figure is that of the article-extraction-benchmark: shingles of four words, precision and recall averaged over pages, F1 of
the two. ``drawn`` is the text taken from the page, ``body`` its blocks with the role body or standfirst, ``stripped`` the same
blocks when all the page gives is its text without tags, one line a block of the page. ``doubted`` tells on how many pages the
second extractor's disagreement is a warning: of those drawn badly, fairly and well.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping
from statistics import mean
from typing import Any

from benchmarks.common import shared
from onrecord.clean.blocks import mark
from onrecord.gather.alignment import align, page_text
from onrecord.gather.html import page
from onrecord.gather.second import WARNING
from onrecord.records import Found, Role, Sighting, Skipped

_WORD = re.compile(r"\w+")
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|button|caption|center|d[dlt]|details|dialog|div|fieldset|fig(caption|ure)|footer|form|h[1-6r]"
    r"|header|label|legend|li|main|nav|[ou]l|option|p|pre|section|select|summary|t(able|body|d|foot|h|head|itle|r)"
)
_UNSEEN = re.compile(r"head|script|style|noscript|template|svg|iframe|object|textarea")


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Count a text's runs of words."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)) if words)


def compare(wanted: str, got: str) -> tuple[float, float]:
    """Give precision and recall of a text's shingles."""
    right, found = shingles(wanted), shingles(got)
    common = sum((right & found).values())
    if right == found:
        return 1.0, 1.0
    return (common / found.total() if found else 0.0), (common / right.total() if right else 0.0)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(gold: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """Average over pages and give F1 of the averages, as one line."""
    pairs = [compare(wanted, texts[key]) for key, wanted in gold.items()]
    precision, recall = mean(p for (p, _), key in zip(pairs, gold, strict=True) if texts[key]), mean(r for _, r in pairs)
    return f"F1 {f1(precision, recall):.3f}  precision {precision:.3f}  recall {recall:.3f}"


def body(found: Found) -> str:
    """Join an article's body and standfirst."""
    kept = [block for block in mark(found) if block.role in (Role.BODY, Role.STANDFIRST)]
    return "\n".join(found.text[block.start : block.end] for block in kept)


def stripped(markup: bytes) -> str:
    """Take a page's text without tags, one line a block."""
    import lxml.html

    parts: list[str] = []
    _strip(lxml.html.document_fromstring(markup.decode("utf-8", "replace")), parts)
    return re.sub(r"\s*\n\s*", "\n", "".join(parts)).strip()


def _strip(tag: Any, parts: list[str]) -> None:
    if not isinstance(tag.tag, str) or _UNSEEN.fullmatch(tag.tag):
        return
    edge = "\n" if _BLOCKS.fullmatch(tag.tag) else ""
    parts += [edge, re.sub(r"\s+", " ", tag.text or "")]
    for child in tag:
        _strip(child, parts)
        parts.append(re.sub(r"\s+", " ", child.tail or ""))
    parts.append(edge)


def aligned(pages: Mapping[str, bytes], found: Mapping[str, Found | Skipped]) -> float:
    """Give the share of all drawn characters whose line or sentence stands in its page's text."""
    import lxml.html

    whole = kept = 0
    for key, item in found.items():
        if isinstance(item, Found):
            lines = align(item.text, page_text(lxml.html.document_fromstring(pages[key].decode("utf-8", "replace"))))
            whole += sum(line.end - line.start for line in lines)
            kept += sum(line.end - line.start for line in lines if line.page_start is not None)
    return kept / whole


def doubted(scores: Mapping[str, float], found: Mapping[str, Found | Skipped]) -> str:
    """Say on how many pages drawn badly, fairly and well there is a warning that the second extractor disagrees."""
    told = {key for key, item in found.items() if isinstance(item, Found) and any(w.startswith(WARNING) for w in item.warnings)}
    parts = []
    for name, low, high in (("below .90", 0.0, 0.9), (".90 to .97", 0.9, 0.97), ("from .97", 0.97, 1.1)):
        keys = {key for key, value in scores.items() if low <= value < high}
        parts.append(f"{len(told & keys)} of {len(keys)} pages {name}")
    return ", ".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.extraction")
    parser.add_argument("--worst", type=int, default=0, help="list so many of the pages with the least right in body")
    options = parser.parse_args()
    folder = shared() / "data" / "extraction"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    gold = {key: entry["articleBody"] for key, entry in truth.items()}
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in gold}
    found = {key: page(data, Sighting(key)) for key, data in pages.items()}
    drawn = {key: item.text if isinstance(item, Found) else "" for key, item in found.items()}
    bodies = {key: body(item) if isinstance(item, Found) else "" for key, item in found.items()}
    alone = {key: body(Found(stripped(data), Sighting(key))) for key, data in pages.items()}
    for name, texts in (("drawn", drawn), ("body", bodies), ("stripped", alone)):
        print(f"{name:<10}{score(gold, texts)}")
    print(f"aligned   {aligned(pages, found):.4f} of the drawn characters stand in the page's text")
    print(f"doubted   {doubted({key: f1(*compare(gold[key], bodies[key])) for key in gold}, found)}")
    for key in sorted(gold, key=lambda key: min(compare(gold[key], bodies[key])))[: options.worst]:
        precision, recall = compare(gold[key], bodies[key])
        print(f"{precision:.2f} {recall:.2f} {key[:8]} {truth[key]['url']}")


if __name__ == "__main__":
    main()

"""Speed: words a second on one core by stage, beside bare spaCy's full pipeline in the same run.

    python -m benchmarks.speed [ARTICLES] [full|fast]

Bars: fast .7 of bare spaCy, full .33.
"""

from __future__ import annotations

import functools
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.common import articles
from onrecord import api
from onrecord.backends.spacy import MODEL
from onrecord.flow import publishing, reading
from onrecord.store import index, shards

STAGES = ("mark", "identify", "find_chains", "find_times", "judge_acts", "name_speakers", "find_settings", "split_parts", "nest")


def main(count: int = 84, profile: str = "full") -> None:
    """Measure on the first articles of the sample; the two runs take turns, the better of two counts."""
    import spacy

    texts = articles(count)
    words = sum(len(text["text"].split()) for text in texts)
    nlp = spacy.load(MODEL)
    api.installed(profile).load().parser.parse("Warm up.", [])
    bare, whole, stages = [], [], Counter[str]()
    for _ in range(2):
        bare.append(timed(lambda: [len(doc) for doc in nlp.pipe((text["text"] for text in texts), batch_size=32)]))
        seen, seconds = end_to_end(texts, profile)
        if not whole or seconds < min(whole):
            stages = seen
        whole.append(seconds)
    print(f"{count} articles, {words:,} words; single core, better of two turns; load {os.getloadavg()[0]:.1f}")
    print(f"bare spaCy          {words / min(bare):8,.0f} words/s")
    print(
        f"onrecord end to end {words / min(whole):8,.0f} words/s = {min(bare) / min(whole):.2f} of bare spaCy, profile {profile}"
    )
    for stage, seconds in stages.most_common():
        print(f"  {stage:<16} {seconds:7.2f} s  {100 * seconds / min(whole):5.1f} %")


def end_to_end(texts: list[dict[str, Any]], profile: str) -> tuple[Counter[str], float]:
    """Build a record of the texts, models loaded already, with the time of each stage."""
    seen: Counter[str] = Counter()
    backends = api.installed(profile).load()
    places = [(reading, name) for name in STAGES] + [(backends.parser, "parse"), (backends.tagger, "tag")]
    places += [(publishing, "link"), (index, "fill"), (shards, "write")]
    kept = [(place, name, getattr(place, name)) for place, name in places]
    with TemporaryDirectory() as folder:
        source = Path(folder, "news.jsonl")
        source.write_text("".join(json.dumps(text) + "\n" for text in texts), "utf-8")
        for place, name, function in kept:
            setattr(place, name, counting(function, name, seen))
        try:
            seconds = timed(lambda: api.build(source, Path(folder, "record"), profile=profile))
        finally:
            for place, name, function in kept:
                setattr(place, name, function)
    seen["the rest"] = max(0.0, seconds - sum(seen.values()))
    return seen, seconds


def counting(function: Callable[..., Any], name: str, seen: Counter[str]) -> Callable[..., Any]:
    """Add up the time a function takes."""

    @functools.wraps(function)
    def counted(*args: Any, **kwargs: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            seen[name] += time.perf_counter() - start

    return counted


def timed(run: Callable[[], Any]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:3])

"""Kills: 300 articles, a build killed 20 times at random moments, against an undisturbed one, byte for byte."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.common import articles
from onrecord import api
from onrecord.flow import models

ARTICLES, KILLS, SEED = 300, 20, 20210503
READERS = {"installed": models.Installed(), "plain": models.Plain()}
BUILD = """
import sys
from benchmarks.kills import READERS, api
api.build(sys.argv[1], sys.argv[2], workers=int(sys.argv[3]), models=READERS[sys.argv[4]])
"""


def main(reader: str = "installed", workers: int = 2) -> None:
    """Build, kill and compare; the reader may be ``plain``, which needs no model, for a quick look."""
    with TemporaryDirectory() as folder:
        news, killed, whole = Path(folder, "news.jsonl"), Path(folder, "killed"), Path(folder, "whole")
        with news.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(article) + "\n" for article in articles(ARTICLES))
        started = time.monotonic()
        api.build(news, whole, workers=workers, models=READERS[reader])
        seconds = time.monotonic() - started
        dealt = deal(news, killed, seconds, [str(workers), reader])
        report = api.build(news, killed, models=READERS[reader])
        same = exported(whole) == exported(killed)
        with api.open(killed) as record:
            faults = record.verify().faults
        left = [path.name for path in killed.rglob("*.tmp")]
        print(f"{report.articles} articles, reader {report.reader}; undisturbed {seconds:.0f} s; {len(dealt)} kills")
        print(f"read by the last build: {report.read}")
        print("killed after (s), articles then read:", ", ".join(f"{after:.1f}: {read}" for after, read in dealt))
        print(f"export {'equal byte for byte' if same else 'DIFFERS'}; {len(faults)} faults; {len(left)} files left over")
        sys.exit(0 if same and not faults and not left else 1)


def deal(news: Path, record: Path, seconds: float, how: list[str]) -> list[tuple[float, int]]:
    """Kill a build KILLS times; the moments are drawn so that a build gets some way in each life."""
    moments, dealt = random.Random(SEED), []
    while len(dealt) < KILLS:
        after = moments.uniform(0.5, 4 + 1.5 * seconds / KILLS)
        build = subprocess.Popen([sys.executable, "-c", BUILD, str(news), str(record), *how])
        try:
            build.wait(after)
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGKILL)
        build.wait()
        dealt.append((after, read_so_far(record)))
    return dealt


def read_so_far(record: Path) -> int:
    """Count the articles in whole shards of readings."""
    labels = record.glob("readings/*[!p]/shard.json")
    return sum(json.loads(label.read_text())["tables"]["articles"]["rows"] for label in labels)


def exported(record: Path) -> dict[str, bytes]:
    """Give the bytes of a record's export."""
    out = record.with_name(record.name + ".export")
    with api.open(record) as opened:
        opened.export("jsonl", out)
    return {path.name: path.read_bytes() for path in out.iterdir()}


if __name__ == "__main__":
    main(*sys.argv[1:])

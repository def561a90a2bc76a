"""Kills: 300 articles, a build killed 20 times at random moments, against an undisturbed one, byte for byte."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.common import articles
from onrecord import api
from onrecord.flow import models
from onrecord.flow.build import build
from onrecord.flow.plan import Plan

ARTICLES, KILLS, SEED, BATCH = 300, 20, 20210503, 8
READERS = {"installed": models.Installed(), "plain": models.Plain()}


def main(reader: str = "installed", workers: int = 2) -> None:
    """Build, kill and compare; the reader may be ``plain``, which needs no model, for a quick look."""
    with TemporaryDirectory() as folder:
        news, killed, whole = Path(folder, "news.jsonl"), Path(folder, "killed"), Path(folder, "whole")
        with news.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(article) + "\n" for article in articles(ARTICLES))
        started = time.monotonic()
        api.build(news, whole, models=READERS[reader])
        seconds = time.monotonic() - started
        dealt = deal(news, killed, [reader, str(workers)])
        report = api.build(news, killed, models=READERS[reader])
        same = exported(whole) == exported(killed)
        with api.open(killed) as record:
            faults = record.verify().faults
        left = [path.name for path in killed.rglob("*.tmp")]
        print(f"{report.articles} articles, reader {report.reader}; undisturbed {seconds:.0f} s; {len(dealt)} kills")
        print(f"articles read when killed: {', '.join(map(str, dealt))}; read by the last build: {report.read}")
        print(f"export {'equal byte for byte' if same else 'DIFFERS'}; {len(faults)} faults; {len(left)} files left over")
        sys.exit(0 if same and not faults and not left else 1)


def deal(news: Path, record: Path, how: list[str]) -> list[int]:
    """Kill a build KILLS times, each a random time after a random number of steps, so that each gets some way."""
    drawn, dealt = random.Random(SEED), []
    while len(dealt) < KILLS:
        moment = [str(drawn.randint(1, 4)), str(drawn.uniform(0, 1.0))]
        ended = subprocess.run(
            [sys.executable, "-m", "benchmarks.kills", "die", str(news), str(record), *how, *moment], check=False
        )
        if ended.returncode != -signal.SIGKILL:
            sys.exit(f"a build was to be killed and ended with {ended.returncode}")
        dealt.append(read_so_far(record))
    return dealt


def die(news: str, record: str, reader: str, workers: str, steps: str, seconds: str) -> None:
    """Build until a number of steps were told, and be killed some time after."""
    left = [int(steps)]

    def tell(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            timer = threading.Timer(float(seconds), os.kill, (os.getpid(), signal.SIGKILL))
            timer.daemon = True
            timer.start()

    build([news], Path(record), Plan(READERS[reader], workers=int(workers), batch=BATCH, progress=tell))
    os.kill(os.getpid(), signal.SIGKILL)  # done before its time: killed at the very end


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
    if sys.argv[1:2] == ["die"]:
        die(*sys.argv[2:])
    else:
        main(*sys.argv[1:])

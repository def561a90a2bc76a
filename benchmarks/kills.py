"""Kills: builds killed (kill -9) at random moments and started again, against an undisturbed one, byte for byte.

    python -m benchmarks.kills [full|fast|plain] [ARTICLES] [KILLS] [WORKERS]

A build that comes to its end before it is killed is compared, and another begun, until there were so many kills. ``plain`` is a
reader that needs no model, for a quick look.
"""

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

SEED, BATCH = 20210503, 8
READERS = {"full": models.Installed(), "fast": models.Installed(rules=True), "plain": models.Plain()}


def main(reader: str = "full", count: int = 300, kills: int = 20, workers: int = 2) -> None:
    """Build, kill and compare; ends with an error where anything was lost, doubled or left over."""
    with TemporaryDirectory() as folder:
        news, whole = Path(folder, "news.jsonl"), Path(folder, "whole")
        with news.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(article) + "\n" for article in articles(count))
        started = time.monotonic()
        report = api.build(news, whole, models=READERS[reader])
        print(f"{report.articles} articles, reader {report.reader}; undisturbed {time.monotonic() - started:.0f} s", flush=True)
        drawn, dealt, sound, built = random.Random(SEED), 0, True, 0
        while dealt < kills:
            built += 1
            killed = Path(folder, f"killed{built}")
            read = deal(news, killed, [reader, str(workers)], drawn, kills - dealt)
            dealt += len(read)
            sound &= told(news, whole, killed, reader, read)
        print(f"{dealt} kills in {built} builds: {'nothing lost, nothing doubled' if sound else 'NOT SOUND'}")
        sys.exit(0 if sound else 1)


def told(news: Path, whole: Path, killed: Path, reader: str, read: list[int]) -> bool:
    """End a build that was killed, hold it against the undisturbed one, and say how it compares."""
    report = api.build(news, killed, models=READERS[reader])
    same = exported(whole) == exported(killed)
    with api.open(killed) as record:
        faults = record.verify().faults
    left = [path.name for path in killed.rglob("*.tmp")]
    print(f"{len(read)} kills, articles read by then: {', '.join(map(str, read))}; by the last build {report.read}; ", end="")
    print(f"export {'equal byte for byte' if same else 'DIFFERS'}; {len(faults)} faults; {len(left)} files left over", flush=True)
    return same and not faults and not left


def deal(news: Path, record: Path, how: list[str], drawn: random.Random, most: int) -> list[int]:
    """Kill a build, a random time after a random number of steps, and start it again, until it comes to its end."""
    dealt: list[int] = []
    while len(dealt) < most:
        moment = [str(drawn.randint(1, 4)), str(drawn.uniform(0, 1.0))]
        ended = subprocess.run(
            [sys.executable, "-m", "benchmarks.kills", "die", str(news), str(record), *how, *moment], check=False
        )
        if ended.returncode == 0:
            break
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
        main(*sys.argv[1:2], *map(int, sys.argv[2:]))

"""Scale: the memory of a build of 300 articles beside one of 3,000, and of its workers (bar: below 1 GB, flat)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.common import articles

BUILD = """
import resource, sys, time
from onrecord import api
start = time.monotonic()
report = api.build(sys.argv[1], sys.argv[2], workers=int(sys.argv[3]))
own, workers = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(f"{report.articles} articles, {report.statements} statements in {time.monotonic() - start:.0f} s; "
      f"peak memory {own} MB, of the largest worker {workers} MB", flush=True)
"""


def main(small: int = 300, large: int = 3000, workers: int = 1) -> None:
    """Build in a process of its own each time, so that each has its own peak; more workers than one for theirs."""
    for count in (small, large):
        with TemporaryDirectory() as folder:
            news = Path(folder, "news.jsonl")
            with news.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(article) + "\n" for article in articles(count))
            subprocess.run([sys.executable, "-c", BUILD, str(news), str(Path(folder, "record")), str(workers)], check=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

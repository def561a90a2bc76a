"""How fast the desk answers and how large its pages are, on a record: ``python -m benchmarks.pages RECORD``.

Bars, on a record of 3,000 articles: desk, issue, person and article under 150 ms (median), search under 100 ms; pages under
300 kB, the picture of lanes under 40 kB. The first answer, which works out what later ones are given again, is told apart.
Processor time stands beside the clock's, for on a machine with other work the clock tells of that as well.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from onrecord.show.web.app import create

ROUNDS = 15
PAGE, LANES = 300_000, 40_000
SEARCHES = ("government", "war president", "school")


def paths(desk: TestClient) -> dict[str, tuple[str, ...]]:
    """Pick a few pages of each kind: the largest issues, those who speak most, long articles."""
    issues = [row["id"] for row in desk.get("/issues.json").json()[:3]]
    who = [row["id"] for row in desk.get("/who.json").json()[:40] if row["id"]][:3]
    articles = sorted(desk.get("/sources.json").json(), key=lambda row: -row["statements"])
    return {
        "desk": ("/",),
        "issues": ("/issues",),
        "issue": tuple(f"/issue/{id_}" for id_ in issues),
        "person": tuple(f"/who/{id_}" for id_ in who),
        "article": tuple(f"/a/{row['id']}" for row in articles[: len(articles) // 2 : max(1, len(articles) // 6)]),
        "search": tuple(f"/search?q={words}" for words in SEARCHES),
        "disputes": ("/disputes",),
        "who": ("/who",),
        "review": ("/review",),
    }


def measure(desk: TestClient, path: str) -> tuple[float, float, float, int, int]:
    """Give first, median and median processor milliseconds, and the bytes of the page and of its largest picture."""
    took, busy = [], []
    for _ in range(ROUNDS + 1):
        start, work = time.perf_counter(), time.process_time()
        answer = desk.get(path)
        took.append((time.perf_counter() - start) * 1000)
        busy.append((time.process_time() - work) * 1000)
        answer.raise_for_status()
    pictures = re.findall(r"<svg class=\"lanes\".*?</svg>", answer.text, re.DOTALL)
    return (
        took[0],
        median(took[1:]),
        median(busy[1:]),
        len(answer.content),
        max((len(one.encode()) for one in pictures), default=0),
    )


def main(record: Path) -> int:
    """Measure every kind of page; says 1 where one is over its bar."""
    over = 0
    print("| page | first ms | median ms | of it processor ms | kB | lanes kB |\n|---|---|---|---|---|---|")
    with TestClient(create(record), base_url="http://127.0.0.1") as desk:
        for name, some in paths(desk).items():
            told = [measure(desk, path) for path in some]
            first, middle, busy, size, lanes = (max(column) for column in zip(*told, strict=True))
            bar = 100 if name == "search" else 150
            over += middle > bar or size > PAGE or lanes > LANES
            print(f"| {name} | {first:.0f} | {middle:.0f} | {busy:.0f} | {size / 1000:.0f} | {lanes / 1000:.0f} |")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

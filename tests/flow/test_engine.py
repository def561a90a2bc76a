import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.flow.engine import TRIES, Cores, EngineError, Here, Lost, cores, engine
from onrecord.flow.reading import Backends
from tests.fakes import Plain, quick, rows, write_articles


def double(batch: Sequence[int]) -> list[int]:
    return [2 * item for item in batch]


@dataclass(frozen=True)
class Deadly:
    """Work that takes its process down on some items, always or only the first time."""

    folder: Path
    always: frozenset[int]
    once: frozenset[int] = frozenset()

    def __call__(self, batch: Sequence[int]) -> list[int]:
        for item in batch:
            met = self.folder / f"{item}-{os.getpid()}"
            if item in self.always or (item in self.once and not list(self.folder.glob(f"{item}-*"))):
                met.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return list(batch)


BATCHES = [[1, 2, 3], [4], [5, 6], [], [7, 8, 9, 10]]


def test_every_engine_gives_equal_results() -> None:
    expected = sorted(map(double, BATCHES))
    assert sorted(Here(1).run(double, BATCHES)) == expected
    assert sorted(Cores(2).run(double, BATCHES)) == expected


def test_an_item_that_kills_is_given_up_and_all_else_is_done(tmp_path: Path) -> None:
    results = list(Cores(2).run(Deadly(tmp_path, frozenset({2, 9})), BATCHES))
    lost = sorted(one.item for one in results if isinstance(one, Lost))
    done = sorted(item for one in results if not isinstance(one, Lost) for item in one)
    assert lost == [2, 9]
    assert done == [1, 3, 4, 5, 6, 7, 8, 10]
    assert all(f"died {TRIES} times" in one.reason for one in results if isinstance(one, Lost))


def test_a_process_killed_once_costs_nothing(tmp_path: Path) -> None:
    results = list(Cores(2).run(Deadly(tmp_path, frozenset(), frozenset({5})), BATCHES))
    assert sorted(item for one in results for item in one) == list(range(1, 11))
    assert list(tmp_path.iterdir())


def test_work_that_raises_is_raised() -> None:
    with pytest.raises(TypeError):
        list(Cores(1).run(double, [[None]]))


def test_engines_are_found_by_name() -> None:
    assert isinstance(engine("here", 1), Here)
    assert isinstance(engine("cores", 2), Cores)
    with pytest.raises(EngineError, match="no engine named 'moon'; there are: cores, here"):
        engine("moon", 1)
    assert 1 <= cores() <= 4


def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("from onrecord.flow.engine import Cores\nprint(list(Cores(2).run(len, [[1]])))\n", "utf-8")
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "under `if __name__ == '__main__':`" in ended.stderr


@dataclass(frozen=True)
class Telling(Plain):
    """Models that write down the process that loads them, and take it down at one article."""

    folder: Path
    poison: str = ""

    def load(self) -> Backends:
        (self.folder / str(os.getpid())).touch()
        backends = super().load()
        return Backends(backends.parser, _Deadly(self.poison)) if self.poison else backends


@dataclass(frozen=True)
class _Deadly:
    poison: str
    name: str = "plain/1"

    def tag(self, text, blocks, parse):
        if self.poison in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return []


def test_an_article_that_kills_its_worker_goes_to_the_errors_once(tmp_path: Path) -> None:
    news, told = write_articles(tmp_path / "news", range(2, 8)), tmp_path / "told"
    told.mkdir()
    models = Telling(told, poison="day 7,")
    report = quick(news, tmp_path / "r", models=models, workers=2, engine="cores", batch=2)
    assert report.articles == 5
    (failed,) = report.failed
    assert failed.input.endswith("0007.txt")
    assert "died" in failed.reason
    assert len([row for row in rows(tmp_path / "r", "skipped") if "died" in row["reason"]]) == 1
    assert quick(news, tmp_path / "r", models=models, workers=2, engine="cores").read == 0


def test_workers_do_not_outlive_a_build_that_is_killed(tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.mkdir()
    write_articles(tmp_path / "news", range(10))
    script = tmp_path / "script.py"
    script.write_text(
        f"""
import os, signal, sys
from pathlib import Path
sys.path[:0] = {[str(Path(__file__).parents[2])]!r}
from tests.fakes import quick
from tests.flow.test_engine import Telling
from onrecord.flow import build
def reached(stage):
    if stage == "reading written":
        os.kill(os.getpid(), signal.SIGKILL)
if __name__ == "__main__":
    build.reached = reached
    here = Path({str(tmp_path)!r})
    quick(here / "news", here / "r", models=Telling(here / "told"), workers=2, engine="cores", batch=1)
""",
        "utf-8",
    )
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    workers = [int(path.name) for path in told.iterdir()]
    assert workers
    assert all(gone(pid) for pid in workers)


INTERRUPTED = """
import os, signal, sys, time
sys.path[:0] = [{root!r}]
from pathlib import Path
from onrecord.flow.engine import Cores
from tests.flow.test_engine import Lingering
if __name__ == "__main__":
    # a shell that started this run in the background has told it to ignore Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)
    told = Path({told!r})
    try:
        list(Cores(2).run(Lingering(told), [[n] for n in range(4)]))
    except KeyboardInterrupt:
        sys.exit(130)
"""


@dataclass(frozen=True)
class Lingering:
    """Work that does not end by itself within a test's patience."""

    folder: Path

    def __call__(self, batch: Sequence[int]) -> Sequence[int]:
        (self.folder / str(os.getpid())).touch()
        time.sleep(120)
        return batch


@pytest.mark.parametrize("when", ["working", "starting"])
def test_ctrl_c_ends_the_workers_at_once_and_they_say_nothing(tmp_path: Path, when: str) -> None:
    told = tmp_path / "told"
    told.mkdir()
    script = tmp_path / "script.py"
    script.write_text(INTERRUPTED.format(root=str(Path(__file__).parents[2]), told=str(told)), "utf-8")
    # in a group of its own, as a terminal has it: Ctrl-C goes to the workers as well
    build = subprocess.Popen([sys.executable, str(script)], stderr=subprocess.PIPE, start_new_session=True)
    if when == "working":
        await_(lambda: any(told.iterdir()))
    else:
        await_(lambda: len(children(build.pid)) > 1)
    os.killpg(build.pid, signal.SIGINT)
    _, said = build.communicate(timeout=60)
    assert (build.returncode, said.decode()) == (130, "")
    assert all(gone(int(path.name)) for path in told.iterdir())


def children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def await_(true: Callable[[], bool]) -> None:
    for _ in range(6000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to that")


def gone(pid: int) -> bool:
    for _ in range(600):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").is_file() and ") Z " in Path(f"/proc/{pid}/stat").read_text():
            return True
        time.sleep(0.1)
    return False

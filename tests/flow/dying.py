"""Run as a script by tests: a build that is killed, as by the system, when it comes to a stage for the nth time."""

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from onrecord.flow import build, gathering, publishing
from onrecord.store import shards
from tests.fakes import quick


def main(news: str, record: str, stage: str, times: int, workers: int) -> None:
    left = [times]

    def reached(now: str) -> None:
        left[0] -= now == stage
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    build.reached = gathering.reached = publishing.reached = reached
    rename = os.rename

    def renamed(old: object, new: object) -> None:
        reached("half written")
        rename(old, new)

    shards.os.rename = renamed
    quick(Path(news), Path(record), workers=workers, engine="cores" if workers > 1 else "here")


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]), int(sys.argv[5]))

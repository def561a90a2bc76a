"""How much work a call does, counted in lines of given modules run: a measure that no other load on the machine changes."""

import sys
from collections.abc import Callable
from types import FrameType, ModuleType
from typing import Any


def lines_run(call: Callable[[], object], *modules: ModuleType) -> int:
    """Count the lines of the modules' own code that a call runs, each pass through a loop or comprehension anew."""
    files, count = {module.__file__ for module in modules}, 0

    def local(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(lambda frame, *_: local if frame.f_code.co_filename in files else None)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_as_its_input(run: Callable[[int], Callable[[], object]], size: int, *modules: ModuleType) -> bool:
    """Say whether four times the input costs no more than five times the work; a square would cost sixteen times as much."""
    return lines_run(run(4 * size), *modules) <= 5 * lines_run(run(size), *modules)

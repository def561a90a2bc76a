"""Engines: how work on batches is run. One method; results come in whatever order they are ready.

An engine is a plug-in: a class under the entry-point group ``onrecord.engines``, made with the number of workers.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import entry_points
from multiprocessing.connection import Connection
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
GROUP = "onrecord.engines"
TRIES = 2
"""How often an item that took its worker down is tried alone before it is given up."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An item that took its worker down each time it was tried."""

    item: Any
    reason: str


class Engine(Protocol):
    """Runs work on batches."""

    def run(self, work: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]]) -> Iterator[R | Lost]:
        """Yield the result of each batch, and a Lost for each item that cannot be worked on; in no set order.

        ``work`` is pure and picklable; a batch may be split, so results must not depend on what is batched together.
        """
        ...


class EngineError(Exception):
    """The engine cannot work at all; the message is meant for the user."""


def engine(name: str, workers: int) -> Engine:
    """Make the engine of that name; raises EngineError, listing those there are, for another."""
    known = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in known:
        raise EngineError(f"no engine named {name!r}; there are: {', '.join(sorted(known))}")
    made: Engine = known[name].load()(workers)
    return made


def cores() -> int:
    """Give the number of workers that suits this machine: its cores as far as this process may use them, at most four."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 4)


class Here:
    """Work in this process, one batch after the other."""

    def __init__(self, workers: int = 1) -> None:
        """Take no notice of the number of workers."""

    def run(self, work: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]]) -> Iterator[R | Lost]:
        """Yield the result of each batch in order."""
        for batch in batches:
            yield work(batch)


class Cores:
    """Work in a pool of processes on this machine.

    A process that is killed takes all batches in flight with it: each is then tried with nothing beside it, in halves, until the
    item that kills is found; that one is given up after its tries, and everything else goes on.
    """

    def __init__(self, workers: int) -> None:
        """Use that many processes."""
        self._workers = max(1, workers)

    def run(self, work: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]]) -> Iterator[R | Lost]:
        """Yield the result of each batch as it is ready; never more than twice as many batches in flight as workers."""
        coming = iter(batches)
        with _Pool(self._workers, work) as pool:
            while True:
                yield from pool.drain(coming)
                if not pool.suspects:
                    return
                while pool.suspects:
                    yield from _alone(pool, pool.suspects.pop(0))


class _Pool:
    """A pool of processes that is made anew when one of them dies; ``suspects`` are the batches that were in flight then."""

    def __init__(self, workers: int, work: Callable[[Any], Any]) -> None:
        self.suspects: list[Sequence[Any]] = []
        self._workers, self._work = workers, work
        self._pool: ProcessPoolExecutor | None = None
        self._lifeline: tuple[Connection, Connection] | None = None

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, broken_off: type[BaseException] | None, *_: object) -> None:
        """Let the processes go; where the work is broken off (by Ctrl-C, say), without waiting for the batches in flight."""
        if broken_off is not None and self._lifeline is not None:
            self._lifeline[1].close()
        self._close()

    def drain(self, coming: Iterator[Sequence[Any]]) -> Iterator[Any]:
        """Yield results until no batch is coming or a process dies."""
        flying: dict[Future[Any], Sequence[Any]] = {}
        while True:
            try:
                while len(flying) < 2 * self._workers and (batch := next(coming, None)) is not None:
                    self._fly(batch, flying)
                if not flying:
                    return
                done, _ = wait(flying, return_when=FIRST_COMPLETED)
                for future in done:
                    result = future.result()
                    del flying[future]
                    yield result
            except BrokenProcessPool:
                yield from self._salvage(flying)
                return

    def _fly(self, batch: Sequence[Any], flying: dict[Future[Any], Sequence[Any]]) -> None:
        try:
            flying[self._submit(batch)] = batch
        except BrokenProcessPool:
            self.suspects.append(batch)
            raise

    def _salvage(self, flying: dict[Future[Any], Sequence[Any]]) -> Iterator[Any]:
        """Yield what was ready when a process died; the rest is suspect."""
        self._close()
        for future, batch in flying.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
            else:
                self.suspects.append(batch)

    def attempt(self, batch: Sequence[Any]) -> Any:
        """Work on one batch with nothing beside it; gives _DIED where the process died of it."""
        try:
            return self._submit(batch).result()
        except BrokenProcessPool:
            self._close()
            return _DIED

    def _submit(self, batch: Sequence[Any]) -> Future[Any]:
        pool = self._started()
        with _deaf_to_ctrl_c():
            return pool.submit(_work_on, batch)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._lifeline = spawn.Pipe(duplex=False)
            self._pool = ProcessPoolExecutor(self._workers, spawn, _prepare, (self._work, self._lifeline[0]))
            self._check(self._pool)
        return self._pool

    def _check(self, pool: ProcessPoolExecutor) -> None:
        """See that a process can start at all, so that a fault of the set-up is not laid to the articles."""
        try:
            with _deaf_to_ctrl_c():
                ready = pool.submit(_is_ready)
            ready.result()
        except BrokenProcessPool:
            self._close()
            raise EngineError(
                "no worker process could start; a script that builds with several workers must do so under "
                "`if __name__ == '__main__':`, or build with workers=1"
            ) from None

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
        if self._lifeline is not None:
            for end in self._lifeline:
                end.close()
            self._lifeline = None


def _alone(pool: _Pool, batch: Sequence[Any]) -> Iterator[Any]:
    """Work on one batch with nothing beside it, so that a death can be laid to it; in halves where it comes to that."""
    for _ in range(TRIES if len(batch) == 1 else 1):
        result = pool.attempt(batch)
        if result is not _DIED:
            yield result
            return
    if len(batch) == 1:
        yield Lost(batch[0], f"its worker process died {TRIES} times (killed by the system, or out of memory)")
        return
    yield from _alone(pool, batch[: len(batch) // 2])
    yield from _alone(pool, batch[len(batch) // 2 :])


_DIED: Any = object()
_work: Callable[[Any], Any] | None = None


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Let processes that start now be deaf to Ctrl-C from their first moment; this one hears it when they have started.

    Processes inherit what a thread blocks. This one may be told by way of another thread, so it only takes note meanwhile.
    """
    heard: list[int] = []
    usual = signal.getsignal(signal.SIGINT)
    if usual is None or not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        signal.signal(signal.SIGINT, usual)
        if heard:
            signal.raise_signal(signal.SIGINT)


def _prepare(work: Callable[[Any], Any], lifeline: Connection) -> None:
    """Make a new process ready: one thread, deaf to Ctrl-C (the parent sees to it), gone when the parent is gone or lets go."""
    global _work  # noqa: PLW0603 (what a process of the pool is for)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, args=(lifeline,), daemon=True).start()
    _work = work


def _follow_parent(lifeline: Connection) -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel, lifeline])
        os._exit(1)


def _is_ready() -> bool:
    return True


def _work_on(batch: Sequence[Any]) -> Any:
    if _work is None:
        raise EngineError("a worker process was not made ready")
    return _work(batch)

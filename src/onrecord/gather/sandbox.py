"""Untrusted bytes are parsed in a child process under limits, so that none can stop, slow or fill the build.

One child serves one process for many pages, feeds and documents. One that runs out of CPU time or crashes the parser ends the
child and is told with its reason; the next gets a new child.
"""

from __future__ import annotations

import atexit
import pickle
import signal
import struct
import subprocess
import sys
from collections.abc import Callable
from typing import IO, TypeVar

T = TypeVar("T")
SECONDS = 10
"""CPU time for one page; a large one takes a tenth of a second."""
MEMORY = 1 << 30
"""Bytes the child may map beyond what it holds when it starts."""
_SIZE = struct.Struct("<Q")


class Sandbox:
    """A child process that parses."""

    def __init__(self, seconds: int = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def run(self, parse: Callable[..., T | str], *given: str | bytes) -> T | str:
        """Give what a module's own function makes of what is given, in the child, or say why there is nothing."""
        child = self._started()
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            _send(child.stdin, pickle.dumps((parse, given)))
            answer = _receive(child.stdout)
        except OSError:
            answer = None
        if answer is None:
            return self._died()
        parsed: T | str = pickle.loads(answer)
        return parsed

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            # -P: a json.py that lies beside the pages must not run in the place of Python's own
            command = [sys.executable, "-P", "-m", __name__, str(self._seconds)]
            self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._child

    def _died(self) -> str:
        assert self._child is not None
        self._child.communicate()
        code = self._child.returncode
        self._child = None
        if hasattr(signal, "SIGPROF") and code == -signal.SIGPROF:
            return f"took more than {self._seconds} seconds to read"
        return f"could not be read: the parser ended with {signal.Signals(-code).name if code < 0 else f'exit code {code}'}"


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_SIZE.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(_SIZE.size)
    if len(head) < _SIZE.size:
        return None
    size = _SIZE.unpack(head)[0]
    data = pipe.read(size)
    return data if len(data) == size else None


_sandbox: Sandbox | None = None


def safely(parse: Callable[..., T | str], *given: str | bytes) -> T | str:
    """Parse in this process's sandbox, started when first needed; a string says why there is nothing."""
    global _sandbox  # noqa: PLW0603 (one child a process)
    if _sandbox is None:
        _sandbox = Sandbox()
        atexit.register(_sandbox.close)
    return _sandbox.run(parse, *given)


def _serve(seconds: int) -> None:
    """Answer until the parent is gone."""
    import lxml.html  # noqa: F401 (loaded before memory is limited)
    import readability  # noqa: F401
    import trafilatura  # noqa: F401

    limited = _limit_memory()
    while (asked := _receive(sys.stdin.buffer)) is not None:
        if limited:
            signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            parse, given = pickle.loads(asked)
            answer = pickle.dumps(parse(*given))
        except MemoryError:
            answer = pickle.dumps("needs more memory than a page may take")
        except RecursionError:
            answer = pickle.dumps("nested too deeply")
        except Exception as error:  # noqa: BLE001 (whatever a parser raises on hostile bytes is told, and the build goes on)
            answer = pickle.dumps(f"could not be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}")
        if limited:
            signal.setitimer(signal.ITIMER_PROF, 0)
        _send(sys.stdout.buffer, answer)


def _limit_memory() -> bool:
    """Limit memory and let a run-out clock end the process; false where the system has no such limits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as sizes:
            held = int(sizes.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
    except (ImportError, OSError, ValueError):
        return hasattr(signal, "setitimer")
    return True


if __name__ == "__main__":
    _serve(int(sys.argv[1]))

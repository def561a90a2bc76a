"""Fuzzing by ``make fuzz``, or ``python -m tests.fuzzing cleaner|quotes|times [libFuzzer's own options]``.

Needs atheris (requirements/fuzz.txt). A finding is a text that raises, breaks a law or takes too long; mended, it is kept as a
test in tests/test_fuzz_laws.py.
"""

import importlib
import sys

import atheris


def main(name: str, *options: str) -> None:
    """Fuzz one law until libFuzzer has enough."""
    with atheris.instrument_imports(include=["onrecord"]):
        laws = importlib.import_module("tests.fuzz_laws")
    atheris.Setup(
        [sys.argv[0], "-max_len=400", "-timeout=20", "-seed=1", *options], lambda data: laws.LAWS[name](laws.text_of(data))
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])

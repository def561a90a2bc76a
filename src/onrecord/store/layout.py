"""Where things are in a record's folder, and its manifest."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from onrecord.store import shards
from onrecord.store.faults import Damaged, Missing

FORMAT = 1
"""The version of the folder's layout; a record of another one is refused with its number."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The paths in a record's folder."""

    root: Path

    @property
    def manifest(self) -> Path:
        """Give the file that says what a finished build holds."""
        return self.root / "manifest.json"

    @property
    def found(self) -> Path:
        """Give the folder of shards with what inputs gave."""
        return self.root / "found"

    @property
    def readings(self) -> Path:
        """Give the folder of shards with what was read."""
        return self.root / "readings"

    @property
    def linked(self) -> Path:
        """Give the folder of what was linked, one shard, named by what it was linked from."""
        return self.root / "linked"

    @property
    def index(self) -> Path:
        """Give the SQLite index, derived wholly from the shards."""
        return self.root / "index.sqlite"

    @property
    def ledger(self) -> Path:
        """Give the file of verdicts."""
        return self.root / "ledger.jsonl"

    @property
    def lock(self) -> Path:
        """Give the file a build holds locked while it works."""
        return self.root / "lock"

    def sweep(self) -> None:
        """Remove what a killed build left half written."""
        for folder in (self.root, *(self.root / kind for kind in shards.KINDS)):
            shards.sweep(folder)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a finished build holds. No times: equal inputs, options and versions give equal manifests but for shard names.

    ``shards`` gives for each shard, as ``folder/name``, the SHA-256 of its label, which names its files' hashes; ``verdicts`` the
    effects of the verdicts that were in force when it was linked.
    """

    onrecord: str
    readers: dict[str, str]
    options: dict[str, Any]
    counts: dict[str, int]
    inputs: str
    linked: str
    shards: dict[str, str] = field(default_factory=dict)
    verdicts: list[str] = field(default_factory=list)
    format: int = FORMAT


def write_manifest(folder: Folder, manifest: Manifest) -> None:
    """Put a manifest in the place of the last one: from here on the build counts."""
    shards.write_file(folder.manifest, (json.dumps(asdict(manifest), indent=1, ensure_ascii=False) + "\n").encode())


def read_manifest(folder: Folder) -> Manifest:
    """Read the manifest; raises Missing where no build was finished, Damaged where it cannot be read."""
    try:
        data = folder.manifest.read_bytes()
    except FileNotFoundError:
        what = "no finished build in it; run build again" if folder.root.is_dir() else "no such record"
        raise Missing(f"{folder.root}: {what}") from None
    except OSError as error:
        raise Damaged(folder.manifest, " ".join(str(error).split())) from error
    return parse_manifest(folder, data)


def parse_manifest(folder: Folder, data: bytes) -> Manifest:
    """Read a manifest from its bytes; raises Damaged where they are none."""
    try:
        told = json.loads(data)
    except ValueError as error:
        raise Damaged(folder.manifest, " ".join(str(error).split())) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        have = told.get("format") if isinstance(told, dict) else None
        raise Damaged(folder.manifest, f"its format is {have!r}, this version reads {FORMAT}: build a new record")
    try:
        return Manifest(**told)
    except TypeError as error:
        raise Damaged(folder.manifest, str(error)) from error

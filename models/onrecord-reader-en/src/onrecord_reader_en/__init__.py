"""The files of the trained reader: two int8 ONNX graphs, a tokenizer, and what was tuned beside them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

__version__ = "1.1.0"

PATH = Path(__file__).parent


def verify() -> list[str]:
    """Name the files that are missing or not the ones that reader.json lists by SHA-256."""
    listed: dict[str, str] = json.loads((PATH / "reader.json").read_text(encoding="utf-8"))["sha256"]
    return [name for name, digest in listed.items() if not (PATH / name).is_file() or _hash(PATH / name) != digest]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

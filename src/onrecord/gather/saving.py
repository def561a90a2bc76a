"""Saving what was fetched so that a build reads it: the bytes as they came, and a sidecar that says where and when."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.gather.sidecar import SIDECAR
from onrecord.gather.web import SUFFIXES, Fetched


def save(fetched: Fetched, folder: Path) -> Path:
    """Write a page and its sidecar into a folder; the same address again takes the place of what it gave before."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name_of(fetched)
    told = {"url": fetched.url, "fetched": fetched.fetched, **({"charset": fetched.charset} if fetched.charset else {})}
    # the sidecar first: a page without one would be read without its address
    _write(folder / (path.name + SIDECAR), (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
    _write(path, fetched.data)
    return path


def name_of(fetched: Fetched) -> str:
    """Name the file: the site, the address's last words, and enough of its hash that no two share a name."""
    parts = urlsplit(fetched.url)
    words = re.sub(r"[^a-z0-9]+", "-", parts.path.rpartition(".")[0].casefold() or parts.path.casefold()).strip("-")[-60:]
    host = re.sub(r"[^a-z0-9.]+", "-", (parts.hostname or "").removeprefix("www."))
    digest = hashlib.sha256(fetched.url.encode()).hexdigest()[:10]
    return "-".join(part for part in (host, words.strip("-"), digest) if part) + SUFFIXES[fetched.content_type]


def _write(path: Path, data: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(data)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)

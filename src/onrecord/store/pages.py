"""The pages that texts were drawn from: their bytes, kept under their SHA-256 beside what inputs gave."""

from __future__ import annotations

from onrecord.store import shards
from onrecord.store.layout import Folder, Manifest


def page_bytes(folder: Folder, manifest: Manifest, sha256: str) -> bytes | None:
    """Give the bytes of a page the record keeps, None where it keeps none of that name; raises Damaged."""
    for name in sorted(manifest.shards):
        if name.startswith("found/") and "pages" in shards.label(folder.root / name):
            for row in shards.rows(folder.root / name, "pages"):
                if row["sha256"] == sha256:
                    data: bytes = row["data"]
                    return data
    return None

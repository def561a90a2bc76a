"""A sidecar: ``NAME.meta.json`` beside NAME tells what the file itself does not."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onrecord.gather.fields import fetched_by, told_by
from onrecord.records import Found, Skipped, Told

SIDECAR = ".meta.json"


def with_sidecar(given: Iterator[Found | Skipped], path: str, name: str) -> Iterator[Found | Skipped]:
    """Let a sidecar, where there is one, say what it knows of every text of its file; it outranks the file's own fields."""
    sidecar = path + SIDECAR
    if not os.path.exists(sidecar):
        yield from given
        return
    fields = _read(sidecar)
    if isinstance(fields, str):
        yield Skipped(name + SIDECAR, fields)
        yield from given
        return
    told, fetched = told_by(fields, "sidecar"), fetched_by(fields)
    for item in given:
        yield _joined(item, told, fetched) if isinstance(item, Found) else item


def charset_of(path: str) -> str | None:
    """Give the encoding that a file's sidecar names, as the server named it that sent the file."""
    fields = _read(path + SIDECAR) if os.path.exists(path + SIDECAR) else {}
    charset = fields.get("charset") if isinstance(fields, dict) else None
    return charset if isinstance(charset, str) else None


def _read(path: str) -> dict[str, Any] | str:
    try:
        with open(path, "rb") as file:
            fields: Any = json.loads(file.read())
    except (OSError, ValueError, RecursionError) as error:
        return f"sidecar cannot be read: {error}"
    return fields if isinstance(fields, dict) else "sidecar is not an object with fields"


def _joined(found: Found, more: Told, fetched: str) -> Found:
    old = found.told
    told = Told(
        title=more.title or old.title,
        published=more.published or old.published,
        outlet=more.outlet or old.outlet,
        agency=more.agency or old.agency,
        authors=more.authors or old.authors,
        url=more.url or old.url,
        language=more.language or old.language,
    )
    seen = replace(found.sighting, url=told.url or "", outlet=told.outlet or "", fetched=fetched or found.sighting.fetched)
    return replace(found, told=told, sighting=seen)

"""The words the rules need, as data: one folder a language, one TOML file a subject."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=64)
def words(subject: str, language: str = "en") -> dict[str, Any]:
    """Load one subject's words, e.g. ``words("cues")`` reads ``lang/en/cues.toml``; treat the result as read-only."""
    return tomllib.loads(files(__name__).joinpath(language, f"{subject}.toml").read_text("utf-8"))

"""From a pile of news articles to an evidence-linked record of who said what."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from onrecord.api import Record, Report, Results, Said, Who, build, extract, open

__all__ = ["Record", "Report", "Results", "Said", "Who", "__version__", "build", "extract", "open"]


def __getattr__(name: str) -> Any:
    """Load the programs' side when it is first asked for, so that importing onrecord costs nothing."""
    if name in __all__:
        # by name, so that rooms which ask for the version do not count as importing the api (docs/architecture.md)
        return getattr(import_module("onrecord.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)

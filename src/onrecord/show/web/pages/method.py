"""How the record was made: versions, models, counts, and what the scores mean."""

from __future__ import annotations

from onrecord import __version__
from onrecord.show.web.view import Asked, View
from onrecord.store.questions import summary


def method(asked: Asked) -> View:
    """Say what made this record and how far to trust it."""
    manifest = asked.record.manifest
    plain = {
        **{f"made with {name}": value for name, value in manifest.readers.items()},
        **{f"option {name}": str(value) for name, value in manifest.options.items() if value},
        **{name: str(number) for name, number in manifest.counts.items()},
        "hash of all inputs": manifest.inputs,
    }
    material = {
        "facts": plain,
        "version": __version__,
        "readers": summary.readers(asked.record.db),
        "scores": summary.scores(asked.record.db),
        "counts": summary.counts(asked.record.db),
    }
    return View("Method", "method.html", material, [plain])

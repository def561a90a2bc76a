"""How the record was made: versions, models, counts, and what the scores mean."""

from __future__ import annotations

from onrecord import __version__
from onrecord.show.web.view import Asked, View
from onrecord.store.questions import summary

MEASURED = (
    (
        "statements right, words and speaker both, as readers judged",
        "300 from 204 real articles, also used to mend the rules",
        "92 %",
    ),
    ("the same, on articles nobody had looked at", "300 from 500 real articles", "86 %"),
    ("the same, of those with a score of .9 and more", "194 of these 300", "92 %"),
    ("speakers right or rightly left open, read blind", "200 mentions from 204 articles, also used to mend the rules", "95 %"),
    ("the same, on articles nobody had looked at", "200 mentions from 250 real articles", "88 %"),
    ("content and source found, F1 (annotators against each other: 73.5)", "84 annotated articles", "76.5"),
    ("clashes right, as readers judged", "85 from 1,204 real articles", "88 %"),
    ("same claims right, as readers judged", "100 from 1,204 real articles", "94 %"),
)
"""What was measured of this version with the trained reader, on articles not its own; the README says by which commands."""


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
        "measured": MEASURED,
        "readers": summary.readers(asked.record.db),
        "scores": summary.scores(asked.record.db),
        "counts": summary.counts(asked.record.db),
    }
    return View("Method", "method.html", material, [plain])

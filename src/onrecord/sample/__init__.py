"""The bundled sample: fictional articles on one invented running story, with the dirt of real ones."""

from pathlib import Path


def path() -> Path:
    """Name the folder that holds the sample's article files."""
    return Path(__file__).parent / "articles"

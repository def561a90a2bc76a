"""The places at which a build may be broken off without losing more than the batch at hand."""


def reached(stage: str) -> None:
    """Mark that a build came to a stage; does nothing. Tests put a kill in its place."""

"""Attributions by rules over a parse: the reader that is always there. ``tagger`` puts the others together."""

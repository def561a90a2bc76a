"""The one loader of templates: pages of the desk and the dossier; what goes into HTML is escaped, an unknown name an error."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from onrecord import __version__
from onrecord.show.citing import cite, link
from onrecord.show.days import evidence, in_words, iso, spoken, spoken_day
from onrecord.show.offices import spoken_role, told_apart
from onrecord.show.passages import one_line, short


@lru_cache(maxsize=64)
def template(name: str) -> Any:
    """Load a template by its path below ``show``, e.g. ``web/templates/desk.html``; those beside it are known by name alone."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder, _, file = name.rpartition("/")
    home = files("onrecord.show").joinpath(folder)
    environment = Environment(
        loader=FunctionLoader(lambda wanted: home.joinpath(wanted).read_text("utf-8")),
        autoescape=file.endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(spoken=spoken, spoken_day=spoken_day, iso=iso, in_words=in_words, evidence=evidence)
    environment.filters.update(one_line=one_line, short=short, link=link, cite=cite, role=spoken_role, told_apart=told_apart)
    environment.filters.update(grouped="{:,}".format)
    environment.globals.update(version=__version__)
    return environment.get_template(file)

"""The dossier: a record, or a part of it, as one page to read and print; every sentence is the article's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from onrecord.records import NOT_SAID, Article, Entity, Kind, Sighting, Skipped, When
from onrecord.show.citing import link
from onrecord.show.days import iso, spoken
from onrecord.show.lanes import Lane, draw, mark
from onrecord.show.offices import spoken_role, told_apart
from onrecord.show.passages import one_line
from onrecord.show.said import Said, by_day

MOST_LANES = 12


@dataclass(frozen=True, slots=True)
class Material:
    """What a dossier is made of. ``said`` holds statements only, ``articles`` also those that could not be read."""

    title: str
    said: Sequence[Said]
    articles: Sequence[Article]
    entities: Mapping[str, Entity] = field(default_factory=dict)
    sightings: Mapping[str, Sequence[Sighting]] = field(default_factory=dict)
    skipped: Sequence[Skipped] = ()
    reader: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker and what is attributed to them, in order of day."""

    anchor: str
    name: str
    kind: Kind | None
    offices: tuple[str, ...]
    said: tuple[Said, ...]

    @property
    def articles(self) -> int:
        """Count the articles the statements stand in."""
        return len({each.article.id for each in self.said})


def render(material: Material) -> str:
    """Write the dossier as one self-contained HTML page without scripts; equal material gives equal bytes."""
    said = sorted((each for each in material.said if each.statement.act not in NOT_SAID), key=by_day)
    voices = gather_voices(said, material.entities)
    people = [voice for voice in voices if voice.kind is Kind.PERSON]
    others = [voice for voice in voices if voice.kind not in (Kind.PERSON, None)]
    unnamed = [voice for voice in voices if voice.kind is None]
    page = _template("dossier.html").render(
        title=material.title,
        material=material,
        said=said,
        people=people,
        others=others,
        unnamed=unnamed,
        lanes=draw([_lane(voice) for voice in [*people, *others][:MOST_LANES]], href="#", width=800),
        period=_period(said),
        outlets=sorted({article.outlet for article in material.articles if article.outlet}),
        undated=[article for article in material.articles if article.published is None],
        unread=[article for article in material.articles if article.language not in (None, "en")],
        warned=[article for article in material.articles if warnings_of(article)],
        warnings_of=warnings_of,
        open_speakers=[each for each in said if each.speaker is None and each.source],
        sourceless=[each for each in said if each.speaker is None and not each.source],
        counts=_count(said),
    )
    return str(page.encode("utf-8", "replace").decode("utf-8"))


def _lane(voice: Voice) -> Lane:
    return Lane(f"#{voice.anchor}", voice.name, [mark(each) for each in voice.said])


def warnings_of(article: Article) -> list[str]:
    """List what a reader should know of how an article was read; where its page is kept is no such thing."""
    return [warning for warning in article.warnings if not warning.startswith("page: sha256")]


def gather_voices(said: Iterable[Said], entities: Mapping[str, Entity]) -> list[Voice]:
    """Gather statements by speaker, those who speak most first; whoever is only described comes without a kind."""
    held: dict[tuple[str, str], list[Said]] = {}
    for each in said:
        if each.speaker is not None:
            entity = entities.get(each.statement.speaker or "")
            key = ("entity", entity.id) if entity and _is_named(entity) else ("words", one_line(each.speaker))
            held.setdefault(key, []).append(each)
    voices = [_voice(how, who, tuple(own), entities) for (how, who), own in held.items()]
    return sorted(voices, key=lambda voice: (-len(voice.said), voice.name.casefold(), voice.anchor))


def _is_named(entity: Entity) -> bool:
    return entity.name[:1].isupper() or entity.kind in (Kind.PERSON, Kind.STATE)


def _voice(how: str, who: str, said: tuple[Said, ...], entities: Mapping[str, Entity]) -> Voice:
    if how == "words":
        return Voice("by-" + said[0].id, who, None, (), said)
    entity = entities[who]
    offices = [spoken_role(role) for role in entity.roles] or [each.office or "" for each in said]
    return Voice("by-" + entity.id, entity.name, entity.kind, tuple(told_apart(offices)), said)


def _period(said: Sequence[Said]) -> str:
    days = [each.day for each in said if each.day]
    if not days:
        return ""
    first, last = min(day.earliest for day in days), max(day.latest for day in days)
    return f"{_plain_day(first)} to {_plain_day(last)}" if first != last else _plain_day(first)


def _plain_day(day: str) -> str:
    return spoken(When(day, day, "day", ""))


def _count(said: Sequence[Said]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in said:
        counts[each.article.id] = counts.get(each.article.id, 0) + 1
    return counts


@lru_cache(maxsize=8)
def _template(name: str) -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    pages = files("onrecord.show").joinpath("pages")
    environment = Environment(
        loader=FunctionLoader(lambda wanted: pages.joinpath(wanted).read_text("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(spoken=spoken, iso=iso, one_line=one_line, link=link)
    return environment.get_template(name)

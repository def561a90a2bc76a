"""A JSON record's fields as an article: which field holds the text and what the others tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.gather.dating import told_day
from onrecord.gather.formats import Options
from onrecord.records import Found, Sighting, Skipped, Told

COMMON: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article_text", "full_text", "fulltext", "raw_text", "article", "story",
             "story_text", "text_content", "content_text"),
    "title": ("title", "headline", "title_page"),
    "date": ("published", "date", "date_published", "datePublished", "date_publish", "publish_date", "publication_date",
             "published_at", "publishedAt", "pubDate", "pub_date", "publishdate", "publication date", "publish date"),
    "outlet": ("outlet", "source", "publisher", "publication", "sitename", "source_name", "media_name", "newspaper",
               "source-hostname", "source_domain", "domain", "hostname"),
    "agency": ("agency", "news_agency", "wire"),
    "url": ("url", "link", "canonical_url", "source-url", "source_url", "source"),
    "authors": ("authors", "author", "byline", "creator"),
    "language": ("language", "lang", "meta_lang"),
    "fetched": ("fetched", "date_download", "crawled", "fetched_at", "download_date", "collect_date", "indexed_date"),
}  # fmt: skip
"""What each thing we want is commonly called, in order of preference; names are compared without case."""


def found_in(record: Any, name: str, options: Options) -> Found | Skipped:
    """Make one article of a JSON record; ``name`` is its sighting, e.g. ``news.jsonl#17``."""
    if not isinstance(record, Mapping):
        return Skipped(name, f"not an object with fields but a {type(record).__name__}")
    fields = _mapped(record, options)
    text = fields.get("text")
    if not isinstance(text, str):
        known = ", ".join(str(key) for key in list(record)[:8])
        return Skipped(name, f"no text field among: {known or 'no fields at all'} (name it with --map FIELD=text)")
    if not text.strip():
        return Skipped(name, "empty text")
    told = told_by(record, "metadata", options)
    sighting = Sighting(name, told.url or "", told.outlet or "", fetched_by(record, options))
    return Found(text, sighting, told)


def told_by(record: Mapping[str, Any], where: str, options: Options = Options()) -> Told:  # noqa: B008 (frozen)
    """Read what a record's fields tell of its text; ``where`` names the record in the day's basis, e.g. ``metadata:date``."""
    fields = _mapped(record, options)
    return Told(
        title=_word(fields.get("title")),
        published=told_day(fields.get("date"), f"{where}:{_name_of(record, 'date', options)}"),
        outlet=_word(fields.get("outlet")),
        agency=_word(fields.get("agency")),
        authors=_people(fields.get("authors")),
        url=_word(fields.get("url")),
        language=language_code(fields.get("language")),
    )


def fetched_by(record: Mapping[str, Any], options: Options = Options()) -> str:  # noqa: B008 (frozen)
    """Read when a record's text was fetched, as it is written there; empty where that is not told."""
    return _word(_mapped(record, options).get("fetched")) or ""


def _mapped(record: Mapping[str, Any], options: Options) -> dict[str, Any]:
    fields = {}
    for wanted in COMMON:
        field = _name_of(record, wanted, options)
        if field is not None:
            fields[wanted] = record[field]
    return fields


def holds_text(names: Iterable[str], options: Options) -> bool:
    """Say whether fields of these names would hold a text."""
    return _name_of(dict.fromkeys(names), "text", options) is not None


def _name_of(record: Mapping[str, Any], wanted: str, options: Options) -> str | None:
    """Find the record's field for a thing we want: the one the user named, or the first common name that holds something."""
    named = {_alias(name): field for field, name in options.fields}
    if wanted in named:
        return named[wanted] if named[wanted] in record else None
    folded = {key.casefold(): key for key in reversed(list(record)) if isinstance(key, str)}
    present = [folded[name.casefold()] for name in COMMON[wanted] if name.casefold() in folded]
    empty = present[0] if present and wanted == "text" else None
    return next((field for field in present if _may_hold(wanted, field, record[field])), empty)


def _may_hold(wanted: str, field: str, value: Any) -> bool:
    """Say whether a field holds what we want: ``source`` is the outlet to most, the page's address to some."""
    if field.casefold() == "source" and wanted in ("url", "outlet"):
        is_address = isinstance(value, str) and re.match(r"https?://", value) is not None
        return bool(value) and is_address == (wanted == "url")
    return value not in (None, "", [])


def is_wanted(name: str) -> bool:
    """Say whether ``--map field=name`` may say this name."""
    return _alias(name) in COMMON


def _alias(name: str) -> str:
    """Let the user say any of the common names in ``--map field=name``."""
    return next((wanted for wanted, names in COMMON.items() if name == wanted or name in names), name)


def _word(value: Any) -> str | None:
    """Take a value that is a non-empty string, or the name of an object that has one."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None


def _people(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        if value[:1] + value[-1:] == "[]":  # a list that went through a table's cell: ['Ada Moor', 'Jon Stone']
            value = re.sub(r"^['\"]|['\"]$|(?<=,) *['\"]|['\"] *(?=,)", "", value[1:-1].strip())
        return tuple(name for name in (" ".join(part.split()) for part in value.replace(";", ",").split(",")) if name)
    if isinstance(value, Mapping):
        value = [value]
    return tuple(name for item in value if (name := _word(item))) if isinstance(value, list) else ()


def language_code(value: Any) -> str | None:
    """Read a language told in any common way (``en``, ``en-GB``, ``eng``, ``English``) as its ISO 639-1 code, else None."""
    if not isinstance(value, str) or not value.strip():
        return None
    told = value.strip().casefold().replace("_", "-").split("-")[0]
    told = {"english": "en", "eng": "en"}.get(told, told)
    return told if len(told) == 2 and told.isalpha() and told.isascii() else None

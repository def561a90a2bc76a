"""The dossier: a record, or what of it is on a topic or a name, to read and print; every sentence is the article's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.records import NOT_SAID, Act, Article, Entity, Kind, When
from onrecord.show.days import spoken
from onrecord.show.issues import Issue, picture
from onrecord.show.lanes import SHAPES, Lane, draw, mark
from onrecord.show.material import Material
from onrecord.show.offices import spoken_role, told_apart
from onrecord.show.passages import one_line
from onrecord.show.said import Said, by_day
from onrecord.show.templates import template

MOST_LANES = 12
MOST_PAIRS = 12
"""So many pairs of an issue are set side by side, the firmest ones; the others are counted."""
TELLING = 150
"""A timeline of more statements than these keeps to those that clash or do more than say."""
FORMS = (".html", ".md", ".docx")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


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


def write(material: Material, path: Path) -> None:
    """Write the dossier in the form its name ends in: .html, .md or .docx (which needs ``pip install onrecord[docx]``)."""
    if path.suffix.casefold() == ".docx":
        from onrecord.show.word import word

        path.write_bytes(word(compose(material)))
        return
    text = markdown(material) if path.suffix.casefold() == ".md" else render(material)
    path.write_text(text, "utf-8", newline="\n")


def render(material: Material) -> str:
    """Write the dossier as one self-contained HTML page without scripts; equal material gives equal bytes."""
    return _clean(template("pages/dossier.html").render(compose(material)))


def markdown(material: Material) -> str:
    """Write the dossier as Markdown with footnotes; what stands in an article is never markup."""
    return _clean(template("pages/dossier.md").render(compose(material) | {"plain": plain}))


def dated(said: Said) -> str:
    """Write the day of a statement and which it is: "said 7 May 2024", else "published 8 May 2024", else "undated"."""
    how = "said " if said.said else "published " if said.published else ""
    return how + spoken(said.day)


def plain(text: str) -> str:
    """Set words on one line of Markdown so that they are shown as they are."""
    return _MARKDOWN.sub(r"\\\1", one_line(text))


def compose(material: Material) -> dict[str, Any]:
    """Work out everything a dossier shows, the same for every form it is written in."""
    said = sorted((each for each in material.said if each.statement.act not in NOT_SAID), key=by_day)
    voices = gather_voices(said, material.entities)
    people = [voice for voice in voices if voice.kind is Kind.PERSON]
    others = [voice for voice in voices if voice.kind not in (Kind.PERSON, None)]
    every = {each.id: each for each in (*said, *(one for issue in material.issues for one in issue.statements.values()))}
    noted = sorted(every.values(), key=by_day)
    return {
        "title": material.title,
        "material": material,
        "said": said,
        "dated": dated,
        "summary": summary(material, said),
        "people": people,
        "others": others,
        "unnamed": [voice for voice in voices if voice.kind is None],
        "lanes": draw([_lane(voice) for voice in [*people, *others][:MOST_LANES]], href="#", width=800),
        "issues": [(issue, picture(issue, "#", 800)) for issue in material.issues],
        "most_pairs": MOST_PAIRS,
        "timeline": timeline(said, material.issues),
        "notes": noted,
        "number": {each.id: number for number, each in enumerate(noted, start=1)},
        "outlets": sorted({article.outlet for article in material.articles if article.outlet}),
        "undated": [article for article in material.articles if article.published is None],
        "unread": [article for article in material.articles if article.language not in (None, "en")],
        "warned": [article for article in material.articles if warnings_of(article)],
        "warnings_of": warnings_of,
        "open_speakers": [each for each in said if each.speaker is None and each.source],
        "sourceless": [each for each in said if each.speaker is None and not each.source],
        "counts": Counter(each.article.id for each in said),
    }


def summary(material: Material, said: Sequence[Said]) -> list[str]:
    """Say in plain sentences what the record holds; nothing in them is judged, and nothing is there that is not counted."""
    articles = {each.article.id for each in said}
    speakers = Counter(one_line(each.speaker) for each in said if each.speaker)
    outlets = {each.outlet for each in said if each.outlet}
    counted = " ".join(filter(None, [_count(len(said), "statement"), material.subject, "stands" if len(said) == 1 else "stand"]))
    named = f" from {_count(len(outlets), 'outlet')}" if outlets else ""
    sentences = [f"{counted} in {_count(len(articles), 'article')}{named}{_period(said)}."]
    if len(speakers) > 1:
        most = ", ".join(f"{name} ({number})" for name, number in sorted(speakers.items(), key=lambda one: (-one[1], one[0]))[:5])
        sentences.append(f"Most are by {most}.")
    acts = Counter(each.statement.act for each in said if each.statement.act not in (Act.SAY, Act.BELIEVE))
    if acts:
        told = sorted(acts.items(), key=lambda one: (-one[1], str(one[0])))[:5]
        sentences.append(f"Beside plain saying there are {', '.join(f'{_DEEDS.get(act, str(act))} ({n})' for act, n in told)}.")
    sentences += [_clash(issue) for issue in material.issues[:5]]
    if len(material.issues) > 5:
        sentences.append(f"Accounts clash on {len(material.issues) - 5} more questions.")
    if not material.issues:
        sentences.append("No two of these statements could be shown to clash; silence is no agreement.")
    return sentences + _unknown(said)


_DEEDS = {
    Act.DENY: "denials",
    Act.ACCUSE: "accusations",
    Act.PROMISE: "promises",
    Act.THREATEN: "threats",
    Act.URGE: "demands and appeals",
    Act.ASK: "questions",
    Act.CONCEDE: "concessions",
    Act.PRAISE: "words of praise",
    Act.WARN: "warnings",
    Act.ANNOUNCE: "announcements",
    Act.PREDICT: "predictions",
    Act.DOUBT: "doubts",
}


def _clash(issue: Issue) -> str:
    """Say who stands on either side of an issue."""
    first, second = ([h.name for h in issue.holders() if h.positions[-1].side == side] for side in (0, 1))
    pairs = _count(len(issue.disputes), "pair") + " of statements"
    if not issue.counter:
        return f"Accounts clash in {pairs} on: {issue.title}."
    return f"On “{issue.title}” stand {_names(first)}; on “{issue.counter}” {_names(second)}; they clash in {pairs}."


def _names(names: Sequence[str]) -> str:
    told = list(dict.fromkeys(names))
    if len(told) > 4:
        return f"{', '.join(told[:4])} and {len(told) - 4} more"
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def _unknown(said: Sequence[Said]) -> list[str]:
    undated = sum(each.day is None for each in said)
    unnamed = sum(each.speaker is None for each in said)
    told = [f"{_count(undated, 'statement')} {'has' if undated == 1 else 'have'} no day"] if undated else []
    told += [f"of {_count(unnamed, 'statement')} the speaker is not known"] if unnamed else []
    return [f"Not known: {'; '.join(told)}."] if told else []


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def timeline(said: Sequence[Said], issues: Sequence[Issue]) -> list[Said]:
    """Give the statements that have a day, in its order; of very many only those that clash or do more than say."""
    dated = [each for each in said if each.day]
    if len(dated) <= TELLING:
        return dated
    clashing = {id_ for issue in issues for id_ in issue.statements}
    return [each for each in dated if each.id in clashing or each.statement.act in SHAPES]


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
    told = [spoken(When(day, day, "day", "")) for day in dict.fromkeys((first, last))]
    ways = {"said" if each.said else "published" for each in said if each.day}
    how = " or ".join(sorted(ways, reverse=True))
    return f", {how} {told[0]}" if len(told) == 1 else f", {how} from {told[0]} to {told[1]}"


def _clean(page: str) -> str:
    return page.encode("utf-8", "replace").decode("utf-8")

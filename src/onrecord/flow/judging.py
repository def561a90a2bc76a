"""Judging: a person's verdict goes into the ledger first, then into what the record shows.

The ledger's line is the verdict; all else follows from it and can be made again. What a verdict changes in one statement or link
is shown at once; verdicts that change who is one, or bring statements in, have the record linked again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.flow import corrections, people, restating, targets
from onrecord.flow.relinking import Tell, relink
from onrecord.records import Link, Statement, Verdict
from onrecord.store import force, ledger, standing
from onrecord.store.codec import from_rows, pack
from onrecord.store.faults import Busy, Unfinished, Unfit
from onrecord.store.force import Force, value_of
from onrecord.store.lock import locked
from onrecord.store.merging import told
from onrecord.store.record import Record, open_record, take_in_verdicts
from onrecord.store.standing import Status
from onrecord.store.verdicts import BY, with_fields

PATIENCE = 2.0
"""Seconds that a verdict waits for another one to be taken in."""
SPANS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a verdict.

    ``shown`` is false where a build is at work: the verdict is kept, and taken in when that ends. ``linked`` is false where links
    of the statements it touched are left out until the record is linked again. ``statement`` is the id of the statement it set,
    ``orphan`` why it could not be applied.
    """

    verdict: Verdict
    shown: bool
    linked: bool
    statement: str | None = None
    orphan: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A verdict before somebody gives it: what it is on, what it says, and the words it judges."""

    verb: str
    target: str
    value: Mapping[str, Any]
    anchors: Sequence[Mapping[str, Any]] = ()


def judge(path: Path, verb: str, target: str, by: str, why: str, asked: Mapping[str, Any]) -> Judged:
    """Give a verdict on something in a record; raises Unfit for what cannot be judged so, Missing where there is no record."""
    signed = _signed(by, "by whom"), _signed(why, "why")
    if verb not in DRAFTS:
        raise Unfit(f"{verb!r} is no verdict; there are: {', '.join(DRAFTS)}")
    with open_record(path) as record:
        draft = DRAFTS[verb](record, force.read(record.folder.ledger), target, asked)
    anchors = told(list(draft.anchors)) if draft.anchors else ""
    value = told(dict(draft.value)) if draft.value else ""
    verdict = Verdict(draft.verb, draft.target, value, anchors, *signed, now())
    ledger.append(record.folder.ledger, [verdict])
    return settle(record, verdict)


def replay(path: Path, source: Path) -> set[str]:
    """Give the verdicts of another ledger on a record; names those that are new to it. Raises Unfit for what is no ledger."""
    if not source.is_file():
        raise Unfit(f"{source}: no such file")
    faults, whole = ledger.faults(source), ledger.read(source)
    if faults:
        raise Unfit(f"{source}: line {faults[0][0]} {faults[0][1]}; nothing was taken over")
    with open_record(path) as record:
        known = force.read(record.folder.ledger).known
        new = {verdict.id: verdict for verdict in whole if verdict.id not in known}
        if new:
            ledger.append(record.folder.ledger, new.values())
            _taken_in(record, lambda _stage, _done: None)
    return set(new)


def settle(record: Record, verdict: Verdict, tell: Tell = lambda _stage, _done: None) -> Judged:
    """Bring the record up to a verdict in its ledger."""
    shown = _taken_in(record, tell if _is_slow(record, verdict) else None)
    with open_record(record.folder.root) as now_:
        (given,) = (each for each in standing.given(now_.db, record.folder.ledger) if each.verdict.id == verdict.id)
        linked = shown and _is_linked(now_, verdict)
    return Judged(verdict, shown, linked, _statement(verdict), given.because if given.status is Status.ORPHAN else None)


def _is_linked(record: Record, verdict: Verdict) -> bool:
    """Say whether what a verdict changes of what is linked is linked."""
    whole = force.read(record.folder.ledger)
    about = whole.known.get(verdict.target, verdict) if verdict.verb == "undo" else verdict
    effect = force.effect(about)
    return (effect in whole.effects) == (effect in record.manifest.verdicts)


def _taken_in(record: Record, tell: Tell | None) -> bool:
    """Take the ledger in, linking anew if told to; says whether it could, which it cannot while a build is at work."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with locked(record.folder.lock):
                if not (tell and _relinked(record, tell)):
                    take_in_verdicts(record.folder)
            return True
        except Busy:
            if time.monotonic() > until:
                return False
            time.sleep(0.05)


def _relinked(record: Record, tell: Tell) -> bool:
    """Link the record again, if it can be before another build."""
    try:
        relink(record.folder, tell)
    except Unfinished:
        return False
    return True


def _is_slow(record: Record, verdict: Verdict) -> bool:
    """Say whether a verdict needs the record to be linked again before it means anything."""
    if verdict.verb == "undo":
        undone = force.read(record.folder.ledger).known.get(verdict.target)
        return undone is not None and _is_slow(record, undone)
    return verdict.verb in ("merge", "split", "add", "remove") or "statement" in value_of(verdict)


def _statement(verdict: Verdict) -> str | None:
    if not force.is_on_statement(verdict):
        return None
    return str(value_of(verdict).get("id", verdict.target))


def now() -> str:
    """Give the time of a verdict: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _signed(words: str, what: str) -> str:
    line = " ".join(str(words).split()).encode("utf-8", "replace").decode()
    if not line:
        raise Unfit(f"a verdict says {what}")
    return line


# -- what each verb says


def _side(verb: str) -> Callable[[Record, Force, str, Mapping[str, Any]], Draft]:
    def draft(record: Record, given: Force, target: str, _: Mapping[str, Any]) -> Draft:
        id_ = targets.resolve(record.db, given, target, "sl")
        if id_.startswith("s-"):
            return Draft(verb, id_, {}, _anchors(record, given, id_, [id_]))
        link = _link(record, given, id_)
        return Draft(verb, id_, {"link": pack(replace(link, status="machine"))}, _anchors(record, given, id_, [link.a, link.b]))

    return draft


def _link(record: Record, given: Force, id_: str) -> Link:
    """Give a link as the machine made it: from the record or, where it went, from what was said of it before."""
    from onrecord.store.questions import ties

    found = ties.link(record.db, id_)
    if found is None:
        before = [value_of(one)["link"] for one in given.known.values() if one.target == id_ and "link" in value_of(one)]
        (found,) = from_rows(Link, before[-1:]) or [None]
    if found is None:
        raise Unfit(f"no link {id_} is in this record")
    return found


def _anchors(record: Record, given: Force, target: str, statements: Sequence[str]) -> list[Mapping[str, Any]]:
    """Write down the words judged: as they stand or, for what a verdict took out, as an earlier one has them."""
    places = [targets.place(record.db, statement) for statement in dict.fromkeys(statements)]
    if all(places):
        return [targets.anchor(record.db, place) for place in places if place]
    before = [force.anchors_of(one) for one in given.known.values() if one.target == target and one.anchor]
    if not before:
        raise Unfit(f"{target} is not in this record")
    return list(before[-1])


def _correct(record: Record, given: Force, target: str, asked: Mapping[str, Any]) -> Draft:
    id_ = targets.resolve(record.db, given, target, "s")
    place = targets.place(record.db, id_)
    if place is None:
        raise Unfit(f"{id_} was rejected, or is not in this record: undo that first")
    anchors = [targets.anchor(record.db, place)]
    value = corrections.fields(record.folder, record.manifest, record.db, place.article, asked)
    parts = corrections.flags(record.db, id_, asked)
    value |= {"parts": parts} if parts else {}
    if any(asked.get(name) is not None for name in SPANS):
        before = [value_of(one) for one in given.verdicts if one.verb == "correct" and one.target == id_]
        for earlier in before:  # what else was corrected before goes with the words
            value["set"] = {**earlier.get("set", {}), **value["set"]}
            for name in ("chains", "homes"):
                value.setdefault(name, earlier.get(name, [] if name == "chains" else {}))
        value = _restated(record, restating.placed(record.db, place.article, asked, place), asked, value)
    elif not value["set"] and not parts:
        raise Unfit("nothing to correct: give speaker, act, source, cue, content, negated or hedged")
    return Draft("correct", id_, value, anchors)


def _add(record: Record, given: Force, target: str, asked: Mapping[str, Any]) -> Draft:
    article = targets.article(record.db, given, target)
    place = restating.placed(record.db, article, asked)
    value = corrections.fields(record.folder, record.manifest, record.db, article, asked)
    parts = {"0": {name: bool(asked[name]) for name in ("negated", "hedged") if asked.get(name) is not None}}
    made = _restated(record, place, asked, value | ({"parts": parts} if parts["0"] else {}))
    if targets.place(record.db, made["id"]):
        raise Unfit(f"that statement is in the record already: {made['id']}")
    return Draft("add", made["id"], made, [targets.anchor(record.db, place)])


def _restated(record: Record, place: targets.Place, asked: Mapping[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """Work out what a statement with spans a person set means, and set upon it what else the person gave."""
    if "models" not in asked:
        raise Unfit("to set spans, models are needed to read them with")
    made = restating.restated(record.db, place, asked["models"].load())
    (statement,) = from_rows(Statement, [made["statement"]])
    if value["set"] or value.get("parts"):
        words = targets.text_of(record.db, place.article)
        statement = with_fields(statement, value, lambda spans: " ".join(words[start:end] for start, end in spans))
        made["statement"] = pack(replace(statement, by=BY))
    known = {chain["id"]: chain for chain in (*made["chains"], *value.get("chains", []))}
    return made | {"chains": list(known.values()), "homes": value.get("homes", {})}


def _remove(record: Record, given: Force, target: str, _: Mapping[str, Any]) -> Draft:
    return Draft("remove", targets.article(record.db, given, target), {})


def _merge(record: Record, _: Force, target: str, asked: Mapping[str, Any]) -> Draft:
    id_, value = people.merged(record, [target, *asked.get("others", ())])
    return Draft("merge", id_, value)


def _split(record: Record, given: Force, target: str, asked: Mapping[str, Any]) -> Draft:
    articles = [targets.article(record.db, given, each) for each in asked.get("articles") or ()]
    id_, value = people.parted(record, target, asked.get("names") or (), articles)
    return Draft("split", id_, value)


def _undo(record: Record, given: Force, target: str, _: Mapping[str, Any]) -> Draft:
    """Undo a verdict, by its id or by what it is on: then the last one in force."""
    if target.strip().startswith("v-"):
        id_ = targets.resolve(record.db, given, target, "v")
        if id_ in force.undone(list(given.known.values())):
            raise Unfit(f"{id_} is undone already")
        return Draft("undo", id_, {})
    about = target.strip()
    names = {one: (one.target, _thing(one)) for one in force.standing(list(given.known.values()))}
    held = [one for one, told in names.items() if about and any(name.startswith(about) for name in told)]
    things = {_thing(one) for one in held}
    if len(things) != 1:
        raise Unfit(f"{len(things)} things judged begin with {target!r}" if things else f"no verdict on {target!r} is in force")
    return Draft("undo", held[-1].id, {})


def _thing(verdict: Verdict) -> str:
    """Name what a verdict is on: the statement it set, where it set one."""
    return _statement(verdict) or verdict.target


DRAFTS: dict[str, Callable[[Record, Force, str, Mapping[str, Any]], Draft]] = {
    "accept": _side("accept"),
    "reject": _side("reject"),
    "correct": _correct,
    "merge": _merge,
    "split": _split,
    "add": _add,
    "remove": _remove,
    "undo": _undo,
}

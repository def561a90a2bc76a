"""Names run together with what stands behind them: a page's second writing of the name, a headline, a verb in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.backends.protocols import Parse
from onrecord.read.bounds import first_names
from onrecord.read.mistaken import goes_before
from onrecord.read.names import Seen, core
from onrecord.records import Kind

_USED = 2  # times a surname stands alone where it is the one an article goes on to use


_LONG_KNOWN = 3  # times it did so before a run-on of somebody who is given no first name


def cut_off(parse: Parse, found: Sequence[Seen]) -> list[Seen]:
    """Cut off what follows a person's name: its own words once more, and what follows the surname an article goes on to use."""
    full = Counter(seen.key for seen in found if seen.kind == Kind.PERSON and len(seen.key) > 1)
    alone = Counter(seen.key[0] for seen in found if seen.kind == Kind.PERSON and len(seen.key) == 1)
    long_known = _long_known(parse, found)
    kept = [_cut(seen, _length(seen, full, alone)) if _may_run_on(seen) else seen for seen in found]
    return [
        _cut(seen, 1) if _may_run_on(seen) and len(seen.key) == 2 and seen.first in long_known and full[seen.key] == 1 else seen
        for seen in kept
    ]


def _long_known(parse: Parse, found: Sequence[Seen]) -> set[int]:
    """List where names begin with the surname of somebody called by title and surname, often, before: "(Bresk Lost)"."""
    alone: Counter[str] = Counter()
    called: set[str] = set()
    places = set()
    for seen in sorted((seen for seen in found if seen.kind == Kind.PERSON and seen.key), key=lambda seen: seen.first):
        first = seen.key[0]
        if len(seen.key) == 1:
            alone[first] += 1
            called |= {first} if is_called(parse, seen) else set()
        elif first in called and alone[first] >= _LONG_KNOWN and first not in first_names():
            places.add(seen.first)
    return places


def _may_run_on(seen: Seen) -> bool:
    whole = len(seen.words) == seen.last - seen.first == len(seen.key)
    return seen.kind == Kind.PERSON and len(seen.key) > 1 and whole and len(core(seen.key)) == len(seen.key)


def _cut(seen: Seen, length: int) -> Seen:
    """Keep some first words of a name."""
    off = len(seen.key) - length
    return replace(seen, last=seen.last - off, words=seen.words[:length]) if off else seen


def _length(seen: Seen, full: Counter[tuple[str, ...]], alone: Counter[str]) -> int:
    """Say how many of a name's words are the name."""
    key = seen.key
    if len(key) == 2:
        return 1 if _is_surname(key, full, alone) else 2
    again = next((at for at in range(2, len(key)) if len(key[at]) > 1 and key[at] in key[:at]), len(key))
    if again < len(key) and (key[again] == key[again - 1] or full[key[:again]] or again + 1 < len(key)):
        return again  # "Odo Bresk Bresk", "Odo Bresk Odo Varen Bresk": a page writes a linked name twice
    for length in range(len(key) - 1, 1, -1) if not alone[key[-1]] else ():
        if full[key[:length]] and alone[key[length - 1]] >= _USED:
            return length  # "Odo Bresk Presidential", then "Bresk"
        if length > 2 and full[(key[0], key[length - 1])]:
            return length  # "Odo Varen Bresk Retirees", where "Odo Bresk" stands, too
    return len(key)


def _is_surname(key: tuple[str, ...], full: Counter[tuple[str, ...]], alone: Counter[str]) -> bool:
    """Tell whether the first of two words is a surname the article uses alone, and the second nobody's: "Bresk Lost"."""
    first, last = key
    given = {name[0] for name in full if name[-1] == first and name[0] in first_names()}
    once = full[key] == 1 and not alone[last] and not any(name[-1] == last for name in full if name != key)
    return bool(given) and once and alone[first] >= _USED and first not in first_names()


def is_called(parse: Parse, seen: Seen) -> bool:
    """Tell whether a name has a title or an office before it that only a person has: "President Bresk"."""
    before = parse.text[seen.first - 1] if seen.first else ""
    return bool(seen.title) or (before[:1].isupper() and goes_before(before))

"""From a network's scores to attributions: cues proposed, the words around each labelled, overlaps settled.

Pure numpy. The labels of the words around a cue are O, then B I E S of its source, B I E S of its content, and the cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.backends.reader_input import Ints, Span, Words

Floats = NDArray[np.float32]
Array = NDArray[Any]

LEFT, RIGHT = 56, 88  # words read before a cue's first word, and from it on
SPAN = LEFT + RIGHT
LABELS = 10
SOURCE, CONTENT, CUE = 1, 5, 9
_NEVER = -1e4
_WORTH = 0.2  # below this chance a claim to a word keeps nobody else from it


@dataclass(frozen=True, slots=True)
class Chain:
    """The label chain: the learned cost of each step; which steps are possible follows from the labels."""

    step: Floats

    @property
    def steps(self) -> Floats:
        """Give the cost of each step, hopeless where it is impossible."""
        return np.where(possible(), self.step, np.float32(_NEVER)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed cue (words of the article), its chance as a flat tag, and what the network says around it."""

    cue: Span
    chance: float
    valid: float
    emission: Floats

    @property
    def zero(self) -> int:
        """Name the article's word that stands first around the cue; negative before the article."""
        return self.cue[0] - LEFT


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in words: pieces per role, and what is known of its sureness."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    features: tuple[float, ...]
    weakest: float = 1.0
    """The chance of the least sure word of its content to be content."""


def _part(label: int) -> int:
    return (label - 1) % 4 if SOURCE <= label < CUE else -1


def possible() -> NDArray[np.bool_]:
    """Say which label may follow which."""
    may = np.zeros((LABELS, LABELS), dtype=bool)
    for a in range(LABELS):
        for b in range(LABELS):
            same = (a - 1) // 4 == (b - 1) // 4
            may[a, b] = same and _part(b) in (1, 2) if _part(a) in (0, 1) else _part(b) in (-1, 0, 3)
    return may


OPENS = np.array([_part(label) not in (1, 2) for label in range(LABELS)])
CLOSES = np.array([_part(label) not in (0, 1) for label in range(LABELS)])


def runs(inside: Array) -> list[Span]:
    """List the unbroken runs of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inside.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def propose(cue: Array, begin: Array, threshold: float) -> list[Span]:
    """Propose cues: runs of words likely in a cue, parted where a word likely begins one."""
    found: list[Span] = []
    for low, high in runs(cue >= threshold):
        start = low
        for i in range(low + 1, high):
            if begin[i] > 0.5 * cue[i] and begin[i] > 0.3:
                found.append((start, i))
                start = i
        found.append((start, high))
    return found


def around(words: Words, start: int, end: int, cue: Span) -> tuple[Ints, Floats, Ints, Ints, Ints]:
    """Lay out the words around a cue of a window: index, mask, cue words, paragraphs and sentences away."""
    index = np.arange(cue[0] - LEFT, cue[0] - LEFT + SPAN)
    mask = ((index >= 0) & (index < end - start)).astype(np.float32)
    index = index.clip(0, end - start - 1)
    in_cue = ((index >= cue[0]) & (index < cue[1]) & (mask > 0)).astype(np.int64)
    paragraph = words.paragraph[start + index] - words.paragraph[start + cue[0]]
    sentence = words.sentence[start + index] - words.sentence[start + cue[0]]
    return index, mask, in_cue, paragraph.clip(-2, 2) + 2, sentence.clip(-3, 3) + 3


def hold(emission: Floats, outside: Array) -> Floats:
    """Hold the words outside at O."""
    held = np.full(LABELS, _NEVER, dtype=np.float32)
    held[0] = 0.0
    return np.where(outside[..., None], held, emission).astype(np.float32)


def best_labels(emission: Floats, chain: Chain) -> NDArray[np.int8]:
    """Find the best labels of each row of words (Viterbi)."""
    count, length, _ = emission.shape
    steps = chain.steps
    back = np.zeros((length, count, LABELS), dtype=np.int8)
    score = emission[:, 0] + np.where(OPENS, 0.0, _NEVER).astype(np.float32)
    for t in range(1, length):
        ways = score[:, :, None] + steps
        back[t] = ways.argmax(1)
        score = np.take_along_axis(ways, back[t][:, None, :].astype(np.int64), 1)[:, 0] + emission[:, t]
    labels = np.zeros((count, length), dtype=np.int8)
    rows = np.arange(count)
    labels[:, -1] = (score + np.where(CLOSES, 0.0, _NEVER)).argmax(1)
    for t in range(length - 1, 0, -1):
        labels[:, t - 1] = back[t][rows, labels[:, t]]
    return labels


def chances(emission: Floats, chain: Chain) -> Floats:
    """Give each word's chance of each label under the chain (forward-backward)."""
    length = emission.shape[1]
    matrix = np.exp(chain.steps)
    weight = np.exp(emission - emission.max(-1, keepdims=True))
    ahead = np.empty_like(weight)
    ahead[:, 0] = weight[:, 0] * OPENS
    for t in range(1, length):
        now = (ahead[:, t - 1] @ matrix) * weight[:, t]
        ahead[:, t] = now / now.sum(-1, keepdims=True)
    behind = np.empty_like(weight)
    behind[:, -1] = CLOSES
    for t in range(length - 2, -1, -1):
        now = (behind[:, t + 1] * weight[:, t + 1]) @ matrix.T
        behind[:, t] = now / now.sum(-1, keepdims=True)
    both = ahead * behind
    result: Floats = both / both.sum(-1, keepdims=True)
    return result


def pieces(labels: Array, base: int, zero: int, solid: Array) -> tuple[Span, ...]:
    """Read a role's pieces off the labels, in words of the article; pieces parted by punctuation only are one."""
    spans: list[Span] = []
    for low, high in runs((labels >= base) & (labels < base + 4)):
        start = low + zero
        if spans and not solid[spans[-1][1] : start].any():
            spans[-1] = (spans[-1][0], high + zero)
        else:
            spans.append((start, high + zero))
    return tuple(spans)


def settle(candidates: Sequence[Candidate], chain: Chain, solid: Array) -> list[Found]:
    """Label the words around every candidate, each word of content for one candidate only.

    PolNeAR's attributions hardly ever share a word. So a word is content only for the candidate with the best claim to it;
    what is still claimed twice goes to the surest, and a candidate that loses words is labelled anew without them. One left
    without content is dropped.
    """
    if not candidates:
        return []
    emission = np.stack([candidate.emission for candidate in candidates])
    emission[..., CONTENT:CUE][_outbid(candidates, chances(emission, chain), len(solid))] = _NEVER
    labels, chance = best_labels(emission, chain), chances(emission, chain)
    sure = [_sureness(*reading) for reading in zip(candidates, labels, chance, strict=True)]
    taken = np.full(len(solid), False)
    found: list[Found] = []
    for i in sorted(range(len(candidates)), key=lambda i: (-sure[i], i)):
        candidate, own, odds = candidates[i], labels[i], chance[i]
        place = _place(candidate)
        lost = taken[place.clip(0, len(solid) - 1)] & (place >= 0) & (place < len(solid))
        if (lost & (own >= CONTENT) & (own < CUE)).any() or (lost & (own == CUE)).all():
            again = hold(emission[i], lost)[None]
            own, odds = best_labels(again, chain)[0], chances(again, chain)[0]
        content = pieces(own, CONTENT, candidate.zero, solid)
        if not any(solid[low:high].any() for low, high in content):
            continue
        source = pieces(own, SOURCE, candidate.zero, solid)
        cue = tuple((low + candidate.zero, high + candidate.zero) for low, high in runs(own == CUE)) or (candidate.cue,)
        for low, high in content:
            taken[low:high] = True
        found.append(Found(source, cue, content, features(candidate, own, odds), _weakest(own, odds)))
    return found


def _weakest(labels: Array, chance: Array) -> float:
    """Give the least chance of a word labelled as content to be content."""
    inside = (labels >= CONTENT) & (labels < CUE)
    return float(chance[inside, CONTENT:CUE].sum(-1).min())


def _place(candidate: Candidate) -> Ints:
    return np.arange(SPAN) + candidate.zero


def _outbid(candidates: Sequence[Candidate], chance: Floats, count: int) -> NDArray[np.bool_]:
    """Mark for each candidate the words to whose content another has a better claim that is worth anything."""
    claims = np.zeros((len(candidates), count), dtype=np.float32)
    places = [_place(candidate) for candidate in candidates]
    inside = [(place >= 0) & (place < count) for place in places]
    for row, candidate in enumerate(candidates):
        content = chance[row, inside[row], CONTENT:CUE].sum(-1)
        claims[row, places[row][inside[row]]] = content / (1 + np.exp(-candidate.valid))
    best = claims.max(0)
    lost = np.zeros((len(candidates), SPAN), dtype=bool)
    for row, place in enumerate(places):
        words = place[inside[row]]
        lost[row, inside[row]] = (best[words] > _WORTH) & (claims[row, words] < best[words])
    return lost


def _sureness(candidate: Candidate, labels: Array, chance: Array) -> float:
    one = features(candidate, labels, chance)
    return one[0] + one[2]


def features(candidate: Candidate, labels: Array, chance: Array) -> tuple[float, ...]:
    """Sum up how sure a reading is: of the cue, of the tag, of content and source (expected overlap), and its shape."""
    wanted: list[float] = []
    for base in (CONTENT, SOURCE):
        odds = chance[:, base : base + 4].sum(-1)
        chosen = (labels >= base) & (labels < base + 4)
        shared = float(odds[chosen].sum())
        size = float(chosen.sum())
        wanted.append(shared / max(1e-6, size + float(odds.sum()) - shared) if size else float(np.prod(1 - odds)))
    has_source = float(((labels >= SOURCE) & (labels < CONTENT)).any())
    size = float(((labels >= CONTENT) & (labels < CUE)).sum())
    return (candidate.valid, _logit(candidate.chance), _logit(wanted[0]), _logit(wanted[1]), has_source, float(np.log1p(size)))


def _logit(chance: float) -> float:
    clipped = min(max(chance, 1e-3), 1 - 1e-3)
    return float(np.log(clipped / (1 - clipped)))

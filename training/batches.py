"""Windows of articles as training batches, and the cues that the second tagger is taught with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.backends.reader_decode import LEFT, SPAN
from onrecord.backends.reader_input import PIECES, Ints, Span, window_input
from training.data import Article, Attribution

FALSE_CUES = 5  # of a window, at most: early on nearly every verb is proposed


@dataclass(frozen=True, slots=True)
class Piece:
    """A window to learn from: its words, and the attributions whose cue it holds."""

    article: Article
    attributions: tuple[Attribution, ...]
    start: int
    end: int


def pieces_of(article: Article, rng: np.random.Generator) -> list[Piece]:
    """Cut an article anew: windows side by side, from a random beginning, by one annotator drawn at random."""
    reading = article.readings[int(rng.integers(len(article.readings)))]
    words = article.words
    cut: list[Piece] = []
    start, room = 0, int(rng.integers(PIECES // 3, PIECES + 1))
    while start < len(words):
        limit = int(words.first[start]) + room
        end = max(start + 1, int(np.searchsorted(words.first, limit, side="right")) - 1)
        room = PIECES
        if end < len(words) and rng.random() < 0.7:
            begins = [i for i in range(start + (end - start) * 3 // 4, end) if words.sentence[i] != words.sentence[i - 1]]
            end = begins[-1] if begins else end
        inside = tuple(a for a in reading if start <= a.cue[0][0] < end)
        cut.append(Piece(article, inside, start, end))
        start = end
    return cut


def epoch_batches(articles: list[Article], size: int, seed: int) -> list[list[Piece]]:
    """Shuffle all windows of an epoch into batches of like length."""
    rng = np.random.default_rng(seed)
    pieces = [piece for article in articles for piece in pieces_of(article, rng)]
    order = rng.permutation(len(pieces))
    shuffled = [pieces[i] for i in order]
    batches: list[list[Piece]] = []
    for low in range(0, len(shuffled), size * 20):
        pool = sorted(shuffled[low : low + size * 20], key=_length)
        batches += [pool[i : i + size] for i in range(0, len(pool), size)]
    return [batches[i] for i in rng.permutation(len(batches))]


def _length(piece: Piece) -> int:
    first = piece.article.words.first
    return int(first[piece.end] - first[piece.start])


def encoder_arrays(pieces: list[Piece]) -> tuple[Ints, Ints, Ints, list[Ints]]:
    """Pad windows into one block: ids, marks, mask, and where each window's words begin."""
    laid = [window_input(piece.article.words, piece.start, piece.end) for piece in pieces]
    width = max(len(ids) for ids, _, _ in laid)
    ids, marks, mask = (np.zeros((len(laid), width), dtype=np.int64) for _ in range(3))
    for row, (own, own_marks, _) in enumerate(laid):
        ids[row, : len(own)], marks[row, : len(own)], mask[row, : len(own)] = own, own_marks, 1
    return ids, marks, mask, [first for _, _, first in laid]


def flat_labels(piece: Piece) -> Ints:
    """Label every word of a window by the role it plays in any attribution; -100 where two claim it."""
    labels = np.zeros(piece.end - piece.start, dtype=np.int64)
    for attribution in piece.attributions:
        for number, spans in enumerate((attribution.cue, attribution.source, attribution.content)):
            for low, high in spans:
                low, high = max(low, piece.start) - piece.start, min(high, piece.end) - piece.start
                if low < high:
                    labels[low:high] = 2 + 2 * number
                    labels[low] = 1 + 2 * number
    return labels


def teach(piece: Piece, proposed: list[Span], rng: np.random.Generator) -> list[tuple[Span, Attribution | None]]:
    """Pair cues of a window with what they should yield: true ones (as annotated, as proposed, or disturbed) and false ones."""
    taught: list[tuple[Span, Attribution | None]] = []
    golden = np.zeros(piece.end - piece.start, dtype=bool)
    for attribution in piece.attributions:
        low, high = attribution.cue[0]
        low, high = low - piece.start, min(high, piece.end) - piece.start
        golden[low:high] = True
        shown = (low, high)
        draw = rng.random()
        if draw < 0.5:
            mine = [span for span in proposed if span[0] < high and low < span[1]]
            if mine:
                shown = max(mine, key=lambda span: min(high, span[1]) - max(low, span[0]))
            elif high - low > 1:
                start = int(rng.integers(low, high))
                shown = (start, int(rng.integers(start + 1, high + 1)))
        taught.append((shown, attribution))
    false = [span for span in proposed if not golden[span[0] : span[1]].any()]
    if len(false) > FALSE_CUES:
        false = [false[i] for i in rng.choice(len(false), FALSE_CUES, replace=False)]
    return taught + [(span, None) for span in false]


def chain_labels(piece: Piece, cue: Span, attribution: Attribution | None) -> Ints:
    """Label the words around a cue with what the chain should read there."""
    labels = np.zeros(SPAN, dtype=np.int64)
    if attribution is None:
        return labels
    zero = piece.start + cue[0] - LEFT
    bottom, top = max(0, piece.start - zero), min(SPAN, piece.end - zero)
    for low, high in attribution.cue:
        labels[max(low - zero, bottom) : max(bottom, min(high - zero, top))] = 9
    for base, spans in ((1, attribution.source), (5, attribution.content)):
        for low, high in spans:
            low, high = max(low - zero, bottom), min(high - zero, top)
            if high - low == 1:
                labels[low] = base + 3
            elif high > low:
                labels[low:high] = base + 1
                labels[low], labels[high - 1] = base, base + 2
    return labels

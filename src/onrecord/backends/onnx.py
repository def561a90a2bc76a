"""The trained reader of attributions as a Tagger: onnxruntime and tokenizers, no torch.

The model is a package of its own (`onrecord-reader-en`); without it `load()` gives None and the rules serve.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from onrecord.backends.protocols import Parse
from onrecord.backends.reader_decode import Array, Candidate, Chain, Floats, Found, around, hold, propose, settle
from onrecord.backends.reader_input import Ints, Span, Words, cut_windows, split_words, window_input
from onrecord.records import Attribution, Block, Spans, TrainedAttribution

PACKAGE = "onrecord_reader_en"
_LINES = str.maketrans("\r\n\t\u00a0\u2028\u2029", "      ")
_LOOSE = frozenset(",;–—")
_OPENING, _CLOSING = frozenset("“"), frozenset("”")


class Network(Protocol):
    """What reads a window: the two graphs, or anything that answers like them."""

    def encode(self, ids: Ints, marks: Ints, first: Ints) -> tuple[Floats, Floats]:
        """Give each word of a window its vector and its chances as O, B and I of cue, source and content."""
        ...

    def read_cues(self, hidden: Floats, flat: Floats, *near: Array) -> tuple[Floats, Floats]:
        """Score the labels of the words around each cue, and each cue."""
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """What was learned or tuned beside the graphs."""

    version: str
    chain: Chain
    propose_at: float
    keep_at: float
    weights: tuple[float, ...]
    """Of the logistic regression from features to the chance that content and source are right; the last is the constant."""

    @classmethod
    def read(cls, path: Path) -> Settings:
        """Read the model's reader.json."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        chain = Chain(np.asarray(raw["chain"], dtype=np.float32))
        return cls(raw["version"], chain, raw["propose_at"], raw["keep_at"], tuple(raw["weights"]))

    def score(self, found: Found) -> float:
        """Give the calibrated chance that an attribution is right."""
        *weights, constant = self.weights
        logit = constant + sum(w * x for w, x in zip(weights, found.features, strict=True))
        return float(1 / (1 + np.exp(-logit)))


class OnnxNetwork:
    """The two graphs, on one core: a window at a time, so that nothing read beside it can change a reading."""

    def __init__(self, folder: Path) -> None:
        """Load the graphs of a model's folder."""
        self._encoder = _session(folder / "encoder.onnx")
        self._cues = _session(folder / "cues.onnx")

    def encode(self, ids: Ints, marks: Ints, first: Ints) -> tuple[Floats, Floats]:
        """Run the encoder."""
        hidden, flat = self._encoder.run(None, {"ids": ids[None], "marks": marks[None], "first": first})
        return hidden, flat

    def read_cues(self, hidden: Floats, flat: Floats, *near: Array) -> tuple[Floats, Floats]:
        """Run the tagger of what stands around a cue."""
        names = ("index", "mask", "cue", "paragraph", "sentence")
        feed = {"hidden": hidden, "flat": flat, **dict(zip(names, near, strict=True))}
        emission, valid = self._cues.run(None, feed)
        return emission, valid


def _session(path: Path) -> Any:
    onnxruntime = import_module("onnxruntime")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class OnnxTagger:
    """Read attributions with the trained model."""

    def __init__(self, folder: Path) -> None:
        """Load a model's folder."""
        self.folder = folder
        self.settings = Settings.read(folder / "reader.json")
        self.name = f"{PACKAGE.replace('_', '-')}/{self.settings.version}"
        self._tokenizer = import_module("tokenizers").Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._network = OnnxNetwork(folder)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as the folder's name: sessions cannot be pickled."""
        return OnnxTagger, (self.folder,)

    def tag(self, text: str, blocks: Sequence[Block], parse: Parse | None = None) -> list[Attribution]:  # noqa: ARG002
        """List the attributions in text order of their content; the parse is not needed."""
        paragraphs = [(block.start, block.end) for block in blocks]
        flat_text = text.translate(_LINES)
        words = split_words(flat_text, paragraphs, self._tokenizer)
        solid = solid_words(flat_text, words)
        found = settle(candidates(words, self._network, self.settings.propose_at), self.settings.chain, solid)
        rows = [(self.settings.score(one), one) for one in found]
        kept = [self._record(one, score, flat_text, words) for score, one in rows if score >= self.settings.keep_at]
        return sorted(kept, key=lambda one: (one.content, one.cue, one.source))

    def _record(self, found: Found, score: float, text: str, words: Words) -> Attribution:
        source, cue, content = (to_spans(pieces, text, words) for pieces in (found.source, found.cue, found.content))
        return TrainedAttribution(source, cue, content, round(score, 3), self.name, round(found.weakest, 3))


def solid_words(text: str, words: Words) -> Array:
    """Say which words hold a letter or digit: the others are punctuation."""
    spans = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    return np.array([any(map(str.isalnum, text[start:end])) for start, end in spans], dtype=bool)


def candidates(words: Words, network: Network, threshold: float) -> list[Candidate]:
    """Read an article window by window and collect the proposed cues, each from the window that owns its first word."""
    found: list[Candidate] = []
    for window in cut_windows(words):
        hidden, flat = network.encode(*window_input(words, window.start, window.end))
        chance = flat[:, 1] + flat[:, 2]
        proposed = propose(chance, flat[:, 1], threshold)
        cues = [cue for cue in proposed if window.own_start <= cue[0] + window.start < window.own_end]
        if not cues:
            continue
        near = [np.stack(column) for column in zip(*(around(words, window.start, window.end, cue) for cue in cues), strict=True)]
        emission, valid = network.read_cues(hidden, flat, *near)
        emission = hold(emission, near[1] == 0)
        for i, (low, high) in enumerate(cues):
            cue = (low + window.start, high + window.start)
            found.append(Candidate(cue, float(chance[low:high].max()), float(valid[i]), emission[i]))
    return found


def to_spans(pieces: Sequence[Span], text: str, words: Words) -> Spans:
    """Turn pieces of words into code points, quotation marks kept in pairs and stray commas left out."""
    spans: list[Span] = []
    for low, high in pieces:
        while high - low > 1 and text[words.starts[high - 1] : words.ends[high - 1]] in _LOOSE:
            high -= 1
        while high - low > 1 and text[words.starts[low] : words.ends[low]] in _LOOSE:
            low += 1
        spans.append(_paired(int(words.starts[low]), int(words.ends[high - 1]), text))
    return tuple(spans)


def _paired(start: int, end: int, text: str) -> Span:
    """Take in or leave out a typographic quotation mark at an edge, so that none stands alone there."""
    inside = text[start:end]
    opened, closed = inside.count("“"), inside.count("”")
    if opened > closed and text[end : end + 1] in _CLOSING:
        return start, end + 1
    if closed > opened and text[start - 1 : start] in _OPENING:
        return start - 1, end
    if opened > closed and inside.endswith("“"):
        return start, len(inside[:-1].rstrip()) + start
    if closed > opened and inside.startswith("”"):
        return end - len(inside[1:].lstrip()), end
    return start, end


@lru_cache(maxsize=2)
def load(folder: Path | None = None) -> OnnxTagger | None:
    """Load the installed model, or the one in a folder; None where the package or what runs it is not installed."""
    try:
        if folder is None:
            folder = Path(import_module(PACKAGE).PATH)
        return OnnxTagger(folder)
    except ImportError:
        return None

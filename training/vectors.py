"""Distil the static embedding: `python -m training.vectors START DATA [--judge CSV...] [--package PACKAGE]`.

START is the folder of a sentence encoder (all-MiniLM-L6-v2), DATA that of PolNeAR, of which the texts of `train/` are taken.
Each word piece starts as the encoder's vector for it alone, in the main directions of sentences (Tulkens and van Dongen 2024,
model2vec), weighted by how rare it is (Arora, Liang and Ma 2017). Then the pieces are trained so that their sums point where the
encoder's vectors of whole sentences point, and are as alike as these are. `--judge` takes pairs (columns premise, hypothesis,
label) and tells how often an entailed sentence finds its premise among all of them.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn import functional

from training.model import VOCABULARY, Encoder

Floats = NDArray[np.float32]
Pieces = list[list[int]]

WIDTH = 160
LONGEST = 126
EPOCHS, BATCH, RATE = 4, 256, 2e-3
RARE = 1e-3
CLS, SEP = 101, 102
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


def sentences(folder: Path) -> list[str]:
    """Take the sentences of 5 to 45 words from the texts of a folder."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    held = {sentence.strip() for text in texts for sentence in _SENTENCE.split(text)}
    return sorted(sentence for sentence in held if 5 <= len(sentence.split()) <= 45)


class Teacher:
    """The sentence encoder: the mean of the vectors of a sentence's pieces."""

    def __init__(self, folder: Path) -> None:
        self.encoder = Encoder(0.0)
        self.encoder.start_from(folder)
        self.encoder.eval()

    @torch.no_grad()
    def encode(self, pieces: Pieces) -> Floats:
        """Give each text, as word pieces, a row of length one."""
        out = np.zeros((len(pieces), self.encoder.word.weight.shape[1]), np.float32)
        order = sorted(range(len(pieces)), key=lambda at: len(pieces[at]))
        for low in range(0, len(order), 64):
            batch = order[low : low + 64]
            out[batch] = self._batch([[CLS, *pieces[at], SEP] for at in batch])
        return out

    def _batch(self, pieces: Pieces) -> Floats:
        longest = max(map(len, pieces))
        ids = torch.tensor([[*each, *[0] * (longest - len(each))] for each in pieces])
        mask = torch.tensor([[1.0] * len(each) + [0.0] * (longest - len(each)) for each in pieces])
        hidden = self.encoder(ids, torch.zeros_like(ids), ((mask - 1.0) * 1e4)[:, None, None, :])
        mean = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return np.asarray(functional.normalize(mean, dim=-1).numpy(), dtype=np.float32)


def start(alone: Floats, directions: Floats, pieces: Pieces) -> Floats:
    """Give each piece its first vector: its own direction, the longer the rarer it is."""
    seen = Counter(piece for each in pieces for piece in each)
    share = np.array([seen[piece] for piece in range(VOCABULARY)]) / sum(seen.values())
    turned = (alone - alone.mean(0)) @ directions.T
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    return np.asarray(turned * (RARE / (RARE + share))[:, None], dtype=np.float32)


def train(vectors: Floats, pieces: Pieces, taught: Floats, directions: Floats) -> Floats:
    """Train the vectors towards the encoder's own: where a sentence points, and how alike any two of a batch are."""
    torch.manual_seed(0)
    order = np.random.default_rng(0)
    table = torch.nn.EmbeddingBag(VOCABULARY, vectors.shape[1], mode="sum")
    table.weight.data = torch.tensor(vectors)
    steps = torch.optim.Adam(table.parameters(), lr=RATE)
    whole = torch.tensor(taught)
    aimed = functional.normalize(whole @ torch.tensor(directions).T, dim=-1)
    for epoch in range(1, EPOCHS + 1):
        losses = []
        shuffled = order.permutation(len(pieces))
        for low in range(0, len(pieces) - BATCH + 1, BATCH):
            batch = shuffled[low : low + BATCH].tolist()
            flat = torch.tensor([piece for at in batch for piece in pieces[at]])
            begins = torch.tensor(np.cumsum([0, *(len(pieces[at]) for at in batch[:-1])]))
            made = functional.normalize(table(flat, begins), dim=-1)
            alike = ((made @ made.T - whole[batch] @ whole[batch].T) ** 2).mean()
            loss = 20 * alike + 0.3 * (1 - (made * aimed[batch]).sum(1)).mean()
            steps.zero_grad()
            loss.backward()
            steps.step()
            losses.append(loss.item())
        print(f"epoch {epoch}: loss {sum(losses) / len(losses):.4f}", flush=True)
    return np.asarray(table.weight.detach().numpy(), dtype=np.float32)


def quantise(vectors: Floats) -> NDArray[np.int8]:
    """Round to eight bits over the whole table: only directions count, and one scale for all keeps them."""
    scale = float(np.percentile(np.abs(vectors), 99.9)) / 127
    return np.clip(np.round(vectors / scale), -127, 127).astype(np.int8)


def sums(vectors: NDArray[Any], pieces: Pieces) -> Floats:
    """Give each text its sum, of length one."""
    rows = np.stack([vectors[each].astype(np.float32).sum(0) for each in pieces])
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def weighed_words(pieces: Pieces, counts: Counter[int], among: int) -> Floats:
    """Give each text a row of its word pieces weighed by rarity (tf-idf): what a search by words has."""
    rows = np.zeros((len(pieces), VOCABULARY), np.float32)
    for at, each in enumerate(pieces):
        for piece in set(each):
            rows[at, piece] = np.log(among / counts[piece])
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def judge(paths: Sequence[Path], cut: Any, teacher: Teacher, vectors: NDArray[np.int8]) -> None:
    """Print how often the premise of an entailed sentence is the first, or among the first ten, of 2,000; by words in common."""
    rows = [row for path in paths for row in csv.DictReader(path.open(encoding="utf-8"))]
    rows = [row for row in rows if row["label"] == "entailment" and len(row["hypothesis"].split()) > 5]
    random.Random(1).shuffle(rows)
    asked, told = ([cut(row[side]) for row in rows[:2000]] for side in ("hypothesis", "premise"))
    counts = Counter(piece for each in (*asked, *told) for piece in set(each))
    shared = np.array([len(set(a) & set(b)) / len(set(a)) for a, b in zip(asked, told, strict=True)])
    few = shared <= np.quantile(shared, 0.25)
    made = {
        "words (tf-idf)": [weighed_words(each, counts, 2 * len(asked)) for each in (asked, told)],
        "encoder": [teacher.encode(each) for each in (asked, told)],
        "vectors, eight bits": [sums(vectors, each) for each in (asked, told)],
    }
    for name, (left, right) in made.items():
        likeness = left @ right.T
        rank = (likeness > likeness.diagonal()[:, None]).sum(1)
        parts = ((words, rank[which]) for words, which in (("all", rank >= 0), ("quarter with fewest words in common", few)))
        print(name, *(f"{words}: first {np.mean(r < 1):.3f}, first ten {np.mean(r < 10):.3f}" for words, r in parts), sep="; ")


def write(vectors: NDArray[np.int8], package: Path) -> None:
    """Write the vectors into the reader's package, and their hash into its list."""
    np.save(package / "vectors.npy", vectors)
    settings = json.loads((package / "reader.json").read_text(encoding="utf-8"))
    settings["sha256"]["vectors.npy"] = hashlib.sha256((package / "vectors.npy").read_bytes()).hexdigest()
    (package / "reader.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path, help="folder of the encoder: model.safetensors and tokenizer.json")
    parser.add_argument("data", type=Path, help="folder of PolNeAR")
    parser.add_argument("--judge", type=Path, nargs="*", default=[], help="pairs to judge by: CSV of premise, hypothesis, label")
    parser.add_argument("--package", type=Path, help="folder of the reader's package to write into")
    options = parser.parse_args()
    tokenizer: Any = Tokenizer.from_file(str(options.start / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    teacher = Teacher(options.start)

    def cut(text: str) -> list[int]:
        return list(tokenizer.encode(text, add_special_tokens=False).ids)

    pieces = [cut(sentence) for sentence in sentences(options.data / "train")]
    print(f"{len(pieces)} sentences", flush=True)
    taught = teacher.encode(pieces)
    directions = np.linalg.svd(taught, full_matrices=False)[2][:WIDTH]
    alone = teacher.encode([[piece] for piece in range(VOCABULARY)])
    vectors = quantise(train(start(alone, directions, pieces), pieces, taught, directions))
    if options.judge:
        judge(options.judge, cut, teacher, vectors)
    if options.package:
        write(vectors, options.package)


if __name__ == "__main__":
    main()

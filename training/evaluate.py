"""Score a checkpoint or an exported model on dev, and fit its calibration (`python -m training.evaluate --help`)."""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.backends.onnx import Network, OnnxNetwork, candidates, solid_words, to_spans
from onrecord.backends.reader_decode import Array, Candidate, Chain, Floats, Found, settle
from onrecord.backends.reader_input import Ints
from training.data import Article, load
from training.model import Reader

ROLES = ("source", "cue", "content")
PROPOSE_AT = 0.25
KEEP_AT = 0.1
"""The headline figure is level from here to 0.4 (74.8 to 75.0): the lowest keeps most for whoever weighs scores afterwards."""
FOLDS = 6


class TorchNetwork:
    """The network as trained."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader.eval()

    @torch.inference_mode()
    def encode(self, ids: Ints, marks: Ints, first: Ints) -> tuple[Floats, Floats]:
        """Run the encoder."""
        vectors = self.reader.encoder(torch.from_numpy(ids)[None], torch.from_numpy(marks)[None])[0]
        hidden = vectors[torch.from_numpy(first)]
        return hidden.numpy(), self.reader.encoder.flat(hidden).softmax(-1).numpy()

    @torch.inference_mode()
    def read_cues(self, hidden: Floats, flat: Floats, *near: Array) -> tuple[Floats, Floats]:
        """Run the tagger of what stands around a cue."""
        emission, valid = self.reader.cues(*(torch.from_numpy(array) for array in (hidden, flat, *near)))
        return emission.numpy(), valid.numpy()


def open_checkpoint(path: Path, which: str = "reader") -> Reader:
    """Load a checkpoint's last weights (or their running mean)."""
    reader = Reader()
    reader.load_state_dict(torch.load(path, weights_only=True)[which])
    return reader.eval()


def open_scorer(path: Path) -> Any:
    """Import the scorer from where it lies."""
    spec = importlib.util.spec_from_file_location("score_polnear", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def open_tokenizer(folder: Path) -> Any:
    """Load the tokenizer without its limits on length."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def propose_all(articles: Sequence[Article], network: Network, propose_at: float = PROPOSE_AT) -> list[list[Candidate]]:
    """Collect the candidates of each article."""
    return [candidates(article.words, network, propose_at) for article in articles]


def settle_all(articles: Sequence[Article], proposed: Sequence[list[Candidate]], chain: Chain) -> list[list[Found]]:
    """Settle the candidates of each article."""
    return [
        settle(some, chain, solid_words(article.text, article.words)) for article, some in zip(articles, proposed, strict=True)
    ]


def as_rows(article: Article, found: Sequence[Found]) -> list[dict[str, Any]]:
    """Write attributions as the scorer reads them."""
    return [
        {role: [list(s) for s in to_spans(getattr(one, role), article.text, article.words)] for role in ROLES} for one in found
    ]


def right_ones(scorer: Any, text: str, gold: list[dict[str, Any]], rows: list[dict[str, Any]]) -> Array:
    """Mark the predictions that count in the headline figure: content and source both overlap a gold attribution's."""
    tokens = scorer.Tokens(text)
    golden, own = ([{r: tokens.of(a.get(r) or []) for r in ROLES} for a in group] for group in (gold, rows))
    golden = [a for a in golden if a["content"]]
    right = np.zeros(len(own), dtype=bool)
    for i, j, overlap in scorer.pair(golden, own):
        g, p = golden[i]["source"], own[j]["source"]
        right[j] = overlap >= 0.5 and (scorer.jaccard(g, p) >= 0.5 if g else not p)
    return right


def fit(features: Floats, right: Array, ridge: float = 1.0) -> Floats:
    """Fit a logistic regression (Newton's method, a small ridge); the last weight is the constant."""
    x = np.hstack([features, np.ones((len(features), 1))])
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-(x @ weights).clip(-30, 30)))
        slope = x.T @ (right - chance) - ridge * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + ridge * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(curve, slope)
    result: Floats = weights
    return result


def sure(features: Floats, weights: Floats) -> Floats:
    """Give the calibrated chances."""
    x = np.hstack([features, np.ones((len(features), 1))])
    result: Floats = 1 / (1 + np.exp(-(x @ weights)))
    return result


class Dev:
    """The dev articles read once, to be scored at any threshold."""

    def __init__(
        self, articles: Sequence[Article], found: list[list[Found]], scorer: Any, root: Path, split: str = "dev"
    ) -> None:
        self.articles, self.scorer = articles, scorer
        docs = scorer.load_split(str(root), split)
        self.gold = [docs[article.name]["gold"] for article in articles]
        self.rows = [as_rows(article, some) for article, some in zip(articles, found, strict=True)]
        self.fold = np.concatenate([[i % FOLDS] * len(some) for i, some in enumerate(found)]).astype(int)
        self.features = np.array([one.features for some in found for one in some])
        self.right = np.concatenate(
            [right_ones(scorer, a.text, g, r) for a, g, r in zip(articles, self.gold, self.rows, strict=True)]
        )

    def crossed(self) -> Floats:
        """Give each prediction's chance by weights fitted without its article."""
        chance = np.zeros(len(self.right))
        for fold in range(FOLDS):
            out = self.fold == fold
            chance[out] = sure(self.features[out], fit(self.features[~out], self.right[~out]))
        return chance

    def score(self, chance: Floats, keep_at: float) -> Any:
        """Score what reaches a threshold."""
        items, at = [], 0
        for article, gold, rows in zip(self.articles, self.gold, self.rows, strict=True):
            own = chance[at : at + len(rows)]
            at += len(rows)
            items.append((article.text, gold, [row for row, c in zip(rows, own, strict=True) if c >= keep_at]))
        return self.scorer.score(items)

    def best(self, chance: Floats) -> float:
        """Find the threshold with the best headline figure."""
        return max(
            (float(t) for t in np.arange(0.1, 0.7, 0.02)), key=lambda t: self.score(chance, t)["attribution"]["overlap"]["f1"]
        )


def reliability(chance: Floats, right: Array, keep_at: float) -> list[tuple[str, int, float, float]]:
    """Tabulate how often attributions of a like score are right: range, count, mean score, share right."""
    table = []
    edges = [keep_at, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01]
    for low, high in itertools.pairwise(edges):
        inside = (chance >= low) & (chance < high)
        if low < high and inside.any():
            table.append(
                (f"{low:.2f}-{min(high, 1):.2f}", int(inside.sum()), float(chance[inside].mean()), float(right[inside].mean()))
            )
    return table


def main() -> None:
    """Score; where the model is a folder, write the calibration into its reader.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("model", type=Path, help="a checkpoint (.pt) or an exported folder")
    parser.add_argument("start", type=Path, help="folder with tokenizer.json")
    parser.add_argument("--suffix", default="", help="-float for the exported graphs before quantisation")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(2)
    articles = load(options.data, "dev", open_tokenizer(options.start))
    settings = None
    if options.model.suffix == ".pt":
        reader = open_checkpoint(options.model)
        network: Network = TorchNetwork(reader)
        chain = Chain(reader.chain.step.detach().numpy())
    else:
        settings = json.loads((options.model / "reader.json").read_text())
        network = OnnxNetwork(options.model)
        chain = Chain(np.asarray(settings["chain"], dtype=np.float32))
    scorer = open_scorer(options.scorer)
    dev = Dev(articles, settle_all(articles, propose_all(articles, network), chain), scorer, options.data)
    chance = dev.crossed()
    best = dev.best(chance)
    headline = dev.score(chance, best)["attribution"]["overlap"]["f1"]
    print(f"weights fitted on the other articles; kept at {KEEP_AT} (best headline figure: {headline:.4f} at {best:.2f})")
    print(scorer.table(dev.score(chance, KEEP_AT)))
    print("score | attributions | mean score | right")
    for name, count, mean, share in reliability(chance, dev.right, KEEP_AT):
        print(f"{name} | {count} | {mean:.3f} | {share:.3f}")
    kept = chance >= KEEP_AT
    high = chance >= 0.9
    print(f"of {kept.sum()} kept, {high.sum() / kept.sum():.3f} score >= .9, of which {dev.right[high].mean():.3f} right")
    if settings is not None and options.write:
        settings |= {"propose_at": PROPOSE_AT, "keep_at": KEEP_AT}
        settings["weights"] = [round(float(w), 5) for w in fit(dev.features, dev.right)]
        (options.model / "reader.json").write_text(json.dumps(settings, indent=1) + "\n")


if __name__ == "__main__":
    main()

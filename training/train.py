"""Train the reader of attributions: `python -m training.train DATA START OUT`."""

from __future__ import annotations

import argparse
import copy
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.backends.reader_decode import around, propose
from training.batches import Piece, chain_labels, encoder_arrays, epoch_batches, flat_labels, teach
from training.data import load
from training.model import LAYERS, Reader

SEED = 20261121
BATCH = 8
ENCODER_RATE, HEAD_RATE, LAYER_DECAY, WEIGHT_DECAY = 3e-4, 1e-3, 0.9, 0.01
WARM_UP = 200
AVERAGE = 0.998
SECOND = 0.5
"""How high the second round begins, as a share of the rates."""
PROPOSE_AT = 0.2
FLAT_WEIGHT, VALID_WEIGHT = 0.5, 1.0


def groups(reader: Reader) -> list[dict[str, Any]]:
    """Give each layer its learning rate: lower towards the input; word vectors stay as they are."""
    reader.encoder.word.weight.requires_grad_(False)
    rates: list[dict[str, Any]] = []
    for name, parameter in reader.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = HEAD_RATE
        if name.startswith("encoder.layers."):
            rate = ENCODER_RATE * LAYER_DECAY ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.position", "encoder.norm")):
            rate = ENCODER_RATE * LAYER_DECAY**LAYERS
        decay = WEIGHT_DECAY if parameter.ndim > 1 and "norm" not in name else 0.0
        rates.append({"params": [parameter], "lr": rate, "base": rate, "weight_decay": decay})
    return rates


def pace(step: int, steps: int) -> float:
    """Warm up, hold, fall to nothing by the half; then fall once more from half the height (SGDR, Loshchilov & Hutter 2017)."""
    half = steps // 2
    if step < half:
        return min(1.0, (step + 1) / WARM_UP, 2 * (half - step) / half)
    return SECOND * min((step + 1 - half) / (WARM_UP // 4), (steps - step) / (steps - half))


def step_loss(reader: Reader, pieces: list[Piece], rng: np.random.Generator, with_false: bool) -> tuple[Tensor, Tensor]:
    """Run a batch through the three parts; return the loss and its parts."""
    ids, marks, mask, firsts = encoder_arrays(pieces)
    bias = ((torch.from_numpy(mask) - 1.0) * 1e4)[:, None, None, :]
    with torch.autocast("cpu", torch.bfloat16):
        vectors = reader.encoder(torch.from_numpy(ids), torch.from_numpy(marks), bias)
        rows = np.concatenate([np.full(len(first), row) for row, first in enumerate(firsts)])
        hidden = vectors[torch.from_numpy(rows), torch.from_numpy(np.concatenate(firsts))]
        flat = reader.encoder.flat(hidden)
    flat = flat.float()
    gold = torch.from_numpy(np.concatenate([flat_labels(piece) for piece in pieces]))
    flat_loss = functional.cross_entropy(flat, gold, reduction="sum")
    told = flat.detach().softmax(-1)
    columns: list[tuple[Any, ...]] = []
    base = 0
    for piece, first in zip(pieces, firsts, strict=True):
        own = told[base : base + len(first)].numpy()
        proposed = propose(own[:, 1] + own[:, 2], own[:, 1], PROPOSE_AT) if with_false else []
        for cue, attribution in teach(piece, proposed, rng):
            laid = around(piece.article.words, piece.start, piece.end, cue)
            labels = chain_labels(piece, cue, attribution)
            columns.append((laid[0] + base, *laid[1:], labels, np.float32(attribution is not None)))
        base += len(first)
    if not columns:
        zero = flat_loss * 0
        return flat_loss * FLAT_WEIGHT / (20 * len(pieces)), torch.stack((flat_loss, zero, zero)).detach()
    index, mask_, cue_, paragraph, sentence, labels, valid = (torch.from_numpy(np.stack(c)) for c in zip(*columns, strict=True))
    with torch.autocast("cpu", torch.bfloat16):
        emission, score = reader.cues(hidden, told.to(hidden.dtype), index, mask_, cue_, paragraph, sentence)
    chain_loss = reader.chain.loss(emission, labels, mask_).sum()
    valid_loss = functional.binary_cross_entropy_with_logits(score.float(), valid, reduction="sum")
    loss = FLAT_WEIGHT * flat_loss + chain_loss + VALID_WEIGHT * valid_loss
    parts = torch.stack((flat_loss / len(gold), chain_loss / len(valid), valid_loss / len(valid))).detach()
    return loss / (20 * len(pieces)), parts


def average(mean: nn.Module, reader: nn.Module, step: int) -> None:
    """Move the running mean of the weights a little towards the current ones."""
    keep = min(AVERAGE, (step + 1) / (step + 10))
    with torch.no_grad():
        for old, new in zip(mean.parameters(), reader.parameters(), strict=True):
            if new.requires_grad:
                old.lerp_(new, 1 - keep)


def main() -> None:
    """Train from the start or from the last checkpoint, one checkpoint an epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("start", type=Path, help="folder with the starting weights and tokenizer.json")
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=8, help="in two rounds of half as many")
    parser.add_argument("--articles", type=int, default=None, help="only the first so many (to try things out)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(options.start / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = load(options.data, "train", tokenizer)[: options.articles]
    reader = Reader()
    reader.encoder.start_from(options.start)
    mean = copy.deepcopy(reader)
    optimizer = torch.optim.AdamW(groups(reader), betas=(0.9, 0.98))
    per_epoch = len(epoch_batches(articles, BATCH, SEED))
    done = sorted(options.out.glob("epoch-*.pt"))
    epoch0 = step = 0
    if done:
        state = torch.load(done[-1], weights_only=True)
        reader.load_state_dict(state["reader"])
        mean.load_state_dict(state["mean"])
        optimizer.load_state_dict(torch.load(options.out / "optimizer.pt", weights_only=True))
        epoch0, step = state["epoch"], state["step"]
    steps = options.epochs * per_epoch
    log = (options.out / "log.jsonl").open("a")
    for epoch in range(epoch0, options.epochs):
        rng = np.random.default_rng(SEED + 1000 + epoch)
        torch.manual_seed(SEED + epoch)
        reader.train()
        began, parts, seen = time.monotonic(), torch.zeros(3), 0
        batches = epoch_batches(articles, BATCH, SEED + epoch)
        for number, pieces in enumerate(batches):
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * pace(step, steps)
            loss, some = step_loss(reader, pieces, rng, with_false=step > WARM_UP * 3 // 2)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            step += 1
            average(mean, reader, step)
            parts, seen = parts + some, seen + 1
            if seen == 50 or number == len(batches) - 1:
                row = {"epoch": epoch, "step": step, "of": steps, "seconds": round(time.monotonic() - began)}
                row |= dict(zip(("flat", "chain", "valid"), (round(v, 4) for v in (parts / seen).tolist()), strict=True))
                log.write(json.dumps(row) + "\n")
                log.flush()
                parts, seen = torch.zeros(3), 0
        state = {"reader": reader.state_dict(), "mean": mean.state_dict(), "epoch": epoch + 1, "step": step}
        torch.save(state, options.out / f"epoch-{epoch + 1:02d}.pt")
        torch.save(optimizer.state_dict(), options.out / "optimizer.pt")


if __name__ == "__main__":
    main()

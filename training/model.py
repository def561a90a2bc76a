"""The reader: a small BERT, a flat tagger, and a tagger that reads the surroundings of one cue at a time.

The flat tagger proposes cues. For each proposed cue the second tagger marks the words of *its* source and *its*
content around it (a linear-chain CRF) and says whether the cue introduces an attribution at all. So finding, linking
and joining of pieces are one step.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.backends.reader_decode import CLOSES, LABELS, OPENS, SPAN, possible
from onrecord.backends.reader_input import MARKS

WIDTH, LAYERS, HEADS, VOCABULARY, POSITIONS = 384, 6, 12, 30522, 512
FLAT_LABELS = 7
NARROW = 128


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """Attend, then transform; `bias` is added to the attention's logits."""
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.to(q.dtype))
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, t, d))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM-L6 with an embedding for what its vocabulary hides (letter case, quotation, gaps)."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.mark = nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.mark.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, 4 * WIDTH, drop) for _ in range(LAYERS))
        self.flat = nn.Linear(WIDTH, FLAT_LABELS)

    def forward(self, ids: Tensor, marks: Tensor, bias: Tensor | None = None) -> Tensor:
        """Turn word pieces into vectors."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.mark(marks)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def start_from(self, folder: Path) -> None:
        """Take over published weights (names as in BERT checkpoints)."""
        old = load_file(str(folder / "model.safetensors"))
        old = {key.removeprefix("bert."): value for key, value in old.items()}
        new = {
            "word.weight": old["embeddings.word_embeddings.weight"],
            "position.weight": old["embeddings.position_embeddings.weight"],
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        kind = old["embeddings.token_type_embeddings.weight"][0]
        new["position.weight"] = new["position.weight"] + kind
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(LAYERS):
            theirs = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                parts = [old[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                new[f"layers.{i}.qkv.{part}"] = torch.cat(parts)
                for mine, name in names.items():
                    new[f"layers.{i}.{mine}.{part}"] = old[f"{theirs}{name}.{part}"]
        missing, extra = self.load_state_dict(new, strict=False)
        if extra or set(missing) != {"mark.weight", "flat.weight", "flat.bias"}:
            raise ValueError(f"not the weights expected: missing {missing}, extra {extra}")


class CueReader(nn.Module):
    """Reads the words around one cue: which are its source, which its content, and whether it is a cue at all."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, 4 * NARROW)
        self.place = nn.Embedding(SPAN, NARROW)
        self.in_cue = nn.Embedding(2, NARROW)
        self.paragraph = nn.Embedding(5, NARROW)
        self.sentence = nn.Embedding(7, NARROW)
        self.told = nn.Linear(FLAT_LABELS, NARROW, bias=False)
        self.norm = nn.LayerNorm(NARROW, eps=1e-12)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(NARROW, 4, 2 * NARROW, drop) for _ in range(2))
        self.emit = nn.Linear(NARROW, LABELS)
        self.valid = nn.Linear(NARROW, 1)
        for table in (self.place, self.in_cue, self.paragraph, self.sentence):
            nn.init.normal_(table.weight, std=0.2)

    def forward(
        self, hidden: Tensor, flat: Tensor, index: Tensor, mask: Tensor, cue: Tensor, paragraph: Tensor, sentence: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score labels of the words around each cue, and the cue itself.

        `hidden` [M, 384] and `flat` [M, 7] (probabilities) stand for words; `index` [N, SPAN] picks those around each
        of N cues, `mask` is 1.0 where one stands, `cue` 1 on the cue's words, `paragraph` and `sentence` how many
        paragraphs and sentences away (shifted to start at 0).
        """
        wide = torch.cat((self.project(hidden), self.told(flat)), dim=-1)[index]
        own, key, left, right, told = wide.split(NARROW, dim=-1)
        share = cue.to(wide.dtype) * mask
        share = (share / share.sum(1, keepdim=True).clamp(min=1.0)).unsqueeze(1)
        x = own + told + share @ key + left * (share @ right)
        x = x + self.place.weight + self.in_cue(cue) + self.paragraph(paragraph) + self.sentence(sentence)
        x = self.drop(self.norm(x))
        bias = ((mask - 1.0) * 1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return self.emit(x), self.valid((share @ x).squeeze(1)).squeeze(-1)


class Chain(nn.Module):
    """A linear-chain CRF over the labels of the words around a cue."""

    def __init__(self) -> None:
        super().__init__()
        self.step = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.register_buffer("may", torch.from_numpy(possible()))
        self.register_buffer("opens", torch.from_numpy(OPENS))
        self.register_buffer("closes", torch.from_numpy(CLOSES))

    def loss(self, emission: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log likelihood of each sequence; words outside the mask are held at O."""
        held = torch.full((LABELS,), -1e4)
        held[0] = 0.0
        emission = torch.where(mask.bool().unsqueeze(-1), emission.float(), held)
        step = self.step.masked_fill(~self.may, -1e4)
        matrix = step.exp()
        peak = emission.amax(-1, keepdim=True)
        weight = (emission - peak).exp()
        alpha = weight[:, 0] * self.opens.float()
        log = peak.squeeze(-1).sum(1)
        for t in range(1, emission.shape[1]):
            total = alpha.sum(-1, keepdim=True)
            log = log + total.squeeze(-1).log()
            alpha = ((alpha / total) @ matrix) * weight[:, t]
        log = log + (alpha * self.closes.float()).sum(-1).log()
        score = emission.gather(-1, gold.unsqueeze(-1)).squeeze(-1).sum(1)
        return log - score - step[gold[:, :-1], gold[:, 1:]].sum(1)


class Reader(nn.Module):
    """The three parts together, as they are trained and saved."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(drop)
        self.cues = CueReader(drop)
        self.chain = Chain()

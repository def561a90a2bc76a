"""Write a checkpoint as two int8 ONNX graphs: `python -m training.export CHECKPOINT FOLDER`.

The graphs are built node by node, with the fused operators that onnxruntime quantises; an export through torch would
have to be fused again by pattern matching.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.backends.reader_decode import SPAN
from training.model import LAYERS, NARROW, Reader

MICROSOFT = "com.microsoft"
FLOAT, INT64, INT32, INT8 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32, TensorProto.INT8


class Graph:
    """Collects nodes and weights; every method adds one operation and returns its result's name."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def weight(self, name: str, value: Any) -> str:
        """Store a weight under a name."""
        array = value.detach().numpy() if isinstance(value, torch.Tensor) else np.asarray(value)
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind: str, inputs: list[str], out: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output."""
        self.nodes.append(helper.make_node(kind, inputs, [out], name=out, domain=domain, **attributes))
        return out

    def linear(self, x: str, name: str, weight: Any, bias: Any = None) -> str:
        """Multiply by a weight as torch stores it, and add a bias."""
        out = self.add("MatMul", [x, self.weight(f"{name}.weight", weight.T)], f"{name}.product")
        return out if bias is None else self.add("Add", [out, self.weight(f"{name}.bias", bias)], f"{name}.sum")

    def layer(self, x: str, name: str, layer: Any, mask: str = "") -> str:
        """Add a transformer layer of fused operators."""
        qkv = [x, self.weight(f"{name}.qkv.weight", layer.qkv.weight.T), self.weight(f"{name}.qkv.bias", layer.qkv.bias)]
        mixed = self.add("Attention", qkv + ([mask] if mask else []), f"{name}.mixed", MICROSOFT, num_heads=layer.heads)
        x = self._normed(self.linear(mixed, f"{name}.out", layer.out.weight), x, f"{name}.norm1", layer.norm1, layer.out.bias)
        up = self.linear(x, f"{name}.up", layer.up.weight)
        up = self.add("BiasGelu", [up, self.weight(f"{name}.up.bias", layer.up.bias)], f"{name}.gelu", MICROSOFT)
        down = self.linear(up, f"{name}.down", layer.down.weight)
        return self._normed(down, x, f"{name}.norm2", layer.norm2, layer.down.bias)

    def _normed(self, x: str, skip: str, name: str, norm: Any, bias: Any) -> str:
        names = [self.weight(f"{name}.{k}", v) for k, v in (("scale", norm.weight), ("shift", norm.bias), ("bias", bias))]
        return self.add("SkipLayerNormalization", [x, skip, *names], name, MICROSOFT, epsilon=1e-12)

    def norm(self, x: str, name: str, norm: Any) -> str:
        """Add a layer norm."""
        names = [self.weight(f"{name}.scale", norm.weight), self.weight(f"{name}.shift", norm.bias)]
        return self.add("LayerNormalization", [x, *names], name, axis=-1, epsilon=1e-12)

    def rows(self, name: str, table: torch.Tensor, index: str) -> str:
        """Look rows up in a table kept in int8 with a scale a row."""
        scale = (table.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8)
        whole = (table / scale).round().to(torch.int8)
        parts = [
            self.add("Gather", [self.weight(f"{name}.whole", whole), index], f"{name}.rows"),
            self.add("Gather", [self.weight(f"{name}.scale", scale), index], f"{name}.scales"),
        ]
        return self.add("Mul", [self.add("Cast", [parts[0]], f"{name}.float", to=FLOAT), parts[1]], f"{name}.found")

    def model(self, name: str, inputs: dict[str, Any], outputs: dict[str, Any]) -> Any:
        """Close the graph."""
        ends = [[helper.make_tensor_value_info(k, *v) for k, v in group.items()] for group in (inputs, outputs)]
        graph = helper.make_graph(self.nodes, name, *ends, initializer=self.weights)
        domains = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=domains, ir_version=8, producer_name="onrecord")


def encoder_graph(reader: Reader) -> Any:
    """Build the encoder with its flat tagger: word pieces in, words' vectors and tag chances out."""
    encoder, g = reader.encoder, Graph()
    ids = g.rows("word", encoder.word.weight.detach(), "ids")
    marks = g.add("Gather", [g.weight("mark", encoder.mark.weight), "marks"], "mark.found")
    length = g.add("Shape", ["ids"], "length", start=1, end=2)
    places = g.add(
        "Slice", [g.weight("position", encoder.position.weight), g.weight("zero", np.array([0])), length], "position.found"
    )
    x = g.add("Add", [g.add("Add", [ids, marks], "marked"), places], "placed")
    x = g.norm(x, "norm", encoder.norm)
    for i in range(LAYERS):
        x = g.layer(x, f"layer{i}", encoder.layers[i])
    x = g.add("Squeeze", [x, g.weight("row", np.array([0]))], "pieces")
    hidden = g.add("Gather", [x, "first"], "hidden", axis=0)
    tags = g.linear(hidden, "tags", encoder.flat.weight, encoder.flat.bias)
    g.add("Softmax", [tags], "flat", axis=-1)
    inputs = {"ids": (INT64, [1, "pieces_"]), "marks": (INT64, [1, "pieces_"]), "first": (INT64, ["words"])}
    return g.model("encoder", inputs, {"hidden": (FLOAT, ["words", 384]), "flat": (FLOAT, ["words", 7])})


def cues_graph(reader: Reader) -> Any:
    """Build the tagger that reads around a cue."""
    cues, g = reader.cues, Graph()
    told = torch.zeros(4 * NARROW, cues.told.weight.shape[1])
    told[:NARROW] = cues.told.weight.detach()
    wide = g.linear("hidden", "project", cues.project.weight, cues.project.bias)
    wide = g.add("Add", [wide, g.linear("flat", "told", told)], "wide")
    near = g.add("Gather", [wide, "index"], "near", axis=0)
    own, key, left, right = (f"near.{name}" for name in ("own", "key", "left", "right"))
    g.nodes.append(helper.make_node("Split", [near], [own, key, left, right], name="split", axis=2))
    share = g.add("Mul", [g.add("Cast", ["cue"], "cue.float", to=FLOAT), "mask"], "cue.mask")
    total = g.add("ReduceSum", [share, g.weight("one", np.array([1]))], "cue.total", keepdims=1)
    total = g.add("Max", [total, g.weight("least", np.array(1.0, dtype=np.float32))], "cue.least")
    share = g.add("Unsqueeze", [g.add("Div", [share, total], "cue.share"), "one"], "share")
    x = g.add("Add", [own, g.add("MatMul", [share, key], "key.mean")], "keyed")
    crossed = g.add("Mul", [left, g.add("MatMul", [share, right], "right.mean")], "crossed")
    x = g.add("Add", [x, crossed], "crossed.sum")
    x = g.add("Add", [x, g.weight("place", cues.place.weight)], "placed")
    for name, table in (("cue", cues.in_cue), ("paragraph", cues.paragraph), ("sentence", cues.sentence)):
        rows = g.add("Gather", [g.weight(f"{name}.table", table.weight), name], f"{name}.rows")
        x = g.add("Add", [x, rows], f"{name}.sum")
    x = g.norm(x, "norm", cues.norm)
    mask = g.add("Cast", ["mask"], "mask.whole", to=INT32)
    for i, layer in enumerate(cues.layers):
        x = g.layer(x, f"layer{i}", layer, mask)
    scores = g.linear(x, "emit", cues.emit.weight)
    g.add("Add", [scores, g.weight("emit.bias", cues.emit.bias)], "emission")
    mean = g.add("Squeeze", [g.add("MatMul", [share, x], "cue.vector"), "one"], "cue.mean")
    valid = g.linear(mean, "valid.score", cues.valid.weight, cues.valid.bias)
    g.add("Squeeze", [valid, "one"], "valid")
    near_shape = (INT64, ["cues", SPAN])
    inputs = {
        "hidden": (FLOAT, ["words", 384]),
        "flat": (FLOAT, ["words", 7]),
        "index": near_shape,
        "mask": (FLOAT, ["cues", SPAN]),
    }
    inputs |= dict.fromkeys(("cue", "paragraph", "sentence"), near_shape)
    return g.model("cues", inputs, {"emission": (FLOAT, ["cues", SPAN, 10]), "valid": (FLOAT, ["cues"])})


def quantise(model: Any, path: Path, keep: list[str]) -> None:
    """Write a graph with its large products in int8, weights scaled a channel; `keep` names the products left in float."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        onnx.save(model, plain)
        quantize_dynamic(
            plain,
            path,
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=keep,
            extra_options={"DefaultTensorType": FLOAT, "MatMulConstBOnly": True},
        )


def export(reader: Reader, folder: Path, tokenizer: Path, version: str) -> None:
    """Write both graphs, the tokenizer, and what goes with them; the calibration is fitted afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    quantise(encoder_graph(reader), folder / "encoder.onnx", ["tags.product"])
    quantise(cues_graph(reader), folder / "cues.onnx", ["told.product", "emit.product", "valid.score.product"])
    raw = json.loads(tokenizer.read_text(encoding="utf-8"))
    raw |= {"truncation": None, "padding": None}
    (folder / "tokenizer.json").write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    step = reader.chain.step.detach().numpy()
    names = ("encoder.onnx", "cues.onnx", "tokenizer.json")
    settings = {
        "version": version,
        "chain": [[round(float(v), 6) for v in row] for row in step],
        "propose_at": 0.25,
        "keep_at": 0.0,
        "weights": [0.0] * 7,
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
    }
    (folder / "reader.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def version_of(package: Path) -> str:
    """Read the version that the package in a folder says it has."""
    found = re.search(r'^__version__ = "(.+)"$', (package / "__init__.py").read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(f"{package} holds no package with a version")
    return found[1]


def main() -> None:
    """Export the last weights of a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    options = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(options.checkpoint, weights_only=True)["reader"])
    export(reader.eval(), options.folder, options.tokenizer, version_of(options.folder))


if __name__ == "__main__":
    main()

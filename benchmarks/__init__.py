"""Accuracy, speed and scale: one command each, ``python -m benchmarks.NAME``; results stand in docs/benchmarks.md."""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # one core means one: set before anything loads numpy

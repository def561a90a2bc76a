"""Accuracy, speed and scale: one command each, ``python -m benchmarks.NAME``; results stand in docs/benchmarks.md."""

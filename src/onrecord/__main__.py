"""Lets ``python -m onrecord`` stand for ``onrecord``."""

from onrecord.cli import main

main()

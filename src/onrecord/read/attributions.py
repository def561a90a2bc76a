"""Attributions: the reader by rules under the name the flow knows."""

from onrecord.read.rules.tagger import RulesTagger

__all__ = ["RulesTagger"]

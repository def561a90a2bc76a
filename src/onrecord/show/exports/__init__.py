"""Exports: a record written for others to read. Plug-ins register one under the entry-point group ``onrecord.exports``."""

"""Marked blocks: what each stretch of a text is there for. Nothing is ever removed or changed."""

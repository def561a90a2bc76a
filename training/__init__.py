"""How the reader of attributions is made: data in, scores out, one command."""

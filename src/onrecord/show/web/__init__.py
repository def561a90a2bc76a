"""The desk: the record as pages served on this machine alone."""

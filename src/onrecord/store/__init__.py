"""The record on disk: Parquet shards are the truth, SQLite the index derived from them, the ledger holds verdicts."""

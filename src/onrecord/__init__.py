"""From a pile of news articles to an evidence-linked record of who said what."""

__version__ = "0.1.0"

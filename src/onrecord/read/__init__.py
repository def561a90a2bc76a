"""One article: names and chains, attributions, speakers, acts, times. Nothing here looks beyond its article."""

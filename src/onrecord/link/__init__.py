"""Many articles: entities across them. Pure functions over records."""

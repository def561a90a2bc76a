"""The pages of the desk, one file a page: a function from what is asked to a view."""

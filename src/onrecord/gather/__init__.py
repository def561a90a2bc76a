"""Articles in: files, folders and records of the common formats, what they say of themselves, and when they were published."""

"""What `assistant` is wired to: the database and language models."""

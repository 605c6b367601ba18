"""What `knowledge` is wired to: databases, search engines, encoders."""

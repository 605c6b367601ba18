"""Training of the models that Lawline ships; nothing here is imported to serve."""

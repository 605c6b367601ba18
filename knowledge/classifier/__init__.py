"""The model that tells services and matters apart: what it sees of a text, and its weights."""

"""Decided cases: numbers, parsing, anonymity, similar cases. This room is laid out and still empty."""

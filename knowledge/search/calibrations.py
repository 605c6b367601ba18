"""Calibrations that were measured (benchmarks/search_confidence.py prints them)."""

from knowledge.search.confidence import Calibration

WORDS_ONLY = Calibration(bias=-8.72, coverage=1.05, mass=11.32, agreement=0.0, similarity=0.0)
"""For BM25 alone, or beside an encoder that was not measured."""

SHIPPED_ENCODER = Calibration(bias=-14.59, coverage=1.1, mass=4.76, agreement=0.0, similarity=16.41)
"""For BM25 beside the shipped encoder."""

"""Calibrations that were measured (benchmarks/search_confidence.py prints such).

At 0.5, of questions that the encoder had not seen: 99 % of long ones are kept and 82 % of short ones; of talk about
other things 20 % with the encoder, 36 % with words alone. Ask for more, 0.7 say, where a wrong answer costs more than a
question that is passed on.
"""

from knowledge.search.confidence import Calibration

WORDS_ONLY = Calibration(bias=-2.85, coverage=2.14, mass=4.34, agreement=0.0, similarity=0.0)
"""For BM25 alone, or beside an encoder that was not measured."""

SHIPPED_ENCODER = Calibration(bias=-6.41, coverage=1.07, mass=3.0, agreement=0.7, similarity=8.14)
"""For BM25 beside the shipped encoder."""

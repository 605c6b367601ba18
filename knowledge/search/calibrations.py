"""Calibrations as benchmarks/search_confidence.py fitted them.

At 0.5, of questions that the encoder had not seen: 98 % of long ones are kept and 83 % of short ones; of talk about
other things 21 % with the encoder, 33 % with words alone. Ask for more, 0.7 say, where a wrong answer costs more than
a question that is passed on.
"""

from knowledge.search.confidence import Calibration

WORDS_ONLY = Calibration(bias=-2.44, coverage=2.67, mass=3.43, agreement=0.0, similarity=0.0)
"""For BM25 alone, or beside an encoder that was not measured."""

SHIPPED_ENCODER = Calibration(bias=-6.03, coverage=1.41, mass=2.48, agreement=0.64, similarity=7.83)
"""For BM25 beside the shipped encoder."""

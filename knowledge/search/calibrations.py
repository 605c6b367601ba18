"""Calibrations as benchmarks/search_confidence.py fitted them.

At 0.5, of questions that the encoder had not seen: 95 % of long ones are kept and 91 % of short ones, and 16 % of 175
utterances that no statute answers and that were kept out of the fit; with words alone 97, 77 and 31 %. At 0.7 it is 90,
84 and 7 %: ask for more where a wrong answer costs more than a question that is passed on.
"""

from knowledge.search.confidence import Calibration

WORDS_ONLY = Calibration(bias=-1.58, coverage=4.16, mass=1.17, agreement=0.0, similarity=0.0)
"""For BM25 alone, or beside an encoder that was not measured."""

SHIPPED_ENCODER = Calibration(bias=-6.74, coverage=1.89, mass=1.2, agreement=2.41, similarity=8.64)
"""For BM25 beside the shipped encoder."""

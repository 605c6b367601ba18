"""The cards' Scorer over rank-bm25."""

from collections.abc import Sequence

import numpy as np
from rank_bm25 import BM25Okapi

from knowledge.adapters.rank_bm25_index import lucene_idf

_K1, _B = 2.4, 0.5
"""Terms are counted up to four times by their field, so saturation comes later; cards differ little in length."""


class OkapiScorer(BM25Okapi):
    """BM25 over lists of terms. Reads every card for every term: meant for a few hundred."""

    def __init__(self, cards: Sequence[Sequence[str]]) -> None:
        super().__init__(cards or [("",)], k1=_K1, b=_B)
        self._cards = len(cards)

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: lucene_idf(self.corpus_size, having) for term, having in nd.items()}

    def scores(self, terms: Sequence[str]) -> Sequence[float]:
        """A score for each card, in order."""
        return list(np.asarray(self.get_scores(terms), float)[: self._cards])

    def mass(self, terms: Sequence[str]) -> float:
        """The sum of the terms' idf; a term that no card has counts as the rarest."""
        return float(sum(self.idf.get(term, lucene_idf(self.corpus_size, 0)) for term in terms))

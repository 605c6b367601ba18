"""The cards' Scorer over rank-bm25."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from knowledge.adapters.rank_bm25_index import lucene_idf

_K1, _B = 2.4, 0.5
"""Terms are counted up to four times by their field, so saturation comes later; cards differ little in length."""


class OkapiScorer(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """BM25 over lists of terms, with rank-bm25's statistics and each term's scores worked out beforehand."""

    def __init__(self, cards: Sequence[Sequence[str]]) -> None:
        super().__init__(cards or [("",)], k1=_K1, b=_B)
        self._cards = len(cards)
        self._scores = self._worked_out()

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: lucene_idf(self.corpus_size, having) for term, having in nd.items()}

    def _worked_out(self) -> dict[str, tuple[NDArray[np.intp], NDArray[np.float64]]]:
        """Term -> the cards that have it, and what it adds to each score (BM25Okapi.get_scores, term by term)."""
        found: dict[str, list[tuple[int, float]]] = {}
        for place, counts in enumerate(self.doc_freqs):
            room = self.k1 * (1 - self.b + self.b * self.doc_len[place] / self.avgdl)
            for term, count in counts.items():
                score = self.idf[term] * count * (self.k1 + 1) / (count + room)
                found.setdefault(term, []).append((place, score))
        return {
            term: (np.array([place for place, _ in rows], np.intp), np.array([score for _, score in rows]))
            for term, rows in found.items()
        }

    def scores(self, terms: Sequence[str]) -> Sequence[float]:
        """A score for each card, in order."""
        total = np.zeros(max(self._cards, 1))
        for term in terms:
            if term in self._scores:
                places, scores = self._scores[term]
                total[places] += scores
        found: list[float] = total[: self._cards].tolist()
        return found

    def mass(self, terms: Sequence[str]) -> float:
        """The sum of the terms' idf; a term that no card has counts as the rarest."""
        return float(sum(self.idf.get(term, lucene_idf(self.corpus_size, 0)) for term in terms))

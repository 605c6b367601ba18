"""The cards' Scorer over rank-bm25."""

from collections.abc import Sequence

from rank_bm25 import BM25Okapi

from knowledge.adapters.rank_bm25_index import lucene_idf

_K1, _B = 2.4, 0.5
"""Terms are counted up to four times by their field, so saturation comes later; cards differ little in length."""


class OkapiScorer(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """BM25 over lists of terms, with rank-bm25's statistics; a term's scores are worked out when it is first asked."""

    def __init__(self, cards: Sequence[Sequence[str]]) -> None:
        super().__init__(cards or [("",)], k1=_K1, b=_B)
        self._cards = len(cards)
        self._having: dict[str, list[int]] = {}
        for place, counts in enumerate(self.doc_freqs):
            for term in counts:
                self._having.setdefault(term, []).append(place)
        self._scores: dict[str, list[tuple[int, float]]] = {}

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: lucene_idf(self.corpus_size, having) for term, having in nd.items()}

    def scores(self, terms: Sequence[str]) -> Sequence[float]:
        """A score for each card, in order; a term's part is that of BM25Okapi.get_scores."""
        total = [0.0] * max(self._cards, 1)
        for term in terms:
            for place, score in self._scores_of(term):
                total[place] += score
        return total[: self._cards]

    def _scores_of(self, term: str) -> list[tuple[int, float]]:
        """The cards that have the term, and what it adds to the score of each."""
        if term not in self._having:
            return []
        if term not in self._scores:
            self._scores[term] = [(place, self._score(term, place)) for place in self._having[term]]
        return self._scores[term]

    def _score(self, term: str, place: int) -> float:
        count = self.doc_freqs[place][term]
        room = self.k1 * (1 - self.b + self.b * self.doc_len[place] / self.avgdl)
        return float(self.idf[term] * count * (self.k1 + 1) / (count + room))

    def mass(self, terms: Sequence[str]) -> float:
        """The sum of the terms' idf; a term that no card has counts as the rarest."""
        return float(sum(self.idf.get(term, lucene_idf(self.corpus_size, 0)) for term in terms))

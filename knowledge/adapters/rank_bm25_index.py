"""BM25 in memory with rank-bm25: for small sets of passages, and the reference that rankings are compared with."""

import math
from collections.abc import Iterable, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from knowledge.search.model import Document, Query
from knowledge.search.ports import Hits, Words
from knowledge.search.region import regions_over
from knowledge.search.terms import MEANT, WEIGHTS, Terms, Weights, document_terms, meant_terms, query_terms

_K1, _B = 1.2, 0.75  # tantivy's constants, so that both engines rank alike


class _Okapi(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25's scorer with Lucene's idf, which tantivy uses too and which stays positive in small sets."""

    def __init__(self, corpus: Sequence[Sequence[str]]) -> None:
        super().__init__(corpus, k1=_K1, b=_B)

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {word: lucene_idf(self.corpus_size, having) for word, having in nd.items()}


class RankBm25Index:
    """The Index port over rank-bm25. Every search reads all documents: meant for a few thousand."""

    def __init__(self, words: Words, weights: Weights = WEIGHTS) -> None:
        """An empty index."""
        self._words = words
        self._weights = weights
        self._held: dict[str, tuple[Document, Terms]] = {}
        self._lock = Lock()
        self._ranking: _Ranking | None = None

    def __len__(self) -> int:
        """Documents held."""
        return len(self._held)

    def search(self, query: Query, limit: int) -> Hits:
        """The best documents that pass the filters and share a term with the query, by weighted BM25."""
        ranking = self._current()
        if not ranking.documents or limit < 1:
            return []
        scores = self._scores(ranking, query)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(ranking.documents[row].key, float(scores[row])) for row in best if scores[row] > 0]

    def scores(self, query: Query, keys: Sequence[str]) -> dict[str, float]:
        """What `search` would score these documents; those that it would never find are left out."""
        ranking, wanted = self._current(), frozenset(keys)
        if not ranking.documents:
            return {}
        every = zip(ranking.documents, self._scores(ranking, query).tolist(), strict=True)
        return {document.key: score for document, score in every if score > 0 and document.key in wanted}

    def _scores(self, ranking: "_Ranking", query: Query) -> NDArray[np.float64]:
        scores = ranking.scores(query_terms(query.words, self._words), self._weights)
        if query.meant:
            scores += MEANT * ranking.scores(meant_terms(query, self._words), self._weights)
        scores[~_passing(ranking.documents, query)] = 0.0
        return scores

    def idf(self, word: str) -> float:
        """How rare a word is, see the port."""
        ranking = self._current()
        return ranking.words.idf.get(word, lucene_idf(len(ranking.documents), 0)) if ranking.documents else 0.0

    def update(self, documents: Iterable[Document]) -> None:
        """Add documents; one with a key already held replaces it."""
        fresh = {document.key: (document, document_terms(document, self._words)) for document in documents}
        with self._lock:
            self._held = {**self._held, **fresh}
            self._ranking = None

    def delete(self, keys: Iterable[str]) -> None:
        """Forget documents; unknown keys are ignored."""
        gone = set(keys)
        with self._lock:
            self._held = {key: held for key, held in self._held.items() if key not in gone}
            self._ranking = None

    def _current(self) -> "_Ranking":
        with self._lock:
            if self._ranking is None:
                self._ranking = _Ranking(list(self._held.values()))
            return self._ranking


class _Ranking:
    """The documents of one moment and a scorer for each field."""

    def __init__(self, held: Sequence[tuple[Document, Terms]]) -> None:
        self.documents = [document for document, _ in held]
        if held:
            self.title = _Okapi([terms.title or ("",) for _, terms in held])
            self.words = _Okapi([terms.words or ("",) for _, terms in held])
            self.bigrams = _Okapi([terms.bigrams or ("",) for _, terms in held])

    def scores(self, terms: Terms, weights: Weights) -> NDArray[np.float64]:
        total: NDArray[np.float64] = (
            weights.title * self.title.get_scores(terms.title)
            + weights.words * self.words.get_scores(terms.words)
            + weights.bigrams * self.bigrams.get_scores(terms.bigrams)
        )
        return total


def lucene_idf(held: int, having: int) -> float:
    """How rare a term is that `having` of `held` documents have."""
    return math.log1p((held - having + 0.5) / (having + 0.5))


def _passing(documents: Sequence[Document], query: Query) -> NDArray[np.bool_]:
    day, regions = query.day.toordinal(), frozenset(regions_over(query.region))
    passes = (
        document.starts <= day < document.ends
        and document.region in regions
        and document.kind in query.kinds
        and (document.rank is None or document.rank in query.ranks)
        for document in documents
    )
    return np.fromiter(passes, np.bool_, len(documents))

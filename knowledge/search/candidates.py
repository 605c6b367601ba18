"""What the retrievers find for a question, gathered so that every candidate has the exact score of each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from knowledge.search.model import Query
from knowledge.search.ports import Hits, Index

Scores = NDArray[np.float32]

RETRIEVERS = ("bm25", "dense", "asked")
"""Words of the law, meaning, and the questions of the bank."""

DEPTH = {"bm25": 200, "dense": 200, "asked": 100}
"""Hits taken from each: what a ranker may choose from, weighed against the time that a candidate costs."""


@dataclass(frozen=True, slots=True)
class Retrievers:
    """The indexes that are there. `bm25` always is; the others may be missing."""

    bm25: Index
    dense: Index | None = None
    asked: Index | None = None

    def named(self) -> dict[str, Index]:
        """Those that are there, by name."""
        held = {"bm25": self.bm25, "dense": self.dense, "asked": self.asked}
        return {name: index for name, index in held.items() if index is not None}


@dataclass(frozen=True, slots=True)
class Candidates:
    """Documents that any retriever found.

    `laws` are the ids of their laws, `articles` their numbers there (0 for none); `scores` has one array for each of
    `RETRIEVERS`, 0 where it does not find the document (or is missing); `hits` are the rankings themselves, as fusion
    reads them.
    """

    keys: tuple[str, ...]
    laws: tuple[str, ...]
    articles: tuple[int, ...]
    scores: dict[str, Scores]
    hits: dict[str, Hits]


def gather(
    query: Query, retrievers: Retrievers, place_of: Callable[[str], tuple[str, int]], limit: int = 0
) -> Candidates:
    """Search with each retriever, at least `limit` deep, then ask each for the scores of what the others found.

    `place_of` tells a key's law and article number.
    """
    indexes = retrievers.named()
    queries = {
        name: replace(query, meant=()) if name == "asked" else query for name in indexes
    }  # people ask as they say
    hits = {name: index.search(queries[name], max(DEPTH[name], limit)) for name, index in indexes.items()}
    keys = tuple(dict.fromkeys(key for found in hits.values() for key, _ in found))
    scores = {name: np.zeros(len(keys), np.float32) for name in RETRIEVERS}
    for name, index in indexes.items():
        scores[name] = _complete(queries[name], index, hits[name], keys)
    places = [place_of(key) for key in keys]
    return Candidates(keys, tuple(law for law, _ in places), tuple(article for _, article in places), scores, hits)


def _complete(query: Query, index: Index, hits: Hits, keys: Sequence[str]) -> Scores:
    known = dict(hits)
    missing = [key for key in keys if key not in known]
    known |= index.scores(query, missing) if missing else {}
    return np.array([known.get(key, 0.0) for key in keys], np.float32)

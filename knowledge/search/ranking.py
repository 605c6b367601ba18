"""What a learned ranker sees of the candidates, and the port of such a ranker."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.search.candidates import RETRIEVERS, Candidates, Scores

FEATURES = (
    *(f"{name} {what}" for name in RETRIEVERS for what in ("score", "rank", "behind", "law")),
    *(f"{name} near" for name in ("bm25", "dense")),
    "fused",
    "law prior",
    "popular",
    "asked",
    "kind",
    "length",
)
"""Columns of `features`.

Of each retriever: its score; the rank (from 0) that this gives among the candidates; how far behind the best; how many
of its first `LOOKED_AT` candidates are of the same law; and of words and of meaning, how many of these are at most
`BESIDE` articles away (`near`). `fused` sums
1 / (10 + rank); `law prior` is the share of training questions that the law answers, `popular` how many in a thousand
the article answers, `asked` how many questions the bank has for it; `kind` tells interpretations, laws, regulations and
the rest apart; `length` is the question's, in characters.
"""

LOOKED_AT = 30
BESIDE = 4
_SOFTNESS = 10
_NOWHERE = 999  # rank of a candidate that a retriever scores 0
_KINDS = (re.compile("最高人民|解释"), re.compile("法$|法典$|宪法"), re.compile("条例|办法|规定|细则"))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of documents before any question, by key.

    `popular`: how many of a thousand training questions it answers; `asked`: how many questions the bank has for it.
    """

    popular: Mapping[str, float]
    asked: Mapping[str, int]


NOTHING_KNOWN = Known({}, {})


class Ranker(Protocol):
    """Orders candidates."""

    @property
    def name(self) -> str:
        """Changes whenever the same features might be scored otherwise."""

    @property
    def prior(self) -> Mapping[str, float]:
        """Share of training questions that each law answers."""

    def scores(self, rows: Scores) -> Scores:
        """A score for each row of `features`, comparable inside one question; higher is better."""


def features(candidates: Candidates, prior: Mapping[str, float], known: Known, question: str) -> Scores:
    """Shape (candidates, len(FEATURES)), float32."""
    count = len(candidates.keys)
    columns: list[NDArray[np.generic]] = []
    fused = np.zeros(count)
    for name in RETRIEVERS:
        scores = candidates.scores[name]
        ranks = _ranks(scores)
        fused += np.where(ranks < _NOWHERE, 1 / (_SOFTNESS + ranks), 0)
        columns += [scores, ranks, scores - scores.max(initial=0.0), _of_law(ranks, candidates.laws)]
    articles = np.array(candidates.articles)
    laws = np.unique(candidates.laws, return_inverse=True)[1] if count else np.empty(0, np.int64)
    columns += [_near(_ranks(candidates.scores[name]), laws, articles) for name in ("bm25", "dense")]
    kinds = {law: _kind(law) for law in set(candidates.laws)}
    columns += [
        fused,
        np.array([prior.get(law, 0.0) for law in candidates.laws]),
        np.array([known.popular.get(key, 0.0) for key in candidates.keys]),
        np.array([known.asked.get(key, 0) for key in candidates.keys]),
        np.array([kinds[law] for law in candidates.laws]),
        np.full(count, len(question)),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _ranks(scores: Scores) -> NDArray[np.int64]:
    order = np.argsort(-scores, kind="stable")
    ranks = np.empty(len(scores), np.int64)
    ranks[order] = np.arange(len(scores))
    return np.where(scores > 0, ranks, _NOWHERE)


def _of_law(ranks: NDArray[np.int64], laws: Sequence[str]) -> NDArray[np.int64]:
    first = Counter(law for law, rank in zip(laws, ranks.tolist(), strict=True) if rank < LOOKED_AT)
    return np.array([first[law] for law in laws], np.int64)


def _near(ranks: NDArray[np.int64], laws: NDArray[np.int64], articles: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each candidate, how many of the first are other articles of its law and few numbers away."""
    first = ranks < LOOKED_AT
    away = np.abs(articles[:, None] - articles[first])
    beside = (away > 0) & (away <= BESIDE) & (laws[:, None] == laws[first]) & (articles[:, None] > 0)
    counts: NDArray[np.int64] = beside.sum(axis=1)
    return counts


def _kind(law: str) -> int:
    return next((number for number, words in enumerate(_KINDS) if words.search(law)), len(_KINDS))

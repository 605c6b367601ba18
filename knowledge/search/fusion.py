"""Weighted reciprocal-rank fusion: several rankings become one."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.search.ports import Hits

K = 60
"""Ranks are softened by K: the first of one ranking counts K+2 / K+1 of the second (Cormack et al., SIGIR 2009)."""


@dataclass(frozen=True, slots=True)
class Fused:
    """A document found by one ranking or several; `ranks` counts from 1."""

    key: str
    score: float
    ranks: tuple[tuple[str, int], ...]


def fuse(rankings: Mapping[str, Hits], weights: Mapping[str, float], k: int = K) -> list[Fused]:
    """Documents by the sum of weight / (k + rank) over the rankings that found them, best first; ties by key."""
    ranks: dict[str, list[tuple[str, int]]] = {}
    for name, hits in rankings.items():
        for rank, (key, _) in enumerate(hits, 1):
            ranks.setdefault(key, []).append((name, rank))
    fused = [
        Fused(key, sum(weights[name] / (k + rank) for name, rank in found), tuple(found))
        for key, found in ranks.items()
    ]
    return sorted(fused, key=lambda one: (-one.score, one.key))

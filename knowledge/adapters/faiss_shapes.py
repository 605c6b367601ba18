"""How FAISS holds vectors, by how many there are: exact while that is cheap, then smaller, then in lists.

Limits and their reasons: docs/decisions/0016-dense-index-by-size.md, measured by benchmarks/scale.py.
"""

import math
from dataclasses import dataclass

_ROWS_A_LIST = 1_000
_LEAST_PROBES = 64  # with 32 of 1,024 lists, one in twenty of the exact first hundred is lost


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of FAISS index.

    `factory` is FAISS's own name of it; `probes` the number of lists read for a question whose filters let everything
    pass, 0 where there are no lists.
    """

    factory: str
    probes: int = 0


FLAT = Shape("Flat")
"""Four bytes a number, every vector read: exact."""

SQ8 = Shape("SQ8")
"""One byte a number, every vector read."""


def lists_sq8(documents: int) -> Shape:
    """One byte a number, in lists of like vectors of which the likeliest are read."""
    lists = _lists(documents)
    return Shape(f"IVF{lists},SQ8", _probes(lists))


def lists_pq(documents: int) -> Shape:
    """A byte for four numbers, in lists: a quarter of the memory again, and no longer exact in the first ten."""
    lists = _lists(documents)
    return Shape(f"IVF{lists},PQ64", _probes(lists))


def shape_for(documents: int) -> Shape:
    """The shape for so many documents."""
    if documents <= 100_000:
        return FLAT
    if documents <= 500_000:
        return SQ8
    return lists_sq8(documents) if documents <= 10_000_000 else lists_pq(documents)


def _lists(documents: int) -> int:
    """The power of two at which a list has about `_ROWS_A_LIST` vectors."""
    return 1 << max(round(math.log2(max(documents, 1) / _ROWS_A_LIST)), 0)


def _probes(lists: int) -> int:
    return max(lists // 32, min(lists, _LEAST_PROBES))

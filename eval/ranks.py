"""Where a question's gold stands in a ranking."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

NOT_FOUND = "not found"
_BINS = ((1, 1), (2, 2), (3, 3), (4, 5), (6, 10), (11, 20), (21, 50), (51, 100))


def gold_ranks(found: Sequence[str], gold: Iterable[str]) -> dict[str, int | None]:
    """Gold id -> its rank from 1, None where it was not found; best first."""
    ranks = {id_: rank for rank, id_ in enumerate(found, 1)}
    held = [(ranks.get(id_), id_) for id_ in gold]
    return {id_: rank for rank, id_ in sorted(held, key=lambda one: (one[0] is None, one[0] or 0))}


def first_rank(found: Sequence[str], gold: Iterable[str]) -> int | None:
    """Rank of the first gold, None where there is none."""
    return next(iter(gold_ranks(found, gold).values()), None)


def rank_histogram(found: Mapping[str, Sequence[str]], gold: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Ranks (1, 2, 3, 4-5 ... 51-100, not found) -> questions whose first gold stands there; deeper is not found."""
    counts = Counter(_bin(first_rank(found.get(question, ()), keys)) for question, keys in gold.items())
    return {name: counts[name] for name in (*(_name(*ends) for ends in _BINS), NOT_FOUND)}


def _bin(rank: int | None) -> str:
    return next((_name(low, high) for low, high in _BINS if rank and low <= rank <= high), NOT_FOUND)


def _name(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"

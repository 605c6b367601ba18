"""How far a mean over questions might lie off, had other questions been asked."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

SEED = 12348
RESAMPLES = 2_000
LEVEL = 0.95
Array = NDArray[np.float64]

_CELLS = 4_000_000  # drawn at once: 32 MB


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile bootstrap interval of the mean (Efron and Tibshirani 1993), the same at every call.

    Questions are drawn again with replacement, 2,000 times; ValueError for no values.
    """
    return intervals({"": values})[""]


def intervals(table: Mapping[str, Sequence[float]]) -> dict[str, tuple[float, float]]:
    """The interval of each row of values, all over the same questions, which are drawn once for all rows."""
    if not table:
        return {}
    means = resampled_means(np.asarray(list(table.values()), np.float64).T)
    low, high = np.quantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    return {name: (float(low[at]), float(high[at])) for at, name in enumerate(table)}


def resampled_means(values: Array) -> Array:
    """Means of 2,000 sets of questions drawn with replacement: (questions, measures) -> (2,000, measures)."""
    if not len(values):
        raise ValueError("no values: the interval of a mean needs at least one")
    return np.concatenate([drawn @ values for drawn in _draws(len(values))]) / len(values)


def _draws(count: int) -> Iterator[NDArray[np.int64]]:
    """How often each of `count` questions is drawn: 2,000 rows, a few at a time where they are long."""
    rng, even, at_once = np.random.default_rng(SEED), np.full(count, 1 / count), max(1, _CELLS // count)
    for start in range(0, RESAMPLES, at_once):
        yield rng.multinomial(count, even, size=min(at_once, RESAMPLES - start))

"""How far a mean over questions might lie off, had other questions been asked."""

from collections.abc import Sequence

import numpy as np

SEED = 12348
RESAMPLES = 2_000
LEVEL = 0.95


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile bootstrap interval of the mean (Efron and Tibshirani 1993), the same at every call.

    Questions are drawn again with replacement, 2,000 times; ValueError for no values.
    """
    if not values:
        raise ValueError("no values: the interval of a mean needs at least one")
    count = len(values)
    drawn = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), size=RESAMPLES)
    means = drawn @ np.asarray(values, np.float64) / count
    low, high = np.quantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)

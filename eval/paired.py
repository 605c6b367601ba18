"""Two runs over the same questions: how much better the later one is, and whether chance would do as much."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.intervals import SEED, Array, intervals, resampled_means

FLIPS = 10_000
"""Sign patterns of the randomisation test; all of them where there are no more than that."""

_CELLS = 4_000_000  # drawn at once: 32 MB
_SAME = 1e-9  # below it, values differ by rounding alone


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure of both runs and `change` = after - before, with its 95 % interval.

    Both p values are two-sided: how often chance makes a mean change of that size. `bootstrap_p` draws the questions
    again, their changes shifted to mean 0 (Efron and Tibshirani 1993, chapter 16); `randomisation_p` swaps the two runs
    at random question by question (Fisher; Smucker, Allan and Carterette 2007). `better`, `worse`, `same`: questions.
    """

    before: float
    after: float
    low: float
    high: float
    bootstrap_p: float
    randomisation_p: float
    better: int
    worse: int
    same: int

    @property
    def change(self) -> float:
        """What the later run gains."""
        return self.after - self.before

    def json(self) -> dict[str, Any]:
        """JSON values."""
        return {
            "before": round(self.before, 4),
            "after": round(self.after, 4),
            "change": round(self.change, 4),
            "interval": [round(self.low, 4), round(self.high, 4)],
            "bootstrap_p": round(self.bootstrap_p, 5),
            "randomisation_p": round(self.randomisation_p, 5),
            "better": self.better,
            "worse": self.worse,
            "same": self.same,
        }


def differences(before: Mapping[str, Sequence[float]], after: Mapping[str, Sequence[float]]) -> dict[str, Difference]:
    """For each measure, values of the same questions in the same order -> their difference. The same at every call."""
    left, right = (np.asarray([run[name] for name in before], np.float64).T for run in (before, after))
    gains = right - left
    gains[np.abs(gains) < _SAME] = 0.0
    spans = intervals({name: gains[:, at].tolist() for at, name in enumerate(before)})
    drawn, swapped = bootstrap_p(gains), randomisation_p(gains)
    return {
        name: Difference(
            before=float(left[:, at].mean()),
            after=float(right[:, at].mean()),
            low=spans[name][0],
            high=spans[name][1],
            bootstrap_p=float(drawn[at]),
            randomisation_p=float(swapped[at]),
            better=int((gains[:, at] > 0).sum()),
            worse=int((gains[:, at] < 0).sum()),
            same=int((gains[:, at] == 0).sum()),
        )
        for at, name in enumerate(before)
    }


def bootstrap_p(gains: Array) -> Array:
    """(questions, measures) -> p of each measure; never below 1/2,001, for the gains themselves count as a draw."""
    means = resampled_means(gains - gains.mean(axis=0))
    return _share(means, gains.mean(axis=0), drawn=True)


def randomisation_p(gains: Array) -> Array:
    """(questions, measures) -> p of each measure: exact for at most 13 questions, else from 10,000 sign patterns."""
    means = np.concatenate([signs @ gains for signs in _signs(len(gains))]) / len(gains)
    return _share(means, gains.mean(axis=0), drawn=2 ** len(gains) > FLIPS)


def _share(means: Array, observed: Array, drawn: bool) -> Array:
    hits = (np.abs(means) >= np.abs(observed) - _SAME).sum(axis=0)
    share: Array = (hits + drawn) / (len(means) + drawn)
    return share


def _signs(count: int) -> Iterator[NDArray[np.float64]]:
    """Rows of -1 and 1: every pattern where there are few, else 10,000 drawn, a few at a time."""
    if 2**count <= FLIPS:
        patterns = np.arange(2**count)[:, None] >> np.arange(count)
        yield (patterns & 1) * np.float64(2) - 1
        return
    rng, at_once = np.random.default_rng(SEED), max(1, _CELLS // count)
    for start in range(0, FLIPS, at_once):
        yield rng.integers(0, 2, (min(at_once, FLIPS - start), count), dtype=np.int8) * np.float64(2) - 1

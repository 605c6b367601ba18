"""Paired tests, against hand-counted patterns and against SciPy."""

import numpy as np
import pytest
from scipy import stats

from eval.paired import bootstrap_p, differences, randomisation_p


def column(*values: float) -> np.ndarray:
    return np.asarray(values, np.float64)[:, None]


COUNTED = [
    # Of the 8 sign patterns of three equal gains, all plus and all minus are as extreme.
    (column(1, 1, 1), 2 / 8),
    # Sums of ±1 ±1 ±2: 4, 2, 2, 0, 0, -2, -2, -4; the observed 2 or more in size: six.
    (column(1, -1, 2), 6 / 8),
    (column(0, 0, 0), 1.0),
    (column(0.5), 1.0),
]


@pytest.mark.parametrize(("gains", "expected"), COUNTED)
def test_few_questions_are_permuted_in_every_way(gains: np.ndarray, expected: float) -> None:
    assert randomisation_p(gains)[0] == expected


@pytest.mark.parametrize("shift", [0.0, 0.03, 0.06])
def test_many_questions_give_the_p_value_of_scipy(shift: float) -> None:
    gains = np.random.default_rng(5).normal(shift, 0.4, 300)
    reference = stats.permutation_test(
        (gains,), np.mean, permutation_type="samples", n_resamples=9_999, rng=np.random.default_rng(1)
    ).pvalue
    # Both draw 10,000 patterns, SciPy's p is twice the rarer tail: their difference has a standard error of 0.01.
    assert randomisation_p(gains[:, None])[0] == pytest.approx(reference, abs=0.04)
    assert bootstrap_p(gains[:, None])[0] == pytest.approx(stats.ttest_1samp(gains, 0).pvalue, abs=0.035)


def test_chance_alone_is_called_significant_as_often_as_it_should() -> None:
    gains = np.random.default_rng(7).normal(0, 1, (60, 200))
    for p in (randomisation_p(gains), bootstrap_p(gains)):
        assert (p < 0.05).mean() == pytest.approx(0.05, abs=0.035)


def test_a_run_against_itself_differs_in_nothing() -> None:
    one = differences({"m": [0.1, 0.7, 0.3]}, {"m": [0.1, 0.7, 0.3]})["m"]
    assert (one.change, one.low, one.high, one.bootstrap_p, one.randomisation_p) == (0, 0, 0, 1, 1)
    assert (one.better, one.worse, one.same) == (0, 0, 3)


def test_better_worse_and_same_are_counted_and_rounding_is_no_change() -> None:
    one = differences({"m": [0.0, 0.5, 1.0, 0.3]}, {"m": [1.0, 0.25, 1.0, 0.1 + 0.2]})["m"]
    assert (one.better, one.worse, one.same) == (1, 1, 2)
    assert one.change == pytest.approx(0.75 / 4)


def test_swapping_the_runs_turns_the_sign_alone() -> None:
    rng = np.random.default_rng(3)
    left, right = {"m": rng.random(40).tolist()}, {"m": rng.random(40).tolist()}
    one, other = differences(left, right)["m"], differences(right, left)["m"]
    assert (one.change, one.low, one.high) == pytest.approx((-other.change, -other.high, -other.low))
    assert (one.better, one.randomisation_p) == (other.worse, other.randomisation_p)

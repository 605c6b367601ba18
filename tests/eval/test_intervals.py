import math

import pytest

from eval.intervals import interval


def test_equal_values_leave_no_doubt() -> None:
    assert interval([0.5] * 7) == pytest.approx((0.5, 0.5))


def test_the_interval_is_as_wide_as_the_normal_one_for_many_coins() -> None:
    low, high = interval([0.0, 1.0] * 500)
    wide = 1.96 * math.sqrt(0.25 / 1000)
    assert low == pytest.approx(0.5 - wide, abs=0.004)
    assert high == pytest.approx(0.5 + wide, abs=0.004)


def test_it_is_the_same_at_every_call() -> None:
    values = [0.1, 0.9, 0.4, 0.0]
    assert interval(values) == interval(values)


def test_no_values_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        interval([])

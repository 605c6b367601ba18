"""Risk and coverage, worked out by hand."""

import math
from itertools import permutations

import pytest

from eval.risk import Point, risk_coverage


def test_the_curve_of_four_answers() -> None:
    # Surest first: right, wrong, right, wrong. Risks 0, 1/2, 1/3, 1/2.
    curve = risk_coverage([0.9, 0.2, 0.6, 0.7], [True, False, True, False])
    assert curve.points == (
        Point(0.9, 0.25, 0.0),
        Point(0.7, 0.5, 0.5),
        Point(0.6, 0.75, pytest.approx(1 / 3)),
        Point(0.2, 1.0, 0.5),
    )
    assert curve.aurc == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)
    assert curve.least == pytest.approx((0 + 0 + 1 / 3 + 1 / 2) / 4)
    assert curve.most == 0.5


def test_tied_scores_cost_what_random_order_is_expected_to() -> None:
    right = [True, False, False, True, True]
    tied = risk_coverage([1.0] * 5, right)
    orders = [risk_coverage([5.0, 4.0, 3.0, 2.0, 1.0], list(order)).aurc for order in permutations(right)]
    assert tied.aurc == pytest.approx(sum(orders) / len(orders))
    assert tied.points == (Point(1.0, 1.0, pytest.approx(0.4)),)


AT = [(0.95, None), (0.9, (0.25, 1.0)), (0.65, (0.5, 0.5)), (0.5, (0.75, 2 / 3)), (0.0, (1.0, 0.5))]


@pytest.mark.parametrize(("threshold", "expected"), AT)
def test_a_line_has_coverage_and_precision(threshold: float, expected: tuple[float, float] | None) -> None:
    curve = risk_coverage([0.9, 0.2, 0.6, 0.7], [True, False, True, False])
    point = curve.at(threshold)
    assert (point and (point.coverage, pytest.approx(point.precision))) == expected
    assert curve.json(threshold)["precision"] == (round(expected[1], 4) if expected else None)


def test_all_right_has_no_risk_and_all_wrong_nothing_else() -> None:
    assert risk_coverage([1, 2, 3], [True] * 3).aurc == 0.0
    assert risk_coverage([1, 2, 3], [False] * 3).aurc == 1.0


def test_a_sure_mistake_costs_more_than_a_doubtful_one() -> None:
    scores = [0.9, 0.8, 0.7, 0.6]
    costs = [risk_coverage(scores, [at != wrong for at in range(4)]).aurc for wrong in range(4)]
    assert costs == sorted(costs, reverse=True)
    assert len(set(costs)) == 4


@pytest.mark.parametrize(("scores", "right"), [([], []), ([1.0], []), ([math.nan], [True])])
def test_what_is_no_score_is_refused(scores: list[float], right: list[bool]) -> None:
    with pytest.raises(ValueError, match="rule"):
        risk_coverage(scores, right)

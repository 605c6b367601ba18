"""Each measure checked by hand."""

import math

import pytest

from eval.metrics import MEASURES, by_question, discounted_gain, overlap, recall, reciprocal_rank

GOLD = {"q1": {"a", "b"}, "q2": {"c"}}
RUN = {"q1": ["x", "a", "y", "b"], "q2": ["y", "x"]}


@pytest.mark.parametrize(("cut", "expected"), [(1, 0.0), (2, 0.25), (4, 0.5), (10, 0.5)])
def test_recall_is_the_share_of_gold_found(cut: int, expected: float) -> None:
    assert recall(RUN, GOLD, cut) == expected


def test_reciprocal_rank_counts_the_first_gold() -> None:
    assert reciprocal_rank(RUN, GOLD) == pytest.approx((1 / 2 + 0) / 2)
    assert reciprocal_rank(RUN, GOLD, 1) == 0.0


def test_discounted_gain_is_over_the_ideal_order() -> None:
    found = 1 / math.log2(3) + 1 / math.log2(5)
    ideal = 1 / math.log2(2) + 1 / math.log2(3)
    assert discounted_gain(RUN, GOLD) == pytest.approx(found / ideal / 2, abs=1e-6)


def test_a_question_without_answer_in_the_run_scores_nothing() -> None:
    assert recall({}, GOLD, 10) == 0.0
    assert reciprocal_rank({}, GOLD) == 0.0
    assert discounted_gain({}, GOLD) == 0.0


def test_recall_without_gold_is_refused() -> None:
    with pytest.raises(ValueError, match="q9"):
        recall({}, {"q9": set()}, 10)


def test_overlap_is_shared_share() -> None:
    assert overlap({"q": ["a", "b"]}, {"q": ["b", "z"]}, 2) == 0.5
    assert overlap({"q": []}, {}, 2) == 1.0


def test_recall_of_ir_measures_is_the_share_of_gold_found() -> None:
    grades = {question: dict.fromkeys(keys, 1) for question, keys in GOLD.items()}
    for name, values in by_question(RUN, grades).items():
        if name.startswith("R@"):
            assert sum(values.values()) / len(values) == recall(RUN, GOLD, int(name.removeprefix("R@")))


def test_every_measure_has_a_value_for_every_question_of_the_gold() -> None:
    values = by_question({"q1": ["a"], "q9": ["a"]}, {"q1": {"a": 1}, "q2": {"c": 1}})
    assert values == {name: {"q1": 1.0, "q2": 0.0} for name in MEASURES}

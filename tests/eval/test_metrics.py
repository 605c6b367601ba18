"""Each measure checked by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.metrics import MEASURES, by_question, discounted_gain, overlap, recall, recall_curve, reciprocal_rank
from eval.options import MEASURE_NAMES

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


def test_the_values_of_every_measure_are_in_the_order_of_the_gold() -> None:
    gold = {f"q{number}": {"a": 1} for number in (9, 1, 5, 3)}
    for values in by_question({"q5": ["a"], "q9": ["x", "a"]}, gold).values():
        assert list(values) == list(gold)


def test_options_name_the_measures() -> None:
    assert tuple(MEASURES) == MEASURE_NAMES


GOLDS = st.dictionaries(st.sampled_from("pqrs"), st.sets(st.sampled_from("abcdef"), min_size=1), min_size=1)
RUNS = st.dictionaries(st.sampled_from("pqrst"), st.permutations("abcdefgh").map(lambda order: list(order)[:6]))


@settings(max_examples=40, deadline=None)
@given(gold=GOLDS, run=RUNS, cut=st.integers(1, 8))
def test_every_measure_is_its_formula(gold: dict[str, set[str]], run: dict[str, list[str]], cut: int) -> None:
    shares, firsts, gains = [], [], []
    for question, keys in gold.items():
        hits = [key in keys for key in run.get(question, [])[:cut]]
        shares.append(sum(hits) / len(keys))
        firsts.append(next((1 / rank for rank, hit in enumerate(hits, 1) if hit), 0.0))
        ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(len(keys), cut) + 1))
        gains.append(sum(hit / math.log2(rank + 1) for rank, hit in enumerate(hits, 1)) / ideal)
    expected = [sum(values) / len(values) for values in (shares, firsts, gains)]
    found = [recall(run, gold, cut), reciprocal_rank(run, gold, cut), discounted_gain(run, gold, cut)]
    assert found == pytest.approx(expected, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(gold=GOLDS, run=RUNS)
def test_moving_gold_down_never_raises_a_measure(gold: dict[str, set[str]], run: dict[str, list[str]]) -> None:
    worse = {
        question: [*(one for one in found if one not in gold.get(question, ())), *found]
        for question, found in run.items()
    }
    worse = {question: list(dict.fromkeys(found)) for question, found in worse.items()}
    for measure in (reciprocal_rank, discounted_gain, lambda run, gold: recall(run, gold, 3)):
        assert measure(worse, gold) <= measure(run, gold) + 1e-9


def test_the_recall_curve_is_recall_at_every_cut() -> None:
    grades = {question: dict.fromkeys(keys, 1) for question, keys in GOLD.items()}
    curve = recall_curve(RUN, grades, (1, 2, 4))
    assert {cut: sum(values) / 2 for cut, values in curve.items()} == {1: 0.0, 2: 0.25, 4: 0.5}


@pytest.mark.parametrize("rank", [1, 5, 6, 10, 11, 20, 21, 50, 51, 100, 101])
def test_every_measure_looks_exactly_as_deep_as_its_name_says(rank: int) -> None:
    run = {"q": [*(f"x{number}" for number in range(1, rank)), "a"]}
    found = {name: values["q"] > 0 for name, values in by_question(run, {"q": {"a": 1}}).items()}
    assert found == {name: rank <= int(name.partition("@")[2]) for name in MEASURES}

"""Two small runs, compared by hand."""

import pytest

from eval.comparison import compare
from eval.judged import Judged

JUDGED = Judged(
    {"q1": "风筝", "q2": "灯笼", "q3": "船", "q4": "无"}, {"q1": {"a": 1}, "q2": {"b": 1, "c": 1}, "q3": {"d": 1}}
)
BEFORE = {"q1": ["x", "a"], "q2": ["b", "c"], "q3": ["d"]}
AFTER = {"q1": ["a"], "q2": ["x", "b"], "q4": ["a"]}


def test_gains_and_losses_come_biggest_first_with_ranks_in_both_runs() -> None:
    compared = compare(JUDGED, ("old", BEFORE), ("new", AFTER), "MRR@10")
    assert [(one.question, one.change, dict(one.ranks)) for one in compared.gains] == [("q1", 0.5, {"a": (2, 1)})]
    assert [(one.question, one.change, dict(one.ranks)) for one in compared.losses] == [
        ("q3", -1.0, {"d": (1, None)}),
        ("q2", -0.5, {"b": (1, 2), "c": (2, None)}),
    ]
    first = compared.differences["MRR@10"]
    assert (first.before, first.after) == (pytest.approx(2.5 / 3), 0.5)
    assert (first.better, first.worse, first.same) == (1, 2, 0)
    assert compared.absent == (0, 1)


def test_the_text_names_what_a_run_lacks_and_the_moves() -> None:
    text = compare(JUDGED, ("old", BEFORE), ("new", AFTER)).text()
    for part in ("old → new; 3 questions", "1 questions with gold are not in new", "q3  船  [d 1 → –]", "2 losses"):
        assert part in text


def test_json_has_every_change() -> None:
    told = compare(JUDGED, ("old", BEFORE), ("new", AFTER)).json()
    assert told["gains"][0]["gold"] == [{"id": "a", "before": 2, "after": 1}]
    assert len(told["losses"]) == 2
    assert told["R@10"]["change"] == pytest.approx((0 - 0.5 - 1) / 3, abs=1e-4)


def test_a_planted_wrong_answer_lowers_every_measure_that_sees_it() -> None:
    gold = {f"q{number}": {"a": 1} for number in range(8)}
    judged = Judged(dict.fromkeys(gold, ""), gold)
    good = {question: ["a", "b"] for question in gold}
    compared = compare(judged, ("good", good), ("planted", {**good, "q5": ["b", "a"]}))
    assert {name for name, one in compared.differences.items() if one.change < 0} == {"MRR@10", "nDCG@10"}
    assert [one.question for one in compared.losses] == ["q5"]
    compared = compare(judged, ("good", good), ("planted", {**good, "q5": ["b"]}))
    assert all(one.worse == 1 and one.change < 0 for one in compared.differences.values())

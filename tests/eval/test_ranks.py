import pytest

from eval.ranks import first_rank, gold_ranks, rank_histogram

FOUND = ["x", "a", "y", "b"]


def test_gold_is_told_with_its_rank_best_first() -> None:
    assert list(gold_ranks(FOUND, ["c", "b", "a"]).items()) == [("a", 2), ("b", 4), ("c", None)]


@pytest.mark.parametrize(("gold", "rank"), [(["b", "a"], 2), (["x"], 1), (["z"], None), ([], None)])
def test_the_first_gold_counts(gold: list[str], rank: int | None) -> None:
    assert first_rank(FOUND, gold) == rank


def test_every_question_stands_in_one_bar() -> None:
    found = {"q1": ["a"], "q2": FOUND, "q3": [*"xyzw", "a"], "q4": [str(number) for number in range(101)]}
    gold = {"q1": ["a"], "q2": ["a"], "q3": ["a"], "q4": ["100"], "q5": ["a"]}
    counts = rank_histogram(found, gold)
    assert {name: count for name, count in counts.items() if count} == {"1": 1, "2": 1, "4–5": 1, "not found": 2}
    assert list(counts)[-1] == "not found"

import pytest

from eval.fold_file import Folds
from eval.seen import article_of, by_seen, seen_by_folds, seen_in

SAME = [
    ("民法典第一条", "中华人民共和国民法典第一条", True),
    ("民法典第一条", "《民法典》第1条第2款", True),
    ("立法法第三条", "立法法第三条#2", True),
    ("民法典第一条", "民法典第一条之一", False),
    ("民法典第一条", "民法典第二条", False),
    ("doc-7", "doc-7", True),
    ("doc-7", "doc-70", False),
    ("民法典", "民法典第一条", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_an_article_is_the_same_in_every_spelling_and_wording(one: str, other: str, same: bool) -> None:
    assert (article_of(one) == article_of(other)) is same


GOLD = {"q1": {"民法典第一条": 1}, "q2": {"民法典第一条": 1, "民法典第二条": 1}, "q3": {"民法典第三条": 1}}


def test_questions_are_grouped_by_how_much_of_their_gold_was_seen() -> None:
    trained = [{"t1": {"中华人民共和国民法典第一条": 1}}, {"t2": {"民法典第三条": 0}}]
    assert by_seen(GOLD, [seen_in(trained)]) == {"all": ["q1"], "some": ["q2"], "none": ["q3"]}


def test_a_held_out_fold_has_seen_what_the_other_folds_have() -> None:
    apart = seen_by_folds(GOLD, Folds("s", 0, "", {"q1": 0, "q2": 1, "q3": 1}))
    assert by_seen(GOLD, [apart]) == {"all": ["q1"], "some": ["q2"], "none": ["q3"]}
    together = seen_by_folds(GOLD, Folds("s", 0, "", {"q1": 0, "q2": 0, "q3": 1}))
    assert by_seen(GOLD, [together]) == {"all": [], "some": [], "none": ["q1", "q2", "q3"]}


def test_a_question_outside_the_folds_met_models_that_saw_them_all() -> None:
    assert by_seen(GOLD, [seen_by_folds(GOLD, Folds("s", 0, "", {"q1": 0, "q3": 1}))])["some"] == ["q2"]

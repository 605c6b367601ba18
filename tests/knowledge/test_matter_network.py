"""How the classifier of matters learns."""

import pytest

from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.training.matter_lessons import Label, Lesson

torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra neural)")

LOAN, TENANCY = Label("consultation", "debt.loan"), Label("consultation", "housing.tenancy")
LESSONS = [
    *(Lesson(text, (LOAN,), 1.0) for text in ("朋友借钱不还", "借条丢了", "欠款要不回来")),
    *(Lesson(text, (TENANCY,), 1.0) for text in ("房东不退押金", "租房合同到期", "房东涨租金")),
    Lesson("借款到期不还钱", (LOAN, TENANCY), 1.0),
]


def test_texts_are_told_apart_and_an_open_lesson_is_settled_by_the_certain_ones() -> None:
    from knowledge.training.matter_network import Plan, Sight, learn, scores_of

    plan = Plan(grams=200, width=8, rounds=40, batch=4, rate=0.05)
    sight = Sight.of([lesson.text for lesson in LESSONS], plan.grams, StaticEncoder(DEFAULT_ENCODER))
    network = learn(LESSONS, (LOAN, TENANCY), sight, plan)
    told = scores_of(network, sight, ["借钱不还", "房东的押金", "借款到期不还钱"]).argmax(1)
    assert told.tolist() == [0, 1, 0]


def test_the_same_seed_gives_the_same_network() -> None:
    from knowledge.training.matter_network import Plan, Sight, learn, scores_of

    plan = Plan(grams=50, width=4, rounds=2, batch=4)
    sight = Sight.of([lesson.text for lesson in LESSONS], plan.grams, StaticEncoder(DEFAULT_ENCODER))
    one, two = (scores_of(learn(LESSONS, (LOAN, TENANCY), sight, plan), sight, ["借钱"]) for _ in range(2))
    assert one.tolist() == two.tolist()

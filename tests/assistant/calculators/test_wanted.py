from decimal import Decimal

from assistant.calculators.wanted import wanted
from assistant.facts.model import Fact, Kind

AGE, GRADE = Fact("age", "年龄", Kind.NUMBER), Fact("grade", "等级", Kind.NUMBER)


def test_the_needed_facts_that_are_not_told_are_wanted_with_the_reason() -> None:
    lacks = wanted((AGE, GRADE), {"age": Decimal(3)}, ("age", "grade"), "要知道等级")
    assert lacks is not None
    assert (lacks.facts, lacks.reason) == ((GRADE,), "要知道等级")


def test_nothing_is_wanted_where_all_is_told() -> None:
    assert wanted((AGE, GRADE), {"age": Decimal(3)}, ("age",), "要知道年龄") is None

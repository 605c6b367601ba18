from datetime import date
from decimal import Decimal

import pytest

from assistant.calculators.registry import calculators
from assistant.calculators.written import read_fact, read_facts
from assistant.errors import BadFact
from assistant.facts.model import Choice, Fact, Kind, Span, Value

GOOD: list[tuple[Kind, str, Value]] = [
    (Kind.MONEY, "8000", Decimal(8000)),
    (Kind.MONEY, "8000.50", Decimal("8000.50")),
    (Kind.NUMBER, "-3.5", Decimal("-3.5")),
    (Kind.SHARE, "0.0365", Decimal("0.0365")),
    (Kind.SHARE, "3.65%", Decimal("0.0365")),
    (Kind.DATE, "2021-03-01", date(2021, 3, 1)),
    (Kind.SPAN, "3年6个月10天", Span(3, 6, 10)),
    (Kind.SPAN, "3y6m", Span(3, 6)),
    (Kind.SPAN, "18个月", Span(months=18)),
    (Kind.FLAG, "true", True),
    (Kind.FLAG, "否", False),
    (Kind.CHOICE, "birth", "birth"),
    (Kind.CHOICE, "生育", "birth"),
    (Kind.REGION, "310000", "310000"),
    (Kind.TEXT, " 张三 ", "张三"),
]
BAD = [
    (Kind.MONEY, "八千", "要写成数字"),
    (Kind.MONEY, "8,000", "要写成数字"),
    (Kind.MONEY, "NaN", "要写成数字"),
    (Kind.MONEY, "1e9", "要写成数字"),
    (Kind.MONEY, "-1", "不能小于"),
    (Kind.MONEY, "", "要写成数字"),
    (Kind.SHARE, "130%", "不能大于"),
    (Kind.SHARE, "%", "要写成数字"),
    (Kind.DATE, "20210301", "年-月-日"),
    (Kind.DATE, "2021-02-29", "年-月-日"),
    (Kind.DATE, "2021-W01-1", "年-月-日"),
    (Kind.SPAN, "", "几年几个月"),
    (Kind.SPAN, "很久", "几年几个月"),
    (Kind.FLAG, "maybe", "是 或 否"),
    (Kind.CHOICE, "adoption", "只能选"),
    (Kind.REGION, "上海", "六位行政区划代码"),
]


def fact(kind: Kind) -> Fact:
    return Fact("it", "这一项", kind, choices=(Choice("birth", "生育"),))


@pytest.mark.parametrize(("kind", "text", "value"), GOOD)
def test_a_value_is_read_in_its_one_writing(kind: Kind, text: str, value: Value) -> None:
    assert read_fact(fact(kind), text) == value


@pytest.mark.parametrize(("kind", "text", "rule"), BAD)
def test_another_writing_is_refused_with_the_fact_and_the_rule(kind: Kind, text: str, rule: str) -> None:
    with pytest.raises(BadFact, match=rule) as caught:
        read_fact(fact(kind), text)
    assert caught.value.fact == "it"
    assert "这一项" in caught.value.rule


def test_a_fact_that_the_calculator_does_not_take_is_named() -> None:
    with pytest.raises(BadFact, match="没有这一项，可以填的有：start、end") as caught:
        read_facts(calculators()["severance"], {"colour": "red"})
    assert caught.value.fact == "colour"

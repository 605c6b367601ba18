"""Conditions on facts: what they mean, and what the schema refuses."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assistant.facts.model import Choice, Fact, Kind, Value
from assistant.interviews.condition import holds
from assistant.interviews.written import condition

TODAY = date(2026, 11, 24)
FACTS = {
    "wage": Fact("wage", "月工资", Kind.MONEY),
    "left": Fact("left", "离职", Kind.FLAG),
    "day": Fact("day", "日子", Kind.DATE),
    "how": Fact("how", "怎么", Kind.CHOICE, choices=(Choice("fired", "辞退"), Choice("agreed", "谈好"))),
}
TOLD: dict[str, Value] = {"wage": Decimal(3000), "left": True, "day": date(2025, 11, 24), "how": "fired"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({}, True),
        ({"wage": 3000}, True),
        ({"wage": {"ge": 3000, "lt": 3001}}, True),
        ({"wage": {"gt": 3000}}, False),
        ({"left": True, "how": "agreed"}, False),
        ({"how": ["fired", "agreed"]}, True),
        ({"any": [{"how": "agreed"}, {"left": True}]}, True),
        ({"all": [{"how": "fired"}, {"left": True}]}, True),
        ({"not": {"how": "fired"}}, False),
        ({"day": {"le": date(2025, 11, 24)}}, True),
        ({"day": {"older": {"years": 1}}}, False),  # a year ago to the day: not more than a year
        ({"day": {"younger": {"years": 1}}}, True),
        ({"day": {"older": {"days": 364}}}, True),
        ({"day": {"known": True}}, True),
    ],
)
def test_a_condition_holds_as_it_reads(written: dict[str, Any], expected: bool) -> None:
    assert holds(condition(written, FACTS), TOLD, TODAY) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [({"wage": {"ge": 0}}, False), ({"not": {"left": True}}, True), ({"wage": {"known": False}}, True)],
)
def test_a_fact_that_is_not_told_passes_no_test_but_one(written: dict[str, Any], expected: bool) -> None:
    assert holds(condition(written, FACTS), {}, TODAY) is expected


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ({"pay": 1}, "pay"),
        ({"how": "resigned"}, "resigned"),
        ({"left": {"gt": 1}}, "left"),
        ({"wage": {"near": 3}}, "near"),
        ({"day": {"older": 3}}, "older"),
        ({"wage": {"older": {"years": 1}}}, "older"),
        ({"left": "yes"}, "yes"),
    ],
)
def test_a_condition_that_cannot_be_tested_is_refused_by_name(written: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        condition(written, FACTS)

from datetime import date
from decimal import Decimal

import pytest

from assistant.calculators import told
from assistant.errors import BadFact
from assistant.facts.model import Facts, Span

FACTS: Facts = {
    "wage": Decimal(8000),
    "start": date(2021, 3, 1),
    "worked": Span(3),
    "leaving": True,
    "kind": "birth",
}


def test_facts_are_read_by_their_type() -> None:
    assert told.number(FACTS, "wage") == 8000
    assert told.day(FACTS, "start") == date(2021, 3, 1)
    assert told.span(FACTS, "worked") == Span(3)
    assert told.flag(FACTS, "leaving")
    assert told.choice(FACTS, "kind") == "birth"


def test_what_is_not_told_is_none_or_what_the_law_takes() -> None:
    assert told.maybe_number(FACTS, "average") is None
    assert told.maybe_day(FACTS, "end") is None
    assert told.number_or(FACTS, "babies", 1) == 1
    assert not told.flag(FACTS, "difficult")


def test_whole_numbers_have_no_fraction() -> None:
    assert told.whole({"babies": Decimal("2.0")}, "babies") == 2
    assert told.whole_or({}, "babies", 1) == 1
    with pytest.raises(BadFact, match="要填整数"):
        told.whole({"babies": Decimal("1.5")}, "babies")


def test_a_fact_of_another_type_or_none_is_refused() -> None:
    with pytest.raises(BadFact, match="start"):
        told.number(FACTS, "start")
    with pytest.raises(BadFact, match="end"):
        told.day(FACTS, "end")

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assistant.calculators.telling import amount, results, wanted

LIFE = {"income_per_head": "50000", "average_wage": "9000"}


@pytest.mark.parametrize(("age", "years"), [("8", 20), ("60", 20), ("61", 19), ("74", 6), ("75", 5), ("101", 5)])
def test_death_is_paid_for_fewer_years_above_sixty(age: str, years: int) -> None:
    assert results("death_damages", age=age, **LIFE) == {
        "death": 50000 * years,
        "funeral": 54000,
        "total": 50000 * years + 54000,
    }


def test_a_child_is_paid_for_until_eighteen() -> None:
    facts = {"age": "40", **LIFE, "spend_per_head": "30000", "child_years": "10"}
    assert amount("death_damages", "dependants", **facts) == 150000
    assert amount("death_damages", "dependants", **facts, child_payers="1") == 300000
    assert wanted("death_damages", age="40", **LIFE, child_years="10") == ("spend_per_head",)


def test_treatment_and_grief_are_in_the_total_and_the_share_is_taken_of_all() -> None:
    facts = {"age": "40", **LIFE, "medical": "6000", "mental": "40000"}
    assert amount("death_damages", "total", **facts) == 1_100_000
    assert amount("death_damages", "total", **facts, share="0.3") == 330_000


@given(st.integers(0, 119))
def test_a_year_of_age_takes_at_most_one_year_of_pay(age: int) -> None:
    younger, older = (amount("death_damages", "death", age=str(years), **LIFE) for years in (age, age + 1))
    assert Decimal(0) <= younger - older <= 50000

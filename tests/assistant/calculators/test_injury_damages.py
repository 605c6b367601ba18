from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadFact
from tests.assistant.calculators.telling import amount, results, run, wanted

HEAD = {"income_per_head": "50000"}


@pytest.mark.parametrize(
    ("age", "years"),
    [("0", 20), ("59", 20), ("60", 20), ("61", 19), ("66.5", 14), ("74", 6), ("75", 5), ("90", 5)],
)
def test_disability_is_paid_for_fewer_years_above_sixty(age: str, years: int) -> None:
    assert amount("injury_damages", "disability", grade="1", age=age, **HEAD) == 50000 * years


@pytest.mark.parametrize(("grade", "share"), [("1", "1"), ("2", "0.9"), ("5", "0.6"), ("9", "0.2"), ("10", "0.1")])
def test_disability_is_paid_by_grade(grade: str, share: str) -> None:
    assert amount("injury_damages", "disability", grade=grade, age="30", **HEAD) == 1_000_000 * Decimal(share)


def test_all_heads_are_added_and_the_share_of_fault_is_taken_of_all() -> None:
    facts = {"medical": "10000", "lost_days": "30", "daily_income": "200", "mental": "4000"}
    assert results("injury_damages", **facts) == {"total": 20000}
    assert results("injury_damages", **facts, share="0.7") == {"total": 14000}


def test_a_child_is_paid_for_by_the_degree_and_the_other_payers() -> None:
    facts = {"grade": "5", "age": "40", **HEAD, "spend_per_head": "30000", "child_years": "10"}
    assert amount("injury_damages", "dependants", **facts) == 90000
    assert amount("injury_damages", "dependants", **facts, child_payers="1") == 180000
    assert amount("injury_damages", "total", **facts) == 600000 + 90000


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"lost_days": "3"}, ("daily_income",)),
        ({"nursing_daily": "3"}, ("nursing_days",)),
        ({"hospital_days": "3", "medical": "1"}, ("meal_daily",)),
        ({"grade": "3"}, ("age", "income_per_head")),
        ({"medical": "1", "child_years": "3"}, ("spend_per_head", "grade")),
    ],
)
def test_half_a_pair_asks_for_the_other_half(told: dict[str, str], asked: tuple[str, ...]) -> None:
    assert wanted("injury_damages", **told) == asked


def test_no_loss_at_all_asks_for_the_losses() -> None:
    assert "medical" in wanted("injury_damages", age="30")


def test_a_grade_is_a_whole_number_from_one_to_ten() -> None:
    for grade in ("0", "11", "2.5"):
        with pytest.raises(BadFact, match="grade"):
            run("injury_damages", grade=grade, age="30", **HEAD)


@given(st.integers(0, 110), st.integers(0, 110), st.integers(1, 10), st.integers(1, 10))
def test_who_is_older_or_hurt_less_is_never_paid_more(one: int, other: int, grade: int, lighter: int) -> None:
    def paid(age: int, grade: int) -> Decimal:
        return amount("injury_damages", "disability", grade=str(grade), age=str(age), **HEAD)

    younger, older = sorted((one, other))
    heavy, light = sorted((grade, lighter))
    assert paid(younger, heavy) >= paid(older, heavy) >= paid(older, light) > 0


@given(st.decimals(0, 10**7, places=2), st.decimals(0, 10**7, places=2), st.decimals(0, 1, places=2))
def test_the_total_is_the_share_of_the_sum(medical: Decimal, mental: Decimal, share: Decimal) -> None:
    found = amount("injury_damages", "total", medical=str(medical), mental=str(mental), share=str(share))
    assert abs(found - (medical + mental) * share) <= Decimal("0.005")

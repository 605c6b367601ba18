from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.model import Working
from tests.assistant.calculators.telling import results, run

SUMS = st.decimals(0, 10**8, places=2)


@pytest.mark.parametrize(
    ("contract", "paid", "breaker", "expected"),
    [
        ("100000", "20000", "taker", {"valid": 20000, "back": 40000}),
        ("100000", "20000", "giver", {"valid": 20000, "back": 0}),
        ("100000", "30000", "taker", {"valid": 20000, "prepaid": 10000, "back": 50000}),
        ("100000", "30000", "giver", {"valid": 20000, "prepaid": 10000, "back": 10000}),
        ("100000", "5000", "taker", {"valid": 5000, "back": 10000}),
    ],
)
def test_earnest_money_is_lost_or_doubled_up_to_a_fifth(
    contract: str, paid: str, breaker: str, expected: dict[str, int]
) -> None:
    assert results("earnest_money", contract=contract, paid=paid, breaker=breaker) == expected


@pytest.mark.parametrize("breaker", ["giver", "taker"])
def test_liquidated_damages_stand_beside_it_as_a_choice(breaker: str) -> None:
    found = run("earnest_money", contract="100000", paid="20000", breaker=breaker, liquidated="15000")
    assert isinstance(found, Working)
    assert "只能选一样" in found.lines[-1].sum
    assert found.lines[-1].cites == ("民法典第五百八十八条第一款",)


@given(SUMS, SUMS)
def test_what_is_valid_and_what_is_prepaid_are_what_was_paid(contract: Decimal, paid: Decimal) -> None:
    found = results("earnest_money", contract=str(contract), paid=str(paid), breaker="taker")
    valid, prepaid, back = found["valid"], found.get("prepaid", Decimal(0)), found["back"]
    assert isinstance(valid, Decimal)
    assert isinstance(prepaid, Decimal)
    assert isinstance(back, Decimal)
    assert abs(valid + prepaid - paid) <= Decimal("0.01")
    assert paid <= back <= 2 * paid

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assistant.calculators.telling import amount, results

SUMS = st.decimals(0, 10**8, places=2)


@pytest.mark.parametrize(
    ("agreed", "loss", "line", "excess"),
    [
        ("26000", "20000", 26000, 0),
        ("26000.01", "20000", 26000, "0.01"),
        ("50000", "20000", 26000, 24000),
        ("5000", "0", 0, 5000),
        ("1000", "20000", 26000, 0),
    ],
)
def test_what_is_above_the_loss_and_thirty_per_cent_is_too_high(agreed: str, loss: str, line: int, excess: str) -> None:
    assert results("liquidated_damages", agreed=agreed, loss=loss) == {"line": line, "excess": Decimal(excess)}


@given(SUMS, SUMS, SUMS)
def test_a_greater_loss_never_makes_more_of_it_too_high(agreed: Decimal, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    of_less = amount("liquidated_damages", "excess", agreed=str(agreed), loss=str(less))
    assert amount("liquidated_damages", "excess", agreed=str(agreed), loss=str(more)) <= of_less <= agreed

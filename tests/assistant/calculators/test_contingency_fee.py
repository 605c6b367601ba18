from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assistant.calculators.telling import amount


@pytest.mark.parametrize(
    ("at_stake", "cap"),
    [
        ("0", 0),
        ("1000000", 180000),
        ("5000000", 780000),
        ("10000000", 1380000),
        ("50000000", 4980000),
        ("60000000", 5580000),
    ],
)
def test_each_part_has_its_own_ceiling(at_stake: str, cap: int) -> None:
    assert amount("contingency_fee", "cap", amount=at_stake) == cap


@given(st.decimals(0, 10**8, places=2))
def test_the_ceiling_is_at_most_eighteen_per_cent(at_stake: Decimal) -> None:
    assert 0 <= amount("contingency_fee", "cap", amount=str(at_stake)) <= at_stake * Decimal("0.18") + Decimal("0.005")

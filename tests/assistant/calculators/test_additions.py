from decimal import Decimal

import pytest

from assistant.calculators.additions import added


@pytest.mark.parametrize(
    ("amounts", "whole", "said"),
    [
        ([], 0, "0元"),
        (["12.5"], "12.5", "12.50元"),
        (["1", "2.25"], "3.25", "1元 + 2.25元 = 3.25元"),
    ],
)
def test_amounts_are_added_and_written_out(amounts: list[str], whole: str, said: str) -> None:
    assert added([Decimal(amount) for amount in amounts]) == (Decimal(whole), said)

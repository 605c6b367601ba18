from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.model import Working
from assistant.errors import BadFact
from tests.assistant.calculators.telling import results, run


@pytest.mark.parametrize(
    ("income", "children", "low", "high"),
    [
        ("8000", "1", "1600", "2400"),
        ("8000", "2", "1600", "4000"),
        ("8000", "5", "1600", "4000"),
        ("0", "1", "0", "0"),
        ("3333.33", "1", "666.67", "1000.00"),
    ],
)
def test_support_is_a_range_of_the_monthly_income(income: str, children: str, low: str, high: str) -> None:
    assert results("child_support", income=income, children=children) == {"low": Decimal(low), "high": Decimal(high)}


def test_the_months_until_eighteen_show_what_it_comes_to() -> None:
    found = run("child_support", income="8000", children="1", months="100")
    assert isinstance(found, Working)
    assert [line.value for line in found.lines[2:]] == [160000, 240000]


def test_children_are_counted_in_whole_numbers() -> None:
    for children in ("0", "1.5"):
        with pytest.raises(BadFact, match="children"):
            run("child_support", income="8000", children=children)


@given(st.decimals(0, 10**7, places=2), st.integers(1, 9))
def test_support_is_never_more_than_half_the_income(income: Decimal, children: int) -> None:
    found = results("child_support", income=str(income), children=str(children))
    low, high = found["low"], found["high"]
    assert isinstance(low, Decimal)
    assert isinstance(high, Decimal)
    assert 0 <= low <= high <= income / 2 + Decimal("0.005")

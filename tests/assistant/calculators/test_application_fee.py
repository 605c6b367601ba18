from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assistant.calculators.telling import amount, results, wanted


def fee(kind: str, asked: str) -> Decimal:
    assert amount("application_fee", "low", kind=kind, amount=asked) == amount(
        "application_fee", "high", kind=kind, amount=asked
    )
    return amount("application_fee", "low", kind=kind, amount=asked)


@pytest.mark.parametrize(
    ("kind", "asked", "expected"),
    [
        ("enforcement", "10000", "50"),
        ("enforcement", "500000", "7400"),
        ("enforcement", "5000000", "52400"),
        ("enforcement", "10000000", "77400"),
        ("enforcement", "20000000", "87400"),
        ("preservation", "0", "30"),
        ("preservation", "1000", "30"),
        ("preservation", "100000", "1020"),
        ("preservation", "500000", "3020"),
        ("preservation", "896000", "5000"),
        ("preservation", "9000000", "5000"),
        ("payment_order", "10000", "16.67"),
        ("payment_order", "100000", "766.67"),
        ("bankruptcy", "100000", "1150"),
        ("bankruptcy", "900000000", "300000"),
    ],
)
def test_an_application_pays_by_its_kind_and_sum(kind: str, asked: str, expected: str) -> None:
    assert fee(kind, asked) == Decimal(expected)


def test_without_a_sum_there_is_a_range_one_figure_or_a_question() -> None:
    assert results("application_fee", kind="enforcement") == {"low": 50, "high": 500}
    assert results("application_fee", kind="preservation") == {"low": 30, "high": 30}
    assert wanted("application_fee", kind="payment_order") == ("amount",)
    assert wanted("application_fee", kind="bankruptcy") == ("amount",)


AMOUNTS = st.decimals(0, 10**8, places=2)


@given(AMOUNTS, AMOUNTS, st.sampled_from(["enforcement", "preservation", "payment_order", "bankruptcy"]))
def test_more_never_pays_less(one: Decimal, other: Decimal, kind: str) -> None:
    less, more = sorted((one, other))
    assert fee(kind, str(less)) <= fee(kind, str(more))

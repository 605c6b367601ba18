from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assistant.calculators.telling import amount, results, wanted

AMOUNTS = st.decimals(0, 10**8, places=2)


def fee(kind: str, **facts: str) -> tuple[object, object]:
    return amount("court_fee", "low", kind=kind, **facts), amount("court_fee", "high", kind=kind, **facts)


@pytest.mark.parametrize(
    ("sum_asked", "expected"),
    [
        ("0", "50"),
        ("10000", "50"),
        ("10000.40", "50.01"),
        ("100000", "2300"),
        ("200000", "4300"),
        ("500000", "8800"),
        ("1000000", "13800"),
        ("2000000", "22800"),
        ("5000000", "46800"),
        ("10000000", "81800"),
        ("20000000", "141800"),
        ("30000000", "191800"),
    ],
)
def test_a_property_case_pays_by_brackets(sum_asked: str, expected: str) -> None:
    assert fee("property", amount=sum_asked) == (Decimal(expected), Decimal(expected))


@pytest.mark.parametrize(
    ("kind", "facts", "low", "high"),
    [
        ("divorce", {}, 50, 300),
        ("divorce", {"amount": "200000"}, 50, 300),
        ("divorce", {"amount": "1000000"}, 4050, 4300),
        ("personality", {"amount": "50000"}, 100, 500),
        ("personality", {"amount": "100000"}, 600, 1000),
        ("personality", {"amount": "300000"}, 1600, 2000),
        ("labour", {"amount": "300000"}, 10, 10),
        ("administrative", {}, 50, 50),
        ("other", {}, 50, 100),
        ("ip", {}, 500, 1000),
        ("ip", {"amount": "100000"}, 2300, 2300),
    ],
)
def test_other_cases_pay_by_the_case_and_by_what_is_beside(
    kind: str, facts: dict[str, str], low: int, high: int
) -> None:
    assert fee(kind, **facts) == (low, high)


def test_a_fee_is_halved_once_whatever_the_reasons() -> None:
    assert fee("property", amount="100000", simplified="true") == (1150, 1150)
    assert fee("property", amount="100000", settled="true") == (1150, 1150)
    assert fee("property", amount="100000", simplified="true", settled="true") == (1150, 1150)
    assert fee("divorce", simplified="true") == (25, 150)


def test_a_property_case_without_a_sum_asks_for_it() -> None:
    assert wanted("court_fee", kind="property") == ("amount",)


@given(AMOUNTS, AMOUNTS, st.sampled_from(["property", "divorce", "personality"]))
def test_who_asks_for_more_never_pays_less(one: Decimal, other: Decimal, kind: str) -> None:
    less, more = sorted((one, other))
    for bound in ("low", "high"):
        paid = [amount("court_fee", bound, kind=kind, amount=str(asked)) for asked in (less, more)]
        assert paid == sorted(paid)


@given(AMOUNTS)
def test_the_lowest_fee_is_never_above_the_highest(asked: Decimal) -> None:
    for kind in ("property", "divorce", "personality", "ip", "labour", "other", "administrative"):
        found = results("court_fee", kind=kind, amount=str(asked))
        assert isinstance(found["low"], Decimal)
        assert isinstance(found["high"], Decimal)
        assert 0 < found["low"] <= found["high"]

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadFact
from tests.assistant.calculators.telling import amount, results, run, wanted

HEAVY = {"disability_group": "1000000", "medical": "100000", "property": "10000"}


@pytest.mark.parametrize(
    ("day", "with_fault", "without"),
    [
        ("2006-07-01", 60000, 12000),
        ("2008-01-31", 60000, 12000),
        ("2008-02-01", 122000, 12100),
        ("2020-09-18", 122000, 12100),
        ("2020-09-19", 200000, 19900),
        ("2026-01-01", 200000, 19900),
    ],
)
def test_the_limits_are_those_of_the_day_of_the_accident(day: str, with_fault: int, without: int) -> None:
    assert amount("traffic_damages", "insurer", day=day, share="1", **HEAVY) == with_fault
    assert results("traffic_damages", day=day, share="0", **HEAVY) == {"insurer": without, "rest": 0}


def test_each_group_has_its_own_limit_and_the_rest_is_shared_by_fault() -> None:
    facts = {"day": "2024-05-01", "medical": "30000", "disability_group": "100000"}
    assert results("traffic_damages", **facts, share="0.7") == {"insurer": 118000, "rest": 8400}


def test_an_accident_before_the_insurance_existed_is_refused() -> None:
    with pytest.raises(BadFact, match="2006年7月1日"):
        run("traffic_damages", day="2006-06-30", share="1", medical="1000")


def test_no_loss_at_all_asks_for_the_losses() -> None:
    assert wanted("traffic_damages", day="2024-05-01", share="1") == ("disability_group", "medical", "property")


LOSS = st.decimals(0, 10**6, places=2)


@given(LOSS, LOSS, LOSS, st.decimals("0.01", 1, places=2))
def test_insurer_and_driver_never_pay_more_than_the_loss(
    medical: Decimal, disability: Decimal, things: Decimal, share: Decimal
) -> None:
    losses = {"medical": str(medical), "disability_group": str(disability), "property": str(things)}
    insurer = amount("traffic_damages", "insurer", day="2024-05-01", share=str(share), **losses)
    rest = amount("traffic_damages", "rest", day="2024-05-01", share=str(share), **losses)
    whole = medical + disability + things
    assert insurer <= 200000
    assert insurer + rest <= whole + Decimal("0.01")
    assert share < 1 or insurer + rest == whole

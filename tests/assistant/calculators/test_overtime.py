from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assistant.calculators.drawn import COUNT, MONEY
from tests.assistant.calculators.telling import amount, results

KINDS = ["workday_hours", "restday_hours", "holiday_hours"]


@pytest.mark.parametrize(("kind", "pay"), [("workday_hours", "45"), ("restday_hours", "60"), ("holiday_hours", "90")])
def test_an_hour_is_paid_at_its_rate(kind: str, pay: str) -> None:
    assert results("overtime", base="5220", **{kind: "1"}) == {"hourly": Decimal(30), "overtime": Decimal(pay)}


@given(base=MONEY, hours=st.tuples(COUNT, COUNT, COUNT))
def test_the_kinds_add_up(base: Decimal, hours: tuple[int, int, int]) -> None:
    told = {kind: str(count) for kind, count in zip(KINDS, hours, strict=True)}
    whole = amount("overtime", "overtime", base=str(base), **told)
    parts = [amount("overtime", "overtime", base=str(base), **{kind: told[kind]}) for kind in KINDS]
    assert abs(whole - sum(parts)) <= Decimal("0.02")
    assert whole >= 0


@given(base=MONEY, hours=COUNT, more=COUNT)
def test_more_hours_never_give_less(base: Decimal, hours: int, more: int) -> None:
    pays = [amount("overtime", "overtime", base=str(base), restday_hours=str(n)) for n in (hours, hours + more)]
    assert pays == sorted(pays)


def test_the_hourly_wage_is_rounded_only_where_it_is_shown() -> None:
    found = results("overtime", base="6000", workday_hours="100")
    assert found == {"hourly": Decimal("34.48"), "overtime": Decimal("5172.41")}

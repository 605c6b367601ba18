from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.model import Working
from assistant.errors import BadFact
from tests.assistant.calculators.drawn import MONEY
from tests.assistant.calculators.telling import amount, results, run, wanted

DAYS = [
    ({"kind": "birth"}, 98),
    ({"kind": "birth", "difficult": "true"}, 113),
    ({"kind": "birth", "babies": "2"}, 113),
    ({"kind": "birth", "babies": "3", "difficult": "true"}, 143),
    ({"kind": "birth", "local_days": "60"}, 158),
    ({"kind": "birth", "region": "310115"}, 158),
    ({"kind": "birth", "region": "440300"}, 178),
    ({"kind": "birth", "region": "440300", "local_days": "10"}, 108),  # what is told comes before the table
    ({"kind": "birth", "region": "650000"}, 98),
    ({"kind": "miscarriage_early"}, 15),
    ({"kind": "miscarriage_late"}, 42),
    ({"kind": "miscarriage_late", "region": "310000"}, 42),  # the province's days are for births
]


@pytest.mark.parametrize(("told", "days"), DAYS)
def test_the_days_follow_the_birth_and_the_province(told: dict[str, str], days: int) -> None:
    assert amount("maternity", "days", **told) == days


@given(start=st.dates(date(2012, 4, 28), date(2040, 1, 1)), babies=st.integers(1, 6))
def test_the_last_day_is_counted_from_the_first(start: date, babies: int) -> None:
    found = results("maternity", kind="birth", start=str(start), babies=str(babies))
    assert found["days"] == 98 + 15 * (babies - 1)
    assert found["until"] == start + timedelta(days=98 + 15 * (babies - 1) - 1)


@given(average=MONEY, local=st.integers(0, 200))
def test_the_allowance_grows_with_days_and_wage(average: Decimal, local: int) -> None:
    told = {"kind": "birth", "local_days": str(local)}
    allowance = amount("maternity", "allowance", employer_average=str(average), **told)
    more = amount("maternity", "allowance", employer_average=str(average + 30), **told)
    assert allowance >= 0
    assert abs(more - allowance - (98 + local)) <= Decimal("0.01")


def test_without_the_employers_wage_there_is_no_allowance() -> None:
    assert set(results("maternity", kind="birth")) == {"days"}


def test_the_days_of_the_province_that_are_not_counted_are_noted() -> None:
    found = run("maternity", kind="birth")
    assert isinstance(found, Working)
    assert any("没有算进去" in note for note in found.notes)


def test_leave_before_the_rule_is_not_reckoned() -> None:
    assert wanted("maternity", kind="birth", start="2012-04-27") == ()


@pytest.mark.parametrize(("fact", "value"), [("babies", "0"), ("babies", "1.5"), ("local_days", "0.5"), ("kind", "x")])
def test_what_cannot_be_is_refused(fact: str, value: str) -> None:
    with pytest.raises(BadFact) as caught:
        run("maternity", **({"kind": "birth"} | {fact: value}))
    assert caught.value.fact == fact

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given

from assistant.calculators.model import Working
from assistant.errors import BadFact
from tests.assistant.calculators.drawn import DAYS, MONEY, pair
from tests.assistant.calculators.telling import amount, results, run

LONG_AFTER = "2099-01-01"
PERIODS = [
    # start, other facts, from, until, extra at 3000 a month
    ("2024-03-01", {}, "2024-04-01", "2025-02-28", "33000.00"),
    ("2024-01-31", {}, "2024-02-29", "2025-01-30", "33000.00"),
    ("2024-02-29", {}, "2024-03-29", "2025-02-27", "33000.00"),
    ("2024-03-01", {"signed": "2024-04-02"}, "2024-04-01", "2024-04-01", "100.00"),
    ("2024-03-01", {"end": "2024-04-30"}, "2024-04-01", "2024-04-30", "3000.00"),
    ("2024-03-15", {"end": "2024-07-03"}, "2024-04-15", "2024-07-03", "7890.32"),  # 2 months, 16 of 30, 3 of 31 days
    ("2007-05-01", {}, "2008-02-01", "2008-12-31", "33000.00"),
]
NONE = [{"signed": "2024-04-01"}, {"signed": "2024-02-01"}, {"end": "2024-03-31"}, {"asked": "2024-03-31"}]


@pytest.mark.parametrize(("start", "more", "first", "last", "extra"), PERIODS)
def test_it_runs_from_a_month_after_the_start_for_eleven_months_at_most(
    start: str, more: dict[str, str], first: str, last: str, extra: str
) -> None:
    found = results("double_wage", **({"start": start, "wage": "3000", "asked": LONG_AFTER} | more))
    assert (str(found["from"]), str(found["until"]), found["extra"]) == (first, last, Decimal(extra))
    until = date.fromisoformat(last)
    assert found["arbitrate_by"] == until.replace(year=until.year + 1)


@pytest.mark.parametrize("more", NONE)
def test_within_the_first_month_there_is_none(more: dict[str, str]) -> None:
    found = results("double_wage", **({"start": "2024-03-01", "wage": "3000", "asked": LONG_AFTER} | more))
    assert found == {"extra": Decimal(0)}


@given(start=DAYS, wage=MONEY)
def test_a_full_year_gives_exactly_eleven_wages(start: date, wage: Decimal) -> None:
    assert amount("double_wage", "extra", start=str(start), wage=str(wage), asked=LONG_AFTER) == 11 * wage


@given(days=pair(DAYS), wage=MONEY)
def test_a_day_more_never_gives_less_nor_more_than_eleven_wages(days: tuple[date, date], wage: Decimal) -> None:
    told = {"start": str(days[0]), "wage": str(wage), "asked": LONG_AFTER}
    one = amount("double_wage", "extra", end=str(days[1]), **told)
    next_day = amount("double_wage", "extra", end=str(days[1] + timedelta(days=1)), **told)
    # a month that becomes whole is paid as a month: up to two days' wages less than its days by the calendar
    assert next_day >= one - wage * 3 / 28
    assert 0 <= one <= 11 * wage


@given(start=DAYS, wage=MONEY)
def test_twice_the_wage_gives_twice_the_sum(start: date, wage: Decimal) -> None:
    told = {"start": str(start), "end": str(start + timedelta(days=100)), "asked": LONG_AFTER}
    single = amount("double_wage", "extra", wage=str(wage), **told)
    assert abs(amount("double_wage", "extra", wage=str(2 * wage), **told) - 2 * single) <= Decimal("0.01")


def test_a_claim_after_the_limitation_is_noted() -> None:
    found = run("double_wage", start="2022-03-01", wage="3000", asked="2026-11-24")
    assert isinstance(found, Working)
    assert any("已经超过这一天" in note for note in found.notes)


@pytest.mark.parametrize(("fact", "told"), [("end", {"end": "2024-02-01"}), ("asked", {"asked": "2024-02-01"})])
def test_days_before_the_start_are_refused(fact: str, told: dict[str, str]) -> None:
    with pytest.raises(BadFact, match="不能早于入职日期") as caught:
        run("double_wage", **({"start": "2024-03-01", "wage": "3000", "asked": LONG_AFTER} | told))
    assert caught.value.fact == fact

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.days import DAY
from assistant.calculators.holidays import announced, cautious, is_working, working_from

WORKING = [
    ("2024-10-01", False),  # National Day
    ("2024-09-29", True),  # a Sunday that was worked for it
    ("2024-02-18", True),  # a Sunday after the Spring Festival
    ("2024-02-10", False),  # the first day of the lunar year
    ("2026-11-24", True),
    ("2026-11-22", False),
]
NEXT = [("2024-10-01", "2024-10-08"), ("2024-09-28", "2024-09-29"), ("2024-06-03", "2024-06-03")]
CAUTIOUS = [
    ("2030-06-01", "2030-05-31"),  # Saturday
    ("2030-06-02", "2030-05-31"),  # Sunday
    ("2030-06-03", "2030-06-03"),  # Monday
    ("2031-01-01", "2030-12-31"),  # a holiday whatever is announced
    ("2030-10-03", "2030-09-30"),
]


@pytest.mark.parametrize(("day", "works"), WORKING)
def test_working_days_are_as_announced(day: str, works: bool) -> None:
    assert is_working(date.fromisoformat(day)) is works


@pytest.mark.parametrize(("day", "found"), NEXT)
def test_a_holiday_moves_to_the_next_working_day(day: str, found: str) -> None:
    assert working_from(date.fromisoformat(day)) == date.fromisoformat(found)


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(2050, 3, 1)])
def test_a_year_that_is_not_announced_is_unknown(day: date) -> None:
    assert not announced(day)
    assert is_working(day) is None
    assert working_from(day) is None


@pytest.mark.parametrize(("day", "found"), CAUTIOUS)
def test_the_cautious_day_is_a_weekday_before(day: str, found: str) -> None:
    assert cautious(date.fromisoformat(day)) == date.fromisoformat(found)


@given(st.dates(date(2004, 1, 1), date(2026, 11, 30)))
def test_the_next_working_day_is_the_first_that_works(day: date) -> None:
    found = working_from(day)
    assert found is not None
    assert is_working(found)
    between = [day + DAY * step for step in range((found - day).days)]
    assert not any(is_working(one) for one in between)


@given(st.dates(date(2027, 1, 1), date(2060, 1, 1)))
def test_the_cautious_day_is_never_late_and_never_a_weekend(day: date) -> None:
    found = cautious(day)
    assert found <= day
    assert found.weekday() < 5
    assert (day - found).days <= 5

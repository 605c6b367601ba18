"""Counting days: `assistant.calculators.days`."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.days import (
    days_in,
    later,
    month_length,
    span_between,
    span_words,
    whole_months,
)
from assistant.facts.model import Span
from assistant.facts.months import months_later

LATER = [
    ("2024-01-31", Span(months=1), "2024-02-29"),
    ("2023-01-31", Span(months=1), "2023-02-28"),
    ("2024-02-29", Span(years=1), "2025-02-28"),
    ("2024-12-31", Span(months=2), "2025-02-28"),
    ("2024-03-01", Span(days=15), "2024-03-16"),
    ("2024-01-31", Span(months=1, days=1), "2024-03-01"),
]
BETWEEN = [
    ("2021-03-01", "2024-09-01", Span(3, 6)),
    ("2021-03-01", "2024-08-31", Span(3, 5, 30)),
    ("2024-02-29", "2025-02-28", Span(1)),
    ("2024-01-31", "2024-02-29", Span(months=1)),
    ("2024-01-01", "2024-01-01", Span()),
]
DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@pytest.mark.parametrize(("day", "span", "found"), LATER)
def test_a_span_is_laid_on_the_calendar(day: str, span: Span, found: str) -> None:
    assert later(date.fromisoformat(day), span) == date.fromisoformat(found)


@pytest.mark.parametrize(("start", "until", "span"), BETWEEN)
def test_the_span_between_two_days_has_whole_years_months_and_days(start: str, until: str, span: Span) -> None:
    assert span_between(date.fromisoformat(start), date.fromisoformat(until)) == span


@given(DAYS, DAYS)
def test_the_span_between_two_days_leads_from_the_one_to_the_other(one: date, other: date) -> None:
    start, until = sorted((one, other))
    assert later(start, span_between(start, until)) == until


@given(DAYS, st.integers(0, 600))
def test_so_many_months_later_are_so_many_whole_months(day: date, months: int) -> None:
    assert whole_months(day, months_later(day, months)) == months


@given(DAYS, DAYS)
def test_days_are_counted_with_both_ends_and_never_below_zero(first: date, last: date) -> None:
    assert days_in(first, last) == max(0, last.toordinal() - first.toordinal() + 1)


def test_a_month_has_its_days() -> None:
    assert [month_length(date(year, 2, 1)) for year in (2023, 2024, 2000, 2100)] == [28, 29, 29, 28]


@pytest.mark.parametrize(
    ("span", "words"),
    [(Span(3, 6, 10), "3年6个月又10天"), (Span(days=15), "15天"), (Span(2), "2年"), (Span(), "0天")],
)
def test_a_span_is_said_in_words(span: Span, words: str) -> None:
    assert span_words(span) == words

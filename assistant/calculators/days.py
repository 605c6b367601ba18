"""Counting days: spans laid on the calendar, and the span between two days."""

from calendar import monthrange
from datetime import date, timedelta

from assistant.facts.model import Span
from assistant.facts.months import months_later

DAY = timedelta(days=1)


def later(day: date, span: Span) -> date:
    """The day after a span: years and months first, kept in the month (31 January + 1 month = 28 February), then days.

    Source: 民法典第二百零二条 (a month without that day ends on its last day).
    """
    return months_later(day, span.years * 12 + span.months) + span.days * DAY


def whole_months(start: date, until: date) -> int:
    """Whole months in [start, until): 0 where there is none. Counted from `start`, so the last day clamps once."""
    months = (until.year - start.year) * 12 + until.month - start.month
    return max(0, months if months_later(start, months) <= until else months - 1)


def span_between(start: date, until: date) -> Span:
    """Whole years, months and days in [start, until): the first day counts, the last does not."""
    months = whole_months(start, until)
    years, rest = divmod(months, 12)
    return Span(years, rest, max(0, (until - months_later(start, months)).days))


def days_in(first: date, last: date) -> int:
    """Calendar days from first to last, both counted; 0 where last is before first."""
    return max(0, (last - first).days + 1)


def month_length(day: date) -> int:
    """Calendar days of the month in which the day lies."""
    return monthrange(day.year, day.month)[1]


def span_words(span: Span) -> str:
    """3年6个月又10天, 15天."""
    parts = [f"{span.years}年" if span.years else "", f"{span.months}个月" if span.months else ""]
    head = "".join(parts)
    days = f"{span.days}天" if span.days else ""
    return f"{head}又{days}" if head and days else head or days or "0天"

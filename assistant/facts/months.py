"""Whole months on the calendar."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """So many whole months later, or earlier where negative; the 31st becomes the last day that the month has.

    Source: 民法典第二百零二条 (a month without that day ends on its last day).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

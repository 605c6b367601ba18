"""Working days by the State Council's yearly announcements, as the kept library chinesecalendar holds them.

An announcement for a year comes in the autumn before it; for a year that is not announced nothing is guessed.
"""

from datetime import date

from assistant.calculators.days import DAY

_SATURDAY = 5
# holidays on the same civil day each year whatever is announced: 全国年节及纪念日放假办法第二条
_FIXED = frozenset({(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)})


def announced(day: date) -> bool:
    """Whether the holidays of the day's year are announced (and held)."""
    from chinese_calendar.constants import holidays

    first: date = min(holidays)
    last: date = max(holidays)
    return first.year <= day.year <= last.year


def is_working(day: date) -> bool | None:
    """Whether offices work that day, transferred weekends included; None where its year is not announced."""
    if not announced(day):
        return None
    import chinese_calendar

    works: bool = chinese_calendar.is_workday(day)
    return works


def working_from(day: date) -> date | None:
    """The first working day at or after the day; None where the way there leads into a year that is not announced."""
    while (working := is_working(day)) is False:
        day += DAY
    return day if working else None


def cautious(day: date) -> date:
    """The last weekday at or before the day that is no fixed holiday: safe wherever announcements are missing."""
    while day.weekday() >= _SATURDAY or (day.month, day.day) in _FIXED:
        day -= DAY
    return day

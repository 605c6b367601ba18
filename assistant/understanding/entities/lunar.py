"""Days of the lunar calendar: the twelfth month of a year, the fifteenth of the eighth, New Year's Eve."""

from datetime import date, timedelta
from functools import lru_cache

from borax.calendars.lunardate import LunarDate, TermUtils

FIRST, LAST = 1901, 2099
"""Lunar years that can be turned into civil dates."""


@lru_cache(maxsize=1024)
def lunar_day(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The civil date; None where that year has no such day or month (no leap month, a month of 29 days)."""
    if not FIRST <= year <= LAST:
        return None
    try:
        solar = LunarDate(year, month, day, int(leap)).to_solar_date()
    except ValueError:
        return None
    return date(solar.year, solar.month, solar.day)


@lru_cache(maxsize=256)
def lunar_month(year: int, month: int, leap: bool = False) -> tuple[date, date] | None:
    """First and last day of a lunar month."""
    first = lunar_day(year, month, 1, leap)
    if first is None:
        return None
    last = lunar_day(year, month, 30, leap) or first + timedelta(days=28)
    return first, last


def eve(year: int) -> date | None:
    """New Year's Eve in the civil year: the day before the first of the first month."""
    first = lunar_day(year, 1, 1)
    return first - timedelta(days=1) if first else None


@lru_cache(maxsize=256)
def clear_and_bright(year: int) -> date | None:
    """清明, the fifth solar term, by which the holiday goes."""
    if not FIRST <= year <= LAST:
        return None
    day = TermUtils.nth_term_day(year, term_name="清明")
    return date(day.year, day.month, day.day)

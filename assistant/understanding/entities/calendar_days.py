"""Parts of a date made into days: a year, a month of it, its beginning or end, a season, a week."""

from calendar import monthrange
from datetime import date, timedelta

from assistant.understanding.entities.model import Day, Precision

_THIRDS = {"初": (1, 10), "头": (1, 10), "上旬": (1, 10), "中": (11, 20), "中旬": (11, 20)}
"""Days of a month; 底, 末 and 下旬 run to its end."""
_YEAR_PARTS = {
    "初": (1, 3),
    "头": (1, 3),
    "开年": (1, 3),
    "中": (6, 7),
    "底": (10, 12),
    "末": (10, 12),
    "尾": (10, 12),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
    "春": (3, 5),
    "开春": (3, 5),
    "夏": (6, 8),
    "秋": (9, 11),
    "入秋": (9, 11),
}
"""Months of a year: 年初 is taken as January to March, 年底 as the last three months; winter is reckoned apart."""


def whole_day(year: int, month: int, day: int) -> Day | None:
    """One day; None where the calendar has it not."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    one = date(year, month, day)
    return Day(one, one)


def whole_month(year: int, month: int, part: str = "") -> Day | None:
    """A month, or its beginning, middle or end (初, 中, 底, 上旬 …)."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if not part:
        return Day(date(year, month, 1), date(year, month, last), Precision.MONTH)
    first_day, last_day = _THIRDS.get(part, (21, last))
    return Day(date(year, month, first_day), date(year, month, last_day), Precision.STRETCH)


def whole_year(year: int, part: str = "") -> Day:
    """A year, or a part of it (初, 底, 上半年, 夏 …). KeyError for a part that is none."""
    if not part:
        return Day(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    if part in ("冬", "入冬"):
        return Day(date(year, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1]), Precision.STRETCH)
    first, last = _YEAR_PARTS[part]
    return Day(date(year, first, 1), date(year, last, monthrange(year, last)[1]), Precision.STRETCH)


def week_of(day: date) -> Day:
    """The week in which the day lies, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Day(monday, monday + timedelta(days=6), Precision.STRETCH)

"""The day that a question speaks of: 2021年3月1日, 2020年底, 去年, 上个月, 三年前.

Only a day in the past that the question treats as finished sets the law that applies; where the matter still goes on
(还不还, 至今, 一直), today's law is asked and the day is only mentioned.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import number_of

_NUMBER = "[0-9〇零一二两三四五六七八九十]"
_DATED = re.compile(
    rf"(?P<year>(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{{3}})\s*年"  # 2021年, 二〇二一年
    rf"(?:\s*(?P<month>{_NUMBER}{{1,3}})\s*月(?:份)?)?"  # 3月, 十二月份
    rf"(?:\s*(?P<day>{_NUMBER}{{1,3}})\s*[日号])?"  # 1日, 十五号
)
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")  # 2021-03-01
_RELATIVE = {"大前年": 3, "前年": 2, "去年": 1}
_YEARS_AGO = re.compile(rf"(?P<count>{_NUMBER}{{1,3}})\s*年(?:多)?(?:以)?前")  # 三年前
_GOES_ON = re.compile(
    r"现在|至今|一直|目前|如今|今年|还没|还不|还欠|仍|到现在|到今天|[不没]还(?:钱|款|我)?|不给|没给|不发|没发|不退|没退|拖着|拖欠|怎么还|今天|昨天"
)
_ASKS_THEN = re.compile(r"当时|那时|那会|那年|的时候")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A span of days that a text names: [first, last]."""

    first: date
    last: date
    words: str


def spoken_days(text: str, today: date) -> list[Spoken]:
    """Every day or span of days that the text names, in order of time."""
    return sorted(_spans(text, today), key=lambda spoken: spoken.last)


def day_of_law(text: str, today: date) -> tuple[date, bool]:
    """The day whose law is asked, and whether the text itself set it.

    A finished span in the past counts by its last day; where only the year is known, that is 31 December.
    """
    spans = spoken_days(text, today)
    if not spans:
        return today, False
    latest = spans[-1]
    if latest.last >= today or (_GOES_ON.search(text) and not _ASKS_THEN.search(text)):
        return today, False
    return latest.last, True


def future_days(text: str, today: date) -> list[Spoken]:
    """Days after today that the text names."""
    return [spoken for spoken in spoken_days(text, today) if spoken.first > today]


def _spans(text: str, today: date) -> Iterator[Spoken]:
    for match in (*_ISO.finditer(text), *_DATED.finditer(text)):
        span = _span(match)
        if span:
            yield span
    for word, back in _RELATIVE.items():
        if word in text and not (word == "前年" and "大前年" in text):
            yield Spoken(date(today.year - back, 1, 1), date(today.year - back, 12, 31), word)
    for match in _YEARS_AGO.finditer(text):
        count = number_of(match["count"])
        if count and count < 100:
            day = date(today.year - count, today.month, min(today.day, 28))
            yield Spoken(day, day, match[0])
    if "上个月" in text or "上月" in text:
        last = today.replace(day=1) - timedelta(days=1)
        yield Spoken(last.replace(day=1), last, "上个月")


def _span(match: re.Match[str]) -> Spoken | None:
    """The span of a dated expression; None where it is no day of the calendar (二月三十日)."""
    year = int(match["year"]) if match["year"].isdigit() else _digits(match["year"])
    month = number_of(match["month"]) if match["month"] else 0
    day = number_of(match["day"]) if match["day"] else 0
    try:
        if not month:
            return Spoken(date(year, 1, 1), date(year, 12, 31), match[0])
        if not day:
            return Spoken(date(year, month, 1), date(year, month, monthrange(year, month)[1]), match[0])
        return Spoken(date(year, month, day), date(year, month, day), match[0])
    except ValueError:
        return None


def _digits(text: str) -> int:
    """二〇二一 read digit by digit."""
    return int("".join(str("〇一二三四五六七八九".index("〇" if c == "零" else c)) for c in text))

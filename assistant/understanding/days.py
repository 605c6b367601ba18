"""The day that a question speaks of: 2021年3月1日, 2020年底, 去年5月, 上个月, 三年前, 19年6月.

Only a day in the past that the question treats as finished sets the law that applies; where the matter still goes on
(还不还, 至今, 一直), today's law is asked and the day is only mentioned. A day that only tells of a life (出生, 结婚,
入职) sets nothing either, unless the law of that time is asked (当时, 那年).
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import number_of

_DIGIT = "[0-9〇零一二两三四五六七八九十]"
_YEAR = "(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3}"  # 2021 · 二〇二一
# 年底 is a month, 年终奖 and 年薪 are no year at all
_AFTER_YEAR = r"年(?!终奖|薪|假|费|息|利率|化|龄|级|轻|租|检|审|报酬)"
_MONTH_AND_DAY = (
    rf"(?:\s*(?P<month>{_DIGIT}{{1,3}})\s*月(?:份)?"  # 3月, 十二月份
    rf"(?:\s*(?P<day>{_DIGIT}{{1,3}})\s*[日号])?"  # 1日, 十五号
    r"|(?P<part>年?底|年?末|年?初))?"  # 2020年底
)
_DATED = re.compile(rf"(?<![0-9])(?P<year>{_YEAR})\s*{_AFTER_YEAR}{_MONTH_AND_DAY}")
_ISO = re.compile(r"(?<![0-9])(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")  # 2021-03-01
# 19年6月; alone, 19年 is as often a span of time, so it counts only after 是, 在, 于, 从: 我是19年入职的
_SHORT = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{2})年(?P<month>[0-9]{1,2})月(?:份)?(?:(?P<day>[0-9]{1,2})[日号])?"
    r"|(?<=[是在于从])(?P<bare>[0-9]{2})年(?![前后内多以之期的])"
)
_RELATIVE = re.compile(rf"(?P<word>大前年|前年|去年|今年){_MONTH_AND_DAY}")  # 去年3月, 今年五月一号
_BACK = {"大前年": 3, "前年": 2, "去年": 1, "今年": 0}
# 三年前 · 二十多年前 · 两年半前; not 2018年以前
_YEARS_AGO = re.compile(rf"(?<!{_DIGIT})(?P<count>{_DIGIT}{{1,3}})(?P<more>[多几])?\s*年(?:多|半)?(?:以|之)?前")
_MONTHS_AGO = re.compile(
    rf"(?<!{_DIGIT})(?:(?P<count>{_DIGIT}{{1,2}})\s*个(?:多)?月|(?P<half>半)年)(?:多)?(?:以|之)?前"
)
_GOES_ON = re.compile(
    r"现在|至今|一直|目前|如今|还没|还不|还欠|仍|到现在|到今天|不给|没给|不发|没发|不退|没退|拖着|拖欠|怎么还|今天|昨天|最近"
    r"|想(?:要)?(?:离婚|起诉|要回|讨回|告|辞职|解除|退)|打算|准备"
)
_ASKS_THEN = re.compile(r"当时|那时|那会|那年|的时候")
# what a day says of a life rather than of the matter: 2001年出生, 2010年结的婚, 2015年进的公司
_BIOGRAPHY = re.compile(
    r"[^，。；？！]{0,6}?(?:出生|生人|结婚|结的婚|领证|领的证|认识|恋爱|入职|进厂|进的?公司|参加工作|毕业|退休|落户)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A span of days that a text names: [first, last]; `end` is the place after the words in the text."""

    first: date
    last: date
    words: str
    end: int = 0


def spoken_days(text: str, today: date) -> list[Spoken]:
    """Every day or span of days that the text names, in order of time."""
    return sorted((span for span in _spans(text, today) if span), key=lambda spoken: spoken.last)


def day_of_law(text: str, today: date) -> tuple[date, bool]:
    """The day whose law is asked, and whether the text itself set it.

    A finished span in the past counts by its last day; where only the year is known, that is 31 December.
    """
    then = _ASKS_THEN.search(text) is not None
    spans = [span for span in spoken_days(text, today) if then or not _BIOGRAPHY.match(text, span.end)]
    if not spans:
        return today, False
    latest = spans[-1]
    if latest.last >= today or (_GOES_ON.search(text) and not then):
        return today, False
    return latest.last, True


def vague_day(text: str, today: date) -> date | None:
    """The last day of a span (a year, a month) that sets the law, where the text gives no day itself."""
    day, said = day_of_law(text, today)
    spans = [spoken for spoken in spoken_days(text, today) if spoken.last == day]
    return day if said and spans and all(spoken.first != spoken.last for spoken in spans) else None


def future_days(text: str, today: date) -> list[Spoken]:
    """Days after today that the text names."""
    return [spoken for spoken in spoken_days(text, today) if spoken.first > today]


def _spans(text: str, today: date) -> Iterator[Spoken | None]:
    for match in (*_ISO.finditer(text), *_DATED.finditer(text)):
        yield _span(_year(match["year"]), match)
    for match in _SHORT.finditer(text):
        yield _span(_century(int(match["year"] or match["bare"]), today), match)
    for match in _RELATIVE.finditer(text):
        if match["word"] != "今年" or match["month"] or match["part"]:
            yield _span(today.year - _BACK[match["word"]], match)
    yield from _ago(text, today)
    for match in re.finditer("上个?月", text):
        last = today.replace(day=1) - timedelta(days=1)
        yield Spoken(last.replace(day=1), last, match[0], match.end())


def _ago(text: str, today: date) -> Iterator[Spoken | None]:
    """三年前, 二十多年前, 半年前, 两个月前."""
    for match in _YEARS_AGO.finditer(text):
        count = _value(match["count"])
        if 0 < count < 100:
            vague = (9 if count % 10 == 0 else 1) if match["more"] else 0
            yield Spoken(_earlier(today, 12 * (count + vague)), _earlier(today, 12 * count), match[0], match.end())
    for match in _MONTHS_AGO.finditer(text):
        day = _earlier(today, _value(match["count"]) if match["count"] else 6)
        yield Spoken(day, day, match[0], match.end())


def _span(year: int, match: re.Match[str]) -> Spoken | None:
    """The span of a dated expression; None where it is no day of the calendar (二月三十日)."""
    parts = match.groupdict()
    month, day = (_value(parts[key]) if parts.get(key) else 0 for key in ("month", "day"))
    first, last = _months(parts.get("part") or "", month)
    if (parts.get("month") and not 1 <= month <= 12) or (
        parts.get("day") and not 1 <= day <= monthrange(year, month)[1]
    ):
        return None
    if day:
        return Spoken(date(year, month, day), date(year, month, day), match[0], match.end())
    return Spoken(date(year, first, 1), date(year, last, monthrange(year, last)[1]), match[0], match.end())


def _months(part: str, month: int) -> tuple[int, int]:
    """First and last month that are meant: 年初 is taken as January to March, 年底 as the last three months."""
    if month:
        return month, month
    if part:
        return (1, 3) if part.endswith("初") else (10, 12)
    return 1, 12


def _earlier(day: date, months: int) -> date:
    """So many months before; the 31st becomes the last day that the month has."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _year(text: str) -> int:
    """2021, or 二〇二一 read digit by digit."""
    return (
        int(text)
        if text.isdigit()
        else int("".join(str("〇一二三四五六七八九".index(c.replace("零", "〇"))) for c in text))
    )


def _century(year: int, today: date) -> int:
    """19 is 2019, 98 is 1998: the latest year that is not after this one."""
    return 2000 + year if 2000 + year <= today.year else 1900 + year


def _value(numeral: str) -> int:
    """A numeral's value; 0, which no calendar has, where it is none (二十十)."""
    try:
        return number_of(numeral)
    except ValueError:
        return 0

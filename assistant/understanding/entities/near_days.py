"""Days reckoned from today: 昨天, 大前天, 上礼拜五, 上周, 半个月前, 三年前, 二十多年前, 一年半以前."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.facts.months import months_later
from assistant.understanding.entities.calendar_days import week_of
from assistant.understanding.entities.found import Found
from assistant.understanding.entities.model import Day, EntityKind, Precision
from assistant.understanding.entities.numerals import NUMBER, quantity

_SHIFTS = {
    r"大前(?:天|日|儿)": -3,
    r"前(?:天|日|儿个?|晚|夜)(?:早上|上午|中午|下午|晚上|夜里|半夜|凌晨|傍晚)?(?!的前)": -2,
    r"昨(?:天|日|儿个?|晚|夜|早|个儿?)(?:早上|上午|中午|下午|晚上|夜里|半夜|凌晨|傍晚|个)?": -1,
    r"今(?:天|日|儿个?|早|晚|晨|个儿)(?:早上|上午|中午|下午|晚上|夜里|凌晨|早晨|一早)?|今儿": 0,
    r"大后(?:天|日|儿)": 3,
    r"后(?:天|日|儿个?)(?!性)(?:早上|上午|中午|下午|晚上)?": 2,
    r"明(?:天|日|儿个?|早|晚)(?:早上|上午|中午|下午|晚上|一早)?": 1,
}
_WORD = re.compile("|".join(f"(?P<d{index}>{pattern})" for index, pattern in enumerate(_SHIFTS)))
_WEEKDAYS = "一二三四五六日天末"
# 上礼拜五 · 上上周 · 这周三 · 下星期一 · 周三
_WEEK = re.compile(
    rf"(?P<which>上上个?|上个?|这个?|本|下个?)(?:周|礼拜|星期)(?P<day>[{_WEEKDAYS}1-6](?![个种次年月天])|的?周?末)?(?:早上|上午|中午|下午|晚上)?"
    rf"|(?<![一二两三四五六七八九十半几个每0-9])(?:周|礼拜|星期)(?P<lone>[一二三四五六日天](?![到至岁年月个边转]))(?:早上|上午|中午|下午|晚上)?"
)
_WEEKS_BACK = {"上上": 2, "上": 1, "这": 0, "本": 0, "下": -1}
_BEFORE = r"(?:之|以)?前"
_COUNT = rf"(?P<count>{NUMBER}|俩|仨)"
# 三年前 · 二十多年前 · 两年半前 · 三个月前 · 半个月前 · 十天前 · 两个礼拜以前
_AGO = re.compile(
    rf"(?<![0-9.第])(?:{_COUNT}\s*(?P<more>[多几来])?\s*(?P<unit>年|个多?月|月(?=前|之前|以前)|天|日"
    rf"|个?(?:多)?(?:周|星期|礼拜))(?P<half>半)?(?:多)?"
    rf"|(?P<only_half>半)(?P<half_unit>年|个(?:多)?月)(?:多)?){_BEFORE}(?!后)"
)


def read_near_days(text: str, today: date) -> Iterator[Found]:
    """Every day in the text that is reckoned from today."""
    for match in _WORD.finditer(text):
        day = today + timedelta(days=_shift(match))
        yield Found(match.start(), match.end(), EntityKind.DATE, Day(day, day))
    for match in _WEEK.finditer(text):
        yield Found(match.start(), match.end(), EntityKind.DATE, _in_week(match, today))
    for match in _AGO.finditer(text):
        if day_ago := _ago(match, today):
            yield Found(match.start(), match.end(), EntityKind.DATE, day_ago, _is_rough(match))


def _shift(match: re.Match[str]) -> int:
    return next(shift for index, shift in enumerate(_SHIFTS.values()) if match[f"d{index}"])


def _in_week(match: re.Match[str], today: date) -> Day:
    """A day of a week; 周三 by itself is the latest one that is not after today."""
    if match["lone"]:
        back = (today.weekday() - _weekday(match["lone"])) % 7
        day = today - timedelta(days=back)
        return Day(day, day)
    week = week_of(today - timedelta(weeks=_WEEKS_BACK[match["which"].rstrip("个")]))
    if not match["day"]:
        return week
    if match["day"].endswith("末"):
        return Day(week.last - timedelta(days=1), week.last, Precision.STRETCH)
    day = week.first + timedelta(days=_weekday(match["day"]))
    return Day(day, day)


def _weekday(said: str) -> int:
    return 6 if said in "日天" else int(said) - 1 if said.isdecimal() else "一二三四五六".index(said)


def _ago(match: re.Match[str], today: date) -> Day | None:
    if match["only_half"]:
        day = months_later(today, -6) if match["half_unit"] == "年" else today - timedelta(days=15)
        return Day(day, day)
    count = quantity(match["count"])
    if not count or not 0 < count.most < 100:
        return None
    least, most = int(count.least), int(count.most)
    if match["more"]:
        most += 9 if least % 10 == 0 else 1
    unit = match["unit"].replace("个", "").replace("多", "")
    return _between(today, unit, least, most, bool(match["half"]))


def _between(today: date, unit: str, least: int, most: int, half: bool) -> Day:
    if unit in ("年", "月"):
        months = 12 if unit == "年" else 1
        more = 6 if half and unit == "年" else 0
        first, last = (months_later(today, -(count * months + more)) for count in (most, least))
        if half and unit == "月":
            first, last = first - timedelta(days=15), last - timedelta(days=15)
    else:
        days = 1 if unit in ("天", "日") else 7
        first, last = today - timedelta(days=most * days), today - timedelta(days=least * days)
    return Day(first, last, Precision.DAY if first == last else Precision.STRETCH)


def _is_rough(match: re.Match[str]) -> bool:
    """三年前 names a year rather than a day, and 两个多月前 says so itself; 十天前 and 半个月前 count days."""
    return "多" in match[0] or "年" in match[0] or ("月" in match[0] and not match["only_half"])

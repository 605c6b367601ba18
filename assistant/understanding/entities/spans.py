"""How long: 三年零两个月, 一个半月, 两年半, 28天, 一个礼拜, 小半年, 两三年, 仨月."""

import re
from collections.abc import Iterator

from assistant.facts.model import Span
from assistant.understanding.entities.found import Found
from assistant.understanding.entities.model import EntityKind, SpanRange
from assistant.understanding.entities.numerals import NUMBER, quantity, starts

_N = rf"(?:{NUMBER}|俩|仨)"
_MORE = "[多来几]"
_AND = r"(?:零|又|外加|加)?"
_NOT_BEFORE = r"(?<![0-9.第])"
_ENDS = r"(?:多|出头|左右|上下)?"
# 三年 · 十多年 · 两年半 · 三个年头; not 三年级, 九零年代, 二零二一年三月
_YEARS = (
    rf"(?P<years>{_N})(?P<years_more>{_MORE})?\s*(?:周年|整年|个年头|年)"
    r"(?!级|代|份|初|底|末|终|薪|度|检|货|头[^了]|[0-9一二三四五六七八九十]{1,3}月(?!的?工))(?P<years_half>半)?"
)
# 两个月 · 五个多月 · 一个半月 · 仨月 · 半个月
_MONTHS = (
    rf"(?:(?P<months>{_N})(?P<months_more>{_MORE})?\s*个(?P<months_half>半)?(?P<months_more_inside>多|来)?(?:整)?月"
    r"|(?P<months_short>俩|仨)月|(?P<half_month>半)个(?P<half_month_more>多)?月)(?!饼)"
)
# 28天 · 十个工作日 · 三日内
_DAYS = (
    rf"(?P<days>{_N})(?P<days_more>{_MORE})?\s*(?:个?工作日|天整|整天|天|日(?=内|之内|以内|游|的期限|期))"
    r"(?!然|气|津|花|才)"
)
# 一个礼拜 · 两周 · 一个半星期
_WEEKS = (
    rf"(?P<weeks>{_N})(?P<weeks_more>{_MORE})?\s*"
    r"(?:个(?P<weeks_half>半)?(?:多)?(?:礼拜|星期|周)|周(?!岁|年|[一二三四五六日末]))"
)
# 半年 · 小半年 · 半年多
_HALF_YEAR = r"(?P<half_year>(?P<rough>小|大|将近|快)?半年)(?!前)(?:多)?"
_SPAN = re.compile(
    rf"{_NOT_BEFORE}(?:{_YEARS}(?:{_AND}{_MONTHS}(?:{_AND}{_DAYS})?)?"
    rf"|{_MONTHS.replace('(?P<', '(?P<m_')}(?:{_AND}{_DAYS.replace('(?P<', '(?P<m_')})?"
    rf"|{_WEEKS}|{_DAYS.replace('(?P<', '(?P<d_')}|{_HALF_YEAR}"
    rf"|(?P<quarters>{_N})个季度|个把(?P<odd>月|礼拜|星期|年)){_ENDS}"
)

_NO_NUMBER = re.compile("(?<![一二两三四五六七八九十0-9])半|(?:[小大快]|将近)半|个把")


def read_spans(text: str) -> Iterator[Found]:
    """Every length of time in the text."""
    others = [match.start() for match in _NO_NUMBER.finditer(text)]
    for start in (*starts(text), *others):
        match = _SPAN.match(text, start)
        if match and (value := _value(match)) is not None:
            yield Found(match.start(), match.end(), EntityKind.SPAN, value, _is_rough(match[0]))


def _value(match: re.Match[str]) -> Span | SpanRange | None:
    """The span; None where a number in it is none (几年)."""
    said = {name: text for name, text in match.groupdict().items() if text}
    if "half_year" in said:
        return Span(months=6)
    if "odd" in said:
        return {"月": Span(months=1), "年": Span(years=1)}.get(said["odd"], Span(days=7))
    ends = [_span(said, most) for most in (False, True)]
    if ends[0] is None or ends[1] is None:
        return None
    return ends[0] if ends[0] == ends[1] else SpanRange(ends[0], ends[1])


def _span(said: dict[str, str], most: bool) -> Span | None:
    """The span of the groups, taken at its least or its most."""
    years, months, days = 0, 0, 0
    for name, text in said.items():
        unit = name.removeprefix("m_").removeprefix("d_")
        if unit not in ("years", "months", "months_short", "days", "weeks", "quarters"):
            continue
        read = quantity({"俩": "两", "仨": "三"}.get(text, text))
        if read is None or not 0 < read.most < 10_000:
            return None
        count = int(read.most if most else read.least)
        years += count if unit == "years" else 0
        months += count if unit in ("months", "months_short") else 3 * count if unit == "quarters" else 0
        days += count if unit == "days" else 7 * count if unit == "weeks" else 0
    months += 6 if "years_half" in said else 0
    halves = {"months_half", "m_months_half", "half_month", "m_half_month"} & said.keys()
    days += 15 * len(halves) + (4 if "weeks_half" in said else 0)
    return Span(years, months, days)


def _is_rough(said: str) -> bool:
    return bool(re.search("[多来把]|出头|左右|上下|小半|大半|将近|快", said))

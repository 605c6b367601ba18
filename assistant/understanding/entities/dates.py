"""Dates as people say them: 2021年3月1日, 二零二一年三月一号, 零八年, 去年五月, 上个月15号, 年底, 去年腊月, 国庆前.

A date without its year is the latest one that is not after today. `near_days` reads what is reckoned from today.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from assistant.facts.months import months_later
from assistant.understanding.entities.calendar_days import whole_day, whole_month, whole_year
from assistant.understanding.entities.festivals import Festival, festival_of, words
from assistant.understanding.entities.found import Found, nothing
from assistant.understanding.entities.lunar import lunar_day, lunar_month
from assistant.understanding.entities.model import Bound, Day, EntityKind, Precision
from assistant.understanding.entities.numerals import number
from assistant.understanding.entities.years import AFTER_YEAR, YEAR, is_year, year_of

_N = "[0-9零〇一二两三四五六七八九十]"
_MONTH = r"(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九]|零[一二三四五六七八九])"
_DAY = r"(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|零?[一二三四五六七八九]|二[一二三四五六七八九]|三[一])"
_YEAR_WORD = r"大前年|前年|去年|今年|明年|后年|上一?年(?!级)|头年|旧年|本年|当年(?=[0-9一二三四五六七八九十]{1,2}月)"
_BACK = {"大": 3, "前": 2, "去": 1, "上": 1, "头": 1, "旧": 1, "今": 0, "本": 0, "当": 0, "明": -1, "后": -2}
_MONTH_WORD = r"(?:上上个?|上个?|前个|这个?|本|下个?|当)月(?!月)"
_THIRD = r"月?初|月?底|月?末|中旬|上旬|下旬|月?中(?!旬)|月?头|尾"
# 去年【底】 · 2020年【年初】 · 上半年 · 夏天; 年初 by itself is this year's
_YEAR_PART = (
    r"年?(?:初|底|末|尾|头)(?![月年])|年中|上半年|下半年|[一二三四]季度|开年"
    r"|(?:开春|入冬|入秋|春|夏|秋|冬)(?:天|季)?(?!节)"
)
_LUNAR_MONTH = (
    r"正月|冬月|腊月|闰(?:十[一二]?|[一二三四五六七八九])月|(?:农历|阴历|旧历|古历)(?:的)?(?:闰?(?:十[一二]?|[一二三四五六七八九]"
    r"|[0-9]{1,2})月|正月|冬月|腊月)"
)
_LUNAR_DAY = (
    r"初(?:十|[一二三四五六七八九]|[0-9]{1,2})|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[0-9]{1,2}"
)
_CHU = r"初(?:十|[一二三四五六七八九])|廿[一二三四五六七八九]?"
_BOUND = r"(?:之|以)?(?P<bound>前|后)(?!天|年|面|后|夕|来|半|[0-9一二两三四五六七八九十]+个?(?:天|周|礼拜|星期|月))"


@cache
def _pattern() -> re.Pattern[str]:
    """A year, a month and a day, each of which may be left out; built once, for the feasts come from a file."""
    return re.compile(
        rf"(?<![0-9.])(?=[0-9零〇幺一二两三四五六七八九十去前大今明后上下头旧本这当年正冬腊闰农阴古元情妇女消劳青儿教国双平圣清除春过端七中重小鬼建龙开入夏秋初])"
        rf"(?:(?P<year>{YEAR})\s*{AFTER_YEAR}(?:的)?|(?P<back>{_YEAR_WORD})(?:的)?|(?P<month_word>{_MONTH_WORD})(?:的)?)?"
        rf"(?:\s*(?P<feast>{words()})"
        rf"|(?:大年|正月)(?P<new_year_day>{_CHU})"
        rf"|(?P<lunar_month>{_LUNAR_MONTH})(?:份|里)?(?P<lunar_day>{_LUNAR_DAY})?(?![月年])"
        rf"|(?P<moon_month>{_MONTH})月(?P<moon_day>{_CHU})"
        rf"|\s*(?P<month>{_MONTH})\s*月(?:份|(?![龄薪租供息结]))(?:的)?(?:\s*(?P<day>{_DAY})\s*[日号](?!子|楼|线"
        rf"|院|房|门)|(?P<third>{_THIRD})(?![0-9一二三四五六七八九]))?"
        rf"|(?P<no_month>{_N}{{2,4}}月)"  # 二十十月 is no month, and 2021年二十十月 no year
        rf"|(?P<lone_third>月(?:初|底|末|中旬?|头)|[上中下]旬(?=[^，])|(?(month_word)(?:{_THIRD})|(?!)))(?![中院级学])"
        rf"|(?P<year_part>{_YEAR_PART})"
        rf"|(?P<lone_day>{_DAY})\s*[日号](?!子|楼|线|院|房|门|车|店|机|令|文|公告|码|当事|被告|原告|员|桌|铺|柜|仓|厂)"
        rf")?(?:{_BOUND})?"
    )


# 2021-03-01 · 2021/3/1 · 2021.3.1 · 20210301 · 2021-03 · 2015.6
_ISO = re.compile(
    r"(?<![0-9.\-])(?P<year>(?:19|20)[0-9]{2})(?:(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?!\d)"
    r"|(?P<month8>0[1-9]|1[0-2])(?P<day8>[0-3][0-9])(?!\d)|-(?P<month6>0[1-9]|1[0-2])(?![-0-9])|\.(?P<month_dot>0?[1-9]|1[0-2])(?![0-9.元万块%米平亩]))"
)


def read_dates(text: str, today: date) -> Iterator[Found]:
    """Every date in the text; a date that the calendar has not (2月30日) is found without a value."""
    for match in _ISO.finditer(text):
        yield _iso(match)
    for match in _pattern().finditer(text):
        said = match[0].strip()
        if not said or not _stands(text, match):
            continue
        day = _day(match, today)
        if day and match["bound"]:
            day = Day(day.first, day.last, day.precision, Bound.BEFORE if match["bound"] == "前" else Bound.AFTER)
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.end() - (match[0].endswith("的"))
        yield Found(start, end, EntityKind.DATE, day) if day else nothing(match)


def _iso(match: re.Match[str]) -> Found:
    year = int(match["year"])
    if month := match["month6"] or match["month_dot"]:
        day = whole_month(year, int(month))
    else:
        day = whole_day(year, int(match["month"] or match["month8"]), int(match["day"] or match["day8"]))
    return Found(match.start(), match.end(), EntityKind.DATE, day) if day else nothing(match)


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether the words are a date where they stand: 19年 may be how long, 15号 is none in 第15号."""
    if match["year"]:
        return is_year(text, match)
    before = text[match.start() - 1 : match.start()]
    if match["lone_day"]:
        return before not in tuple("第文字年0123456789一二三四五六七八九十百") and _is_day(text, match)
    if match["month"] or match["moon_month"]:
        return before not in tuple("个第零一二三四五六七八九十百0123456789.")
    if match["lone_third"]:
        return bool(match["month_word"]) or match["lone_third"].startswith("月")
    if match["year_part"] and not (match["back"]):
        return match["year_part"][0] == "年" or (match["year_part"] in ("上半年", "下半年") and not match["month_word"])
    return not (match["bound"] and match[0] == match["bound"])


_DAY_BEFORE = re.compile(r"(?:^|[，。；：、\s在到从于每了的是至就前我他她们]|月)$")


def _is_day(text: str, match: re.Match[str]) -> bool:
    """15号 by itself is a day after 在, 到, 从 or at the beginning; 每月15号 is no single day."""
    if match["month_word"]:
        return True
    before = text[max(0, match.start() - 3) : match.start()]
    return match[0].rstrip("前后之以").endswith("号") and bool(_DAY_BEFORE.search(before)) and "每" not in before


def _day(match: re.Match[str], today: date) -> Day | None:
    """The days that the words mean; None where there are none."""
    year = year_of(match["year"], today) if match["year"] else None
    if match["back"]:
        year = today.year - _BACK[match["back"][0]]
    if match["feast"] and (feast := festival_of(match["feast"])):
        return _feast(feast, year, today)
    if match["new_year_day"] or match["lunar_month"] or match["moon_month"]:
        return _lunar(match, year, today)
    if match["no_month"]:
        return None
    if match["month_word"]:
        return _in_month(match, today)
    if match["month"]:
        return _in_year(match, year, today)
    if match["lone_day"]:
        return None if year else _latest_day(_int(match["lone_day"]), today)
    if match["lone_third"]:
        return whole_month(today.year, today.month, match["lone_third"].lstrip("月")) if year is None else None
    if match["year_part"]:
        return whole_year(today.year if year is None else year, _bare_part(match["year_part"]))
    return whole_year(year) if year is not None else None


def _feast(feast: Festival, year: int | None, today: date) -> Day | None:
    years = (year,) if year is not None else (today.year, today.year - 1, today.year - 2)
    for one in years:
        day = feast.day(one)
        if day and (year is not None or day <= today):
            return Day(day, day)
    return None


def _lunar(match: re.Match[str], year: int | None, today: date) -> Day | None:
    """A day or month of the lunar calendar; its year is the lunar one that begins in the civil year."""
    said = re.sub("农历|阴历|旧历|古历|的", "", match["lunar_month"] or f"{match['moon_month'] or '正'}月")
    month = {"正": 1, "冬": 11, "腊": 12}.get(said.lstrip("闰")[0]) or _int(said.lstrip("闰").rstrip("月"))
    told = match["new_year_day"] or match["lunar_day"] or match["moon_day"]
    for one in (year,) if year is not None else (today.year, today.year - 1, today.year - 2):
        day = _lunar_days(one, month, told, said.startswith("闰"))
        if day and (year is not None or day.first <= today):
            return day
    return None


def _lunar_days(year: int, month: int, told: str | None, leap: bool) -> Day | None:
    if told:
        day = lunar_day(year, month, _int(told.replace("初", "").replace("廿", "二十")), leap)
        return Day(day, day) if day else None
    days = lunar_month(year, month, leap)
    return Day(*days, Precision.STRETCH) if days else None


def _in_month(match: re.Match[str], today: date) -> Day | None:
    """上个月, 上个月15号, 这个月初."""
    word = match["month_word"]
    back = 2 if word.startswith("上上") else {"上": 1, "前": 1, "下": -1}.get(word[0], 0)
    month = months_later(today.replace(day=1), -back)
    if match["lone_day"]:
        return whole_day(month.year, month.month, _int(match["lone_day"]))
    part = (match["lone_third"] or "").lstrip("月")
    return None if word == "当月" else whole_month(month.year, month.month, part)


def _in_year(match: re.Match[str], year: int | None, today: date) -> Day | None:
    """三月, 三月一号, 三月底; without a year the latest that has begun."""
    month, told = _int(match["month"]), match["day"]
    for one in (year,) if year is not None else (today.year, today.year - 1, today.year - 2, today.year - 3):
        part = (match["third"] or "").lstrip("月")
        day = whole_day(one, month, _int(told)) if told else whole_month(one, month, part)
        if day and (year is not None or day.first <= today):
            return day
    return None


def _latest_day(day: int, today: date) -> Day | None:
    """15号: of this month, or of the last one that had it."""
    for back in range(4):
        month = months_later(today.replace(day=1), -back)
        one = whole_day(month.year, month.month, day)
        if one and one.first <= today:
            return one
    return None


def _bare_part(said: str) -> str:
    """年底 -> 底, 夏天 -> 夏, 上半年 as it is."""
    if said.endswith("半年") or said.endswith("季度") or said == "开年":
        return said
    bare = said.removeprefix("年")
    return bare[:-1] if len(bare) > 1 and bare[-1] in "天季" else bare


def _int(said: str) -> int:
    """The value of a numeral; 0, which no calendar has, where it is none."""
    read = number(said)
    return int(read) if read is not None else 0


def one_day(day: Day) -> date | None:
    """The civil date, where one is meant."""
    return day.first if day.first == day.last and day.bound is Bound.IN else None


def day_before(day: Day) -> date:
    """The last day that is meant: for 国庆前 the day before the first of October."""
    return day.first - timedelta(days=1) if day.bound is Bound.BEFORE else day.last

"""What an answer in free words says for the fact that was asked; where it is not sure, nothing: it is asked again."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from assistant.facts.model import Fact, Kind, Span, Value
from assistant.understanding.correction import Way, correction
from assistant.understanding.entities.calendar_days import whole_day
from assistant.understanding.entities.choosing import choose
from assistant.understanding.entities.dates import one_day
from assistant.understanding.entities.gazetteer import place_called
from assistant.understanding.entities.model import Count, Day, Entity, EntityKind, Per, Rate, Wage
from assistant.understanding.entities.numbers_told import number_told
from assistant.understanding.entities.numerals import number
from assistant.understanding.entities.reader import entities
from assistant.understanding.entities.text import same_places
from assistant.understanding.entities.years import year_of
from assistant.understanding.entities.yes_and_no import UNSURE, yes_or_no

_ROUGH = re.compile(r"[多来几余把]|出头|上下|不到|开外|以上|以下|以内|挂零|将近|快|近")
_FILLER = re.compile(
    r"^(?:嗯+|哦|呃|啊|那个|就是|就|是|大概|大约|差不多|我|我们|我的|应该|一共|总共|总的|也就|只有|有|共|约|每月|每个月|一个月|月薪|工资|他|她|给了?|到|在|从|于)+"
    r"|(?:左右|的?样子|吧|啊|呀|呢|了|的|那天|那会儿?|这样|开始|。|，|,|！|!|钱)+$"
)
# 21年3月1 · 2021.3.1 · 3月15 · 三月十五: days without their last sign, which only an answer may leave out
_SHORT_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)?[0-9]{2}|[一二][零〇九][零〇一二三四五六七八九]{2})[年./\-])?"
    r"(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])[月./\-](?P<day>[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]?"
)
_FAULT = {
    "全责": Decimal(1),
    "全部责任": Decimal(1),
    "无责": Decimal(0),
    "没责任": Decimal(0),
    "没有责任": Decimal(0),
    "同等责任": Decimal("0.5"),
}
_PER_WORDS = {Per.MONTH: "月", Per.DAY: "[天日]", Per.HOUR: "小时", Per.YEAR: "年", Per.WEEK: "周", Per.PIECE: "件"}


def read(fact: Fact, text: str, today: date) -> Value | None:
    """The value that the answer gives, of the fact's kind; None where it gives none, several, or is unsure.

    Bounds and choices are not checked here: see `facts.check`. `today` is a civil date in Shanghai.
    """
    plain = corrected(same_places(text)).strip()
    if fact.kind is Kind.FLAG:
        return yes_or_no(fact, plain)
    if fact.kind is Kind.CHOICE:
        return choose(fact, plain)
    if not plain or UNSURE.search(plain):
        return None
    if fact.kind is Kind.TEXT:
        return text.strip()
    return _READERS[fact.kind](fact, plain, today)


def corrected(text: str) -> str:
    """What is left where somebody corrects himself: 「不是3000，是5000」 and 「3000，不对，是5000」 are 「5000」.

    「日期写错了」 tells of something else that is wrong, and stays.
    """
    found = correction(text)
    if found is None or found.way is Way.RATHER:
        return text
    if found.wrong:
        return found.put_right
    if found.about or (found.after and not found.right):
        return text
    return corrected(f"{found.right}{found.after}")


def bare(text: str) -> str:
    """The answer without the words around it: 「大概六千五吧」 is 「六千五」."""
    previous = ""
    while previous != text:
        previous, text = text, _FILLER.sub("", text).strip()
    return text


def _money(fact: Fact, text: str, today: date) -> Value | None:
    found = [one for one in entities(text, today) if one.kind in (EntityKind.MONEY, EntityKind.WAGE)]
    sums = {_sum(fact, one) for one in found}
    if not found:
        return number(bare(text)) if not _ROUGH.search(text) else None
    return sums.pop() if len(sums) == 1 else None


def _sum(fact: Fact, one: Entity) -> Decimal | None:
    """The sum of money or pay; None for a range, for 三千多, and for pay of another unit than the fact's."""
    if _ROUGH.search(one.text):
        return None
    if isinstance(one.value, Wage):
        said = f"{fact.label}{fact.unit}{fact.question}"
        fits = re.search(_PER_WORDS[one.value.per], said) or (
            one.value.per is Per.MONTH and not re.search("[天日]薪|时薪|小时|年薪|年收入|日工资", said)
        )
        return one.value.amount if fits and isinstance(one.value.amount, Decimal) else None
    return one.value if isinstance(one.value, Decimal) else None


def _day(fact: Fact, text: str, today: date) -> Value | None:
    found = [one for one in entities(text, today) if isinstance(one.value, Day)]
    days = {one_day(one.value) if not one.about else None for one in found if isinstance(one.value, Day)}
    if short := _SHORT_DAY.fullmatch(bare(text)):
        days = {_short_day(short, today)}
    return days.pop() if len(days) == 1 else None


def _short_day(match: re.Match[str], today: date) -> date | None:
    month, day = (int(number(match[name]) or 0) for name in ("month", "day"))
    years = (year_of(match["year"], today),) if match["year"] else (today.year, today.year - 1)
    for year in years:
        one = whole_day(year, month, day)
        if one and (match["year"] or one.first <= today):
            return one.first
    return None


def _span(fact: Fact, text: str, today: date) -> Value | None:
    spans = [one for one in entities(text, today) if one.kind is EntityKind.SPAN]
    told = {one.value if isinstance(one.value, Span) and not _ROUGH.search(one.text) else None for one in spans}
    if not spans and (count := number(bare(text))) is not None and count == int(count):
        told = {_of_unit(fact.unit, int(count))}
    return told.pop() if len(told) == 1 else None


def _of_unit(unit: str, count: int) -> Span | None:
    """A bare number counts the fact's unit; without one it says nothing."""
    units = {"年": Span(years=count), "月": Span(months=count), "天": Span(days=count), "日": Span(days=count)}
    return units.get(unit.lstrip("个")) if unit else None


def _number(fact: Fact, text: str, today: date) -> Value | None:
    counts = {one.value.n for one in entities(text, today) if isinstance(one.value, Count) and not one.about}
    if len(counts) == 1 and isinstance(count := counts.pop(), Decimal):
        return count
    return number_told(bare(text), fact.unit)


def _share(fact: Fact, text: str, today: date) -> Value | None:
    found = [one.value for one in entities(text, today) if one.kind is EntityKind.SHARE]
    if found:
        return _one({_yearly(fact, value) for value in found if isinstance(value, Decimal | Rate)})
    said = bare(text)
    if said in _FAULT:
        return _FAULT[said]
    if (count := number(said)) is None:
        return None
    return count / 100 if "%" in fact.unit else count if 0 <= count <= 1 else None


def _yearly(fact: Fact, value: Decimal | Rate) -> Decimal | None:
    """A rate for a fact of the year: 月息两分 is 24 % a year. For any other fact a rate is no share."""
    if isinstance(value, Decimal):
        return value
    if not re.search("年利|年化|一年|每年|年息", f"{fact.label}{fact.question}{fact.unit}"):
        return None
    return value.rate * {Per.YEAR: 1, Per.MONTH: 12, Per.DAY: 365}[value.per]


def _region(fact: Fact, text: str, today: date) -> Value | None:
    codes = {str(one.value) for one in entities(text, today) if one.kind is EntityKind.PLACE}
    return _one(codes) if codes else place_called(bare(text)) or None


def _one(values: Iterable[Decimal | str | None]) -> Value | None:
    told = set(values)
    return told.pop() if len(told) == 1 else None


_READERS: dict[Kind, Callable[[Fact, str, date], Value | None]] = {
    Kind.MONEY: _money,
    Kind.DATE: _day,
    Kind.SPAN: _span,
    Kind.NUMBER: _number,
    Kind.SHARE: _share,
    Kind.REGION: _region,
}

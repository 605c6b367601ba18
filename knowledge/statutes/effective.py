"""When a text says that it comes into force: 「本法自2021年1月1日起施行」 and its relatives.

A statement is read from the last articles first, where the law puts it; quoted words (an amending decision that
rewrites another law's last article) do not count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain

from knowledge.statutes import numerals
from knowledge.statutes.sheet import Sheet

_N = numerals.NUMERAL
_DAY = rf"(?P<y>{_N})\s*年\s*(?P<m>{_N})\s*月\s*(?P<d>{_N})\s*日"  # 2021年1月1日, 二〇二一年一月一日
_HOLDS = r"(?:正式)?(?:公布)?(?:施行|试行|实施|实行|生效|执行)"
_FROM = r"(?:自|从|于|由)\s*"
_OWN = r"本(?!条(?!例)|[款项市省院级])\w{1,10}?"  # 本法, 本条例, 本修正案, 本暂行规定
_ON_DAY = re.compile(rf"{_FROM}{_DAY}(?:零时)?(?:起|开始|起开始)?{_HOLDS}")  # 自2021年1月1日起施行
_SHORT_DAY = re.compile(rf"^\s*{_DAY}(?:起|开始)?{_HOLDS}")  # 2021年1月1日起施行
_ON_EVENT = re.compile(  # 自公布之日起施行, 自发布之日起三十日后施行, 自通过之日起施行
    rf"{_FROM}(?:修订|国务院|\w{{0,12}}?)?(?P<event>公布|发布|颁布|公告|印发|下发|签署|签发|通过|批准)之日(?:起|后)?"
    rf"(?:满)?(?:第?(?P<n>{_N})(?P<unit>日|天|个月|年))?(?:后|以后|起|之后)*{_HOLDS}"
)
# 「本法自…」, a sentence that opens with 自…, 「（原称…）自…」, 「…公告公布自…」
_SUBJECT = re.compile(rf"(?:^|[，。；、（）(\n：]|公布|发布)(?:{_OWN})?(?:经\w{{0,20}})?$|{_OWN}[^。；]{{0,20}}$")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"")
_PARTIAL = re.compile(r"本\w{1,6}第[^，。；]{1,20}条[^，。；]{0,10}$")  # 本决定第三条自…: only a part of it
_LAST = 6  # articles from the end that are read before the whole text is
_FEW = 40  # characters before the words 自…起 within which the subject stands


class Basis(StrEnum):
    """What the first day of force is counted from."""

    DAY = "day"
    PUBLISHED = "published"
    PASSED = "passed"
    APPROVED = "approved"


_EVENTS = {"通过": Basis.PASSED, "批准": Basis.APPROVED}


@dataclass(frozen=True, slots=True)
class Statement:
    """What a text says about its first day: a day, or an event plus a delay (days, or months of the calendar)."""

    basis: Basis
    day: date | None = None
    delay_days: int = 0
    delay_months: int = 0

    def after(self, event: date) -> date:
        """The first day of force when the event was on that day."""
        months = event.year * 12 + event.month - 1 + self.delay_months
        day = min(event.day, 28) if self.delay_months else event.day
        return date(months // 12, months % 12 + 1, day) + timedelta(days=self.delay_days)


def read_day(match: re.Match[str]) -> date | None:
    """The date of a match with groups y, m, d; None where no such day exists (a misprint of the source)."""
    try:
        return date(*(numerals.parse(match[group]) for group in "ymd"))
    except ValueError:
        return None


def read_statement(text: str) -> Statement | None:
    """What a piece of text says about its own first day of force, None where it says nothing.

    A statement is its own when its subject is the text (本法, 本规定 …) or when it opens a sentence without a subject.

    >>> read_statement("本法自2021年1月1日起施行。")
    Statement(basis=<Basis.DAY: 'day'>, day=datetime.date(2021, 1, 1), delay_days=0, delay_months=0)
    """
    plain = _QUOTED.sub("", re.sub(r"[ \u3000*]", "", text))
    for match in _own(_ON_DAY, plain):
        if day := read_day(match):
            return Statement(Basis.DAY, day)
    short = _SHORT_DAY.match(plain)
    if short and (day := read_day(short)):
        return Statement(Basis.DAY, day)
    return next((_on_event(match) for match in _own(_ON_EVENT, plain)), None)


def _own(pattern: re.Pattern[str], plain: str) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(plain):
        before = plain[max(0, match.start() - _FEW) : match.start()]
        if _SUBJECT.search(before) and not _PARTIAL.search(before):
            yield match


def _on_event(match: re.Match[str]) -> Statement:
    basis = _EVENTS.get(match["event"], Basis.PUBLISHED)
    groups = match.groupdict()
    count = numerals.parse(groups["n"]) if groups.get("n") else 0
    if groups.get("unit") in ("日", "天"):
        return Statement(basis, delay_days=count)
    return Statement(basis, delay_months=count * (12 if groups.get("unit") == "年" else 1))


def statement_of(sheet: Sheet) -> Statement | None:
    """What the sheet's text says about its first day: last articles first, then preamble, then the others."""
    closing = (
        paragraph.full for article in reversed(sheet.articles[-_LAST:]) for paragraph in article.paragraphs[::-1]
    )
    body = (article.text for article in reversed(sheet.articles[:-_LAST]))
    return next((found for text in chain(closing, (sheet.preamble,), body) if (found := read_statement(text))), None)

"""Shares and rates: 三成, 百分之三十, 三七开, 三分之一, 一半; 月息两分, 一分五的利, 年化36%, 日万分之五."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.understanding.entities.found import Found
from assistant.understanding.entities.model import EntityKind, Per, Rate
from assistant.understanding.entities.numerals import NUMBER, number

_DIGIT = "[一二两三四五六七八九]"
_N = rf"(?P<n>{NUMBER})"
_PER = {"月": Per.MONTH, "年": Per.YEAR, "日": Per.DAY, "天": Per.DAY}
_INTEREST = (  # 月息 · 年化利率是 · 按月利率 · 日利息
    r"(?P<per>年|月|日|每天|每月|每年|一个月|一年|一天)(?:化|利率|利息|息|利|的?利息|化利率|化收益)+(?:率)?"
    r"(?:是|按|为|算|收|高达|达到|超过|大概|约|到|[:：])*\s*"
)
_PERCENT = (
    r"(?:百分之(?P<hundredths>{n})|(?P<percent>[0-9]+(?:\.[0-9]+)?)\s*%|千分之(?P<thousandths>{n})|万分之(?P<ten>{n}))"
)
_FRACTION = _PERCENT.replace("{n}", r"(?:[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百点]+)")
# 年化36% · 月利率百分之二 · 日息万分之五
_RATE = re.compile(rf"{_INTEREST}{_FRACTION}")
# 36%的年利率 · 2%一个月
_RATE_AFTER = re.compile(rf"{_FRACTION}(?:的|/|每|一个?)?(?P<per>年化?|月|日|天)(?:利率|利息|息)?(?![前后内份底初龄])")
_FEN = rf"(?P<fen>{_DIGIT}|[0-9](?:\.[0-9])?)分(?P<half>半|[一二三四五六七八九1-9](?![0-9]))?"
# 月息两分 · 利息一分五 · 两分利 · 三分的息 · 5分利
_MONTHLY = re.compile(
    rf"(?:(?<!日)(?P<per>月|年)?(?:息|利息|利率|利)(?:是|按|算|要|收|为|说好|高达)*){_FEN}(?:的?利息|的?利|的?息)?(?!之|钟|成|开)"
)
_MONTHLY_AFTER = re.compile(rf"{_FEN}的?(?:利息|利|息)")
_SHARE = re.compile(_FRACTION)
_PARTS = re.compile(
    r"(?P<of>[二两三四五六七八九十]|[0-9]{1,2})分之(?P<part>[一二两三四五六七八九]|[0-9]{1,2})"
)  # 三分之一
_TENTHS = re.compile(
    rf"(?<![0-9一二三四五六七八九十变完造组构促])(?P<n>{_DIGIT}|[0-9]){{1}}成(?P<half>半)?(?![年了为立员人都天功本交熟家品])"
)
_SPLIT = re.compile(  # 三七开我三 · 四六分 · 五五开 · 三七分成
    rf"(?P<a>{_DIGIT})(?P<b>{_DIGIT})(?:开|分成|分账|分摊|分)(?:[，,]?\s*我(?:占|拿|得|要|担|认|出"
    rf"|承担)?(?P<mine>{_DIGIT})(?!千|百|万|块|元|个))?"
)
_HALF = re.compile(r"对半(?:分|开|平分)?|平分|一人一半|各一半|一半(?!天|个)|各半|百分之五十")
_POINTS = re.compile(rf"(?P<n>{_DIGIT}|[0-9](?:\.[0-9])?)个(?:百分)?点(?![多半就钟])")  # 三个点


def read_rates(text: str) -> Iterator[Found]:
    """Every share and rate in the text."""
    for pattern in (_RATE, _RATE_AFTER):
        for match in pattern.finditer(text):
            if (share := _fraction(match)) is not None:
                yield _found(match, Rate(share, _PER[re.sub("[每一个化]", "", match["per"])[0]]))
    for pattern in (_MONTHLY, _MONTHLY_AFTER):
        for match in pattern.finditer(text):
            yield _found(match, Rate(_fen(match), _PER[match.groupdict().get("per") or "月"]))
    for match in _SHARE.finditer(text):
        if (share := _fraction(match)) is not None and 0 <= share <= 1:
            yield _found(match, share)
    yield from _said(text)


def _said(text: str) -> Iterator[Found]:
    """三分之一, 三成, 三七开, 一半, 三个点."""
    for match in _PARTS.finditer(text):
        of, part = number(match["of"]), number(match["part"])
        if of and part and part <= of:
            yield _found(match, part / of)
    for match in _TENTHS.finditer(text):
        yield _found(match, _digit(match["n"]) / 10 + (Decimal("0.05") if match["half"] else 0))
    for match in _SPLIT.finditer(text):
        if _digit(match["a"]) + _digit(match["b"]) == 10:
            yield _found(match, _digit(match["mine"] or match["a"]) / 10)
    for match in _HALF.finditer(text):
        yield _found(match, Decimal("0.5"))
    for match in _POINTS.finditer(text):
        yield _found(match, _digit(match["n"]) / 100)


def _found(match: re.Match[str], value: Decimal | Rate) -> Found:
    return Found(match.start(), match.end(), EntityKind.SHARE, value)


def _fraction(match: re.Match[str]) -> Decimal | None:
    """The share of 百分之三十, 36%, 千分之三, 万分之五."""
    for name, of in (("hundredths", 100), ("percent", 100), ("thousandths", 1000), ("ten", 10_000)):
        if match[name]:
            read = number(match[name])
            return None if read is None else read / of
    return None


def _fen(match: re.Match[str]) -> Decimal:
    """两分 a month is 2 % a month, 一分五 1.5 %; 年息一分 is 10 % a year."""
    tail = match["half"]
    fen = _digit(match["fen"]) + (Decimal("0.5") if tail == "半" else _digit(tail) / 10 if tail else Decimal(0))
    return fen / (10 if match.groupdict().get("per") == "年" else 100)


def _digit(said: str) -> Decimal:
    read = number(said)
    if read is None:
        raise ValueError(f"not a number: {said!r} (rule: one digit)")
    return read

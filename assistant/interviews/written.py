"""Conditions, cues and values as an interview's file writes them, read for the facts of that interview."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from assistant.errors import BadFact
from assistant.facts.check import check
from assistant.facts.model import Fact, Kind, Span, Value
from assistant.interviews.condition import Condition, Every, Not, Op, Some, Test
from assistant.interviews.model import Cue

_DIGITS = "0-9零〇一二两俩三四五六七八九十百千万亿半"
_PARTS = {
    # 6500元 · 一万九千五 · 1.5万; not the 3 of 3个月
    "{sum}": rf"(?P<value>[{_DIGITS}][{_DIGITS}.,]*(?:多|来)?\s*(?:元|块钱?|[kKwW])?)"
    rf"(?![{_DIGITS}.]|\s*(?:个|年|岁|天|号|日|月|人|级|%))",
    # 去年10月 · 2023年3月1日 · 上个月15号
    "{day}": r"(?P<value>(?:大前年|前年|去年|今年|上个?月|这个?月|昨天|前天|今天|"
    rf"[{_DIGITS}]{{2,4}}年|[{_DIGITS}]{{1,3}}月|[0-9]{{4}}[-/.])(?:[^，,。；;！!？?]{{0,12}}?[{_DIGITS}月日号底初])?)",
    # 3年6个月 · 十五天
    "{span}": rf"(?P<value>[{_DIGITS}]+(?:年|个月|天|周|星期)[^，,。；;！!？?]{{0,8}})",
    # 2 · 俩 · 十五
    "{number}": rf"(?P<value>[{_DIGITS}]+)",
}
"""Parts that a cue may name instead of writing its group `value` out."""

_ORDERED = {Kind.MONEY, Kind.NUMBER, Kind.SHARE, Kind.DATE}
_NUMERIC = {Kind.MONEY, Kind.NUMBER, Kind.SHARE}


def condition(written: Mapping[str, Any], facts: Mapping[str, Fact]) -> Condition:
    """The condition that is written. ValueError, which names the fact and the rule, where it cannot be tested."""
    parts = tuple(_entry(key, value, facts) for key, value in written.items())
    return parts[0] if len(parts) == 1 else Every(parts)


def value_of(fact: Fact, written: Any) -> Value:
    """A value as YAML writes it, for the fact. ValueError where it is none of the fact's kind."""
    value: Any = written
    if fact.kind in _NUMERIC and type(written) in (int, float, str, Decimal):
        value = _number(fact, written)
    elif fact.kind is Kind.SPAN and isinstance(written, Mapping):
        value = Span(**written)
    try:
        return check(fact, value)
    except BadFact as error:
        raise ValueError(f"{written!r} is no value of {fact.id!r} ({error.rule})") from error


def plain_value(written: bool | int | float | date | str) -> Value:
    """A value as YAML writes it, where no fact says what it is for: numbers become Decimal."""
    return Decimal(str(written)) if type(written) in (int, float) else written  # type: ignore[return-value]


def cues(fact: Fact, written: Iterable[str] | Mapping[Any, Iterable[str]]) -> tuple[Cue, ...]:
    """The cues of a fact: patterns with a group `value`, or patterns by the value that they tell. ValueError if not."""
    if isinstance(written, Mapping):
        # a denial first: 没写过欠条 holds the words of 写过欠条
        told = sorted(written.items(), key=lambda item: item[0] is not False)
        return tuple(Cue(_pattern(text), value_of(fact, value)) for value, patterns in told for text in patterns)
    found = tuple(Cue(_pattern(text)) for text in written)
    for cue in found:
        if "value" not in cue.pattern.groupindex:
            raise ValueError(f"{cue.pattern.pattern!r} has no group (?P<value>…) (rule: it says what is to be read)")
    return found


def _pattern(text: str) -> re.Pattern[str]:
    for part, pattern in _PARTS.items():
        text = text.replace(part, pattern)
    try:
        return re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from error


def _entry(key: str, value: Any, facts: Mapping[str, Fact]) -> Condition:
    match key:
        case "all" | "any" if isinstance(value, list):
            parts = tuple(condition(part, facts) for part in value)
            return Every(parts) if key == "all" else Some(parts)
        case "not" if isinstance(value, Mapping):
            return Not(condition(value, facts))
    if key not in facts:
        raise ValueError(f"{key!r} is no fact that is asked before (there are: {', '.join(facts)})")
    return _tests(facts[key], value)


def _tests(fact: Fact, written: Any) -> Condition:
    if isinstance(written, list):
        return Test(fact.id, Op.IN, tuple(value_of(fact, value) for value in written))
    if isinstance(written, Mapping):
        parts = tuple(_test(fact, op, value) for op, value in written.items())
        return parts[0] if len(parts) == 1 else Every(parts)
    return Test(fact.id, Op.EQ, value_of(fact, written))


def _test(fact: Fact, op: str, written: Any) -> Test:
    if op not in {known.value for known in Op}:
        raise ValueError(f"{fact.id}: {op!r} is no test (there are: {', '.join(Op)})")
    match Op(op):
        case Op.KNOWN if isinstance(written, bool):
            return Test(fact.id, Op.KNOWN, written)
        case (Op.OLDER | Op.YOUNGER) as aged if fact.kind is Kind.DATE and isinstance(written, Mapping):
            return Test(fact.id, aged, Span(**written))
        case (Op.LT | Op.LE | Op.GT | Op.GE) as order if fact.kind in _ORDERED:
            return Test(fact.id, order, _bound(fact, written))
        case Op.EQ:
            return Test(fact.id, Op.EQ, value_of(fact, written))
        case Op.IN if isinstance(written, list):
            return Test(fact.id, Op.IN, tuple(value_of(fact, value) for value in written))
    raise ValueError(f"{fact.id}: {op} {written!r} does not fit a fact of kind {fact.kind.value}")


def _bound(fact: Fact, written: Any) -> Value:
    if fact.kind is Kind.DATE:
        if not isinstance(written, date):
            raise ValueError(f"{fact.id}: {written!r} is no day (rule: 2021-01-01, without quotes)")
        return written
    return _number(fact, written)


def _number(fact: Fact, written: Any) -> Decimal:
    try:
        return Decimal(str(written))
    except InvalidOperation as error:
        raise ValueError(f"{fact.id}: {written!r} is no number") from error

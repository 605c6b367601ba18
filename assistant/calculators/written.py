"""Values in the one strict writing of command lines, files and requests; what people say is read elsewhere."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from assistant.calculators.model import Calculator
from assistant.errors import BadFact
from assistant.facts.check import check
from assistant.facts.model import Fact, Facts, Kind, Span, Value

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")  # 8000 · 8000.50
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # 2021-03-01
# 3年6个月10天 · 3y6m10d · 18个月
_SPAN = re.compile(
    r"(?:(?P<years>[0-9]{1,3})(?:年|y))?(?:(?P<months>[0-9]{1,4})(?:个?月|m))?(?:(?P<days>[0-9]{1,5})(?:天|日|d))?"
)
_FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


def read_facts(calculator: Calculator, texts: Mapping[str, str]) -> Facts:
    """The facts of a calculator from their written form. BadFact where one is none of them, or not so written."""
    known = {fact.id: fact for fact in calculator.facts}
    for fact, text in texts.items():
        if fact not in known:
            raise BadFact(fact, text, f"「{calculator.name}」没有这一项，可以填的有：{'、'.join(known)}")
    return {fact: read_fact(known[fact], text) for fact, text in texts.items()}


def read_fact(fact: Fact, text: str) -> Value:
    """The value of a fact, checked. BadFact, whose rule says how it is written, where it is written otherwise."""
    return check(fact, _read(fact, text.strip()))


def _read(fact: Fact, text: str) -> Value:
    match fact.kind:
        case Kind.MONEY | Kind.NUMBER:
            return _number(fact, text)
        case Kind.SHARE:
            return _number(fact, text[:-1]) / 100 if text.endswith("%") else _number(fact, text)
        case Kind.DATE:
            return _day(fact, text)
        case Kind.SPAN:
            return _span(fact, text)
        case Kind.FLAG:
            return _flag(fact, text)
        case Kind.CHOICE:
            return next((choice.id for choice in fact.choices if text in (choice.id, choice.label)), text)
        case Kind.REGION | Kind.TEXT:
            return text


def _number(fact: Fact, text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise BadFact(fact.id, text, f"「{fact.label}」要写成数字，例如 8000 或 8000.50")
    return Decimal(text)


def _day(fact: Fact, text: str) -> date:
    rule = f"「{fact.label}」要写成 年-月-日，并且是日历上有的一天，例如 2021-03-01"
    if not _DAY.fullmatch(text):
        raise BadFact(fact.id, text, rule)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadFact(fact.id, text, rule) from error


def _span(fact: Fact, text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if not text or not found:
        raise BadFact(fact.id, text, f"「{fact.label}」要写成几年几个月几天，例如 3年6个月 或 3y6m")
    return Span(**{unit: int(number or 0) for unit, number in found.groupdict().items()})


def _flag(fact: Fact, text: str) -> bool:
    if text.lower() not in _FLAGS:
        raise BadFact(fact.id, text, f"「{fact.label}」要填 是 或 否（true、false）")
    return _FLAGS[text.lower()]

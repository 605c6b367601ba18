"""The facts told, by their type: what `compute` reads. A `maybe_` is None where the fact is not told."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

from assistant.errors import BadFact
from assistant.facts.model import Facts, Span

T = TypeVar("T", Decimal, date, Span, bool, str)


def number(facts: Facts, fact: str) -> Decimal:
    """A sum, share or number."""
    return _of(facts, fact, Decimal)


def maybe_number(facts: Facts, fact: str) -> Decimal | None:
    """A sum, share or number, where it is told."""
    return number(facts, fact) if fact in facts else None


def number_or(facts: Facts, fact: str, otherwise: Decimal | int) -> Decimal:
    """A sum, share or number; what the law takes where it is not told."""
    return number(facts, fact) if fact in facts else Decimal(otherwise)


def whole(facts: Facts, fact: str) -> int:
    """A number of which only whole ones make sense: grades, persons, days. BadFact where it has a fraction."""
    value = number(facts, fact)
    if value != int(value):
        raise BadFact(fact, value, "要填整数")
    return int(value)


def whole_or(facts: Facts, fact: str, otherwise: int) -> int:
    """A whole number; what the law takes where it is not told."""
    return whole(facts, fact) if fact in facts else otherwise


def day(facts: Facts, fact: str) -> date:
    """A civil date."""
    return _of(facts, fact, date)


def maybe_day(facts: Facts, fact: str) -> date | None:
    """A civil date, where it is told."""
    return day(facts, fact) if fact in facts else None


def span(facts: Facts, fact: str) -> Span:
    """A length of time."""
    return _of(facts, fact, Span)


def flag(facts: Facts, fact: str) -> bool:
    """Yes or no; no where it is not told."""
    return fact in facts and _of(facts, fact, bool)


def choice(facts: Facts, fact: str) -> str:
    """The id of the choice taken; also a region or a text."""
    return _of(facts, fact, str)


def _of(facts: Facts, fact: str, kind: type[T]) -> T:
    value = facts.get(fact)
    if not isinstance(value, kind):
        raise BadFact(fact, value, "没有填写，或者填的是另一种内容")
    return value

"""Whether a value may stand for a fact."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from assistant.errors import BadFact
from assistant.facts.model import Fact, Facts, Kind, Span, Value

_TYPES: dict[Kind, type] = {
    Kind.MONEY: Decimal,
    Kind.DATE: date,
    Kind.SPAN: Span,
    Kind.NUMBER: Decimal,
    Kind.SHARE: Decimal,
    Kind.CHOICE: str,
    Kind.FLAG: bool,
    Kind.REGION: str,
    Kind.TEXT: str,
}


def check(fact: Fact, value: Value) -> Value:
    """The value itself. BadFact where it is of another kind, out of bounds, or none of the choices."""
    if type(value) is not _TYPES[fact.kind]:
        raise BadFact(fact.id, value, f"「{fact.label}」要填的是另一种内容（{fact.kind.value}）")
    if isinstance(value, Decimal):
        _check_bounds(fact, value)
    if fact.kind is Kind.CHOICE and value not in {choice.id for choice in fact.choices}:
        raise BadFact(fact.id, value, f"「{fact.label}」只能选：{'、'.join(choice.label for choice in fact.choices)}")
    if fact.kind is Kind.REGION and not (isinstance(value, str) and len(value) == 6 and value.isdigit()):
        raise BadFact(fact.id, value, f"「{fact.label}」要填六位行政区划代码")
    return value


def check_all(facts: Iterable[Fact], told: Facts) -> Facts:
    """What is told of these facts, checked; other facts are left out. BadFact as `check`."""
    return {fact.id: check(fact, told[fact.id]) for fact in facts if fact.id in told}


def lacking(facts: Iterable[Fact], told: Facts) -> tuple[Fact, ...]:
    """The required facts that are not told."""
    return tuple(fact for fact in facts if fact.required and fact.id not in told)


def _check_bounds(fact: Fact, value: Decimal) -> None:
    least = Decimal(0) if fact.least is None and fact.kind in (Kind.MONEY, Kind.SHARE) else fact.least
    most = Decimal(1) if fact.most is None and fact.kind is Kind.SHARE else fact.most
    if not value.is_finite() or (least is not None and value < least):
        raise BadFact(fact.id, value, f"「{fact.label}」不能小于{least}{fact.unit}")
    if most is not None and value > most:
        raise BadFact(fact.id, value, f"「{fact.label}」不能大于{most}{fact.unit}")

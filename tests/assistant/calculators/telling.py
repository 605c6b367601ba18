"""Calculators run on written facts, the way a file or a command line tells them."""

from datetime import date
from decimal import Decimal

from assistant.calculators.model import Wanting, Working
from assistant.calculators.reckoning import reckon
from assistant.calculators.registry import calculators
from assistant.calculators.written import read_facts

Value = Decimal | date | None


def run(calculator: str, **facts: str) -> Working | Wanting:
    found = calculators()[calculator]
    return reckon(found, read_facts(found, facts))


def results(calculator: str, **facts: str) -> dict[str, Value]:
    """The results by id; fails where facts are wanting."""
    found = run(calculator, **facts)
    assert isinstance(found, Working), found
    return {line.id: line.value for line in found.results}


def amount(calculator: str, result: str, **facts: str) -> Decimal:
    value = results(calculator, **facts)[result]
    assert isinstance(value, Decimal)
    return value


def wanted(calculator: str, **facts: str) -> tuple[str, ...]:
    """The ids of the facts that are asked for; fails where it could be reckoned."""
    found = run(calculator, **facts)
    assert isinstance(found, Wanting), found
    assert found.reason
    return tuple(fact.id for fact in found.facts)

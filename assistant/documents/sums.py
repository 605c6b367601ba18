"""Sums that are handed in with their working: they fill what was not told, and stand in an annex."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.calculators.model import Calculator, Working
from assistant.documents.model import Document
from assistant.facts.check import check
from assistant.facts.model import Facts, Value


@dataclass(frozen=True, slots=True)
class Sum:
    """A calculator and what it found."""

    calculator: Calculator
    working: Working


def with_sums(document: Document, facts: Facts, sums: Sequence[Sum]) -> Facts:
    """The facts, and those that a result fills: what the person told is never overwritten."""
    return {**_results(document, sums), **facts}


def _results(document: Document, sums: Sequence[Sum]) -> dict[str, Value]:
    found = {
        (one.calculator.id, result.id): result.value for one in sums for result in one.working.results if result.id
    }
    filled: dict[str, Value] = {}
    for place in document.filled:
        value = found.get((place.calculator, place.result))
        if value is not None and place.fact not in filled:
            filled[place.fact] = check(document.by_id[place.fact].fact, value)
    return filled

"""Conditions on the facts told: small trees of data, never code, so that people who know the law can write them.

    {contract: none}                        the fact has this value
    {contract: [none, expired]}             one of these values
    {wage: {ge: 3000, lt: 10000}}           lt, le, gt, ge on sums, numbers, shares and days
    {left_on: {older: {years: 1}}}          the day lies more than this span before today (younger: at most this span)
    {left_on: {known: true}}                whether the fact is told at all
    {left: true, contract: none}            every entry holds
    {any: [{…}, {…}]}, {all: […]}, {not: {…}}

A fact that is not told fulfils no test but `known: false`; a `not` around it is fulfilled.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assistant.calculators.days import later
from assistant.facts.model import Facts, Span, Value


class Op(StrEnum):
    """How a fact is tested."""

    EQ = "eq"
    IN = "in"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    OLDER = "older"
    YOUNGER = "younger"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Test:
    """One test of one fact; `value` is a tuple for IN, a Span for OLDER and YOUNGER, a bool for KNOWN."""

    __test__ = False  # no test of pytest's

    fact: str
    op: Op
    value: Value | tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; without parts, always."""

    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = Test | Every | Some | Not

ALWAYS = Every()


def holds(condition: Condition, facts: Facts, today: date) -> bool:
    """Whether the condition holds for these facts on this day."""
    match condition:
        case Every(parts):
            return all(holds(part, facts, today) for part in parts)
        case Some(parts):
            return any(holds(part, facts, today) for part in parts)
        case Not(part):
            return not holds(part, facts, today)
        case Test():
            return _passes(condition, facts.get(condition.fact), today)


def tests_of(condition: Condition) -> Iterator[Test]:
    """Every test of the condition."""
    match condition:
        case Every(parts) | Some(parts):
            for part in parts:
                yield from tests_of(part)
        case Not(part):
            yield from tests_of(part)
        case Test():
            yield condition


def _passes(test: Test, told: Value | None, today: date) -> bool:
    if test.op is Op.KNOWN:
        return (told is not None) is test.value
    if told is None:
        return False
    match test.op, test.value:
        case Op.EQ, wanted:
            return told == wanted
        case Op.IN, tuple(wanted):
            return told in wanted
        case (Op.OLDER | Op.YOUNGER) as op, Span() as span:
            return isinstance(told, date) and (later(told, span) < today) is (op is Op.OLDER)
        case op, bound:
            return _compares(op, told, bound)


def _compares(op: Op, told: Value, bound: Value | tuple[Value, ...]) -> bool:
    """Sums with sums, days with days; the schema lets no other pair through."""
    match told, bound:
        case (Decimal(), Decimal()) | (date(), date()):
            order = (told > bound) - (told < bound)  # type: ignore[operator]  # both of one kind
        case _:
            return False
    return {Op.LT: order < 0, Op.LE: order <= 0, Op.GT: order > 0, Op.GE: order >= 0}[op]

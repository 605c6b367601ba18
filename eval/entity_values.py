"""Values of entities as labels write them in JSON and as the reader gives them, made comparable.

Money is [least, most] in yuan; days are (first, last, bound); spans are (years, months, days), one or two. Whether
something was said as an approximation is not compared.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.facts import model as facts
from assistant.understanding.entities import Count, Day, Entity, Range, Rate, SpanRange, Wage

Comparable = str | tuple[Any, ...]

_PLACES = Decimal("0.0001")  # to which shares and rates are compared


@dataclass(frozen=True, slots=True)
class Told:
    """An entity of a label or of the reader, comparable and hashable."""

    kind: str
    text: str
    value: Comparable


def told(entity: Entity) -> Told:
    """What the reader found."""
    return Told(entity.kind.value, entity.text, _read(entity.value))


def labelled(kind: str, text: str, value: Any) -> Told:
    """What a label says. ValueError, KeyError or TypeError where its value has no form of its kind."""
    return Told(kind, text, _LABELS[kind](value))


def _read(value: object) -> Comparable:
    match value:
        case Decimal() | Range():
            return _sum(value)
        case Wage():
            return (*_sum(value.amount), value.per.value)
        case Day():
            return (value.first.isoformat(), value.last.isoformat(), value.bound.value)
        case facts.Span():
            return (_span(value),)
        case SpanRange():
            return (_span(value.least), _span(value.most))
        case Rate():
            return (value.rate.quantize(_PLACES), value.per.value)
        case Count():
            return (*_sum(value.n), value.of)
        case _:
            return str(value)


def _sum(value: Decimal | Range) -> tuple[Decimal, Decimal]:
    least, most = (value.least, value.most) if isinstance(value, Range) else (value, value)
    return least.quantize(_PLACES), most.quantize(_PLACES)


def _span(value: facts.Span) -> tuple[int, int, int]:
    return value.years, value.months, value.days


def _money(value: Any) -> tuple[Decimal, Decimal]:
    """32000, [6000, 7000], {"about": 300}."""
    if isinstance(value, dict):
        return _money(value["about"] if "about" in value and value["about"] is not True else value["amount"])
    least, most = value if isinstance(value, list) else (value, value)
    return Decimal(str(least)).quantize(_PLACES), Decimal(str(most)).quantize(_PLACES)


def _wage(value: Any) -> Comparable:
    return (*_money(value["amount"]), value["per"])


def _days(value: Any, bound: str = "in") -> Comparable:
    """ "2021-03-01", "2021-03", "2021", [first, last], {"about": …}, {"before": …}, {"after": …}."""
    if isinstance(value, dict):
        (key,) = set(value) & {"about", "before", "after"}
        return _days(value[key], {"about": "in"}.get(key, key))
    first, last = value if isinstance(value, list) else (value, value)
    return (_edge(str(first), first=True), _edge(str(last), first=False), bound)


def _edge(said: str, first: bool) -> str:
    """The first or last day of a year, a month, or a day."""
    parts = [int(part) for part in said.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 1 if first else 12
    day = parts[2] if len(parts) > 2 else 1 if first else calendar.monthrange(year, month)[1]
    return date(year, month, day).isoformat()


def _spans(value: Any) -> Comparable:
    """{"years": 3, "months": 2}, or two of them for 两三年; a part may itself be [least, most]."""
    if isinstance(value, list):
        return tuple(_one_span(one, 0) for one in value)
    ends = tuple(dict.fromkeys((_one_span(value, 0), _one_span(value, -1))))
    return ends


def _one_span(value: Any, end: int) -> tuple[int, ...]:
    parts = (value.get(name, 0) for name in ("years", "months", "days"))
    return tuple(int(part[end]) if isinstance(part, list) else int(part) for part in parts)


def _share(value: Any) -> Comparable:
    if isinstance(value, dict):
        return (Decimal(str(value["rate"])).quantize(_PLACES), value["per"])
    return _money(value)


def _count(value: Any) -> Comparable:
    return (*_money(value["n"]), value["of"])


_LABELS: dict[str, Callable[[Any], Comparable]] = {
    "money": _money,
    "wage": _wage,
    "date": _days,
    "span": _spans,
    "share": _share,
    "count": _count,
    "place": str,
    "relation": str,
    "document": str,
}

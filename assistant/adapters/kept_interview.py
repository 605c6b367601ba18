"""A running interview as JSON in the store: each value with its type, so that it is the same when it comes back."""

from datetime import date
from decimal import Decimal
from typing import Any

from assistant.facts.model import Span, Value
from assistant.steps import Running


def interview_to_keep(running: Running | None) -> dict[str, Any] | None:
    """The interview as JSON values; None where none runs."""
    if running is None:
        return None
    return {
        "interview": running.interview,
        "facts": {fact: _to_keep(value) for fact, value in running.facts.items()},
        "skipped": sorted(running.skipped),
        "asked": running.asked,
        "trail": list(running.trail),
        "over": running.over,
    }


def kept_interview(kept: dict[str, Any] | None) -> Running | None:
    """The interview that `interview_to_keep` wrote. KeyError where it is none."""
    if kept is None:
        return None
    return Running(
        interview=kept["interview"],
        facts={fact: _kept(kind, value) for fact, (kind, value) in kept["facts"].items()},
        skipped=frozenset(kept["skipped"]),
        asked=kept["asked"],
        trail=tuple(kept["trail"]),
        over=kept["over"],
    )


def _to_keep(value: Value) -> list[Any]:
    match value:
        case bool():
            return ["flag", value]
        case Decimal():
            return ["number", str(value)]
        case date():
            return ["day", value.isoformat()]
        case Span():
            return ["span", [value.years, value.months, value.days]]
        case str():
            return ["text", value]


def _kept(kind: str, value: Any) -> Value:
    match kind:
        case "number":
            return Decimal(value)
        case "day":
            return date.fromisoformat(value)
        case "span":
            return Span(*value)
        case "flag":
            return bool(value)
        case "text":
            return str(value)
    raise KeyError(kind)

"""Entities: sums, pay, days, spans, shares, counts, places, people and papers that people speak of."""

from assistant.understanding.entities.answers import read
from assistant.understanding.entities.model import (
    Bound,
    Count,
    Day,
    Entity,
    EntityKind,
    Per,
    Precision,
    Range,
    Rate,
    SpanRange,
    Wage,
)
from assistant.understanding.entities.reader import entities

__all__ = [
    "Bound",
    "Count",
    "Day",
    "Entity",
    "EntityKind",
    "Per",
    "Precision",
    "Range",
    "Rate",
    "SpanRange",
    "Wage",
    "entities",
    "read",
]

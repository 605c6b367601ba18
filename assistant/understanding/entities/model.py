"""An entity: what a piece of text says, as a typed value."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assistant.facts.model import Span


class EntityKind(StrEnum):
    """What sort of thing is named."""

    MONEY = "money"  # Decimal or Range, yuan
    WAGE = "wage"  # Wage: pay with its unit of time or work
    DATE = "date"  # Day
    SPAN = "span"  # Span or SpanRange
    SHARE = "share"  # Decimal, 0 to 1, or Rate
    COUNT = "count"  # Count
    PLACE = "place"  # str: a GB/T 2260 code
    RELATION = "relation"  # str: an id of relations.toml
    DOCUMENT = "document"  # str: an id of documents.toml


class Per(StrEnum):
    """What pay or interest is reckoned by."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PIECE = "piece"


class Precision(StrEnum):
    """How much of a day was said."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    STRETCH = "stretch"  # 年底, 上礼拜, 去年腊月: a stretch of days


class Bound(StrEnum):
    """Whether the days themselves are meant, or what lies before or after them."""

    IN = "in"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Range:
    """From `least` to `most`, both possible: 六七千."""

    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Wage:
    """Pay: so many yuan per month, day, hour, year, week or piece."""

    amount: Decimal | Range
    per: Per


@dataclass(frozen=True, slots=True)
class Day:
    """The days from `first` to `last`, both included, civil dates in Asia/Shanghai."""

    first: date
    last: date
    precision: Precision = Precision.DAY
    bound: Bound = Bound.IN


@dataclass(frozen=True, slots=True)
class SpanRange:
    """两三年: how long, between two spans."""

    least: Span
    most: Span


@dataclass(frozen=True, slots=True)
class Rate:
    """Interest: a share of the principal per day, month or year."""

    rate: Decimal
    per: Per


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something; `of` is an id of counts.toml (child, person, grade)."""

    n: Decimal | Range
    of: str


EntityValue = Decimal | Range | Wage | Day | Span | SpanRange | Rate | Count | str


@dataclass(frozen=True, slots=True)
class Entity:
    """A piece of text and what it says: `text` lies at [start, end); `about` where it was said as an approximation."""

    kind: EntityKind
    start: int
    end: int
    text: str
    value: EntityValue
    about: bool = False

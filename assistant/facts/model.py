"""A fact that is asked for, and the values that it takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of value a fact takes."""

    MONEY = "money"  # Decimal, yuan
    DATE = "date"  # a civil date in Asia/Shanghai
    SPAN = "span"  # Span: how long
    NUMBER = "number"  # Decimal, of the fact's unit
    SHARE = "share"  # Decimal, 0 to 1
    CHOICE = "choice"  # str: the id of one of the choices
    FLAG = "flag"  # bool
    REGION = "region"  # str: a GB/T 2260 code
    TEXT = "text"  # str: a name, an address, a story


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as the law counts it: whole years, months and days, never turned into one another."""

    years: int = 0
    months: int = 0
    days: int = 0


Value = Decimal | date | Span | bool | str

Facts = Mapping[str, Value]
"""Values by the id of their fact; a fact that is not known is absent."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to a fact of kind CHOICE, with other ways in which people say it."""

    id: str
    label: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that is asked for.

    `question` and `why` are plain Chinese; `unit` names what a NUMBER counts; `least` and `most` bound MONEY, NUMBER
    and SHARE, both allowed. A fact that is not `required` may be skipped.
    """

    id: str
    label: str
    kind: Kind
    question: str = ""
    why: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    required: bool = True

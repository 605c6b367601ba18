"""Dated rules as data: one TOML file a subject under `rules/`, each rule with its value, its time and its article.

    [[rule]]
    id = "overtime.workday"
    value = 1.5
    from = 1995-01-01
    cites = ["劳动法第四十四条第一项"]

`value` is a number, a list of numbers (by grade, from the first), a span ({ months = 6 }), or brackets
([{ upto = 10000, rate = 0.025 }, { rate = 0.01 }]). `from` is the first day, `until` the first day on which it no
longer holds; `known_until` the last day for which it is known to hold (a rate that is published each month). A rule has
`cites`, or a `source` where its text is no law that the library can hold, or both.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeGuard

from assistant.errors import BadRules
from assistant.facts.model import Span

FOLDER = Path(__file__).parent / "rules"
_KEYS = {"id", "value", "from", "until", "known_until", "cites", "source"}


@dataclass(frozen=True, slots=True)
class Bracket:
    """A part of a scale: up to and with `upto` yuan (None: without end) each yuan of this part counts `rate`."""

    upto: Decimal | None
    rate: Decimal


Value = Decimal | Span | tuple[Decimal, ...] | tuple[Bracket, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and the time [start, until) for which it holds; its value is read by the property of its type."""

    id: str
    value: Value
    start: date
    until: date | None = None
    known_until: date | None = None
    cites: tuple[str, ...] = ()
    source: str = ""

    def holds(self, day: date) -> bool:
        """Whether it is known to hold on the day."""
        ended = (self.until is not None and day >= self.until) or (
            self.known_until is not None and day > self.known_until
        )
        return self.start <= day and not ended

    @property
    def number(self) -> Decimal:
        """The value of a rule that is one number. BadRules where it is not."""
        if not isinstance(self.value, Decimal):
            raise BadRules(f"rules: {self.id}: not one number: {self.value!r}")
        return self.value

    @property
    def whole(self) -> int:
        """The value of a rule that is one whole number: months, days."""
        return int(self.number)

    @property
    def span(self) -> Span:
        """The value of a rule that is a length of time. BadRules where it is not."""
        if not isinstance(self.value, Span):
            raise BadRules(f"rules: {self.id}: not a span: {self.value!r}")
        return self.value

    def nth(self, number: int) -> Decimal:
        """The value for a grade, counted from 1. BadRules where the rule has none for it."""
        values = self.value if isinstance(self.value, tuple) else ()
        if not 1 <= number <= len(values) or not isinstance(value := values[number - 1], Decimal):
            raise BadRules(f"rules: {self.id}: no number {number} in {self.value!r}")
        return value

    @property
    def brackets(self) -> tuple[Bracket, ...]:
        """The value of a rule that is a scale. BadRules where it is not."""
        found = self.value if isinstance(self.value, tuple) else ()
        brackets = tuple(part for part in found if isinstance(part, Bracket))
        if not brackets:
            raise BadRules(f"rules: {self.id}: not a scale: {self.value!r}")
        return brackets


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of a subject: by id, each id's in order of time."""

    name: str
    rules: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)

    def on(self, rule: str, day: date) -> Rule | None:
        """The rule as it is known to hold on a day; None where none is. BadRules where no rule has that id."""
        return next((dated for dated in self._all(rule) if dated.holds(day)), None)

    def now(self, rule: str) -> Rule:
        """The rule that holds without a known end. BadRules where there is none."""
        last = self._all(rule)[-1]
        if last.until is not None:
            raise BadRules(f"{self.name}: {rule}: the last one ended on {last.until.isoformat()}")
        return last

    def _all(self, rule: str) -> tuple[Rule, ...]:
        if rule not in self.rules:
            raise BadRules(f"{self.name}: {rule}: no such rule; there are: {', '.join(sorted(self.rules))}")
        return self.rules[rule]


@cache
def rulebook(subject: str) -> Rulebook:
    """The rules of `rules/<subject>.toml`. BadRules, which names file, entry and rule, where it breaks the schema."""
    return read(FOLDER / f"{subject}.toml")


def read(file: Path) -> Rulebook:
    """The rules of a file. BadRules as above."""
    try:
        entries = tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)["rule"]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BadRules(f"{file.name}: cannot be read as a list of [[rule]]: {error}") from error
    found: dict[str, tuple[Rule, ...]] = {}
    for number, entry in enumerate(entries, 1):
        rule = _rule(f"{file.name}: rule {number} ({entry.get('id', 'without id')})", entry)
        found[rule.id] = (*found.get(rule.id, ()), rule)
    for dated in found.values():
        _check_order(file.name, dated)
    return Rulebook(file.name, found)


def _rule(place: str, entry: dict[str, Any]) -> Rule:
    if strange := sorted(set(entry) - _KEYS):
        raise BadRules(f"{place}: unknown keys {strange}; known are {sorted(_KEYS)}")
    for key, kind in (("id", str), ("from", date)):
        if not isinstance(entry.get(key), kind):
            raise BadRules(f"{place}: {key} must be a {kind.__name__}")
    for key in ("until", "known_until"):
        if key in entry and (not isinstance(entry[key], date) or entry[key] < entry["from"]):
            raise BadRules(f"{place}: {key} must be a day after from")
    cites = entry.get("cites", [])
    if not isinstance(cites, list) or not all(isinstance(cite, str) and cite for cite in cites):
        raise BadRules(f"{place}: cites must be a list of references")
    if not cites and not entry.get("source"):
        raise BadRules(f"{place}: a rule needs cites or a source")
    return Rule(
        id=entry["id"],
        value=_value(place, entry.get("value")),
        start=entry["from"],
        until=entry.get("until"),
        known_until=entry.get("known_until"),
        cites=tuple(cites),
        source=entry.get("source", ""),
    )


def _value(place: str, value: object) -> Value:
    if _is_number(value):
        return Decimal(str(value))
    if _is_span(value):
        return Span(**value)
    if isinstance(value, list) and value and all(_is_number(part) for part in value):
        return tuple(Decimal(str(part)) for part in value)
    if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
        return _brackets(place, value)
    raise BadRules(f"{place}: value must be a number, a list of numbers, a span or brackets, not {value!r}")


def _brackets(place: str, parts: list[dict[str, object]]) -> tuple[Bracket, ...]:
    """Brackets in rising order, only the last without an end."""
    ends: list[Decimal] = []
    for number, part in enumerate(parts, 1):
        if set(part) - {"upto", "rate"} or not _is_number(part.get("rate")):
            raise BadRules(f"{place}: bracket {number} has a rate and, but for the last, upto; not {part!r}")
        if ("upto" in part) != (number < len(parts)) or ("upto" in part and not _is_number(part["upto"])):
            raise BadRules(f"{place}: bracket {number}: every bracket but the last ends at a sum")
        ends += [Decimal(str(part["upto"]))] if "upto" in part else []
    if ends != sorted(set(ends)):
        raise BadRules(f"{place}: brackets must rise")
    return tuple(
        Bracket(Decimal(str(part["upto"])) if "upto" in part else None, Decimal(str(part["rate"]))) for part in parts
    )


def _is_span(value: object) -> TypeGuard[dict[str, int]]:
    return (
        isinstance(value, dict)
        and bool(value)
        and set(value) <= {"years", "months", "days"}
        and all(type(part) is int and part >= 0 for part in value.values())
    )


def _is_number(value: object) -> bool:
    return type(value) in (int, Decimal)


def _check_order(name: str, rules: tuple[Rule, ...]) -> None:
    """One id's rules follow one another in time and do not overlap."""
    for before, after in pairwise(rules):
        if before.until is None or before.until > after.start:
            raise BadRules(
                f"{name}: {after.id}: the rule from {after.start.isoformat()} begins before the one of "
                f"{before.start.isoformat()} has ended (rule: in order of time, until at most the next from)"
            )

"""Signals: what is heard before anything else (danger, detention, a deadline today, a wish for a person)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.model import Urgency

_SHORT = 60
"""A text that is nothing but a request or a greeting has at most so many characters."""

_FULL_WIDTH = str.maketrans(",!?;", "，！？；")
"""People type either; the patterns know one."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule of signals.toml. `leaves`: the question leaves the line at once; `alone`: texts that are nothing else."""

    id: str
    leaves: bool
    urgency: Urgency
    desk: str
    lines: tuple[str, ...]
    say: str
    reason: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    alone: tuple[re.Pattern[str], ...]

    @property
    def needs_person(self) -> bool:
        """Whether a person takes over; a greeting calls nobody."""
        return self.desk != "none"

    def heard(self, text: str) -> bool:
        """Whether a pattern matches where nothing takes it back: 老公自杀算工伤吗, but not in 我不想活了 beside it."""
        plain = text.translate(_FULL_WIDTH)
        taken_back = [match.span() for pattern in self.unless for match in pattern.finditer(plain)]
        found = (match.span() for pattern in self.patterns for match in pattern.finditer(plain))
        return self.is_all_of(text) or any(
            all(end <= first or last <= start for first, last in taken_back) for start, end in found
        )

    def is_all_of(self, text: str) -> bool:
        """Whether the text is nothing but this request, courtesies aside: 你好，转人工."""
        plain = text.translate(_FULL_WIDTH)
        return len(plain) <= _SHORT and any(pattern.fullmatch(plain) for pattern in self.alone)

    def ends_line(self, text: str) -> bool:
        """Whether the question leaves the line with this signal's words and nothing else."""
        return self.leaves or self.is_all_of(text)


@cache
def signals() -> dict[str, Signal]:
    """Every signal by id, gravest first, as the file orders them."""
    table = tomllib.loads((Path(__file__).parent / "signals.toml").read_text("utf-8"))
    parts: dict[str, str] = {}
    for name, pattern in table.pop("parts").items():
        parts[name] = _filled(pattern, parts)
    return {key: _signal(key, row, parts) for key, row in table.items()}


def heard_in(text: str) -> tuple[Signal, ...]:
    """The signals that the text gives, gravest first."""
    return tuple(signal for signal in signals().values() if signal.heard(text))


def _signal(key: str, row: Mapping[str, Any], parts: Mapping[str, str]) -> Signal:
    polite = parts["polite"]
    return Signal(
        id=key,
        leaves=row["leaves"],
        urgency=Urgency(row["urgency"]),
        desk=row["desk"],
        lines=tuple(row["lines"]),
        say=row["say"],
        reason=row["reason"],
        patterns=tuple(re.compile(_filled(pattern, parts)) for pattern in row.get("patterns", ())),
        unless=tuple(re.compile(_filled(pattern, parts)) for pattern in row.get("unless", ())),
        alone=tuple(re.compile(f"{polite}*(?:{_filled(pattern, parts)}){polite}*") for pattern in row.get("alone", ())),
    )


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with `{kin}` and its like replaced by the parts of these names; KeyError for an unknown name."""
    return re.sub(r"\{([a-z_]+)\}", lambda match: parts[match[1]], pattern)

"""Signals: what is heard before anything else (danger, detention, a deadline today, a wish for a person)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.model import Urgency


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule of signals.toml. `leaves` says that the question leaves the line at once."""

    id: str
    leaves: bool
    urgency: Urgency
    desk: str
    lines: tuple[str, ...]
    say: str
    reason: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def heard(self, text: str) -> bool:
        """Whether a pattern matches where nothing takes it back: 老公自杀算工伤吗, but not in 我不想活了 beside it."""
        taken_back = [match.span() for pattern in self.unless for match in pattern.finditer(text)]
        found = (match.span() for pattern in self.patterns for match in pattern.finditer(text))
        return any(all(end <= first or last <= start for first, last in taken_back) for start, end in found)


@cache
def signals() -> dict[str, Signal]:
    """Every signal by id, gravest first, as the file orders them."""
    table = tomllib.loads((Path(__file__).parent / "signals.toml").read_text("utf-8"))
    return {
        key: Signal(
            id=key,
            leaves=row["leaves"],
            urgency=Urgency(row["urgency"]),
            desk=row["desk"],
            lines=tuple(row["lines"]),
            say=row["say"],
            reason=row["reason"],
            patterns=tuple(map(re.compile, row["patterns"])),
            unless=tuple(map(re.compile, row["unless"])),
        )
        for key, row in table.items()
    }


def heard_in(text: str) -> tuple[Signal, ...]:
    """The signals that the text gives, gravest first."""
    return tuple(signal for signal in signals().values() if signal.heard(text))

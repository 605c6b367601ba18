"""The two-level taxonomy of matters (案由) that guides, questions and desks share."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter: `labour.wages`, its name, and the name of the field above it."""

    id: str
    name: str
    field: str


@dataclass(frozen=True, slots=True)
class Likely:
    """A service with a matter that a text may be about, and how probable that is, in [0, 1]."""

    service: str
    matter: str
    probability: float


Classify = Callable[[str], tuple[Likely, ...]]
"""The likeliest services and matters of a text, best first; none where nothing is likely."""


@cache
def matters() -> dict[str, Matter]:
    """Every matter by id, in the order of the file."""
    table = tomllib.loads((Path(__file__).parent / "matters.toml").read_text("utf-8"))
    return {
        f"{field}.{key}": Matter(f"{field}.{key}", name, rows["name"])
        for field, rows in table.items()
        for key, name in rows.items()
        if key != "name"
    }


def matter_ids() -> frozenset[str]:
    """Every matter's id."""
    return frozenset(matters())

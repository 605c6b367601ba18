"""What a reader finds in a text, before it is decided which findings stand."""

import re
from dataclasses import dataclass

from assistant.understanding.entities.model import EntityKind, EntityValue


@dataclass(frozen=True, slots=True)
class Found:
    """A finding at [start, end). Without a value it is no entity and only keeps others off its words: 五险一金."""

    start: int
    end: int
    kind: EntityKind | None = None
    value: EntityValue | None = None
    about: bool = False


def nothing(match: re.Match[str]) -> Found:
    """The finding that these words are none."""
    return Found(match.start(), match.end())


def longest(found: list[Found]) -> list[Found]:
    """Those that stand: the longest first, none over another, in the order of the text."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)

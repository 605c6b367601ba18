"""Utterances with the entities that they hold.

JSON lines: {"id", "today", "text", "entities": [{"kind", "text", "value"}]}; an entity with "optional": true may be
read or not. A line {"about": …} describes the set.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eval.entity_values import Told, labelled
from eval.errors import BadSet
from eval.lines import lines_of


@dataclass(frozen=True, slots=True)
class Labelled:
    """An utterance: `today` is the day on which it was said; `optional` entities count neither way."""

    id: str
    today: date
    text: str
    entities: tuple[Told, ...]
    optional: tuple[Told, ...] = ()


def read_labelled(file: Path) -> tuple[Labelled, ...]:
    """Every utterance of the file; empty lines and those that begin with # are left out. BadSet names file and line."""
    rows: dict[str, Labelled] = {}
    for number, line in lines_of(file):
        if not line.strip() or line.startswith(("#", '{"about"')):
            continue
        one = _one(line, f"{file}:{number}")
        if one.id in rows:
            raise BadSet(f"{file}:{number}: utterance {one.id!r} again (rule: each id once)")
        rows[one.id] = one
    if not rows:
        raise BadSet(f"{file}: holds no utterance (rule: at least one)")
    return tuple(rows.values())


def _one(line: str, place: str) -> Labelled:
    try:
        row = json.loads(line)
        return Labelled(str(row["id"]), date.fromisoformat(row["today"]), row["text"], *_entities(row))
    except (ValueError, KeyError, TypeError) as error:
        rule = "id, today, text, entities; each entity with kind, text that the utterance holds, and value"
        raise BadSet(f"{place}: {error!r} in {line:.80} (rule: {rule})") from error


def _entities(row: dict[str, Any]) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Those that must be read, and the optional ones."""
    for one in row["entities"]:
        if one["text"] not in row["text"]:
            raise ValueError(f"{one['text']!r} is not in the text")
    told = [(labelled(one["kind"], one["text"], one["value"]), bool(one.get("optional"))) for one in row["entities"]]
    return tuple(one for one, free in told if not free), tuple(one for one, free in told if free)

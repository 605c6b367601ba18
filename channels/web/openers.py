"""Questions to begin with: the titles of guide cards, by the field they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge import Guide, matters

SHOWN = 4
"""Titles shown of one field."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of law as citizens name it, with things people ask in it."""

    name: str
    questions: tuple[str, ...]


def fields_of(guides: Iterable[Guide]) -> tuple[Field, ...]:
    """The fields that have cards, in the order of the matters; of each, cards on different matters first."""
    known = matters()
    names = dict.fromkeys(matter.field for matter in known.values())
    cards = sorted(guides, key=lambda guide: list(known).index(guide.matter))
    grouped = {name: [guide for guide in cards if known[guide.matter].field == name] for name in names}
    return tuple(Field(name, _various(found)) for name, found in grouped.items() if found)


def _various(cards: list[Guide]) -> tuple[str, ...]:
    """A few titles, no two on one matter while there are others."""
    first = {card.matter: card.title for card in reversed(cards)}
    titles = dict.fromkeys((*reversed(first.values()), *(card.title for card in cards)))
    return tuple(titles)[:SHOWN]

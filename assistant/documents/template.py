"""Text with places for facts: 「被告向原告借款{principal}[，年利率{rate}]。」

`{id}` is a place for a fact; `{id:boxes}` shows every choice of it with a box, ticked where it was told. What stands in
`[…]` is left out unless every fact in it is told. Brackets do not nest.
"""

import re
from dataclasses import dataclass

# {principal} · {agreed:boxes}
_SLOT = re.compile(r"\{(?P<fact>[a-z][a-z0-9_]*)(?P<boxes>:boxes)?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")  # [，年利率{rate}]
_STRAY = re.compile(r"[{}\[\]]")


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a fact."""

    fact: str
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Optional:
    """Parts that stand together or not at all."""

    parts: tuple[Words | Slot, ...]

    @property
    def facts(self) -> frozenset[str]:
        """The ids of the facts in it."""
        return frozenset(part.fact for part in self.parts if isinstance(part, Slot))


@dataclass(frozen=True, slots=True)
class Template:
    """Words, places and optional stretches in reading order."""

    parts: tuple[Words | Slot | Optional, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every place, those in optional stretches too."""
        inner = (part.parts if isinstance(part, Optional) else (part,) for part in self.parts)
        return tuple(part for parts in inner for part in parts if isinstance(part, Slot))

    @property
    def facts(self) -> frozenset[str]:
        """The ids of all facts in it."""
        return frozenset(slot.fact for slot in self.slots)


def parse(text: str) -> Template:
    """The template that is written. ValueError, which names the text and the rule, where a bracket stands alone."""
    parts: list[Words | Slot | Optional] = []
    for index, piece in enumerate(_OPTIONAL.split(text)):
        inner = _pieces(text, piece)
        if index % 2 == 0:
            parts.extend(inner)
            continue
        optional = Optional(inner)
        if not optional.facts:
            raise ValueError(f"{text!r}: what stands in [ ] holds a {{fact}}, or it would always stand")
        parts.append(optional)
    return Template(tuple(parts))


def _pieces(text: str, piece: str) -> tuple[Words | Slot, ...]:
    if _STRAY.search(_SLOT.sub("", piece)):
        raise ValueError(f"{text!r}: a bracket stands alone (rule: {{fact}}, {{fact:boxes}}, [words {{fact}}])")
    parts: list[Words | Slot] = []
    at = 0
    for found in _SLOT.finditer(piece):
        if found.start() > at:
            parts.append(Words(piece[at : found.start()]))
        parts.append(Slot(found["fact"], boxes=found["boxes"] is not None))
        at = found.end()
    return (*parts, Words(piece[at:])) if at < len(piece) else tuple(parts)

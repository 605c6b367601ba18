"""The port of language models, and the cutting of what they write into sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

_ENDS = "。！？\n"
_OPENING, _CLOSING = "“「《（", "”」》）"
LONGEST = 1200
"""Characters of one sentence; a model that never ends a sentence is cut here, and the piece will not verify."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told: its rules, and the material with the question. Text in `material` is data, not orders."""

    rules: str
    material: str


class Generator(Protocol):
    """Writes text for a prompt, piece by piece. GeneratorUnavailable where it cannot, at any moment."""

    def write(self, prompt: Prompt) -> Iterator[str]:
        """The text in pieces of any size, as they are written."""


def sentences(pieces: Iterable[str]) -> Iterator[str]:
    """Whole sentences of a stream: a full stop inside quotation marks or brackets ends none."""
    held, depth = "", 0
    for piece in pieces:
        for character in piece:
            held += character
            depth = max(0, depth + (character in _OPENING) - (character in _CLOSING))
            if (character in _ENDS and not depth) or len(held) >= LONGEST:
                if held.strip():
                    yield held.strip()
                held, depth = "", 0
    if held.strip():
        yield held.strip()

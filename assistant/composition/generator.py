"""The port of language models, and the cutting of what they write into sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

_ENDS = "。！？\n"
_OPENING, _CLOSING = "“「《（", "”」》）"
_GOES_ON = "，、；：。！？—（(的这"
"""After a quotation that ends in a full stop, these carry the sentence on: “…。”（《民法典》第十条）"""

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
    """Whole sentences of a stream, the same for pieces of any size.

    A full stop inside quotation marks or brackets ends none; a quotation that ends in one ends its sentence.
    """
    cutter = _Cutter()
    for piece in pieces:
        for character in piece:
            yield from cutter.take(character)
    yield from cutter.rest()


@dataclass(slots=True)
class _Cutter:
    """The sentence being read. `depth` counts open marks, `straight` is an open ", `quoted` tells that “…。” closed."""

    held: str = ""
    depth: int = 0
    straight: bool = False
    quoted: bool = False

    def take(self, character: str) -> Iterator[str]:
        """Read a character; the sentence that it shows to be whole."""
        if self.quoted and character not in _GOES_ON:
            yield from self.rest()
        before, self.quoted = self.held[-1:], False
        self.held += character
        self._count(character)
        is_open = self.depth or self.straight
        if (character in _ENDS and not is_open) or len(self.held) >= LONGEST:
            yield from self.rest()
        elif character in '”」"' and not is_open:
            self.quoted = before != "" and before in _ENDS

    def rest(self) -> Iterator[str]:
        """What is held, as a sentence, if it holds anything."""
        text = self.held.strip()
        self.held, self.depth, self.straight, self.quoted = "", 0, False, False
        if text:
            yield text

    def _count(self, character: str) -> None:
        if character == '"' and not self.depth:
            self.straight = not self.straight
        elif not self.straight:
            self.depth = max(0, self.depth + (character in _OPENING) - (character in _CLOSING))

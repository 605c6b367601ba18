"""A corpus larger than any that there is: the law copied, each copy with noise, the same each time.

For search by words, a share of each copy's words is swapped for words of another passage. For search by meaning, a
vector of Gaussian noise is added to the passage's vector; `NOISE` is its length, which leaves a copy as far from its
original as an article is from the nearest other one (cosine 0.84, the median over the law in force).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.model import Document
from knowledge.search.ports import Vectors, Words

NOISE = 0.65
SWAPPED = 0.15
SEED = 12348
_NOISES = 65_537  # drawn once; a prime, so that the copies of a passage take different ones


def number_of(key: str) -> int:
    """A copy's number: its original's row + its turn × the number of originals."""
    return int(key.rpartition("~")[2])


def numbered(documents: Sequence[Document], count: int) -> Iterator[Document]:
    """So many copies whose text is their number, which `NoisyEncoder` reads; the first turn is the corpus itself."""
    for number in range(count):
        one = documents[number % len(documents)]
        yield replace(one, key=f"{one.key}~{number}", title="", headings="", text=str(number))


class NoisyEncoder:
    """The Encoder port for numbered copies: the original's row of a matrix, with noise from the second turn on.

    Questions are encoded by the shipped encoder. The matrix is read when the first passage is encoded.
    """

    name = "noisy"

    def __init__(self, rows: Path) -> None:
        """`rows` is a .npy file of unit vectors, one a passage."""
        self._file = rows
        self._shipped = StaticEncoder(DEFAULT_ENCODER)
        self.dimension = self._shipped.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of copies, from their numbers."""
        return self.vectors(np.array([int(text) for text in texts]))

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Real questions, as the shipped encoder sees them."""
        return self._shipped.encode_questions(texts)

    def vectors(self, numbers: NDArray[np.int64]) -> Vectors:
        """Shape (numbers, dimension), rows of unit length."""
        turns, rows = np.divmod(numbers, len(self._rows))
        noise = self._noises[(rows + turns * 7_919) % _NOISES]
        noise[turns == 0] = 0
        vectors: Vectors = self._rows[rows] + noise
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 0)
        return vectors

    @cached_property
    def _rows(self) -> Vectors:
        rows: Vectors = np.load(self._file)
        return rows

    @cached_property
    def _noises(self) -> Vectors:
        drawn = np.random.default_rng(SEED).standard_normal((_NOISES, self.dimension), np.float32)
        return drawn * np.float32(NOISE / self.dimension**0.5)


class Reworded:
    """The corpus as sequences of words, and its copies with words swapped."""

    def __init__(self, documents: Sequence[Document], words: Words) -> None:
        self._documents = documents
        known: dict[str, int] = {}
        self._words = [
            np.array([known.setdefault(word, len(known)) for word in words.cut(one.text)], np.int32)
            for one in documents
        ]
        self._texts = np.array(list(known), object)

    def copies(self, count: int) -> Iterator[Document]:
        """So many documents; the first turn is the corpus itself."""
        random = np.random.default_rng(SEED)
        for number in range(count):
            turn, row = divmod(number, len(self._documents))
            one = self._documents[row]
            text = self._reworded(row, random) if turn else one.text
            yield replace(one, key=f"{one.key}~{number}", text=text)

    def _reworded(self, row: int, random: np.random.Generator) -> str:
        own, other = self._words[row], self._words[int(random.integers(len(self._words)))]
        if not len(own) or not len(other):
            return self._documents[row].text
        swapped = random.random(len(own)) < SWAPPED
        taken = np.where(swapped, np.resize(other, len(own)), own)
        return "".join(self._texts[taken].tolist())

"""Seams of search: words, encoder, and the two kinds of index."""

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.search.model import Document, Query

Vectors = NDArray[np.float32]
"""Shape (n, dimension), rows of unit length."""

Hits = list[tuple[str, float]]
"""(document key, score), best first."""


class Words(Protocol):
    """Cuts text into the words that BM25 counts."""

    @property
    def name(self) -> str:
        """Changes whenever the same text might be cut differently; an index is bound to it."""

    def cut(self, text: str) -> list[str]:
        """Search tokens of the text: words, and character bigrams where the adapter adds them."""


class Encoder(Protocol):
    """Turns texts into vectors."""

    @property
    def name(self) -> str:
        """Changes whenever the same text might get another vector; an index is bound to it."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length a text; a zero row where no word of the text is known."""

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """The same for questions, which some models want introduced otherwise than passages."""


class Rarity(Protocol):
    """How rare words are in an index; lexical indexes know it."""

    def idf(self, word: str) -> float:
        """ln(1 + (N - n + 0.5) / (n + 0.5)): N documents, n of them with the word; 0.0 in an empty index."""


class Index(Protocol):
    """An index of documents that takes changes without a rebuild."""

    def search(self, query: Query, limit: int) -> Hits:
        """The best documents that pass the query's filters (day, region, rank, kind)."""

    def scores(self, query: Query, keys: Sequence[str]) -> dict[str, float]:
        """What `search` would score these documents; those that it would never find are left out."""

    def update(self, documents: Iterable[Document]) -> None:
        """Add documents; one with a key already held replaces it."""

    def delete(self, keys: Iterable[str]) -> None:
        """Forget documents; unknown keys are ignored."""

    def __len__(self) -> int:
        """Documents held."""


class LexicalIndex(Index, Rarity, Protocol):
    """An index that finds by words and knows how rare they are."""

"""Dense search: cosines of unit vectors in FAISS, filtered inside the search; the shape is chosen by size."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from threading import Lock

import numpy as np

from knowledge.adapters.faiss_file import Held, read_dense, write_dense
from knowledge.adapters.faiss_rows import Rows
from knowledge.adapters.faiss_shapes import FLAT, Shape
from knowledge.adapters.faiss_vectors import FaissVectors
from knowledge.errors import IndexMissing
from knowledge.search.model import Document, Query
from knowledge.search.normal import squeeze
from knowledge.search.ports import Encoder, Hits, Vectors
from knowledge.search.terms import LONGEST_QUERY

_FILE = "dense.npz"
_BATCH = 4_096  # texts encoded at a time
_SEED = 12348


class FaissIndex:
    """The Index port over FAISS. Kept in one file of the folder `path`, replaced whole after each change.

    The vector of a document that was forgotten stays and is never found; when more are forgotten than held, all that
    is held is numbered anew.
    """

    def __init__(self, path: Path, encoder: Encoder) -> None:
        """Open the index in `path`; IndexMissing where there is none, or one of another encoder."""
        file = path / _FILE
        if not file.is_file():
            raise IndexMissing(f"no dense index in {path}: build it first")
        held, self._vectors, self._rows = read_dense(file)
        if held != encoder.name:
            raise IndexMissing(
                f"the dense index in {path} was built with encoder {held}, not {encoder.name}: rebuild it"
            )
        self._file = file
        self._encoder = encoder
        self._lock = Lock()

    @classmethod
    def create(cls, path: Path, encoder: Encoder, shape: Shape = FLAT) -> "FaissIndex":
        """Make an empty index in the folder `path`, which may not hold one yet; `shape_for` knows the right shape."""
        if (path / _FILE).exists():
            raise ValueError(f"{path} already holds a dense index: open it, or choose an empty folder")
        path.mkdir(parents=True, exist_ok=True)
        write_dense(path / _FILE, Held(encoder.name, FaissVectors.empty(shape, encoder.dimension), Rows.none()))
        return cls(path, encoder)

    def __len__(self) -> int:
        """Documents held, those without a known word included."""
        return len(self._rows)

    def search(self, query: Query, limit: int) -> Hits:
        """The documents nearest to the query among those that pass the filters, by cosine; only positive ones."""
        vector = self._asked(query)
        if limit < 1 or not vector.any():
            return []
        with self._lock:
            found = self._vectors.nearest(vector, limit, self._rows.passing(query))
            return [(self._rows.key(row), score) for row, score in found if score > 0]

    def scores(self, query: Query, keys: Sequence[str]) -> dict[str, float]:
        """Cosines of these documents, those that pass the filters and are positive."""
        vector = self._asked(query)
        if not keys or not vector.any():
            return {}
        with self._lock:
            rows = self._rows.numbers(keys)
            rows = rows[self._rows.passing(query).mask[rows]]
            cosines = self._vectors.vectors(rows) @ vector[0] if len(rows) else np.empty(0)
            pairs = zip(rows.tolist(), cosines.tolist(), strict=True)
            return {self._rows.key(row): cosine for row, cosine in pairs if cosine > 0}

    def update(self, documents: Iterable[Document]) -> None:
        """Add documents; one with a key already held replaces it.

        The first call learns from a sample, so it should bring all there is: ValueError where that is too little for
        the shape.
        """
        latest = {document.key: document for document in documents}
        with self._lock:
            self._rows.remove(latest)
            self._add(list(latest.values()))
            self._save()

    def delete(self, keys: Iterable[str]) -> None:
        """Forget documents; unknown keys are ignored."""
        with self._lock:
            self._rows.remove(keys)
            self._save()

    def _asked(self, query: Query) -> Vectors:
        return self._encoder.encode_questions([squeeze(query.words)[:LONGEST_QUERY]])

    def _add(self, documents: Sequence[Document]) -> None:
        if not documents:
            return
        if not self._vectors.learned:
            self._vectors.learn(np.vstack(list(self._encoded(_sample(documents, self._vectors.sample)))))
        self._rows.add(documents)
        for vectors in self._encoded(documents):
            self._vectors.add(vectors)

    def _encoded(self, documents: Sequence[Document]) -> Iterable[Vectors]:
        for first in range(0, len(documents), _BATCH):
            yield self._encoder.encode([document.whole for document in documents[first : first + _BATCH]])

    def _save(self) -> None:
        if self._rows.numbered > 2 * len(self._rows):
            held = self._rows.held()
            self._vectors.keep(held)
            self._rows = self._rows.only(held)
        write_dense(self._file, Held(self._encoder.name, self._vectors, self._rows))


def _sample(documents: Sequence[Document], size: int) -> Sequence[Document]:
    """So many of the documents, drawn evenly; the same ones each time."""
    if size >= len(documents):
        return documents
    return [documents[place] for place in sorted(Random(_SEED).sample(range(len(documents)), size))]

"""Dense search in FAISS: exact inner products over unit vectors, filtered inside the search."""

import zipfile
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from knowledge.adapters.faiss_rows import Rows
from knowledge.errors import IndexMissing
from knowledge.search.model import Document, Query
from knowledge.search.normal import squeeze
from knowledge.search.ports import Encoder, Hits, Vectors
from knowledge.search.terms import LONGEST_QUERY

_FILE = "dense.npz"
_BATCH = 4_096  # texts encoded at a time


class Storage(StrEnum):
    """How vectors are held: four bytes a number, or one (a quarter of the memory, slightly less exact)."""

    FLAT = "Flat"
    SQ8 = "SQ8"


class FaissIndex:
    """The Index port over FAISS. Kept in one file of the folder `path`, replaced whole after each change."""

    def __init__(self, path: Path, encoder: Encoder) -> None:
        """Open the index in `path`; IndexMissing where there is none, or one of another encoder."""
        file = path / _FILE
        if not file.is_file():
            raise IndexMissing(f"no dense index in {path}: build it first")
        try:
            held, self._vectors, self._rows = _read(file)
        except (zipfile.BadZipFile, EOFError, OSError, KeyError, ValueError, RuntimeError) as error:
            raise IndexMissing(f"{file} cannot be read ({type(error).__name__}: {error}): rebuild it") from error
        if held != encoder.name:
            raise IndexMissing(
                f"the dense index in {path} was built with encoder {held}, not {encoder.name}: rebuild it"
            )
        self._file = file
        self._encoder = encoder
        self._lock = Lock()

    @classmethod
    def create(cls, path: Path, encoder: Encoder, storage: Storage = Storage.FLAT) -> "FaissIndex":
        """Make an empty index in the folder `path`, which may not hold one yet."""
        if (path / _FILE).exists():
            raise ValueError(f"{path} already holds a dense index: open it, or choose an empty folder")
        path.mkdir(parents=True, exist_ok=True)
        inner = faiss.index_factory(encoder.dimension, storage.value, faiss.METRIC_INNER_PRODUCT)
        _write(path / _FILE, faiss.IndexIDMap2(inner), Rows.none(), encoder)
        return cls(path, encoder)

    def __len__(self) -> int:
        """Documents held, those without a known word included."""
        return len(self._rows)

    def search(self, query: Query, limit: int) -> Hits:
        """The documents nearest to the query among those that pass the filters, by cosine; only positive ones."""
        vector = self._encoder.encode_questions([squeeze(query.words)[:LONGEST_QUERY]])
        if limit < 1 or not vector.any():
            return []
        with self._lock:
            return self._nearest(vector, limit, self._rows.passing(query))

    def scores(self, query: Query, keys: Sequence[str]) -> dict[str, float]:
        """Cosines of these documents, those that pass the filters and are positive."""
        vector = self._encoder.encode_questions([squeeze(query.words)[:LONGEST_QUERY]])
        if not keys or not vector.any():
            return {}
        with self._lock:
            rows = self._rows.numbers(keys)
            rows = rows[self._rows.passing(query)[rows]]
            cosines = self._vectors.reconstruct_batch(rows) @ vector[0] if len(rows) else np.empty(0)
        pairs = zip(rows.tolist(), cosines.tolist(), strict=True)
        return {self._rows.key(row): cosine for row, cosine in pairs if cosine > 0}

    def update(self, documents: Iterable[Document]) -> None:
        """Add documents; one with a key already held replaces it."""
        latest = {document.key: document for document in documents}
        held = iter(latest.values())
        with self._lock:
            self._forget(latest)
            while batch := list(islice(held, _BATCH)):
                self._add(batch)
            self._save()

    def delete(self, keys: Iterable[str]) -> None:
        """Forget documents; unknown keys are ignored."""
        with self._lock:
            self._forget(keys)
            self._save()

    def _nearest(self, vector: Vectors, limit: int, passing: NDArray[np.bool_]) -> Hits:
        faiss.omp_set_num_threads(1)  # holds for the calling thread only; two threads are ten times slower here
        # FAISS wraps these classes at import; its published types are those before.
        selector = faiss.IDSelectorBitmap(np.packbits(passing, bitorder="little"))  # type: ignore[call-arg, arg-type]
        chosen = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, rows = self._vectors.search(vector, limit, params=chosen)
        pairs = zip(rows[0].tolist(), scores[0].tolist(), strict=True)
        return [(self._rows.key(row), score) for row, score in pairs if row >= 0 and score > 0]

    def _add(self, batch: Sequence[Document]) -> None:
        vectors = self._encoder.encode([document.whole for document in batch])
        if not self._vectors.is_trained:
            self._vectors.train(vectors)
        self._vectors.add_with_ids(vectors, self._rows.add(batch))

    def _forget(self, keys: Iterable[str]) -> None:
        rows = self._rows.remove(keys)
        if len(rows):
            self._vectors.remove_ids(rows)

    def _save(self) -> None:
        _write(self._file, self._vectors, self._rows, self._encoder)


def _read(file: Path) -> tuple[str, Any, Rows]:
    """The encoder's name, the vectors and the rows that a file holds."""
    with file.open("rb") as opened, np.load(opened) as saved:
        return str(saved["encoder"]), faiss.deserialize_index(saved["vectors"]), Rows.load(saved)


def _write(file: Path, vectors: Any, rows: Rows, encoder: Encoder) -> None:
    fresh = file.with_name(f"{file.name}.new")
    with fresh.open("wb") as stream:
        arrays = {"vectors": faiss.serialize_index(vectors), "encoder": np.array(encoder.name), **rows.saved()}
        np.savez(stream, allow_pickle=False, **arrays)
    fresh.replace(file)

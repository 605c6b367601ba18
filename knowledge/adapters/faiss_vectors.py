"""Vectors in FAISS, numbered from 0 in order of arrival: the one place that names the library."""

import math
from typing import Any, Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

from knowledge.adapters.faiss_rows import Passing
from knowledge.adapters.faiss_shapes import Shape
from knowledge.search.ports import Vectors

_LEARNED_FROM = 65_536  # vectors that show the range of every number
_LEARNED_A_LIST = 50  # vectors for each list to find its centre; FAISS warns below 39 and takes no more than 256
_COMPARED = 20_000  # vectors that pass the filters and are compared at least, or all of them


class Stream(Protocol):
    """What vectors are written to and read from."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, at most `size`."""

    def write(self, data: bytes, /) -> int:
        """Append the bytes."""


class FaissVectors:
    """Inner products over vectors in a FAISS index of any shape.

    A vector is never taken out: which are found, the caller says at each search. The number of lists read is part of
    the index and is kept with it.
    """

    def __init__(self, index: Any) -> None:
        """Over an index of FAISS."""
        self._index = index
        self._lists = faiss.try_extract_index_ivf(index)

    @classmethod
    def empty(cls, shape: Shape, dimension: int) -> "FaissVectors":
        """No vectors yet, to be held in this shape."""
        made = cls(faiss.index_factory(dimension, shape.factory, faiss.METRIC_INNER_PRODUCT))
        if made._lists is not None:
            made._lists.nprobe = shape.probes
            made._lists.make_direct_map()  # finds a vector by its number
        return made

    @classmethod
    def read(cls, stream: Stream) -> "FaissVectors":
        """What `write` wrote. RuntimeError where the bytes are no index."""
        return cls(faiss.read_index(faiss.PyCallbackIOReader(stream.read)))  # type: ignore[attr-defined]

    def write(self, stream: Stream) -> None:
        """Write piece by piece, so that no second copy is held."""
        faiss.write_index(self._index, faiss.PyCallbackIOWriter(stream.write))  # type: ignore[attr-defined]

    @property
    def learned(self) -> bool:
        """Whether vectors can be added."""
        return bool(self._index.is_trained)

    @property
    def sample(self) -> int:
        """How many vectors it should learn from."""
        return max(_LEARNED_FROM, _LEARNED_A_LIST * self._lists.nlist if self._lists is not None else 0)

    def learn(self, sample: Vectors) -> None:
        """Learn ranges and centres. ValueError where the sample is too small for the index's shape."""
        _take_one_thread()
        try:
            self._index.train(sample)
        except RuntimeError as error:
            raise ValueError(
                f"{len(sample)} vectors are too few to learn from: choose a shape by size ({error})"
            ) from error

    def add(self, vectors: Vectors) -> None:
        """Append vectors."""
        _take_one_thread()
        self._index.add(vectors)

    def vectors(self, rows: NDArray[np.int64]) -> Vectors:
        """The vectors with these numbers, as the index holds them, shape (rows, dimension)."""
        held: Vectors = self._index.reconstruct_batch(rows)
        return held

    def keep(self, rows: NDArray[np.int64]) -> None:
        """Hold these vectors only, numbered anew; what was learned stays."""
        kept = self.vectors(rows)
        self._index.reset()
        if len(kept):
            self._index.add(kept)

    def nearest(self, vector: Vectors, limit: int, passing: Passing) -> list[tuple[int, float]]:
        """(number, inner product) of the nearest vectors that pass, best first, for one vector of shape (1, dimension).

        The fewer pass, the more lists are read: as many vectors are compared whatever the filters are, and a narrow
        filter is searched exactly.
        """
        if not passing.count:
            return []
        _take_one_thread()
        scores, rows = self._index.search(vector, limit, params=self._parameters(passing))
        pairs = zip(rows[0].tolist(), scores[0].tolist(), strict=True)
        return [(row, score) for row, score in pairs if row >= 0]

    def _parameters(self, passing: Passing) -> Any:
        # FAISS wraps these classes at import; its published types are those before.
        selector = faiss.IDSelectorBitmap(passing.bits)  # type: ignore[call-arg, arg-type]
        if self._lists is None:
            return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        lists = self._lists.nlist
        compared = max(len(passing.mask) * self._lists.nprobe / lists, _COMPARED)
        probes = min(math.ceil(lists * compared / passing.count), lists)
        return faiss.SearchParametersIVF(sel=selector, nprobe=probes)  # type: ignore[call-arg]


def _take_one_thread() -> None:
    """Holds for the calling thread only. Two are ten times slower where anything else runs, as each waits for both."""
    faiss.omp_set_num_threads(1)

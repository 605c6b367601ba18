"""Keys by row and rows by key in four arrays: as Python's strings and a dictionary, five million take a gigabyte."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

_BREAK = 10  # the line break, which stands after each key


class PackedKeys:
    """Keys, one a row; those of rows that are held can be looked up. Not changed in place: `joined` and `without` copy.

    `block` has the keys, each with a line break after it; `hashes` (ascending) and `rows` are those of the rows held.
    """

    def __init__(self, block: bytes, hashes: NDArray[np.uint64], rows: NDArray[np.int32]) -> None:
        self._block = block
        self._ends = np.flatnonzero(np.frombuffer(block, np.uint8) == _BREAK)
        self._hashes = hashes
        self._rows = rows

    @classmethod
    def none(cls) -> "PackedKeys":
        """No keys."""
        return cls(b"", np.empty(0, np.uint64), np.empty(0, np.int32))

    @classmethod
    def load(cls, saved: Mapping[str, NDArray[np.generic]]) -> "PackedKeys":
        """The keys of a saved index."""
        hashes, rows = saved["hashes"].astype(np.uint64, copy=False), saved["rows"].astype(np.int32, copy=False)
        return cls(saved["keys"].tobytes(), hashes, rows)

    def saved(self) -> dict[str, NDArray[np.generic]]:
        """The arrays that `load` reads."""
        return {"keys": np.frombuffer(self._block, np.uint8), "hashes": self._hashes, "rows": self._rows}

    def __len__(self) -> int:
        """Rows held."""
        return len(self._rows)

    def key(self, row: int) -> str:
        """The key of a row, held or not."""
        return self._bytes(row).decode()

    def find(self, keys: Iterable[str]) -> NDArray[np.int64]:
        """The rows of those keys that are held, in the order of the keys."""
        wanted = [key.encode() for key in keys]
        hashes = np.array([_hash(key) for key in wanted], np.uint64)
        places = np.searchsorted(self._hashes, hashes)
        found = map(self._at, wanted, hashes.tolist(), places.tolist())
        return np.array([row for row in found if row is not None], np.int64)

    def joined(self, keys: Sequence[str]) -> "PackedKeys":
        """With more keys, in rows after the last."""
        fresh = [key.encode() for key in keys]
        first = len(self._ends)
        hashes = np.concatenate([self._hashes, np.array([_hash(key) for key in fresh], np.uint64)])
        rows = np.concatenate([self._rows, np.arange(first, first + len(fresh), dtype=np.int32)])
        order = np.argsort(hashes, kind="stable")
        return PackedKeys(self._block + b"".join(key + b"\n" for key in fresh), hashes[order], rows[order])

    def without(self, rows: NDArray[np.int64]) -> "PackedKeys":
        """With these rows no longer held; they keep their numbers."""
        kept = ~np.isin(self._rows, rows)
        return PackedKeys(self._block, self._hashes[kept], self._rows[kept])

    def _at(self, key: bytes, hashed: int, place: int) -> int | None:
        while place < len(self._hashes) and self._hashes[place] == hashed:
            row = int(self._rows[place])
            if self._bytes(row) == key:
                return row
            place += 1  # another key has the same hash
        return None

    def _bytes(self, row: int) -> bytes:
        start = int(self._ends[row - 1]) + 1 if row else 0
        return self._block[start : int(self._ends[row])]


def _hash(key: bytes) -> int:
    """Eight bytes that are the same in every process, as Python's own hash is not."""
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "little")

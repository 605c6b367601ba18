"""What a dense index knows of its rows beside the vectors: keys, and the columns that filters read."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.search.model import Document, Kind, Query
from knowledge.search.region import regions_over
from knowledge.statutes.model import Rank

_KINDS = tuple(Kind)
_RANKS: tuple[Rank | None, ...] = (None, *Rank)
_COLUMNS = ("kind", "rank", "region", "starts", "ends")
_KEPT = 8
_LATEST = date.max.toordinal() + 1


class Rows:
    """Rows numbered from 0 in order of arrival; a removed row keeps its number and is never found again."""

    def __init__(self, keys: list[str], table: NDArray[np.int32]) -> None:
        """`table` has one line a row, its columns as in `_COLUMNS`; a row with an empty key is removed."""
        self._keys = keys
        self._table = table
        self._numbers = {key: row for row, key in enumerate(keys) if key}
        self._passing: dict[tuple[object, ...], NDArray[np.bool_]] = {}

    @classmethod
    def none(cls) -> "Rows":
        """No rows."""
        return cls([], np.empty((0, len(_COLUMNS)), np.int32))

    @classmethod
    def load(cls, saved: Mapping[str, NDArray[np.generic]]) -> "Rows":
        """The rows of a saved index."""
        joined = saved["keys"].tobytes().decode()
        table = saved["table"].astype(np.int32)
        return cls(joined.split("\n") if len(table) else [], table)

    def saved(self) -> dict[str, NDArray[np.generic]]:
        """The arrays that `load` reads; keys are joined, for a NumPy array of strings pads each to the longest."""
        return {"keys": np.frombuffer("\n".join(self._keys).encode(), np.uint8), "table": self._table}

    def __len__(self) -> int:
        return len(self._numbers)

    def key(self, row: int) -> str:
        """The document's key."""
        return self._keys[row]

    def add(self, documents: Sequence[Document]) -> NDArray[np.int64]:
        """Give each document a row; returns the numbers. No key may be held already."""
        first = len(self._keys)
        for row, document in enumerate(documents, first):
            if "\n" in document.key or not document.key:
                raise ValueError(f"document key {document.key!r} is empty or has a line break")
            self._keys.append(document.key)
            self._numbers[document.key] = row
        self._passing.clear()
        self._table = np.vstack([self._table, np.array([_line(document) for document in documents], np.int32)])
        return np.arange(first, len(self._keys), dtype=np.int64)

    def remove(self, keys: Iterable[str]) -> NDArray[np.int64]:
        """Forget keys; returns the numbers of the rows that were held."""
        rows = [self._numbers.pop(key) for key in dict.fromkeys(keys) if key in self._numbers]
        for row in rows:
            self._keys[row] = ""
        return np.array(rows, np.int64)

    def passing(self, query: Query) -> NDArray[np.bool_]:
        """For each row number, whether the document passes the query's filters; not to be changed.

        Questions of one day have the same filters, so the last answers are kept.
        """
        filters = (query.day, query.region, query.kinds, query.ranks)
        if filters not in self._passing:
            if len(self._passing) >= _KEPT:
                self._passing.clear()
            self._passing[filters] = self._filter(query)
        return self._passing[filters]

    def _filter(self, query: Query) -> NDArray[np.bool_]:
        kind, rank, region, starts, ends = self._table.T
        day = query.day.toordinal()
        passes: NDArray[np.bool_] = (starts <= day) & (day < ends)
        passes &= np.isin(region, [int(code) for code in regions_over(query.region)])
        if query.kinds != frozenset(Kind):
            passes &= np.isin(kind, [_KINDS.index(wanted) for wanted in query.kinds])
        if query.ranks != frozenset(Rank):
            passes &= np.isin(rank, [0, *(_RANKS.index(wanted) for wanted in query.ranks)])
        return passes

    def numbers(self, keys: Iterable[str]) -> NDArray[np.int64]:
        """The row numbers of the keys that are held."""
        return np.array([self._numbers[key] for key in keys if key in self._numbers], np.int64)


def _line(document: Document) -> tuple[int, int, int, int, int]:
    kind, rank = _KINDS.index(document.kind), _RANKS.index(document.rank)
    return kind, rank, int(document.region), max(document.starts, 0), min(document.ends, _LATEST)

"""What a dense index knows of its rows beside the vectors: keys, and the columns that filters read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.adapters.packed_keys import PackedKeys
from knowledge.search.model import Document, Kind, Query
from knowledge.search.region import regions_over
from knowledge.statutes.model import Rank

_KINDS = tuple(Kind)
_RANKS: tuple[Rank | None, ...] = (None, *Rank)
_COLUMNS = ("kind", "rank", "region", "starts", "ends")
_REGION = _COLUMNS.index("region")
_NOWHERE = -1  # the region of a row that was removed: no question is asked there
_KEPT = 8
_LATEST = date.max.toordinal() + 1

Table = NDArray[np.int32]
"""Shape (columns, rows)."""


@dataclass(frozen=True, slots=True)
class Passing:
    """Which rows pass a query's filters: as a mask, as bits (little-endian), and how many."""

    mask: NDArray[np.bool_]
    bits: NDArray[np.uint8]
    count: int


class Rows:
    """Rows numbered from 0 in order of arrival; a removed row keeps its number and never passes a filter again."""

    def __init__(self, keys: PackedKeys, table: Table) -> None:
        """`table` has one column a row, its lines as in `_COLUMNS`."""
        self._keys = keys
        self._table = table
        self._passing: dict[tuple[object, ...], Passing] = {}

    @classmethod
    def none(cls) -> "Rows":
        """No rows."""
        return cls(PackedKeys.none(), np.empty((len(_COLUMNS), 0), np.int32))

    @classmethod
    def load(cls, saved: Mapping[str, NDArray[np.generic]]) -> "Rows":
        """The rows of a saved index."""
        return cls(PackedKeys.load(saved), saved["table"].astype(np.int32, copy=False))

    def saved(self) -> dict[str, NDArray[np.generic]]:
        """The arrays that `load` reads."""
        return {**self._keys.saved(), "table": self._table}

    def __len__(self) -> int:
        """Rows held."""
        return len(self._keys)

    @property
    def numbered(self) -> int:
        """Rows that have a number, removed ones included."""
        return int(self._table.shape[1])

    def key(self, row: int) -> str:
        """The document's key."""
        return self._keys.key(row)

    def add(self, documents: Sequence[Document]) -> None:
        """Give each document the next row. No key may be held already; all is copied, so many are added at once."""
        for document in documents:
            if "\n" in document.key or not document.key:
                raise ValueError(f"document key {document.key!r} is empty or has a line break")
        values = (value for document in documents for value in _line(document))
        lines = np.fromiter(values, np.int32, len(documents) * len(_COLUMNS))
        self._table = np.hstack([self._table, lines.reshape(-1, len(_COLUMNS)).T])
        self._keys = self._keys.joined([document.key for document in documents])
        self._passing.clear()

    def remove(self, keys: Iterable[str]) -> None:
        """Forget the rows of those keys that are held."""
        rows = self.numbers(dict.fromkeys(keys))
        if len(rows):
            self._table[_REGION, rows] = _NOWHERE
            self._keys = self._keys.without(rows)
            self._passing.clear()

    def held(self) -> NDArray[np.int64]:
        """The numbers of the rows held, ascending."""
        return np.flatnonzero(self._table[_REGION] != _NOWHERE)

    def only(self, rows: NDArray[np.int64]) -> "Rows":
        """These rows, numbered anew."""
        keys = PackedKeys.none().joined([self.key(row) for row in rows.tolist()])
        return Rows(keys, self._table[:, rows])

    def passing(self, query: Query) -> Passing:
        """The rows that pass the query's filters; not to be changed.

        Questions of one day have the same filters, so the last answers are kept.
        """
        filters = (query.day, query.region, query.kinds, query.ranks)
        if filters not in self._passing:
            if len(self._passing) >= _KEPT:
                self._passing.clear()
            mask = self._filter(query)
            self._passing[filters] = Passing(mask, np.packbits(mask, bitorder="little"), int(mask.sum()))
        return self._passing[filters]

    def _filter(self, query: Query) -> NDArray[np.bool_]:
        kind, rank, region, starts, ends = self._table
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
        return self._keys.find(keys)


def _line(document: Document) -> tuple[int, int, int, int, int]:
    kind, rank = _KINDS.index(document.kind), _RANKS.index(document.rank)
    return kind, rank, int(document.region), max(document.starts, 0), min(document.ends, _LATEST)

"""The index on disk: a tantivy folder, a FAISS file and a manifest, built whole into a new folder."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from knowledge.adapters.faiss_index import FaissIndex, Storage
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.manifest import Manifest, read_manifest
from knowledge.search.model import Document
from knowledge.search.ports import Encoder, Words

Progress = Callable[[int, int], None]
"""Gets (steps done, steps in all); a document is two steps, one for each index."""

_LEXICAL, _DENSE = "bm25", "dense"
_FLAT_UNTIL = 100_000  # documents; above that a quarter of the memory is worth a percent of exactness


class Indexes(NamedTuple):
    """Both indexes of a folder."""

    lexical: TantivyIndex
    dense: FaissIndex


def build_indexes(
    documents: Iterable[Document], words: Words, encoder: Encoder, folder: Path, library: str, progress: Progress
) -> Indexes:
    """Build both indexes into the empty or new `folder`; the manifest comes last, so a torn build never opens.

    `library` is the fingerprint of the data. ValueError where two documents have one key.
    """
    held = list(documents)
    _demand_unique(held)
    lexical = TantivyIndex.create(folder / _LEXICAL, words)
    lexical.update(_counted(held, 0, 2 * len(held), progress))
    storage = Storage.FLAT if len(held) <= _FLAT_UNTIL else Storage.SQ8
    dense = FaissIndex.create(folder / _DENSE, encoder, storage)
    dense.update(_counted(held, len(held), 2 * len(held), progress))
    Manifest(library, words.name, encoder.name, len(held)).write(folder)
    return Indexes(lexical, dense)


def open_indexes(folder: Path, words: Words, encoder: Encoder, library: str) -> Indexes:
    """Open both indexes; IndexMissing where they are not there or were built from anything else."""
    Manifest(library, words.name, encoder.name).demand(read_manifest(folder))
    return Indexes(TantivyIndex(folder / _LEXICAL, words), FaissIndex(folder / _DENSE, encoder))


def _counted(documents: Sequence[Document], before: int, total: int, progress: Progress) -> Iterator[Document]:
    for number, document in enumerate(documents, before + 1):
        yield document
        progress(number, total)


def _demand_unique(documents: Sequence[Document]) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.key in seen:
            raise ValueError(f"two documents have the key {document.key!r}: keys must be unique")
        seen.add(document.key)

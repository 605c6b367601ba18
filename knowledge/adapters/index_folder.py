"""The index on disk: two tantivy folders, a FAISS file and a manifest, built whole into a new folder."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from knowledge.adapters.asked_file import write_asked
from knowledge.adapters.faiss_index import FaissIndex, Storage
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.asked import NOTHING, Bank
from knowledge.search.manifest import Manifest, read_manifest
from knowledge.search.model import Document
from knowledge.search.ports import Encoder, Words
from knowledge.search.terms import Weights

Progress = Callable[[int, int], None]
"""Gets (steps done, steps in all); a document is a step for each index."""

_LEXICAL, _DENSE, _ASKED = "bm25", "dense", "asked"
ASKED_FILE = "asked.json"
_ASKED_WEIGHTS = Weights(title=0.0, words=1.0, bigrams=1.0)  # questions have no title
_FLAT_UNTIL = 100_000  # documents; above that a quarter of the memory is worth a percent of exactness


class Indexes(NamedTuple):
    """The indexes of a folder; `dense` is None where no encoder was given. `asked` holds the bank's questions."""

    lexical: TantivyIndex
    dense: FaissIndex | None
    asked: TantivyIndex


def build_indexes(
    documents: Iterable[Document],
    words: Words,
    encoder: Encoder | None,
    folder: Path,
    library: str,
    progress: Progress,
    bank: Bank = NOTHING,
) -> Indexes:
    """Build the indexes into the empty or new `folder`; the manifest comes last, so a torn build never opens.

    Without an encoder there is no dense index. `library` is the fingerprint of the data. ValueError where two documents
    have one key.
    """
    held = list(documents)
    _demand_unique(held)
    steps = len(held) * (2 if encoder else 1)
    lexical = TantivyIndex.create(folder / _LEXICAL, words)
    lexical.update(_counted(held, 0, steps, progress))
    dense = None
    if encoder:
        storage = Storage.FLAT if len(held) <= _FLAT_UNTIL else Storage.SQ8
        dense = FaissIndex.create(folder / _DENSE, encoder, storage)
        dense.update(_counted(held, len(held), steps, progress))
    asked = TantivyIndex.create(folder / _ASKED, words, _ASKED_WEIGHTS)
    questions = list(bank.documents(held))
    asked.update(questions)
    write_asked(folder / ASKED_FILE, questions)
    _manifest(words, encoder, library, len(held)).write(folder)
    return Indexes(lexical, dense, asked)


def open_indexes(folder: Path, words: Words, encoder: Encoder | None, library: str) -> Indexes:
    """Open the indexes; IndexMissing where they are not there or were built from anything else."""
    _manifest(words, encoder, library).demand(read_manifest(folder))
    dense = FaissIndex(folder / _DENSE, encoder) if encoder else None
    asked = TantivyIndex(folder / _ASKED, words, _ASKED_WEIGHTS)
    return Indexes(TantivyIndex(folder / _LEXICAL, words), dense, asked)


def _manifest(words: Words, encoder: Encoder | None, library: str, documents: int = 0) -> Manifest:
    return Manifest(library, words.name, encoder.name if encoder else "none", documents)


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

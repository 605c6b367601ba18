"""The index on disk: two tantivy folders, a FAISS file and a manifest, built whole into a new folder."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from knowledge.adapters.asked_file import write_asked
from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.faiss_shapes import shape_for
from knowledge.adapters.known_file import read_known, write_known
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.asked import NOTHING, Bank
from knowledge.search.manifest import Manifest, read_manifest
from knowledge.search.model import Document
from knowledge.search.ports import Encoder, Words
from knowledge.search.ranking import NOTHING_KNOWN, Known
from knowledge.search.terms import Weights

Progress = Callable[[int, int], None]
"""Gets (steps done, steps in all); a document is a step for each index."""

LEXICAL, DENSE, ASKED = "bm25", "dense", "asked"
"""Folders inside the index's."""

ASKED_FILE, KNOWN_FILE = "asked.json", "known.json"
ASKED_WEIGHTS = Weights(title=0.0, words=1.0, bigrams=1.0)
"""Questions have no title."""


class Indexes(NamedTuple):
    """The indexes of a folder; `dense` is None where no encoder was given.

    `asked` holds the bank's questions, `known` what the bank tells of documents before any question.
    """

    lexical: TantivyIndex
    dense: FaissIndex | None
    asked: TantivyIndex
    known: Known = NOTHING_KNOWN


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
    lexical = TantivyIndex.create(folder / LEXICAL, words)
    lexical.update(_counted(held, 0, steps, progress))
    dense = None
    if encoder:
        dense = FaissIndex.create(folder / DENSE, encoder, shape_for(len(held)))
        dense.update(_counted(held, len(held), steps, progress))
    asked = TantivyIndex.create(folder / ASKED, words, ASKED_WEIGHTS)
    questions = list(bank.documents(held))
    asked.update(questions)
    write_asked(folder / ASKED_FILE, questions)
    known = Known(bank.shares(held), {document.key: document.text.count("\n") + 1 for document in questions})
    write_known(folder / KNOWN_FILE, known)
    _manifest(words, encoder, library, len(held)).write(folder)
    return Indexes(lexical, dense, asked, known)


def open_indexes(folder: Path, words: Words, encoder: Encoder | None, library: str) -> Indexes:
    """Open the indexes; IndexMissing where they are not there or were built from anything else."""
    _manifest(words, encoder, library).demand(read_manifest(folder))
    dense = FaissIndex(folder / DENSE, encoder) if encoder else None
    asked = TantivyIndex(folder / ASKED, words, ASKED_WEIGHTS)
    known = read_known(folder / KNOWN_FILE)
    return Indexes(TantivyIndex(folder / LEXICAL, words), dense, asked, known)


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

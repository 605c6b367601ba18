"""The steps of benchmarks/scale.py, each to be called in a process of its own."""

import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from benchmarks.processes import forget_peak, peak, resident
from benchmarks.replicas import SEED, NoisyEncoder, Reworded, number_of, numbered
from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.faiss_rows import Rows
from knowledge.adapters.faiss_shapes import Shape
from knowledge.adapters.sqlite_library import SqliteLibrary
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.bootstrap import engines
from knowledge.question_bank import load_bank
from knowledge.search.candidates import DEPTH
from knowledge.search.documents import article_documents
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.model import Document, Query
from knowledge.search.normal import squeeze
from knowledge.search.ports import Index
from knowledge.statutes.model import Rank

ASKED = 300
LIMIT = DEPTH["dense"]
_COUNTED = 100
_BLOCK = 100_000

_Item = TypeVar("_Item")

Found = NDArray[np.int64]
"""Numbers of copies, shape (questions, 100), best first; -1 where fewer are found."""


@dataclass(frozen=True, slots=True)
class Built:
    """Seconds, those of processor time, the most MiB that the process held, MiB on disk."""

    seconds: float
    processor: float
    peak: float
    disk: float


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of a question: as a clock sees them, and of processor time, which does not wait for others."""

    p50: float
    p99: float
    processor_p50: float
    processor_p99: float

    @classmethod
    def of(cls, questions: Sequence[tuple[float, float]]) -> "Times":
        """From each question's seconds and seconds of processor time."""
        quantiles = np.percentile(np.array(questions) * 1000, [50, 99], axis=0)
        return cls(*quantiles.T.ravel().tolist())


@dataclass(frozen=True, slots=True)
class Served:
    """MiB that the opened and asked index adds, the most while it opens, times, recalls (-1: not measured)."""

    resident: float
    opening: float
    usual: Times
    narrow: Times
    recall10: float = -1.0
    recall100: float = -1.0
    narrow10: float = -1.0


def law(library: Path) -> list[Document]:
    """Every version of every article, in an order drawn once: the first ones are a sample of all."""
    documents = list(article_documents(SqliteLibrary(library).articles()))
    Random(SEED).shuffle(documents)
    return documents


def usual(on: date) -> list[Query]:
    """Lay questions of the bank: national law in force on the day."""
    texts = [question.text for question in load_bank()]
    return [Query(text, on) for text in Random(SEED).sample(texts, ASKED)]


def narrow(on: date) -> list[Query]:
    """The same, asked of the local law of Shanghai alone."""
    return [replace(query, region="310000", ranks=frozenset({Rank.LOCAL})) for query in usual(on)]


def write_rows(library: Path, file: Path) -> None:
    """The vectors of the corpus, as the shipped encoder makes them."""
    texts = [document.whole for document in law(library)]
    encoder = StaticEncoder(DEFAULT_ENCODER)
    blocks = [encoder.encode(texts[first : first + 4_096]) for first in _bar(range(0, len(texts), 4_096), "encoding")]
    np.save(file, np.vstack(blocks))


def exact(library: Path, size: int, rows: Path, on: date, file: Path) -> None:
    """The first hundred by exact cosines, for both kinds of question."""
    encoder = NoisyEncoder(rows)
    originals = Rows.none()
    originals.add(law(library))
    found = {}
    for name, queries in (("usual", usual(on)), ("narrow", narrow(on))):
        passing = np.flatnonzero(np.resize(originals.passing(queries[0]).mask, size))
        asked = encoder.encode_questions([squeeze(query.words) for query in queries])
        best = np.empty((len(queries), 0), np.float32)
        numbers = np.empty((len(queries), 0), np.int64)
        for first in _bar(range(0, len(passing), _BLOCK), f"exact {name} {size:,}"):
            block = passing[first : first + _BLOCK]
            best = np.hstack([best, asked @ encoder.vectors(block).T])
            numbers = np.hstack([numbers, np.broadcast_to(block, (len(queries), len(block)))])
            if best.shape[1] > _COUNTED:
                kept = np.argpartition(-best, _COUNTED, axis=1)[:, :_COUNTED]
                best, numbers = np.take_along_axis(best, kept, 1), np.take_along_axis(numbers, kept, 1)
        found[name] = np.take_along_axis(numbers, np.argsort(-best, axis=1), 1)
    np.savez(file, allow_pickle=False, **found)


def build_dense(library: Path, size: int, shape: Shape, folder: Path, rows: Path) -> Built:
    """The dense index of so many copies."""
    documents, encoder = law(library), NoisyEncoder(rows)
    index = FaissIndex.create(folder, encoder, shape)
    return _built(index, numbered(documents, size), size, folder, shape.factory)


def build_words(library: Path, size: int, folder: Path) -> Built:
    """tantivy's index of so many copies."""
    reworded = Reworded(law(library), engines().words)
    index = TantivyIndex.create(folder, engines().words)
    return _built(index, reworded.copies(size), size, folder, "tantivy")


def _built(index: Index, documents: Iterable[Document], size: int, folder: Path, name: str) -> Built:
    forget_peak()
    begun, spent = time.perf_counter(), time.process_time()
    index.update(_bar(documents, f"{name} {size:,}", size))
    seconds, processor = time.perf_counter() - begun, time.process_time() - spent
    disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return Built(seconds, processor, peak(), disk / 2**20)


def ask_dense(folder: Path, rows: Path, on: date, truth: Path) -> Served:
    """Open it and ask."""
    encoder = NoisyEncoder(rows)
    usual_asked, narrow_asked = usual(on), narrow(on)
    encoder.encode_questions(["法律"])
    before = resident()
    forget_peak()
    index = FaissIndex(folder, encoder)
    opening = peak() - before
    times, found = _ask(index, usual_asked)
    narrow_times, narrow_found = _ask(index, narrow_asked)
    memory = resident() - before
    with np.load(truth) as right:
        recalls = [recall(found, right["usual"], depth) for depth in (10, _COUNTED)]
        recalls.append(recall(narrow_found, right["narrow"], 10))
    return Served(memory, opening, times, narrow_times, *recalls)


def ask_words(folder: Path, on: date) -> Served:
    """Open it and ask."""
    usual_asked, narrow_asked = usual(on), narrow(on)
    engines().words.cut("法律")
    before = resident()
    forget_peak()
    index = TantivyIndex(folder, engines().words)
    opening = peak() - before
    times, _ = _ask(index, usual_asked)
    narrow_times, _ = _ask(index, narrow_asked)
    return Served(resident() - before, opening, times, narrow_times)


def _ask(index: Index, queries: Sequence[Query]) -> tuple[Times, Found]:
    """Times and numbers; the first question is asked twice, for it also makes the filter's mask."""
    index.search(queries[0], LIMIT)
    times: list[tuple[float, float]] = []
    found = np.full((len(queries), _COUNTED), -1, np.int64)
    for place, query in enumerate(_bar(queries, "asking")):
        begun, spent = time.perf_counter(), time.thread_time()
        hits = index.search(query, LIMIT)
        times.append((time.perf_counter() - begun, time.thread_time() - spent))
        numbers = [number_of(key) for key, _ in hits[:_COUNTED]]
        found[place, : len(numbers)] = numbers
    return Times.of(times), found


def recall(found: Found, right: Found, depth: int) -> float:
    """Share of the exact first `depth` that is among the first `depth` found, a mean over questions; -1 without any."""
    if not right.shape[1]:
        return -1.0
    shares = [len(set(a[:depth]) & set(b[:depth]) - {-1}) / len(b[:depth]) for a, b in zip(found, right, strict=True)]
    return float(np.mean(shares))


def _bar(items: Iterable[_Item], label: str, total: int | None = None) -> Iterable[_Item]:
    return tqdm(items, label, total, file=sys.stderr, mininterval=10)

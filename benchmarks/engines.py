"""BM25 by tantivy and by rank-bm25 on the same national law, the same terms and the same questions, in one run.

    LAWLINE_DATA=… python -m benchmarks.engines [--questions …/stard-train/queries.tsv] [--json OUT.json]

Each engine runs in processes of its own. Memory is what the index adds while it serves: tantivy's is opened anew for
it, rank-bm25's lives in the process that built it. (benchmarks/search_speed.py compares what they find.)
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.figures import Figure, hand_in
from benchmarks.processes import alone, resident
from benchmarks.questions import texts
from benchmarks.serving import distinct
from knowledge import NATION, Query
from knowledge.adapters.rank_bm25_index import RankBm25Index
from knowledge.adapters.sqlite_library import SqliteLibrary
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.bootstrap import engines, open_editions
from knowledge.errors import IndexMissing
from knowledge.search.documents import article_documents
from knowledge.search.model import Document
from knowledge.search.ports import Index

LIMIT = 100
ASKED = 100
"""Questions put to both: rank-bm25 takes more than a tenth of a second for each."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds to build, milliseconds of each question, MiB that serving adds, documents, keys found a question."""

    build: float
    times: Sequence[float]
    memory: float
    documents: int
    found: Sequence[frozenset[str]]


def tantivy(library: Path, folder: Path, questions: Sequence[str], on: date) -> Measured:
    """Build in one process, serve in another."""
    seconds, count = alone(build_tantivy, library, folder, on)
    times, memory, found = alone(ask_tantivy, folder, questions, on)
    return Measured(seconds, times, memory, count, found)


def build_tantivy(library: Path, folder: Path, on: date) -> tuple[float, int]:
    """Seconds and documents."""
    documents = national(library, on)
    begun = time.perf_counter()
    TantivyIndex.create(folder, engines().words).update(documents)
    return time.perf_counter() - begun, len(documents)


def ask_tantivy(folder: Path, questions: Sequence[str], on: date) -> tuple[list[float], float, list[frozenset[str]]]:
    """Milliseconds and keys for each question, and MiB that opening and asking added."""
    engines().words.cut("法律")
    before = resident()
    index = TantivyIndex(folder, engines().words)
    times, found = ask(index, questions, on)
    return times, resident() - before, found


def rank_bm25(library: Path, questions: Sequence[str], on: date) -> Measured:
    """Build and serve in one process, as its index is not kept."""
    documents = national(library, on)
    before = resident()
    begun = time.perf_counter()
    index = RankBm25Index(engines().words)
    index.update(documents)
    index.search(Query("法律", on), 1)
    seconds = time.perf_counter() - begun
    times, found = ask(index, questions, on)
    return Measured(seconds, times, resident() - before, len(documents), found)


def national(library: Path, on: date) -> list[Document]:
    """National law in force on the day; the word cutter is loaded on the way."""
    engines().words.cut("法律")
    day = on.toordinal()
    documents = article_documents(SqliteLibrary(library).articles())
    return [one for one in documents if one.region == NATION and one.starts <= day < one.ends]


def ask(index: Index, questions: Sequence[str], on: date) -> tuple[list[float], list[frozenset[str]]]:
    """Milliseconds for each question, and the first ten keys found."""
    index.search(Query(questions[0], on), LIMIT)
    times, found = [], []
    for question in questions:
        begun = time.perf_counter()
        hits = index.search(Query(question, on), LIMIT)
        times.append((time.perf_counter() - begun) * 1000)
        found.append(frozenset(key for key, _ in hits[:10]))
    return times, found


def measure(questions: Sequence[str], on: date) -> list[Figure]:
    """Both engines and their ratios. IndexMissing where no statutes are built."""
    edition = open_editions().current()
    if edition is None:
        raise IndexMissing("no library is built: run `lawline index build` first")
    library = edition / "library.sqlite"
    with TemporaryDirectory() as folder:
        ours = tantivy(library, Path(folder) / "bm25", questions, on)
    reference = alone(rank_bm25, library, questions, on)
    ratios = [left / right for left, right in zip(percentiles(reference), percentiles(ours), strict=True)]
    alike = [len(a & b) / max(len(a), 1) for a, b in zip(reference.found, ours.found, strict=True)]
    return [
        Figure("articles of national law in force", ours.documents),
        *figures("tantivy", ours),
        *figures("rank-bm25", reference),
        Figure("rank-bm25 / tantivy: p50", ratios[0], "times"),
        Figure("rank-bm25 / tantivy: p99", ratios[1], "times"),
        Figure("rank-bm25 / tantivy: memory", reference.memory / ours.memory, "times"),
        Figure("share of rank-bm25's first ten that tantivy has", float(np.mean(alike)), "", least=0.9),
    ]


def figures(name: str, one: Measured) -> list[Figure]:
    """An engine's figures."""
    p50, p99 = percentiles(one)
    return [
        Figure(f"{name}: build", one.build, "s"),
        Figure(f"{name}: p50", p50, "ms"),
        Figure(f"{name}: p99", p99, "ms"),
        Figure(f"{name}: memory added", one.memory, "MiB"),
    ]


def percentiles(one: Measured) -> tuple[float, float]:
    """p50 and p99 in milliseconds."""
    p50, p99 = np.percentile(one.times, [50, 99])
    return float(p50), float(p99)


def main() -> None:
    """Read the arguments, measure, hand in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, help="tab-separated: id, question; else the cards' ways of asking")
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), help="day whose law is indexed")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    hand_in("BM25 engines", measure(distinct(texts(asked.questions), ASKED), asked.on), asked.json)


if __name__ == "__main__":
    main()

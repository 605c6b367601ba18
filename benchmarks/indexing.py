"""From the installed corpora to the index: time and most memory of each step, on statutes of the data folder.

    LAWLINE_DATA=… python -m benchmarks.indexing [--json OUT.json]

Parsing, dating and writing run in one process, each index in another; a step's memory is all that its process holds.
"""

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure, hand_in
from benchmarks.processes import alone, forget_peak, peak
from knowledge import NATION
from knowledge.adapters.index_folder import build_indexes
from knowledge.adapters.sqlite_library import SqliteLibrary, build
from knowledge.bootstrap import engines, open_shelf
from knowledge.errors import CorpusUnreachable
from knowledge.search.asked import carried_bank
from knowledge.search.documents import article_documents
from knowledge.search.model import Document
from knowledge.statutes.dating import date_laws
from knowledge.statutes.parsing.corpus import read_corpus
from knowledge.statutes.tables import load_tables

INDEX_SECONDS = 90.0
"""Goal for the index of national law, from the parsed store, on two cores."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step's seconds, those of processor time, and the most MiB that its process held meanwhile."""

    name: str
    seconds: float
    processor: float
    memory: float

    def figures(self, most: float | None = None) -> list[Figure]:
        """The step's figures; `most` is the goal for the seconds."""
        return [
            Figure(f"{self.name}: time", self.seconds, "s", most=most),
            Figure(f"{self.name}: processor time", self.processor, "s"),
            Figure(f"{self.name}: most memory", self.memory, "MiB"),
        ]


@contextmanager
def step(name: str, steps: list[Step]) -> Iterator[None]:
    """Measure the block as a step."""
    forget_peak()
    begun, spent = time.perf_counter(), time.process_time()
    yield
    steps.append(Step(name, time.perf_counter() - begun, time.process_time() - spent, peak()))


def write_library(path: Path) -> list[Step]:
    """Parse the installed corpora, date them and write the library. CorpusUnreachable where none is installed."""
    shelf = open_shelf()
    installed = shelf.installed()
    if not installed:
        raise CorpusUnreachable("no corpus is installed: run `lawline corpus install` first")
    steps: list[Step] = []
    with step("parse", steps):
        sheets = [sheet for row in installed.values() for sheet in read_corpus(shelf.folder_of(row), row.id)]
    tables = load_tables()
    with step("date", steps):
        seen = {row.id: date.fromisoformat(row.day) for row in installed.values()}
        laws = date_laws(sheets, tables, seen, lambda done, total: None)
    with step("write the library", steps):
        build(path, laws, {row.old: row.new for row in tables.renamings})
    return steps


def write_index(name: str, library: Path, folder: Path, national: bool) -> tuple[list[Step], int]:
    """Index the library as shipped, national law or all; the step, and how many documents it has."""
    engines().words.cut("法律")
    steps: list[Step] = []
    with step(name, steps):
        held = [one for one in article_documents(SqliteLibrary(library).articles()) if _taken(one, national)]
        build_indexes(
            held, engines().words, engines().encoder, folder, "measured", lambda done, total: None, carried_bank()
        )
    return steps, len(held)


def _taken(document: Document, national: bool) -> bool:
    return not national or document.region == NATION


def measure() -> Iterator[Figure]:
    """All steps; the index of national law is what has a goal."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for one in alone(write_library, folder / "library.sqlite"):
            yield from one.figures()
        yield Figure("library file", (folder / "library.sqlite").stat().st_size / 2**20, "MiB")
        for label, national in (("index national law", True), ("index all law", False)):
            steps, count = alone(write_index, label, folder / "library.sqlite", folder / label, national)
            yield Figure(f"{label}: versions of articles", count)
            for one in steps:
                yield from one.figures(INDEX_SECONDS if national else None)
            size = sum(file.stat().st_size for file in (folder / label).rglob("*") if file.is_file())
            yield Figure(f"{label}: size", size / 2**20, "MiB")


def main() -> None:
    """Read the arguments, measure, hand in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    hand_in("from corpora to index", list(measure()), asked.json)


if __name__ == "__main__":
    main()

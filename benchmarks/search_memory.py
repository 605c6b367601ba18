"""Memory of search alone: what a process holds that opens the law and searches it, and where that goes.

    LAWLINE_DATA=… python -m benchmarks.search_memory [--on DAY] [--json OUT.json]

Counted is what comes on top of the interpreter and the libraries that are imported; the word cutter's dictionary, which
comes with its library, is counted. Lay questions of the bank are then asked. Guide cards and the page are not in it.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from random import Random

from benchmarks.figures import Figure, hand_in
from benchmarks.processes import alone, peak, resident, resident_files
from knowledge import Query
from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.index_folder import ASKED, ASKED_WEIGHTS, DENSE, KNOWN_FILE, LEXICAL
from knowledge.adapters.known_file import read_known
from knowledge.adapters.sqlite_library import SqliteLibrary
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.bootstrap import engines, load_ranker, open_editions
from knowledge.errors import IndexMissing
from knowledge.question_bank import read_bank
from knowledge.search.calibrations import SHIPPED_ENCODER
from knowledge.search.lexicon.lay import carried_lexicon
from knowledge.search.searcher import Searcher

SEARCH_MEMORY = 300.0
"""Goal in MiB."""

QUESTIONS = 1_000
SEED = 12348
_IMPORTED_LATE = ("knowledge.adapters.lightgbm_ranker", "knowledge.adapters.static_encoder")


@dataclass(slots=True)
class Steps:
    """What each step adds, in MiB: all, and the part that is pages of files."""

    added: dict[str, tuple[float, float]] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure the block."""
        before, files = resident(), resident_files()
        yield
        self.added[name] = resident() - before, resident_files() - files

    def figures(self) -> Iterator[Figure]:
        """One for each step, and a second where it reads files."""
        for name, (added, files) in self.added.items():
            yield Figure(name, added, "MiB")
            if files >= 1:
                yield Figure(f"{name}: of it pages of files", files, "MiB")

    @property
    def total(self) -> tuple[float, float]:
        """All steps together."""
        return sum(added for added, _ in self.added.values()), sum(files for _, files in self.added.values())


def measure(folder: Path, questions: list[str], on: date) -> list[Figure]:
    """All steps in this process, which should be a fresh one; `folder` is an edition's."""
    for name in _IMPORTED_LATE:
        import_module(name)
    imported, steps = resident(), Steps()
    search = open_search(folder, steps)
    with steps.step(f"{len(questions):,} questions"):
        for text in questions:
            search(Query(text, on))
    total, files = steps.total
    return [
        Figure("interpreter and libraries", imported, "MiB"),
        *steps.figures(),
        Figure("search alone", total, "MiB", most=SEARCH_MEMORY),
        Figure("search alone: of it pages of files", files, "MiB"),
        Figure("whole process", resident(), "MiB"),
        Figure("most that the process held", peak(), "MiB"),
    ]


def open_search(folder: Path, steps: Steps) -> Callable[[Query], object]:
    """Search as shipped, each part opened as a step."""
    with steps.step("word cutter and encoder"):
        words, encoder = engines().words, engines().encoder
        words.cut("法律"), encoder.encode(["法律"])
    with steps.step("library"):
        library = SqliteLibrary(folder / "library.sqlite")
    with steps.step("indexes of words"):
        lexical = TantivyIndex(folder / "index" / LEXICAL, words)
        asked = TantivyIndex(folder / "index" / ASKED, words, ASKED_WEIGHTS)
    with steps.step("dense index"):
        dense = FaissIndex(folder / "index" / DENSE, encoder)
    with steps.step("lexicon and ranker"):
        lexicon, ranker, known = carried_lexicon(), load_ranker(), read_known(folder / "index" / KNOWN_FILE)
    searcher = Searcher(library, words, lexical, dense, calibration=SHIPPED_ENCODER, asked=asked)
    return replace(searcher, ranker=ranker, lexicon=lexicon, known=known).search


def main() -> None:
    """Read the arguments, measure, hand in. IndexMissing where no statutes are built."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), help="day whose law is asked for")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    folder = open_editions().current()
    if folder is None:
        raise IndexMissing("no library is built: run `lawline index build` first")
    questions = Random(SEED).sample([question.text for question in read_bank()], QUESTIONS)
    hand_in("memory of search", alone(measure, folder, questions, asked.on), asked.json)


if __name__ == "__main__":
    main()

"""Retrieval on a judged set: by words alone, and as shipped.

    python -m benchmarks.retrieval BENCH_FOLDER [--json OUT.json]

The folder holds `statutes-2023` and `stard-train`. The shipped encoder and ranker were trained on these very questions,
so the second figures say what they learned, not what they find for new ones (benchmarks/retrieval_folds.py does).
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import Figure, hand_in
from eval.judged import read_judged
from eval.report import Report
from eval.retrieval import over_corpus
from eval.views import Views

WORDS_GOALS = {"R@10": 0.47, "R@100": 0.68}
"""What BM25 alone must reach."""


def measure(folder: Path) -> list[Figure]:
    """Both ways over the same passages."""
    corpus, stard = folder / "statutes-2023" / "corpus.jsonl.xz", folder / "stard-train"
    judged = read_judged(stard / "queries.tsv", stard / "qrels.tsv")
    words, _ = over_corpus(corpus, judged, True, _silent, Views())
    shipped, _ = over_corpus(corpus, judged, False, _silent, Views())
    figures = [Figure("questions", len(judged.gold)), *figures_of("words alone", words, WORDS_GOALS)]
    return figures + figures_of("as shipped, questions seen", shipped, {})


@contextmanager
def _silent(label: str) -> Iterator[Callable[[int, int], None]]:
    yield lambda done, total: None


def figures_of(name: str, measured: Report, goals: dict[str, float]) -> list[Figure]:
    """A report's measures and latency."""
    measures = [Figure(f"{name}: {key}", value, "", least=goals.get(key)) for key, value in measured.measures.items()]
    return [*measures, *(Figure(f"{name}: {key}", value, "ms") for key, value in measured.latency.items())]


def main() -> None:
    """Read the arguments, measure, hand in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    hand_in("retrieval", measure(asked.folder), asked.json)


if __name__ == "__main__":
    main()

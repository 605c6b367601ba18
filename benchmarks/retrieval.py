"""Retrieval on a judged set: by words alone, and as shipped.

    python -m benchmarks.retrieval BENCH_FOLDER [--json OUT.json]

The folder holds `statutes-2023` and `stard-train`. The shipped encoder was trained on these very questions, so the
second figures say what it learned, not what it finds for new questions (benchmarks/encoder_folds.py tells that).
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure, hand_in
from eval.corpus import CorpusPassage, index_corpus, read_corpus
from eval.judged import Judged, read_judged
from eval.report import Report, report
from eval.run import run
from knowledge.bootstrap import engines
from knowledge.search.ports import Encoder

WORDS_GOALS = {"R@10": 0.47, "R@100": 0.68}
"""What BM25 alone must reach."""


def measure(folder: Path) -> list[Figure]:
    """Both ways over the same passages."""
    passages = read_corpus(folder / "statutes-2023" / "corpus.jsonl.xz")
    stard = folder / "stard-train"
    judged = read_judged(stard / "queries.tsv", stard / "qrels.tsv")
    words = searched(passages, judged, None)
    figures = [Figure("passages", len(passages)), Figure("questions", len(judged.gold))]
    figures += figures_of("words alone", words, WORDS_GOALS)
    if encoder := engines().encoder:
        figures += figures_of("as shipped, questions seen", searched(passages, judged, encoder), {})
    return figures


def searched(passages: list[CorpusPassage], judged: Judged, encoder: Encoder | None) -> Report:
    """Index the passages, ask, measure."""
    with TemporaryDirectory() as folder:
        search = index_corpus(passages, engines().words, encoder, Path(folder), lambda done, total: None)
        ran = run(search, judged.questions, lambda done, total: None)
    return report("", judged, ran, 0)


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

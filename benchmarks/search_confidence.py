"""Fits the calibrations of knowledge/search/calibrations.py and says how well they tell law from other talk.

    python -m benchmarks.search_confidence BENCH_FOLDER

On topic: the STARD training questions, each searched with an encoder that has not seen its block of neighbours, and the
short questions of tests/knowledge/data/on_topic.txt. Off topic: off_topic.txt beside it. Short questions, long ones and
other talk weigh a third each.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from scipy.optimize import minimize

from benchmarks.stard import DAY, DEPTH, Bench, cutter, read_bench
from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.confidence import Signals, read_signals
from knowledge.search.fusion import fuse
from knowledge.search.model import Kind, Passage, Query
from knowledge.search.ports import Index, Words
from knowledge.search.searcher import FUSION_WEIGHTS, SOFTNESS
from knowledge.training.model_folder import write_small
from knowledge.training.recipe import Recipe, train_encoder
from knowledge.training.texts import Question

FOLDS = 5
DATA = Path(__file__).parent.parent / "tests" / "knowledge" / "data"
GROUPS = ("long", "short", "off")


class Probe:
    """Signals of a text, as the Searcher reads them."""

    def __init__(self, bench: Bench, words: Words, lexical: TantivyIndex) -> None:
        self._held = {document.key: document for document in bench.documents}
        self._words, self._lexical = words, lexical

    def read(self, text: str, dense: Index | None) -> Signals:
        """The signals; without `dense`, those of words alone."""
        query = Query(text, DAY)
        near = dense.search(query, DEPTH) if dense else []
        cosines = dict(near)
        hits = fuse({"bm25": self._lexical.search(query, DEPTH), "dense": near}, FUSION_WEIGHTS, SOFTNESS)[
            : query.limit
        ]
        passages = []
        for hit in hits:
            held = self._held[hit.key]
            passages.append(
                Passage(
                    hit.key,
                    Kind.ARTICLE,
                    held.title,
                    held.text,
                    hit.score,
                    found_by=hit.ranks,
                    similarity=cosines.get(hit.key, 0.0),
                )
            )
        return read_signals(query, passages, self._words, self._lexical)


def main(bench_folder: Path) -> None:
    bench = read_bench(bench_folder)
    with TemporaryDirectory() as folder:
        words = cutter(Path(folder))
        lexical = TantivyIndex.create(Path(folder) / "bm25", words)
        lexical.update(bench.documents)
        probe = Probe(bench, words, lexical)
        both, alone = [], []
        for dense, seen in _encoders(bench, words, Path(folder)):
            for group, text in _texts(seen):
                both.append((group, probe.read(text, dense)))
                alone.append((group, probe.read(text, None)))
    report("WORDS_ONLY", alone, ("coverage", "mass"))
    report("SHIPPED_ENCODER", both, ("coverage", "mass", "agreement", "similarity"))


def _encoders(bench: Bench, words: Words, folder: Path) -> Iterator[tuple[Index, Sequence[Question]]]:
    blocks = np.arange(len(bench.questions)) * FOLDS // len(bench.questions)
    for fold in range(FOLDS):
        seen = [question for question, at in zip(bench.questions, blocks, strict=True) if at != fold]
        model = train_encoder(bench.passages, seen, words, Recipe(), lambda _: None)
        write_small(model, folder / f"{fold}")
        dense = FaissIndex.create(folder / f"{fold}", StaticEncoder(folder / f"{fold}"))
        dense.update(bench.documents)
        yield dense, [question for question, at in zip(bench.questions, blocks, strict=True) if at == fold]


def _texts(questions: Sequence[Question]) -> Iterator[tuple[str, str]]:
    yield from (("long", question.text) for question in questions)
    for group in ("short", "off"):
        file = DATA / ("on_topic.txt" if group == "short" else "off_topic.txt")
        yield from ((group, line) for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))


def report(name: str, read: Sequence[tuple[str, Signals]], names: Sequence[str]) -> None:
    groups = np.array([group for group, _ in read])
    rows = np.array(
        [[np.log1p(signal.mass) if n == "mass" else getattr(signal, n) for n in names] for _, signal in read]
    )
    weights = sum((groups == group) / (groups == group).sum() / len(GROUPS) for group in GROUPS)
    fitted = fit(rows, groups != "off", weights)
    chances = 1 / (1 + np.exp(-(fitted[0] + rows @ fitted[1:])))
    print(name, "bias", fitted[0].round(2), dict(zip(names, fitted[1:].round(2).tolist(), strict=True)))
    for group in GROUPS:
        own = chances[groups == group]
        print(
            f"  {group}: >= 0.5 {(own >= 0.5).mean():.3f}, percentiles 5/25/50/75/95",
            np.percentile(own, [5, 25, 50, 75, 95]).round(2),
        )


def fit(rows: np.ndarray, on_topic: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Logistic regression, bias first, with a slight pull of the coefficients to zero."""
    signs = np.where(on_topic, 1.0, -1.0)

    def loss(values: np.ndarray) -> float:
        odds = values[0] + rows @ values[1:]
        return float((weights * np.logaddexp(0, -signs * odds)).sum() + 3e-4 * (values[1:] ** 2).sum())

    return np.asarray(minimize(loss, np.zeros(rows.shape[1] + 1)).x)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

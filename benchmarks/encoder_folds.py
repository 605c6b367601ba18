"""Five-fold scores of the static encoder's recipe on the STARD training questions, alone and fused with BM25.

    python -m benchmarks.encoder_folds BENCH_FOLDER [scores.md]

Held-out questions and their answers are nowhere in training, not even as text. Two ways of cutting folds: at random,
where a held-out question may share its article with one trained on; and in blocks of neighbouring questions, where the
topic as a whole is new, so the truth for new questions lies between the two.
"""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.stard import Bench, cutter, read_bench, run_of
from eval.metrics import discounted_gain, recall, reciprocal_rank
from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.fusion import fuse
from knowledge.search.ports import Hits, Words
from knowledge.search.searcher import FUSION_WEIGHTS, SOFTNESS
from knowledge.training.model_folder import write_small
from knowledge.training.recipe import Recipe, train_encoder
from knowledge.training.texts import Question

FOLDS = 5
Rankings = dict[str, Hits]


def main(bench_folder: Path, out: Path | None) -> None:
    bench = read_bench(bench_folder)
    lines = [
        f"Scores on the {len(bench.questions)} STARD training questions over the statutes of 2023 ({date.today()}),",
        "each question scored by a model that has not seen it:",
        "",
        "| folds | ranking | R@10 | R@100 | MRR@10 | nDCG@10 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    with TemporaryDirectory() as folder:
        words = cutter(Path(folder))
        index = TantivyIndex.create(Path(folder) / "bm25", words)
        index.update(bench.documents)
        bm25 = run_of(index, bench.questions)
        lines.append(_row("none", "BM25", bm25, bench))
        for name, folds in _cuts(len(bench.questions)).items():
            dense = _held_out(bench, folds, words, Path(folder) / name)
            both = {
                id_: [
                    (one.key, one.score)
                    for one in fuse({"bm25": bm25[id_], "dense": dense[id_]}, FUSION_WEIGHTS, SOFTNESS)
                ]
                for id_ in dense
            }
            lines += [_row(name, "encoder", dense, bench), _row(name, "fused", both, bench)]
    text = "\n".join(lines) + "\n"
    print(text)
    if out:
        out.write_text(text, encoding="utf-8")


def _cuts(count: int) -> Mapping[str, np.ndarray]:
    return {
        "random": np.random.default_rng(0).integers(0, FOLDS, count),
        "blocks": np.arange(count) * FOLDS // count,
    }


def _held_out(bench: Bench, folds: np.ndarray, words: Words, folder: Path) -> Rankings:
    rankings: Rankings = {}
    for fold in range(FOLDS):
        seen = [question for question, at in zip(bench.questions, folds, strict=True) if at != fold]
        unseen = [question for question, at in zip(bench.questions, folds, strict=True) if at == fold]
        model = train_encoder(bench.passages, seen, words, Recipe(), lambda _: None)
        write_small(model, folder / f"{fold}")
        index = FaissIndex.create(folder / f"{fold}", StaticEncoder(folder / f"{fold}"))
        index.update(bench.documents)
        rankings |= run_of(index, unseen)
    return rankings


def _row(folds: str, name: str, rankings: Rankings, bench: Bench) -> str:
    run = {id_: [key for key, _ in hits] for id_, hits in rankings.items()}
    gold = _gold(bench.questions)
    scores = (recall(run, gold, 10), recall(run, gold, 100), reciprocal_rank(run, gold), discounted_gain(run, gold))
    return f"| {folds} | {name} | " + " | ".join(f"{score:.3f}" for score in scores) + " |"


def _gold(questions: Sequence[Question]) -> dict[str, tuple[str, ...]]:
    return {question.id: question.gold for question in questions}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)

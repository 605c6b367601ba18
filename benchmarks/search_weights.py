"""Weights of the title, word and bigram fields of BM25, tried on the STARD training questions.

python -m benchmarks.search_weights BENCH_FOLDER
"""

import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.stard import cutter, keys_of, read_bench, run_of
from eval.metrics import recall, reciprocal_rank
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.terms import WEIGHTS, Weights


def main(bench_folder: Path) -> None:
    bench = read_bench(bench_folder)
    gold = {question.id: question.gold for question in bench.questions}
    with TemporaryDirectory() as folder:
        words, path = cutter(Path(folder)), Path(folder) / "bm25"
        TantivyIndex.create(path, words).update(bench.documents)
        for title, of_words, of_bigrams in product((0.0, 0.1, 0.3), (0.5, 1.0), (0.0, 0.5, 1.0)):
            weights = Weights(title, of_words, of_bigrams)
            run = keys_of(run_of(TantivyIndex(path, words, weights), bench.questions))
            scores = f"R@10 {recall(run, gold, 10):.4f} R@100 {recall(run, gold, 100):.4f}"
            print(weights, scores, f"MRR@10 {reciprocal_rank(run, gold):.4f}", "<- used" if weights == WEIGHTS else "")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

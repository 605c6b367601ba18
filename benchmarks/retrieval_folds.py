"""Five-fold scores of the shipped retrieval on the STARD training questions, and what each part of it adds.

    python -m benchmarks.retrieval_folds BENCH_FOLDER OUT_FOLDER

Questions are held out by eval/folds/stard-train.toml: encoder, law prior and ranker of a fold have seen none of its
questions or answers. The ranker learns from features by encoders that have not seen the question either (a second,
inner split). Writes a TREC run for each step of the ladder, and ladder.md. `lawline-eval compare` compares two runs;
`lawline-eval score --folds … --held-out` tells folds, seen and unseen gold apart.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.stard import cutter
from eval.fold_file import read_folds
from eval.metrics import discounted_gain, recall, reciprocal_rank
from eval.trec import write_run
from knowledge.adapters.lightgbm_ranker import LightgbmRanker
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.asked import carried_bank
from knowledge.search.model import Query
from knowledge.search.searcher import Searcher
from knowledge.search.terms import Weights
from knowledge.training.ranker import train_ranker, write_ranker
from knowledge.training.recipe import Recipe
from knowledge.training.texts import Question, read_passages, read_questions
from knowledge.training.trial import DAY, Trial

FOLDS = Path(__file__).parent.parent / "eval" / "folds" / "stard-train.toml"
DEEP = 200
WORKERS = 2
Run = dict[str, list[tuple[str, float]]]


class Ladder:
    """Runs by step, and the time that a question took."""

    def __init__(self) -> None:
        self.runs: dict[str, Run] = {}
        self.times: dict[str, list[float]] = {}

    def climb(self, step: str, searcher: Searcher, questions: Sequence[Question]) -> None:
        """Add the questions' rankings to a step's run."""
        for question in questions:
            start = time.perf_counter()
            found = searcher.search(Query(question.text, DAY, limit=DEEP))
            self.times.setdefault(step, []).append((time.perf_counter() - start) * 1000)
            self.runs.setdefault(step, {})[question.id] = [(one.key, one.score) for one in found]

    def table(self, questions: Sequence[Question]) -> str:
        """The ladder in Markdown."""
        gold = {question.id: question.gold for question in questions}
        lines = [
            "| step | R@10 | R@100 | MRR@10 | nDCG@10 | p50 ms | p95 ms |",
            "| --- | --- | --- | --- | --- | --- | --- |",
        ]
        for step, run in self.runs.items():
            keys = {id_: [key for key, _ in hits] for id_, hits in run.items()}
            scores = (
                recall(keys, gold, 10),
                recall(keys, gold, 100),
                reciprocal_rank(keys, gold),
                discounted_gain(keys, gold),
            )
            times = np.percentile(self.times[step], [50, 95])
            lines.append(
                f"| {step} | " + " | ".join(f"{x:.3f}" for x in scores) + f" | {times[0]:.1f} | {times[1]:.1f} |"
            )
        return "\n".join(lines) + "\n"


def main(bench: Path, out: Path) -> None:
    passages = read_passages(bench / "statutes-2023" / "corpus.jsonl.xz")
    questions = read_questions(bench / "stard-train", bench / "lecoqa-train" / "answers.jsonl")
    fold = read_folds(FOLDS).of
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        trial = Trial.begin(passages, carried_bank(), cutter(Path(folder)), Recipe(), Path(folder) / "trial", print)
        ladder = Ladder()
        _without_learning(trial, questions, ladder, Path(folder))
        folds = sorted(set(fold.values()))
        tune_all(trial, questions, fold, [{one} for one in folds] + [set(pair) for pair in combinations(folds, 2)])
        for at in folds:
            _with_learning(trial, questions, fold, at, ladder)
            print(f"fold {at} done", flush=True)
    table = ladder.table(questions)
    print(table)
    (out / "ladder.md").write_text(table, "utf-8")
    for step, run in ladder.runs.items():
        write_run(out / f"{step}.trec", {id_: [key for key, _ in hits] for id_, hits in run.items()})


def _without_learning(trial: Trial, questions: Sequence[Question], ladder: Ladder, folder: Path) -> None:
    alone = TantivyIndex.create(folder / "words", trial.words, Weights(title=0.1, words=1.0, bigrams=0.0))
    alone.update(trial.documents.values())
    by_words = replace(trial.searcher(None), lexical=alone, asked=None, lexicon=None)
    ladder.climb("bm25", by_words, questions)
    ladder.climb("bigrams", replace(by_words, lexical=trial.lexical), questions)
    ladder.climb("lexicon", replace(trial.searcher(None), asked=None), questions)
    ladder.climb("bank", trial.searcher(None), questions)


def _name(without: set[int]) -> str:
    return "without-" + "-".join(str(fold) for fold in sorted(without))


def tune_all(trial: Trial, questions: Sequence[Question], fold: Mapping[str, int], unseen: Sequence[set[int]]) -> None:
    """Encoders that have not seen these folds, named `without-0` or `without-0-3`, by two processes."""
    jobs = [(_name(out), [question for question in questions if fold[question.id] not in out]) for out in unseen]
    context = get_context("fork")  # so that the passages need not be copied to the workers
    workers = [context.Process(target=_tune_each, args=(trial, jobs[at::WORKERS])) for at in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        if worker.exitcode:
            raise RuntimeError(f"a worker that tuned encoders ended with {worker.exitcode}")


def _tune_each(trial: Trial, jobs: Sequence[tuple[str, Sequence[Question]]]) -> None:
    for name, seen in jobs:
        trial.tune(name, seen)
        print(f"tuned {name}", flush=True)


def _with_learning(
    trial: Trial, questions: Sequence[Question], fold: Mapping[str, int], at: int, ladder: Ladder
) -> None:
    tested = [question for question in questions if fold[question.id] == at]
    seen = [question for question in questions if fold[question.id] != at]
    dense = trial.encode(_name({at}))
    plain = trial.searcher(dense)
    ladder.climb("encoder", plain, tested)
    judged = []
    for other in sorted({fold[question.id] for question in seen}):
        own = [question for question in seen if fold[question.id] == other]
        rest = [question for question in seen if fold[question.id] != other]
        inner = trial.encode(_name({at, other}))
        judged += trial.judge(own, inner, rest)
    write_ranker(train_ranker(judged, Recipe().seed), trial.prior(seen), trial.folder / f"ranker-{at}")
    ladder.climb("ranker", trial.searcher(dense, LightgbmRanker(trial.folder / f"ranker-{at}"), seen), tested)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

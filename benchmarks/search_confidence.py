"""Fits the calibrations of knowledge/search/calibrations.py and says how well they tell law from other talk.

    python -m benchmarks.search_confidence BENCH_FOLDER

On topic: the STARD training questions, each searched with an encoder that has not seen its fold (the ranker is the
shipped one and has; it decides which passages come first, and no signal is its score), and the short
questions of tests/knowledge/data/on_topic.txt. Off topic: off_topic.txt beside it, and every second utterance of
eval/sets/no_answer.tsv; the others are kept for the test, whose shares are printed apart. Short questions, long ones
and other talk weigh a third each.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from scipy.optimize import minimize

from benchmarks.retrieval_folds import FOLDS, tune_all
from benchmarks.stard import cutter
from eval.fold_file import read_folds
from knowledge.bootstrap import load_ranker
from knowledge.search.asked import carried_bank
from knowledge.search.confidence import Signals, read_signals
from knowledge.search.model import Query
from knowledge.search.searcher import Searcher
from knowledge.training.recipe import Recipe
from knowledge.training.texts import Question, read_passages, read_questions
from knowledge.training.trial import DAY, Trial

HERE = Path(__file__).parent.parent
DATA = HERE / "tests" / "knowledge" / "data"
NO_ANSWER = HERE / "eval" / "sets" / "no_answer.tsv"
GROUPS = ("long", "short", "off", "kept")


def main(bench: Path) -> None:
    passages = read_passages(bench / "statutes-2023" / "corpus.jsonl.xz")
    questions = read_questions(bench / "stard-train", bench / "lecoqa-train" / "answers.jsonl")
    fold = read_folds(FOLDS).of
    both, alone = [], []
    with TemporaryDirectory() as folder:
        trial = Trial.begin(passages, carried_bank(), cutter(Path(folder)), Recipe(), Path(folder) / "trial", print)
        parts = sorted(set(fold.values()))
        tune_all(trial, questions, fold, [{part} for part in parts])
        for part in parts:
            by_both = trial.searcher(trial.encode(f"without-{part}"), load_ranker())
            by_words = replace(by_both, dense=None)
            for group, text in _texts([question for question in questions if fold[question.id] == part]):
                both.append((group, _read(by_both, text)))
                alone.append((group, _read(by_words, text)))
    report("WORDS_ONLY", alone, ("coverage", "mass"))
    report("SHIPPED_ENCODER", both, ("coverage", "mass", "agreement", "similarity"))


def _read(searcher: Searcher, text: str) -> Signals:
    query = Query(text, DAY)
    return read_signals(query, searcher.search(query), searcher.words, searcher.lexical)


def _texts(questions: Sequence[Question]) -> Iterator[tuple[str, str]]:
    yield from (("long", question.text) for question in questions)
    for group in ("short", "off"):
        file = DATA / ("on_topic.txt" if group == "short" else "off_topic.txt")
        yield from ((group, line) for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    for number, line in enumerate(NO_ANSWER.read_text("utf-8").splitlines()):
        yield "kept" if number % 2 else "off", line.split("\t")[1]


def report(name: str, read: Sequence[tuple[str, Signals]], names: Sequence[str]) -> None:
    groups = np.array([group for group, _ in read])
    rows = np.array(
        [[np.log1p(signal.mass) if n == "mass" else getattr(signal, n) for n in names] for _, signal in read]
    )
    weights = sum((groups == group) / (groups == group).sum() / 3 for group in GROUPS if group != "kept")
    fitted = fit(rows, (groups == "long") | (groups == "short"), weights)
    chances = 1 / (1 + np.exp(-(fitted[0] + rows @ fitted[1:])))
    print(name, "bias", fitted[0].round(2), dict(zip(names, fitted[1:].round(2).tolist(), strict=True)))
    for group in GROUPS:
        own = chances[groups == group]
        print(
            f"  {group}: >= 0.5 {(own >= 0.5).mean():.3f}, >= 0.7 {(own >= 0.7).mean():.3f}, percentiles 5/25/50/75/95",
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

"""Measures of a ranking, each a mean over questions; all but recall's cut are as ir-measures computes them.

A run maps a question's id to document keys, best first. Gold maps a question's id to the keys that answer it; a
question of `gold` that the run lacks scores 0.
"""

from collections.abc import Iterable, Mapping, Sequence

import ir_measures
from ir_measures import RR, Measure, R, nDCG

Run = Mapping[str, Sequence[str]]
Gold = Mapping[str, Iterable[str]]

MEASURES: Mapping[str, Measure] = {f"R@{cut}": R @ cut for cut in (5, 10, 20, 50, 100)} | {
    "MRR@10": RR @ 10,
    "nDCG@10": nDCG @ 10,
}
"""What a retrieval is measured by, under the names that reports use."""


def by_question(run: Run, gold: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, float]]:
    """For each of MEASURES, its value for each question of the gold, whose grades are the gains of nDCG."""
    names = {measure: name for name, measure in MEASURES.items()}
    values: dict[str, dict[str, float]] = {name: {} for name in MEASURES}
    wanted = {question: dict(grades) for question, grades in gold.items()}
    for one in ir_measures.iter_calc(list(names), wanted, _scored(run, gold)):
        values[names[one.measure]][one.query_id] = float(one.value)
    return values


def recall(run: Run, gold: Gold, cut: int) -> float:
    """R@cut: the share of a question's gold among its first `cut` documents."""
    shares = []
    for question, keys in gold.items():
        wanted = set(keys)
        if not wanted:
            raise ValueError(f"question {question!r} has no gold: recall is not defined")
        shares.append(len(wanted & set(run.get(question, ())[:cut])) / len(wanted))
    return sum(shares) / len(shares)


def reciprocal_rank(run: Run, gold: Gold, cut: int = 10) -> float:
    """MRR@cut: 1 / rank of the first gold document, 0 where none is among the first `cut`."""
    return _measure(RR @ cut, run, gold)


def discounted_gain(run: Run, gold: Gold, cut: int = 10) -> float:
    """nDCG@cut with gain 1 for gold and discount log2(rank + 1) (Järvelin and Kekäläinen 2002)."""
    return _measure(nDCG @ cut, run, gold)


def overlap(left: Run, right: Run, cut: int = 10) -> float:
    """Share of the first `cut` documents of `left` that `right` has among its own; 1.0 where `left` is empty."""
    shares = []
    for question, keys in left.items():
        first = set(keys[:cut])
        shares.append(len(first & set(right.get(question, ())[:cut])) / len(first) if first else 1.0)
    return sum(shares) / len(shares)


def _measure(measure: Measure, run: Run, gold: Gold) -> float:
    wanted = {question: dict.fromkeys(keys, 1) for question, keys in gold.items()}
    return float(ir_measures.calc_aggregate([measure], wanted, _scored(run, gold))[measure])


def _scored(run: Run, gold: Gold) -> dict[str, dict[str, float]]:
    return {question: {key: float(-rank) for rank, key in enumerate(run.get(question, ()))} for question in gold}

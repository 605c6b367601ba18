"""Measures of a ranking, each a mean over questions, as ir-measures computes them; only `overlap` is our own.

A run maps a question's id to document keys, best first. Gold maps a question's id to the keys that answer it; a
question of `gold` that the run lacks scores 0.
"""

from collections.abc import Iterable, Mapping, Sequence

import ir_measures
from ir_measures import RR, Measure, R, nDCG

Run = Mapping[str, Sequence[str]]
Gold = Mapping[str, Iterable[str]]
Values = Mapping[str, Mapping[str, float]]
"""Measure's name -> question's id -> value."""

MEASURES: Mapping[str, Measure] = {f"R@{cut}": R @ cut for cut in (5, 10, 20, 50, 100)} | {
    "MRR@10": RR @ 10,
    "nDCG@10": nDCG @ 10,
}
"""What a retrieval is measured by, under the names that reports use."""


def by_question(
    run: Run, gold: Mapping[str, Mapping[str, int]], measures: Mapping[str, Measure] = MEASURES
) -> dict[str, dict[str, float]]:
    """For each measure, its value for each question, in the order of `gold`, whose grades are the gains of nDCG."""
    names = {measure: name for name, measure in measures.items()}
    values: dict[str, dict[str, float]] = {name: dict.fromkeys(gold, 0.0) for name in measures}
    wanted = {question: dict(grades) for question, grades in gold.items()}
    for one in ir_measures.iter_calc(list(names), wanted, _scored(run, gold)):
        values[names[one.measure]][one.query_id] = float(one.value)
    return values


def recall_curve(run: Run, gold: Mapping[str, Mapping[str, int]], cuts: Sequence[int]) -> dict[int, list[float]]:
    """Cut -> R@cut of each question, in the order of `gold`."""
    values = by_question(run, gold, {str(cut): R @ cut for cut in cuts})
    return {int(cut): list(of_one.values()) for cut, of_one in values.items()}


def recall(run: Run, gold: Gold, cut: int) -> float:
    """R@cut: the share of a question's gold among its first `cut` documents. ValueError for a question without gold."""
    held = {question: tuple(keys) for question, keys in gold.items()}
    if bare := [question for question, keys in held.items() if not keys]:
        raise ValueError(f"question {bare[0]!r} has no gold: recall is not defined")
    return _measure(R @ cut, run, held)


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
    values = by_question(run, {question: dict.fromkeys(keys, 1) for question, keys in gold.items()}, {"": measure})[""]
    return sum(values.values()) / len(values)


def _scored(run: Run, gold: Gold) -> dict[str, dict[str, float]]:
    return {question: {key: float(-rank) for rank, key in enumerate(run.get(question, ()))} for question in gold}

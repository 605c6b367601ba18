"""Measures of some of the questions, apart from the rest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval.intervals import intervals
from eval.metrics import Values


@dataclass(frozen=True, slots=True)
class Part:
    """Means over `questions` questions, each with its 95 % bootstrap interval."""

    questions: int
    measures: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]

    def json(self) -> dict[str, Any]:
        """JSON values: each measure under its own name."""
        return {
            **{name: round(value, 4) for name, value in self.measures.items()},
            "intervals": {name: [round(low, 4), round(high, 4)] for name, (low, high) in self.intervals.items()},
            "questions": self.questions,
        }


@dataclass(frozen=True, slots=True)
class Spread:
    """A measure over folds: mean and standard deviation (n - 1; 0 for one fold) of the folds' values, and its ends."""

    mean: float
    deviation: float
    least: float
    most: float

    def json(self) -> dict[str, float]:
        """JSON values."""
        values = {"mean": self.mean, "deviation": self.deviation, "least": self.least, "most": self.most}
        return {name: round(value, 4) for name, value in values.items()}


def part_of(values: Values, questions: Iterable[str]) -> Part:
    """Measure some questions; ValueError for none."""
    held = list(questions)
    rows = {name: [of_one[question] for question in held] for name, of_one in values.items()}
    means = intervals(rows)
    return Part(len(held), {name: sum(row) / len(row) for name, row in rows.items()}, means)


def parts_of(values: Values, groups: Mapping[str, Sequence[str]]) -> dict[str, Part]:
    """Measure groups of questions; empty ones are left out."""
    return {name: part_of(values, questions) for name, questions in groups.items() if questions}


def spread_of(parts: Mapping[str, Part]) -> dict[str, Spread]:
    """Each measure's spread over the parts, every part counting alike."""
    rows: dict[str, list[float]] = {}
    for part in parts.values():
        for name, value in part.measures.items():
            rows.setdefault(name, []).append(value)
    return {name: _spread(row) for name, row in rows.items()}


def _spread(row: list[float]) -> Spread:
    deviation = float(np.std(row, ddof=1)) if len(row) > 1 else 0.0
    return Spread(float(np.mean(row)), deviation, min(row), max(row))

"""Answering only when sure: how often it is wrong at every line that one might draw."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any


@dataclass(frozen=True, slots=True)
class Point:
    """Answer what scores `threshold` or more: the share of questions answered, and the share of these that is wrong."""

    threshold: float
    coverage: float
    risk: float

    @property
    def precision(self) -> float:
        """The share of answered questions that is right."""
        return 1 - self.risk


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """One point a distinct score, the surest first, and the area under the risk-coverage curve.

    `aurc` is the mean, over n = 1 ... all questions, of the risk among the n surest (Geifman and El-Yaniv 2017); where
    scores tie, of the risk that random order among the tied is expected to have. `least` is the aurc of a perfect order
    of the same answers, `most` that of a random one: the risk of answering all.
    """

    points: tuple[Point, ...]
    aurc: float
    least: float

    @property
    def most(self) -> float:
        """The aurc of a random order."""
        return self.points[-1].risk

    def at(self, threshold: float) -> Point | None:
        """Coverage and risk where questions that score `threshold` or more are answered; None where none does."""
        held = [point for point in self.points if point.threshold >= threshold]
        return Point(threshold, held[-1].coverage, held[-1].risk) if held else None

    def json(self, threshold: float) -> dict[str, Any]:
        """JSON values, with precision (null where nothing is answered) and coverage at the threshold."""
        point = self.at(threshold)
        return {
            "AURC": round(self.aurc, 4),
            "AURC_perfect": round(self.least, 4),
            "AURC_random": round(self.most, 4),
            "threshold": threshold,
            "coverage": round(point.coverage, 4) if point else 0.0,
            "precision": round(point.precision, 4) if point else None,
            "curve": [[round(one.threshold, 4), round(one.coverage, 4), round(one.risk, 4)] for one in self.points],
        }


def risk_coverage(scores: Sequence[float], right: Sequence[bool]) -> RiskCoverage:
    """Scores (higher is surer) and whether each answer is right -> curve and area. ValueError for none, or a NaN."""
    if len(scores) != len(right) or not scores:
        raise ValueError(f"{len(scores)} scores, {len(right)} answers (rule: as many of both, at least one)")
    if any(math.isnan(score) for score in scores):
        raise ValueError("a score is no number (rule: each is)")
    points, area = _walk(scores, right)
    _, least = _walk([float(one) for one in right], right)
    return RiskCoverage(tuple(points), area, least)


def _walk(scores: Sequence[float], right: Sequence[bool]) -> tuple[list[Point], float]:
    """The points, and the area under them."""
    order = sorted(zip(scores, right, strict=True), key=lambda one: -one[0])
    points: list[Point] = []
    count, wrong, area = 0, 0.0, 0.0
    for score, tied in groupby(order, key=lambda one: one[0]):
        group = [is_right for _, is_right in tied]
        errors = group.count(False)
        # Among tied scores, the first n hold n / len(group) of the group's errors on average.
        area += sum((wrong + errors * n / len(group)) / (count + n) for n in range(1, len(group) + 1))
        count, wrong = count + len(group), wrong + errors
        points.append(Point(score, count / len(order), wrong / count))
    return points, area / len(order)

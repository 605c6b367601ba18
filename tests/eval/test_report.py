"""Measures of a small run, worked out by hand."""

import math

import pytest

from eval.judged import Judged
from eval.report import report
from eval.run import Run

JUDGED = Judged({"q1": "x", "q2": "y", "q3": "z"}, {"q1": {"a": 1, "b": 1}, "q2": {"c": 2}})
RUN = Run({"q1": ["x", "a", "y", "z", "w", "b"], "q2": ["y"], "q3": ["a"]}, (1.0, 2.0, 3.0))
GAIN = (1 / math.log2(3) + 1 / math.log2(7)) / (1 + 1 / math.log2(3))


def test_measures_are_means_over_the_questions_with_gold() -> None:
    measures = report("made up", JUDGED, RUN, 0).measures
    expected = {"R@5": 0.25, "R@10": 0.5, "R@20": 0.5, "R@50": 0.5, "R@100": 0.5, "MRR@10": 0.25, "nDCG@10": GAIN / 2}
    assert measures == {name: pytest.approx(value, abs=1e-6) for name, value in expected.items()}


def test_json_bears_the_measures_under_their_names() -> None:
    told = report("made up", JUDGED, RUN, 2).json()
    assert told["R@10"] == 0.5
    assert told["latency"] == {"p50": 2.0, "p95": 2.9, "p99": 2.98}
    assert told["intervals"]["R@10"] == [0.0, 1.0]
    assert (told["questions"], told["judged"], told["gold_not_held"]) == (3, 2, 2)


def test_text_names_every_measure_and_what_cannot_be_found() -> None:
    text = report("made up", JUDGED, RUN, 2).text()
    for part in ("made up; 3 questions, 2 with gold", "2 gold passages", "R@100", "MRR@10", "nDCG@10", "p99"):
        assert part in text

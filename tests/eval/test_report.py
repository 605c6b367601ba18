"""Measures of a small run, worked out by hand."""

import math

import pytest

from eval.fold_file import Folds
from eval.judged import Judged
from eval.report import report
from eval.run import Run
from eval.views import Views

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


def test_folds_have_their_measures_and_their_spread() -> None:
    folds = Folds("made up", 0, "by hand", {"q1": 0, "q2": 1, "q3": 1, "q99": 2})
    measured = report("made up", JUDGED, RUN, 0, Views(folds=folds))
    told = measured.json()
    assert {name: (part["questions"], part["R@10"]) for name, part in told["by_fold"].items()} == {
        "0": (1, 1.0),
        "1": (1, 0.0),
    }
    assert told["fold_spread"]["R@10"] == {"mean": 0.5, "deviation": 0.7071, "least": 0.0, "most": 1.0}
    assert "R@10     over folds 0.5000 ± 0.7071" in measured.text()


def test_seen_and_unseen_gold_are_reported_apart() -> None:
    told = report("made up", JUDGED, RUN, 0, Views(trained=({"t": {"a": 1, "b": 1}},))).json()
    groups = {name: (part["questions"], part["R@10"]) for name, part in told["by_seen_gold"].items()}
    assert groups == {"all": (1, 1.0), "none": (1, 0.0)}
    assert told["by_seen_gold"]["all"]["intervals"]["R@10"] == [1.0, 1.0]


def test_confidence_and_another_run_are_judged_where_they_are_there() -> None:
    ran = Run(RUN.found, (), {"q1": 0.2, "q2": 0.9, "q3": 0.1})
    measured = report("made up", JUDGED, ran, 0, Views(against=("old", {"q1": ["a", "b"]})))
    told = measured.json()
    assert told["risk_coverage"]["AURC"] == 1.0
    assert told["against"]["MRR@10"]["change"] == -0.25
    assert "AURC 1.0000" in measured.text()
    assert "old → this run" in measured.text()


def test_a_run_read_back_has_no_latency_and_its_gaps_are_told() -> None:
    measured = report("made up", JUDGED, Run({"q1": ["a"]}), 0)
    assert (measured.latency, measured.absent) == ({}, 1)
    assert "latency" not in measured.text()
    assert "1 questions with gold are not in the run" in measured.text()


def test_what_was_not_asked_for_is_not_told() -> None:
    assert {"by_fold", "by_seen_gold", "risk_coverage", "against"}.isdisjoint(report("made up", JUDGED, RUN, 0).json())

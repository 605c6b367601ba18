"""What a report draws, from its values to charts."""

from collections.abc import Mapping, Sequence

import numpy as np
from markupsafe import Markup

from eval.charts import Axis, Estimate, Series, bar_chart, interval_chart, line_chart
from eval.confidence import Certainty
from eval.intervals import intervals
from eval.judged import Judged
from eval.metrics import Run as Found
from eval.metrics import recall_curve
from eval.paired import Difference
from eval.parts import Part
from eval.ranks import rank_histogram
from eval.report import Report
from eval.run import Run

CUTS = (1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100)
"""Depths at which the recall curve is measured."""

_POINTS = 200  # of a curve over many questions
_SHARE = Axis("share of questions", 0, 1)


def measure_chart(report: Report) -> Markup:
    """Every measure with its interval."""
    rows = [Estimate(name, value, *report.intervals[name]) for name, value in report.measures.items()]
    return interval_chart("Measures with 95 % intervals", rows)


def part_chart(measure: str, parts: Mapping[str, Part], prefix: str = "") -> Markup:
    """One measure over parts of the questions."""
    rows = [
        Estimate(f"{prefix}{name} · {part.questions}", part.measures[measure], *part.intervals[measure])
        for name, part in parts.items()
    ]
    return interval_chart(f"{measure} by part, with 95 % intervals", rows)


def difference_chart(differences: Mapping[str, Difference]) -> Markup:
    """What each measure gained, with its interval, about 0."""
    rows = [Estimate(name, one.change, one.low, one.high) for name, one in differences.items()]
    reach = max(0.01, *(abs(edge) for row in rows for edge in (row.low, row.high))) * 1.08
    return interval_chart("Change of each measure with 95 % intervals", rows, -reach, reach)


def recall_chart(judged: Judged, found: Found, before: tuple[str, Found] | None = None) -> Markup:
    """Recall over depth with its interval; that of another run, named, beside it."""
    series = [_recall(*before, judged, "second")] if before else []
    series.append(_recall("this run", found, judged, "first"))
    across = Axis("passages read, k", 1, CUTS[-1], log=True)
    return line_chart("Recall over depth", across, Axis("R@k: share of a question's gold found", 0, 1), series)


def _recall(name: str, found: Found, judged: Judged, kind: str) -> Series:
    curve = {str(cut): values for cut, values in recall_curve(found, judged.gold, CUTS).items()}
    means = [(float(cut), sum(values) / len(values)) for cut, values in curve.items()]
    band = [(float(cut), low, high) for cut, (low, high) in intervals(curve).items()]
    return Series(name, means, band, kind)


def rank_chart(judged: Judged, found: Found) -> Markup:
    """Questions by the rank of their first gold."""
    return bar_chart("Rank of the first gold", rank_histogram(found, judged.gold), "rank of the first gold")


def latency_chart(run: Run) -> Markup | None:
    """The share of questions answered within a time; None for a run without times."""
    if not run.milliseconds:
        return None
    times = np.sort(run.milliseconds)
    shares = np.arange(1, len(times) + 1) / len(times)
    low, high = _decade(float(times[0]), float(times[-1]))
    points = [(low, 0.0), *_thinned(list(zip(times.tolist(), shares.tolist(), strict=True))), (high, 1.0)]
    marks = {f"p{percent} {run.latency(percent):.1f} ms": run.latency(percent) for percent in (50, 95, 99)}
    within = Axis("milliseconds a question", low, high, log=True)
    return line_chart("Share of questions answered within a time", within, _SHARE, [Series("", points)], marks)


def certainty_chart(certainty: Certainty) -> Markup:
    """Risk over coverage, beside what a perfect and a random order of the same answers would have."""
    curve = certainty.curve
    wrong = curve.most
    perfect = [(0.0, 0.0), (1 - wrong, 0.0)]
    perfect += [(at, (at - 1 + wrong) / at) for at in np.linspace(1 - wrong, 1, 40).tolist() if at > 0]
    points = [(point.coverage, point.risk) for point in curve.points]
    series = [Series("perfect order", perfect, kind="second"), Series("this run", _thinned(points))]
    at_line = curve.at(certainty.line.threshold)
    marks = {f"answered at {certainty.line.threshold:g}": at_line.coverage} if at_line else {}
    risk = Axis("risk: share of answers that is wrong", 0, 1)
    return line_chart("Risk over coverage", Axis("coverage: share of questions answered", 0, 1), risk, series, marks)


def _decade(low: float, high: float) -> tuple[float, float]:
    """Ends for times: a little beyond both, above 0, and a factor of two apart at least."""
    start = max(low * 0.9, 0.001)
    return start, max(high * 1.1, start * 2)


def _thinned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """At most some hundreds of the points, the first and the last among them."""
    if len(points) <= _POINTS:
        return list(points)
    kept = np.unique(np.linspace(0, len(points) - 1, _POINTS).round().astype(int))
    return [points[at] for at in kept.tolist()]

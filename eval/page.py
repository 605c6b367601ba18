"""Reports as one page: nothing is asked for from outside, and everything that varies is escaped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment, PackageLoader, StrictUndefined

from eval.comparison import Comparison
from eval.figures import (
    certainty_chart,
    difference_chart,
    latency_chart,
    measure_chart,
    part_chart,
    rank_chart,
    recall_chart,
)
from eval.gains import Change
from eval.judged import Judged
from eval.metrics import Run as Found
from eval.ranks import gold_ranks
from eval.report import Report
from eval.run import Run

WORST = 40
"""Questions in the table of the worst."""
CHANGED = 60
"""Questions in each of the tables of gains and losses; the JSON has all."""

_FIRST = 3  # passages shown of what a question found
_PARTS = ("R@10", "MRR@10")
_TEMPLATES = Environment(
    loader=PackageLoader("eval"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.filters["signed"] = lambda value: f"{value:+.3f}".replace("-", "−")
_TEMPLATES.filters["rank"] = lambda rank: "–" if rank is None else str(rank)


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that the run answers badly: its gold's ranks, and what was found first."""

    question: str
    text: str
    score: float
    ranks: dict[str, int | None]
    found: Sequence[str]


def report_page(report: Report, judged: Judged, run: Run, day: date, against: Found | None = None) -> str:
    """The whole report as HTML; `against` is the run that `report.comparison` compares with, for its curve."""
    before = (report.comparison.before, against) if report.comparison and against is not None else None
    return _TEMPLATES.get_template("report.html").render(
        title=f"Retrieval: {report.subject}",
        day=day.isoformat(),
        report=report,
        measures=measure_chart(report),
        recall=recall_chart(judged, run.found, before),
        ranks=rank_chart(judged, run.found),
        latency=latency_chart(run),
        folds={name: part_chart(name, report.folds, "fold ") for name in _PARTS} if report.folds else {},
        seen={name: part_chart(name, report.seen) for name in _PARTS} if report.seen else {},
        certainty=certainty_chart(report.certainty) if report.certainty else None,
        worst=worst(report, judged, run.found),
        **_compared(report.comparison),
    )


def comparison_page(comparison: Comparison, day: date) -> str:
    """A comparison of two runs as HTML."""
    return _TEMPLATES.get_template("comparison.html").render(
        title=f"{comparison.before} → {comparison.after}", day=day.isoformat(), **_compared(comparison)
    )


def worst(report: Report, judged: Judged, found: Found) -> list[Failure]:
    """The questions with the lowest nDCG@10 below 1, those whose first gold stands deepest before the rest."""
    failures = [
        Failure(
            id_,
            judged.questions[id_],
            score,
            gold_ranks(found.get(id_, ()), judged.gold[id_]),
            found.get(id_, ())[:_FIRST],
        )
        for id_, score in report.values["nDCG@10"].items()
        if score < 1
    ]
    return sorted(failures, key=lambda one: (one.score, -_depth(one)))[:WORST]


def _depth(failure: Failure) -> float:
    first = next(iter(failure.ranks.values()))
    return float("inf") if first is None else first


def _compared(comparison: Comparison | None) -> dict[str, object]:
    if comparison is None:
        return {"comparison": None}
    return {
        "comparison": comparison,
        "differences": difference_chart(comparison.differences),
        "changed": [*_tables(comparison)],
        "most": CHANGED,
    }


def _tables(comparison: Comparison) -> Iterator[tuple[str, Sequence[Change], int]]:
    for name, held in (("Gains", comparison.gains), ("Losses", comparison.losses)):
        yield name, held[:CHANGED], len(held)

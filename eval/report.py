"""What a retrieval run amounts to: measures with their intervals, latency, and what was asked of what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from eval.comparison import Comparison, compare
from eval.confidence import Certainty, certainty
from eval.fold_file import Folds
from eval.judged import Judged
from eval.metrics import Values, by_question
from eval.parts import Part, Spread, part_of, parts_of, spread_of
from eval.run import Run
from eval.views import Views

PERCENTILES = (50, 95, 99)
_AT_A_GLANCE = ("R@10", "R@100", "MRR@10", "nDCG@10")
_PLAIN = Views()


@dataclass(frozen=True, slots=True)
class Report:
    """Measures are means over the questions with gold; `latency` in milliseconds a question, of all questions.

    `unheld` counts gold that is not among the passages and so can never be found; `absent` questions with gold that the
    run lacks. The views that were not asked for are empty or None; `seen` groups questions by how much of their gold
    training saw. `values` are the measures of each question.
    """

    subject: str
    questions: int
    judged: int
    unheld: int
    measures: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]
    latency: Mapping[str, float]
    absent: int = 0
    drawn: Folds | None = None
    folds: Mapping[str, Part] = field(default_factory=dict)
    seen: Mapping[str, Part] = field(default_factory=dict)
    certainty: Certainty | None = None
    comparison: Comparison | None = None
    values: Values = field(default_factory=dict, repr=False)

    @property
    def spread(self) -> dict[str, Spread]:
        """Each measure over the folds."""
        return spread_of(self.folds)

    def json(self) -> dict[str, Any]:
        """JSON values: each measure, `latency` and the rest under their own names."""
        return {
            **Part(self.judged, self.measures, self.intervals).json(),
            "latency": {name: round(value, 3) for name, value in self.latency.items()},
            "searched": self.subject,
            "questions": self.questions,
            "judged": self.judged,
            "gold_not_held": self.unheld,
            "questions_not_in_run": self.absent,
            **self._views(),
        }

    def _views(self) -> dict[str, Any]:
        told: dict[str, Any] = {}
        if self.drawn:
            told["folds"] = {"set": self.drawn.set, "seed": self.drawn.seed, "drawn": self.drawn.drawn}
            told["by_fold"] = {name: part.json() for name, part in self.folds.items()}
            told["fold_spread"] = {name: spread.json() for name, spread in self.spread.items()}
        if self.seen:
            told["by_seen_gold"] = {name: part.json() for name, part in self.seen.items()}
        if self.certainty:
            told["risk_coverage"] = self.certainty.json()
        if self.comparison:
            told["against"] = self.comparison.json()
        return told

    def text(self) -> str:
        """The same for reading."""
        lines = [f"{self.subject}; {self.questions} questions, {self.judged} with gold"]
        if self.unheld:
            lines.append(f"{self.unheld} gold passages are not held and cannot be found")
        if self.absent:
            lines.append(f"{self.absent} questions with gold are not in the run and score 0")
        for name, value in self.measures.items():
            low, high = self.intervals[name]
            lines.append(f"{name:8} {value:.4f}   95 % interval {low:.4f} to {high:.4f}")
        if self.latency:
            lines.append("latency  " + ", ".join(f"{name} {value:.2f} ms" for name, value in self.latency.items()))
        lines += [_line(f"fold {name}", part) for name, part in self.folds.items()]
        lines += [f"{name:8} over folds {one.mean:.4f} ± {one.deviation:.4f}" for name, one in self.spread.items()]
        lines += [_line(f"{name} gold seen", part) for name, part in self.seen.items()]
        lines += [self.certainty.text()] if self.certainty else []
        return "\n".join([*lines, *([self.comparison.text()] if self.comparison else [])])


def report(subject: str, judged: Judged, run: Run, unheld: int, views: Views = _PLAIN) -> Report:
    """Measure a run by the gold."""
    values = by_question(run.found, judged.gold)
    whole = part_of(values, judged.gold)
    return Report(
        subject=subject,
        questions=len(judged.questions),
        judged=len(judged.gold),
        unheld=unheld,
        measures=whole.measures,
        intervals=whole.intervals,
        latency={f"p{percent}": run.latency(percent) for percent in PERCENTILES} if run.milliseconds else {},
        absent=sum(question not in run.found for question in judged.gold),
        drawn=views.folds,
        folds=parts_of(values, views.folds.groups(judged.gold)) if views.folds else {},
        seen=parts_of(values, views.seen(judged.gold)),
        certainty=certainty(judged, run.found, run.confidence, views.line) if run.confidence else None,
        comparison=compare(judged, views.against, ("this run", run.found), views.by) if views.against else None,
        values=values,
    )


def _line(name: str, part: Part) -> str:
    shown = "  ".join(f"{measure} {part.measures[measure]:.4f}" for measure in _AT_A_GLANCE)
    return f"{name:14} {part.questions:5} questions  {shown}"

"""What a retrieval run amounts to: measures with their intervals, latency, and what was asked of what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eval.intervals import interval
from eval.judged import Judged
from eval.metrics import MEASURES, by_question
from eval.run import Run

PERCENTILES = (50, 95, 99)


@dataclass(frozen=True, slots=True)
class Report:
    """Measures are means over the questions with gold; `latency` in milliseconds a question, of all questions.

    `unheld` counts gold that is not among the passages and so can never be found.
    """

    subject: str
    questions: int
    judged: int
    unheld: int
    measures: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]
    latency: Mapping[str, float]

    def json(self) -> dict[str, Any]:
        """JSON values: each measure, `latency` and the rest under their own names."""
        return {
            **{name: round(value, 4) for name, value in self.measures.items()},
            "latency": {name: round(value, 3) for name, value in self.latency.items()},
            "intervals": {name: [round(low, 4), round(high, 4)] for name, (low, high) in self.intervals.items()},
            "searched": self.subject,
            "questions": self.questions,
            "judged": self.judged,
            "gold_not_held": self.unheld,
        }

    def text(self) -> str:
        """The same for reading."""
        lines = [f"{self.subject}; {self.questions} questions, {self.judged} with gold"]
        if self.unheld:
            lines.append(f"{self.unheld} gold passages are not held and cannot be found")
        for name, value in self.measures.items():
            low, high = self.intervals[name]
            lines.append(f"{name:8} {value:.4f}   95 % interval {low:.4f} to {high:.4f}")
        times = ", ".join(f"{name} {value:.2f} ms" for name, value in self.latency.items())
        return "\n".join([*lines, f"latency  {times}"])


def report(subject: str, judged: Judged, run: Run, unheld: int) -> Report:
    """Measure a run by the gold."""
    values = {name: list(found.values()) for name, found in by_question(run.found, judged.gold).items()}
    return Report(
        subject=subject,
        questions=len(judged.questions),
        judged=len(judged.gold),
        unheld=unheld,
        measures={name: sum(values[name]) / len(values[name]) for name in MEASURES},
        intervals={name: interval(values[name]) for name in MEASURES},
        latency={f"p{percent}": run.latency(percent) for percent in PERCENTILES},
    )

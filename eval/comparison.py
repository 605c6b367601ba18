"""Two runs compared: each measure's difference with its tests, and the questions that gained and lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.gains import Change, changes
from eval.judged import Judged
from eval.metrics import Run, by_question
from eval.paired import Difference, differences

ORDER = "nDCG@10"
"""The measure by which gains and losses are ordered unless another is asked for: it sees both found and rank."""

_SHOWN = 5  # gains, losses shown for reading


@dataclass(frozen=True, slots=True)
class Comparison:
    """The run named `after` against the one named `before`, over `questions` questions with gold.

    Gains and losses are those of the measure `by`, biggest first. `absent`: questions that one of the runs lacks.
    """

    before: str
    after: str
    questions: int
    differences: Mapping[str, Difference]
    by: str
    gains: Sequence[Change]
    losses: Sequence[Change]
    absent: tuple[int, int] = (0, 0)

    def json(self) -> dict[str, Any]:
        """JSON values: each measure's difference under its name, all gains and losses."""
        return {
            **{name: one.json() for name, one in self.differences.items()},
            "before": self.before,
            "after": self.after,
            "questions": self.questions,
            "questions_not_in_runs": list(self.absent),
            "by": self.by,
            "gains": [one.json() for one in self.gains],
            "losses": [one.json() for one in self.losses],
        }

    def text(self) -> str:
        """The same for reading."""
        lines = [f"{self.before} → {self.after}; {self.questions} questions with gold", *self._notes(), _HEAD]
        lines += [_row(name, one) for name, one in self.differences.items()]
        for word, held in (("gains", self.gains), ("losses", self.losses)):
            lines.append(f"{len(held)} {word} in {self.by}" + (", biggest first:" if held else ""))
            lines += [f"  {one.line()}" for one in held[:_SHOWN]]
        return "\n".join(lines)

    def _notes(self) -> list[str]:
        names = zip((self.before, self.after), self.absent, strict=True)
        return [f"{count} questions with gold are not in {name} and score 0 there" for name, count in names if count]


def compare(judged: Judged, before: tuple[str, Run], after: tuple[str, Run], by: str = ORDER) -> Comparison:
    """Compare two named runs on the questions with gold."""
    left, right = (by_question(run, judged.gold) for _, run in (before, after))
    gains, losses = changes(judged, before[1], after[1], left[by], right[by])
    rows = ({name: list(values.values()) for name, values in side.items()} for side in (left, right))
    return Comparison(
        before=before[0],
        after=after[0],
        questions=len(judged.gold),
        differences=differences(*rows),
        by=by,
        gains=gains,
        losses=losses,
        absent=(_absent(judged, before[1]), _absent(judged, after[1])),
    )


def _absent(judged: Judged, run: Run) -> int:
    return sum(question not in run for question in judged.gold)


_HEAD = "           before   after   change       95 % interval   p boot  p rand  better/worse/same"


def _row(name: str, one: Difference) -> str:
    span = f"{one.low:+.4f} to {one.high:+.4f}"
    counts = f"{one.better}/{one.worse}/{one.same}"
    tests = f"{one.bootstrap_p:7.4f} {one.randomisation_p:7.4f}"
    return f"{name:8} {one.before:7.4f} {one.after:7.4f} {one.change:+8.4f}  {span:>18}  {tests}  {counts}"

"""Gains and losses of one run against another, question by question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eval.judged import Judged
from eval.metrics import Run
from eval.ranks import gold_ranks

_SAME = 1e-9  # below it, values differ by rounding alone


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose measure changed by `change`; `ranks`: its gold's (rank before, rank after), None unfound."""

    question: str
    text: str
    change: float
    ranks: Mapping[str, tuple[int | None, int | None]]

    def json(self) -> dict[str, Any]:
        """JSON values."""
        ranks = [{"id": id_, "before": before, "after": after} for id_, (before, after) in self.ranks.items()]
        return {"id": self.question, "question": self.text, "change": round(self.change, 4), "gold": ranks}

    def line(self) -> str:
        """The same for reading: change, question, ranks."""
        moves = (f"{id_} {_rank(before)} → {_rank(after)}" for id_, (before, after) in self.ranks.items())
        return f"{self.change:+.3f}  {self.question}  {self.text}  [{'; '.join(moves)}]"


def changes(
    judged: Judged, before: Run, after: Run, left: Mapping[str, float], right: Mapping[str, float]
) -> tuple[list[Change], list[Change]]:
    """(gains, losses), each the biggest first; `left` and `right` are the measure of each question in both runs."""
    moved = [_change(judged, before, after, id_, right[id_] - left[id_]) for id_ in left]
    gains = [one for one in moved if one.change > _SAME]
    losses = [one for one in moved if one.change < -_SAME]
    return sorted(gains, key=lambda one: -one.change), sorted(losses, key=lambda one: one.change)


def _change(judged: Judged, before: Run, after: Run, question: str, change: float) -> Change:
    gold = judged.gold[question]
    old, new = (gold_ranks(run.get(question, ()), gold) for run in (before, after))
    return Change(question, judged.questions[question], change, {id_: (old[id_], new[id_]) for id_ in new})


def _rank(rank: int | None) -> str:
    return "–" if rank is None else str(rank)

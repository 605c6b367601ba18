"""Whether a search knows when it does not know: its confidence in each question against what it found."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import BadSet
from eval.judged import Judged
from eval.lines import columns_of
from eval.metrics import Run
from eval.ranks import first_rank
from eval.risk import RiskCoverage, risk_coverage


@dataclass(frozen=True, slots=True)
class Line:
    """Where answering begins: a confidence, and the ranks among which gold makes an answer right."""

    threshold: float = 0.5
    within: int = 1


ANSWERED = Line()
"""Unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """Risk and coverage over `questions` judged questions, of which `unanswerable` have no gold: never right."""

    curve: RiskCoverage
    line: Line
    questions: int
    unanswerable: int

    def json(self) -> dict[str, Any]:
        """JSON values."""
        asked = {"questions": self.questions, "unanswerable": self.unanswerable, "right_within": self.line.within}
        return {**asked, **self.curve.json(self.line.threshold)}

    def text(self) -> str:
        """The same for reading."""
        point = self.curve.at(self.line.threshold)
        told = f"answers {point.coverage:.1%}, of these {point.precision:.1%} right" if point else "answers nothing"
        area = f"AURC {self.curve.aurc:.4f} (perfect order {self.curve.least:.4f}, random {self.curve.most:.4f})"
        right = f"gold among the first {self.line.within}" if self.line.within > 1 else "gold first"
        return f"{area}; at {self.line.threshold:g} {told} ({right}; {self.unanswerable} unanswerable)"


def certainty(judged: Judged, found: Run, confidence: Mapping[str, float], line: Line) -> Certainty:
    """Judge confidences; `confidence` has one for every judged question."""
    asked = [id_ for id_ in judged.questions if id_ in judged.gold or id_ in judged.unanswerable]
    ranks = [first_rank(found.get(id_, ()), judged.gold.get(id_, ())) for id_ in asked]
    right = [rank is not None and rank <= line.within for rank in ranks]
    curve = risk_coverage([confidence[id_] for id_ in asked], right)
    return Certainty(curve, line, len(asked), len(judged.unanswerable))


def read_confidence(file: Path, judged: Judged) -> dict[str, float]:
    """Question id -> confidence, from lines with both between tabs. BadSet for one that is lacking, or comes twice."""
    held: dict[str, float] = {}
    for number, (question, text) in columns_of(file, 2):
        if question in held:
            raise BadSet(f"{file}:{number}: question {question!r} again (rule: each id once)")
        held[question] = _number(text, f"{file}:{number}")
    if lacking := [id_ for id_ in (*judged.gold, *judged.unanswerable) if id_ not in held]:
        raise BadSet(f"{file}: lacks question {lacking[0]!r} (rule: a confidence for every judged question)")
    return held


def write_confidence(file: Path, confidence: Mapping[str, float]) -> None:
    """Write what `read_confidence` reads."""
    file.write_text("".join(f"{id_}\t{value!r}\n" for id_, value in confidence.items()), encoding="utf-8", newline="\n")


def _number(text: str, place: str) -> float:
    try:
        value = float(text)
    except ValueError as error:
        raise BadSet(f"{place}: confidence {text!r} (rule: a number)") from error
    if math.isnan(value):
        raise BadSet(f"{place}: confidence {text!r} (rule: a number)")
    return value

"""Accuracy on questions that somebody else has sorted into categories of their own, such as LawBench's task 2-4."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.errors import BadSet
from eval.matters import Level, Tell, score_level

LAWBENCH = Path(__file__).parent / "lawbench_matters.toml"


@dataclass(frozen=True, slots=True)
class Categories:
    """The category of each matter or field of matters; `other` where a matter has none."""

    of: Mapping[str, str]
    other: str

    def __call__(self, matter: str) -> str:
        """The category of a matter."""
        return self.of.get(matter) or self.of.get(matter.partition(".")[0]) or self.other


@dataclass(frozen=True, slots=True)
class CategoryReport:
    """How many questions were sorted as they are, and F1 by category."""

    questions: int
    level: Level

    def json(self) -> dict[str, object]:
        """Everything, as values of JSON."""
        return {"questions": self.questions, **self.level.json()}

    def text(self) -> str:
        """A table to read."""
        rows = [f"{name} {value:.4f}" for name, value in self.level.f1.items()]
        total = f"{self.questions} questions: accuracy {self.level.accuracy:.4f}, macro F1 {self.level.macro_f1:.4f}"
        return "\n".join([*rows, total])


def read_categories(file: Path = LAWBENCH) -> Categories:
    """A mapping as `lawbench_matters.toml` writes it. BadSet where it is none."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
        of = {matter: category for category, matters in table["matters"].items() for matter in matters}
        return Categories(of, table["other"])
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise BadSet(f"{file}: {error!r} (rule: other, and [matters] with lists by category)") from error


def read_sorted(file: Path) -> list[tuple[str, str]]:
    """(question, category) of a JSON list of {"question", "answer"}. BadSet names the file and the rule."""
    try:
        return [(row["question"], row["answer"]) for row in json.loads(file.read_text("utf-8"))]
    except (ValueError, KeyError, TypeError) as error:
        raise BadSet(f'{file}: {error!r} (rule: a JSON list of {{"question", "answer"}})') from error


def score_categories(questions: Sequence[tuple[str, str]], tell: Tell, categories: Categories) -> CategoryReport:
    """Tell each question's matter, and compare the matter's category."""
    told = [categories(tell(text)[1]) for text, _ in questions]
    return CategoryReport(len(questions), score_level([category for _, category in questions], told))

"""Questions, and the gold that judges an answer to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.errors import BadSet
from eval.lines import columns_of

Grades = Mapping[str, int]
"""Passage id -> how well it answers, 1 and more."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Questions by id, and for each with gold its grades by passage id. Ids are as in the files, byte for byte."""

    questions: Mapping[str, str]
    gold: Mapping[str, Grades]


def read_judged(queries: Path, qrels: Path) -> Judged:
    """Read Q.tsv (id, question) and R.tsv (id, passage, grade; or TREC's id, 0, passage, grade).

    Gold of grade 0 is none, gold of questions that are not asked is left out; BadSet where no question has gold.
    """
    questions = read_questions(queries)
    gold = {question: grades for question, grades in _gold(qrels).items() if question in questions}
    if not gold:
        raise BadSet(f"{qrels}: judges none of the {len(questions)} questions of {queries} (rule: at least one)")
    return Judged(questions, gold)


def read_questions(file: Path) -> dict[str, str]:
    """Question id -> question, from lines with both between tabs; BadSet where an id comes twice."""
    questions: dict[str, str] = {}
    for number, (question, text) in columns_of(file, 2):
        if question in questions:
            raise BadSet(f"{file}:{number}: question {question!r} again (rule: each id once)")
        questions[question] = text
    return questions


def _gold(file: Path) -> dict[str, dict[str, int]]:
    gold: dict[str, dict[str, int]] = {}
    for number, columns in columns_of(file, 3, 4):
        question, passage, grade = columns[0], columns[-2], _grade(columns[-1], file, number)
        if grade > 0:
            gold.setdefault(question, {})[passage] = grade
    return gold


def _grade(text: str, file: Path, number: int) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise BadSet(f"{file}:{number}: grade {text!r} (rule: a whole number)") from error

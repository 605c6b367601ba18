"""Questions, and the gold that judges an answer to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.errors import BadSet
from eval.lines import columns_of
from knowledge.question_bank import read_bank

Grades = Mapping[str, int]
"""Passage id -> how well it answers, 1 and more."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Questions by id, and for each with gold its grades by passage id. Ids are as in the files, byte for byte.

    `unanswerable` are questions that were judged and have no gold: every grade of theirs is 0.
    """

    questions: Mapping[str, str]
    gold: Mapping[str, Grades]
    unanswerable: frozenset[str] = frozenset()


def read_judged(queries: Path | None, qrels: Path) -> Judged:
    """Read Q.tsv (id, question) and R.tsv (id, passage, grade; or TREC's id, 0, passage, grade).

    Without `queries` the questions are those that `qrels` judges, and their texts are empty. Judgements of questions
    that are not asked are left out; BadSet where no question has gold.
    """
    grades = read_grades(qrels)
    questions = read_questions(queries) if queries else dict.fromkeys(grades, "")
    gold = {
        question: positive for question in grades if question in questions and (positive := _gold(grades[question]))
    }
    if not gold:
        of = f"the {len(questions)} questions of {queries}" if queries else "its own questions above 0"
        raise BadSet(f"{qrels}: judges none of {of} (rule: at least one)")
    return Judged(questions, gold, frozenset(id_ for id_ in grades if id_ in questions and id_ not in gold))


def read_questions(file: Path) -> dict[str, str]:
    """Question id -> question, from lines with both between tabs; BadSet where an id comes twice."""
    questions: dict[str, str] = {}
    for number, (question, text) in columns_of(file, 2):
        if question in questions:
            raise BadSet(f"{file}:{number}: question {question!r} again (rule: each id once)")
        questions[question] = text
    return questions


def read_grades(file: Path) -> dict[str, dict[str, int]]:
    """Question id -> grade by passage id, 0 and less too; BadSet where a passage is judged in two ways."""
    grades: dict[str, dict[str, int]] = {}
    for number, columns in columns_of(file, 3, 4, spaced=True):
        question, passage, grade = columns[0], columns[-2], _grade(columns[-1], file, number)
        if grades.setdefault(question, {}).setdefault(passage, grade) != grade:
            raise BadSet(f"{file}:{number}: {passage!r} is judged otherwise above (rule: one grade a passage)")
    return grades


def _gold(grades: Grades) -> dict[str, int]:
    return {passage: grade for passage, grade in grades.items() if grade > 0}


def _grade(text: str, file: Path, number: int) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise BadSet(f"{file}:{number}: grade {text!r} (rule: a whole number)") from error


def read_others(path: Path) -> dict[str, str]:
    """Questions to compare with: those of a file, or those of a folder of the bank, numbered in its order."""
    if path.is_dir():
        return {f"bank {number}": question.text for number, question in enumerate(read_bank(path), 1)}
    return read_questions(path)

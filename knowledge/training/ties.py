"""The ties of the bank: which wording each article's questions were written from, and what its text was like."""

from collections.abc import Iterator, Sequence

from knowledge.errors import DataError
from knowledge.question_bank import BankQuestion, Tie
from knowledge.statutes.library import Library
from knowledge.statutes.likeness import sketch


def tie(questions: Sequence[BankQuestion], library: Library) -> Iterator[Tie]:
    """A tie for every article that the questions name, to its wording of the day they were checked.

    DataError names the question whose article is not in force on that day.
    """
    named = {ref: question for question in questions for ref in question.refs}
    for ref, question in named.items():
        finding = library.resolve(ref, question.checked)
        if not finding.citable or finding.version is None:
            raise DataError(
                f"{question.text!r} names {ref}, which is not in force on {question.checked}: {finding.note}"
            )
        yield Tie(ref, finding.version.force.start.earliest, sketch(finding.text))

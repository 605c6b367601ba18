"""Pairs of texts that belong together, from which the encoder learns what means the same."""

from collections.abc import Iterator, Mapping, Sequence

from knowledge.training.texts import Passage, Question

Partner = tuple[str, str, str]
"""(left text, right text, key of what they share)."""


def asked_pairs(questions: Sequence[Question], passages: Mapping[str, Passage]) -> Iterator[Partner]:
    """Each question and each lawyer's answer with the passages that the question rests on, and with one another.

    A sentence of an article with the rest of it (inverse cloze) was tried as a third kind: it gained nothing.
    """
    for question in questions:
        for key in question.gold:
            if key in passages:
                yield question.text, passages[key].whole, key
                if question.answer:
                    yield question.answer, passages[key].whole, key
        if question.answer:
            yield question.text, question.answer, f"answer {question.id}"

"""Pairs of texts that belong together, from which the encoder learns what means the same."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from knowledge.training.texts import Passage, Question

Partner = tuple[str, str, str]
"""(left text, right text, key of what they share)."""


def asked_pairs(questions: Sequence[Question], passages: Mapping[str, Passage]) -> Iterator[Partner]:
    """Each question with each passage that answers it, and with the lawyer's answer; the answer with the passages."""
    for question in questions:
        for key in question.gold:
            if key in passages:
                yield question.text, passages[key].whole, key
                if question.answer:
                    yield question.answer, passages[key].whole, key
        if question.answer:
            yield question.text, question.answer, f"answer {question.id}"


def inner_pairs(passages: Sequence[Passage], seed: int) -> Iterator[Partner]:
    """A sentence of each passage with the rest of it (inverse cloze, Lee et al. 2019), one a passage."""
    random = np.random.default_rng(seed)
    for passage in passages:
        sentences = [part for part in passage.text.replace("\n", "。").split("。") if len(part) > 8]
        if len(sentences) < 2:
            continue
        chosen = int(random.integers(len(sentences)))
        rest = "。".join(sentences[:chosen] + sentences[chosen + 1 :])
        yield sentences[chosen], f"{passage.title}\n{rest}", passage.key

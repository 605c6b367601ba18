"""Reranking: a model that reads question and passage together puts the first passages in a better order."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.search.model import Passage

MOST = 30
"""Passages that are reranked: each costs a pass through the model, and what stands below rarely comes first."""

Thing = TypeVar("Thing")


class Reranker(Protocol):
    """Reads a question and each of some texts together, and says how well they fit."""

    @property
    def name(self) -> str:
        """Changes whenever the same texts might get other scores."""

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (texts,): higher is better, comparable inside one call. A score does not depend on the other texts."""


def rerank(question: str, passages: Sequence[Passage], reranker: Reranker, first: int = MOST) -> list[Passage]:
    """The first passages in the reranker's order, the rest after them as they stand; at most MOST are reranked.

    Passages that the question names (citations) are the caller's to keep in front.
    """
    read = passages[: min(first, MOST)]
    return blend(passages, reranker.scores(question, [read_as(passage) for passage in read]))


def read_as(passage: Passage) -> str:
    """A passage as a reranker reads it: title and text, as the encoder does and as training does."""
    return f"{passage.title}\n{passage.text}"


def blend(found: Sequence[Thing], scores: NDArray[np.floating]) -> list[Thing]:
    """The first len(scores) of `found` by falling score, equal ones in their order; then the rest, in order.

    ValueError where there are more scores than things, or one of them is not a finite number.
    """
    if scores.ndim != 1 or len(scores) > len(found):
        raise ValueError(f"scores of shape {scores.shape} for {len(found)} found (rule: one each, for the first)")
    if not np.isfinite(scores).all():
        raise ValueError("a reranker's score is not a finite number (rule: every score is)")
    order = np.argsort(-scores, kind="stable")
    return [found[position] for position in order.tolist()] + list(found[len(scores) :])

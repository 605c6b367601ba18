"""Hard negatives: passages that look as if they answered a question, and do not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import DataError
from knowledge.search.ports import Vectors
from knowledge.training.texts import Passage, Question

_ROWS = 256  # questions compared at once: with 55,000 passages, 56 MB of cosines


@dataclass(frozen=True, slots=True)
class Mining:
    """How negatives are drawn: `count` a question, at random from the `depth` nearest passages that are no answer.

    A passage as near to an answer as `twin` (cosine) is left out: it says the same, in another law or an older wording.
    """

    count: int = 7
    depth: int = 100
    twin: float = 0.95
    seed: int = 20260101


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with texts that answer it and texts that do not."""

    question: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


def make_lessons(
    questions: Sequence[Question], passages: Sequence[Passage], asked: Vectors, held: Vectors, mining: Mining
) -> list[Lesson]:
    """A lesson for every question whose answer is among the passages.

    `asked` and `held` are the vectors of questions and passages, row by row. DataError where no question has an answer
    among the passages, or where there are too few passages to draw from.
    """
    rows = {passage.key: row for row, passage in enumerate(passages)}
    gold = [[rows[key] for key in dict.fromkeys(question.gold) if key in rows] for question in questions]
    known = [number for number, right in enumerate(gold) if right]
    if not known:
        raise DataError("no question has an answer among the statutes (rule: qrels name passages by their ids)")
    wrong = draw_negatives(asked[known], held, [gold[number] for number in known], mining)
    return [
        Lesson(questions[number].text, _whole(passages, gold[number]), _whole(passages, drawn))
        for number, drawn in zip(known, wrong, strict=True)
    ]


def draw_negatives(asked: Vectors, held: Vectors, gold: Sequence[Sequence[int]], mining: Mining) -> list[list[int]]:
    """`count` rows of `held` for each row of `asked`, none of them in its `gold`."""
    random = np.random.default_rng(mining.seed)
    # Answers and their twins are taken out of what is found, so more is looked for.
    depth = min(len(held), 2 * mining.depth + max((len(right) for right in gold), default=0))
    drawn = []
    for start in range(0, len(asked), _ROWS):
        for near, right in zip(_nearest(asked[start : start + _ROWS], held, depth), gold[start:], strict=False):
            wrong = [row for row in near.tolist() if row not in right and not _twin(row, right, held, mining.twin)]
            if len(wrong) < mining.count:
                raise DataError(f"{len(wrong)} passages to draw {mining.count} negatives from (rule: as many at least)")
            chosen = random.choice(wrong[: mining.depth], mining.count, replace=False)
            drawn.append(chosen.tolist())
    return drawn


def _nearest(asked: Vectors, held: Vectors, depth: int) -> NDArray[np.intp]:
    """Shape (questions, depth): rows of the passages with the highest cosines, best first; ties by row."""
    cosines = asked @ held.T
    best = np.sort(np.argpartition(-cosines, depth - 1, axis=1)[:, :depth], axis=1)
    order = np.argsort(-np.take_along_axis(cosines, best, axis=1), axis=1, kind="stable")
    return np.take_along_axis(best, order, axis=1)


def _twin(row: int, right: Sequence[int], held: Vectors, limit: float) -> bool:
    return bool((held[list(right)] @ held[row]).max() >= limit)


def _whole(passages: Sequence[Passage], rows: Sequence[int]) -> tuple[str, ...]:
    return tuple(passages[row].whole for row in rows)

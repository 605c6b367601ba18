"""Fine-tuning by contrast: a text's mean vector moves towards its partner's and away from those of other texts.

InfoNCE both ways over the batch (as MultipleNegativesRankingLoss), and from left to right also over passages drawn at
random, which few questions ever ask for and in-batch negatives alone would never push away: on the STARD training
questions they were worth six points of R@10. The gradient is written out; Adam.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from knowledge.search.ports import Vectors

MEMORY = (0.9, 0.99)
"""How much Adam keeps of past gradients and of their squares; shorter than usual, for steps are few."""

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how boldly to tune.

    `others` passages are drawn for every batch as further negatives; `temperature` divides cosines; `rate` is Adam's
    step at the start, which falls to nothing.
    """

    epochs: int = 6
    batch: int = 512
    others: int = 6_000
    rate: float = 0.008
    temperature: float = 0.05
    seed: int = 20260101


@dataclass(frozen=True, slots=True)
class Pairs:
    """Partners row by row, each a matrix of `bags.mean_rows`; `partner` is the number of the passage they share.

    `passages` has a row for every passage, by number; partners of a number beyond them share something else.
    """

    left: csr_array
    right: csr_array
    partner: NDArray[np.int64]
    passages: csr_array


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of the left, of their partners and then of other passages, with the numbers that tell who is whose."""

    left: csr_array
    right: csr_array
    partner: NDArray[np.int64]
    candidate: NDArray[np.int64]

    @property
    def masked(self) -> NDArray[np.bool_]:
        """Shape (left, right): where the same passage stands again, which is no counter-example to itself."""
        own = np.eye(len(self.partner), len(self.candidate), dtype=bool)
        masked: NDArray[np.bool_] = (self.partner[:, None] == self.candidate) & ~own
        return masked


class Learner(Protocol):
    """What moves the vectors, on one kind of processor."""

    def step(self, batch: Batch, temperature: float, rate: float) -> float:
        """One step of Adam; the batch's loss before it."""

    def vectors(self) -> Vectors:
        """The vectors as they are now."""


def tune(
    vectors: Vectors,
    pairs: Pairs,
    schedule: Schedule,
    progress: Callable[[int, float], None],
    learner: Callable[[Vectors], Learner] | None = None,
) -> Vectors:
    """Vectors after training, by NumPy where no other learner is given; the batches are the same for all.

    `progress` gets each epoch's number (from 1) and mean loss.
    """
    random = np.random.default_rng(schedule.seed)
    moved = (learner or NumpyLearner)(vectors)
    count, taken = pairs.left.shape[0], 0
    steps = max(1, count // schedule.batch) * schedule.epochs
    for epoch in range(schedule.epochs):
        order, losses = random.permutation(count), []
        for start in range(0, count - schedule.batch + 1, schedule.batch):
            batch = _draw(pairs, order[start : start + schedule.batch], schedule.others, random)
            losses.append(moved.step(batch, schedule.temperature, schedule.rate * (1 - taken / steps)))
            taken += 1
        progress(epoch + 1, float(np.mean(losses)))
    return moved.vectors()


def _draw(pairs: Pairs, rows: NDArray[np.int64], others: int, random: np.random.Generator) -> Batch:
    drawn = random.integers(0, pairs.passages.shape[0], min(others, pairs.passages.shape[0]))
    right = vstack([pairs.right[rows], pairs.passages[drawn]], format="csr")
    partner = pairs.partner[rows]
    return Batch(pairs.left[rows], right, partner, np.concatenate([partner, drawn]))


def _contrast(vectors: Floats, batch: Batch, temperature: float) -> tuple[float, Floats]:
    size = len(batch.partner)
    a, a_length = _unit(batch.left @ vectors)
    b, b_length = _unit(batch.right @ vectors)
    logits = a @ b.T / temperature
    logits[batch.masked] = -np.inf
    own = np.eye(size, logits.shape[1], dtype=bool)
    forward, backward = _softmax(logits), _softmax(logits[:, :size].T).T
    loss = -float(np.mean(np.log(np.diag(forward)) + np.log(np.diag(backward)))) / 2
    pull: Floats = forward / 2 - own
    pull[:, :size] += backward / 2
    pull /= temperature * size
    gradient: Floats = batch.left.T @ _through_unit(pull @ b, a, a_length)
    gradient += batch.right.T @ _through_unit(pull.T @ a, b, b_length)
    return loss, gradient


def _unit(rows: Floats) -> tuple[Floats, Floats]:
    lengths: Floats = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    unit: Floats = rows / lengths
    return unit, lengths


def _through_unit(gradient: Floats, unit: Floats, lengths: Floats) -> Floats:
    along: Floats = (gradient * unit).sum(axis=1, keepdims=True)
    return (gradient - along * unit) / lengths


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


class NumpyLearner:
    """The Learner on the CPU, gradient by hand."""

    def __init__(self, vectors: Vectors) -> None:
        self._adam = _Adam(vectors.copy())

    def step(self, batch: Batch, temperature: float, rate: float) -> float:
        """As Learner."""
        loss, gradient = _contrast(self._adam.values, batch, temperature)
        self._adam.step(gradient, rate)
        return loss

    def vectors(self) -> Vectors:
        """As Learner."""
        return self._adam.values


class _Adam:
    """Kingma and Ba (2015), with their constants but a shorter memory of squares, for steps are few."""

    def __init__(self, values: Vectors, first: float = MEMORY[0], second: float = MEMORY[1]) -> None:
        self.values = values
        self.steps = 0
        self._first, self._second = first, second
        self._mean = np.zeros_like(values)
        self._square = np.zeros_like(values)

    def step(self, gradient: Floats, rate: float) -> None:
        self.steps += 1
        self._mean += (1 - self._first) * (gradient - self._mean)
        self._square += (1 - self._second) * (gradient**2 - self._square)
        mean = self._mean / (1 - self._first**self.steps)
        square = self._square / (1 - self._second**self.steps)
        self.values -= rate * mean / (np.sqrt(square) + 1e-8)

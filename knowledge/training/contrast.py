"""Fine-tuning by contrast: a text's mean vector moves towards its partner's and away from the others in its batch.

Symmetric InfoNCE over in-batch negatives (as MultipleNegativesRankingLoss), its gradient written out, Adam.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from knowledge.search.ports import Vectors

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how boldly to tune; `temperature` divides cosines, `rate` is Adam's step at the start."""

    epochs: int = 4
    batch: int = 256
    rate: float = 0.005
    temperature: float = 0.05
    seed: int = 20260101


@dataclass(frozen=True, slots=True)
class Pairs:
    """Partners row by row, each a matrix of `bags.mean_rows`; `partner` tells rows that share a passage apart."""

    left: csr_array
    right: csr_array
    partner: NDArray[np.int64]


def tune(vectors: Vectors, pairs: Pairs, schedule: Schedule, progress: Callable[[int, float], None]) -> Vectors:
    """Vectors after training; `progress` gets each epoch's number (from 1) and mean loss."""
    random = np.random.default_rng(schedule.seed)
    adam = _Adam(vectors.copy())
    count = pairs.left.shape[0]
    steps = max(1, count // schedule.batch) * schedule.epochs
    for epoch in range(schedule.epochs):
        order, losses = random.permutation(count), []
        for start in range(0, count - schedule.batch + 1, schedule.batch):
            rows = order[start : start + schedule.batch]
            loss, gradient = _contrast(adam.values, pairs, rows, schedule.temperature)
            adam.step(gradient, schedule.rate * (1 - adam.steps / steps))
            losses.append(loss)
        progress(epoch + 1, float(np.mean(losses)))
    return adam.values


def _contrast(vectors: Floats, pairs: Pairs, rows: NDArray[np.int64], temperature: float) -> tuple[float, Floats]:
    left, right, partner = pairs.left[rows], pairs.right[rows], pairs.partner[rows]
    a, a_length = _unit(left @ vectors)
    b, b_length = _unit(right @ vectors)
    logits = a @ b.T / temperature
    same = (partner[:, None] == partner) & ~np.eye(len(rows), dtype=bool)
    logits[same] = -np.inf  # another question with the same answer is no counter-example
    forward, backward = _softmax(logits), _softmax(logits.T).T
    loss = -float(np.mean(np.log(np.diag(forward)) + np.log(np.diag(backward)))) / 2
    pull: Floats = ((forward + backward) / 2 - np.eye(len(rows), dtype=np.float32)) / (temperature * len(rows))
    gradient: Floats = left.T @ _through_unit(pull @ b, a, a_length)
    gradient += right.T @ _through_unit(pull.T @ a, b, b_length)
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


class _Adam:
    """Kingma and Ba (2015), with their constants but a shorter memory of squares, for steps are few."""

    def __init__(self, values: Vectors, first: float = 0.9, second: float = 0.99) -> None:
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

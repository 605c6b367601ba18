"""Training of the classifier of matters from beginning to end: learn, find temperature and line, write."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from torch import Tensor

from knowledge.search.ports import Encoder
from knowledge.training.matter_lessons import Label, Lesson, all_lessons, certain
from knowledge.training.matter_network import Network, Plan, Sight, learn, scores_of

_HELD_OUT = 5
"""One in so many of the questions with a certain label is held out to find the temperature."""

_TRUST = 0.3
"""Below the line, the best label of held-out questions is right less often than this."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """What turns scores into probabilities, and from which probability on a label is said."""

    temperature: float
    line: float
    accuracy: float


def train_matters(encoder: Encoder, file: Path, plan: Plan, say: Callable[[str], None]) -> Certainty:
    """Train on all lessons and write the model; what the held-out fifth showed comes back."""
    lessons = all_lessons(certain(), plan.seed)
    labels = sorted({label for lesson in lessons for label in lesson.labels}, key=str)
    say(f"{len(lessons)} lessons, {len(labels)} labels")
    certainty = _certainty(labels, encoder, plan)
    say(f"held-out accuracy {certainty.accuracy:.4f}")
    say(f"temperature {certainty.temperature:.2f}, line {certainty.line:.2f}")
    sight = Sight.of([lesson.text for lesson in lessons], plan.grams, encoder)
    _write(learn(lessons, labels, sight, plan), sight, labels, certainty, file)
    return certainty


def _certainty(labels: Sequence[Label], encoder: Encoder, plan: Plan) -> Certainty:
    """Temperature and line of a network that has not seen a fifth of the certain questions."""
    kept, held = _split(plan.seed)
    sight = Sight.of([lesson.text for lesson in kept], plan.grams, encoder)
    scores = scores_of(learn(kept, labels, sight, plan), sight, [lesson.text for lesson in held])
    gold = np.array([labels.index(lesson.labels[0]) for lesson in held])
    temperature = min(np.arange(0.5, 3.01, 0.05), key=lambda one: _surprise(scores / one, gold))
    chances = _softmax(scores / temperature)
    right = chances.argmax(1) == gold
    return Certainty(float(temperature), _line(chances.max(1), right), float(right.mean()))


def _split(seed: int) -> tuple[list[Lesson], list[Lesson]]:
    """Lessons to learn from, and questions of people that are held out."""
    ours = certain()
    held = frozenset(random.Random(seed).sample(range(len(ours)), len(ours) // _HELD_OUT))
    kept = [lesson for place, lesson in enumerate(ours) if place not in held]
    return all_lessons(kept, seed), [ours[place] for place in sorted(held)]


def _line(chances: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    """The lowest probability around which the label is right as often as `_TRUST` says."""
    for line in np.arange(0.05, 0.5, 0.01):
        near = np.abs(chances - line) < 0.04
        if near.sum() >= 20 and right[near].mean() >= _TRUST:
            return float(round(line, 2))
    raise ValueError(f"at no probability below 0.5 is a label right as often as {_TRUST}: the model tells nothing")


def _surprise(scores: NDArray[np.float32], gold: NDArray[np.int_]) -> float:
    return float(-np.log(_softmax(scores)[np.arange(len(gold)), gold] + 1e-12).mean())


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    chances: NDArray[np.float32] = raised / raised.sum(1, keepdims=True)
    return chances


def _write(network: Network, sight: Sight, labels: Sequence[Label], certainty: Certainty, file: Path) -> None:
    """What MatterClassifier reads: n-gram vectors as int8 with a step for each row, the rest as float32."""
    gram = network.gram.weight.detach().numpy()
    step = np.maximum(np.abs(gram).max(1), 1e-9) / 127
    tensors = {
        "grams": np.frombuffer("\n".join(sight.known).encode(), np.uint8),
        "idf": sight.idf,
        "gram": np.round(gram / step[:, None]).astype(np.int8),
        "gram.step": step.astype(np.float32),
        "through": _turned(network.through.weight),
        "out": _turned(network.out.weight),
        "beside": _turned(network.beside.weight),
        "bias": network.out.bias.detach().numpy(),
    }
    facts = {
        "encoder": sight.encoder.name,
        "labels": "\n".join(map(str, labels)),
        "temperature": f"{certainty.temperature:.2f}",
        "line": f"{certainty.line:.2f}",
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, file, facts)


def _turned(weight: Tensor) -> NDArray[np.float32]:
    turned: NDArray[np.float32] = np.ascontiguousarray(weight.detach().numpy().T)
    return turned

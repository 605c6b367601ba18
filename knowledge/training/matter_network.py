"""How the classifier of matters learns: a small network by Adam, on texts whose label is one of several.

A lesson with several labels pulls on their summed probability, so that the network itself settles which one a question
of the bank is (Jin and Ghahramani, "Learning with multiple labels", 2002).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.sparse import csr_array
from torch import Tensor, nn
from torch.nn.functional import dropout, log_softmax

from knowledge.classifier.grams import grams
from knowledge.search.ports import Encoder, Vectors
from knowledge.search.script import simplified
from knowledge.training.matter_lessons import Label, Lesson


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn: `grams` n-grams of `width` numbers each, `left_out` the share of n-grams and of hidden units."""

    grams: int = 32_000
    width: int = 64
    rounds: int = 14
    batch: int = 512
    rate: float = 0.005
    left_out: float = 0.3
    seed: int = 20260101


@dataclass(frozen=True, slots=True)
class Sight:
    """What the network sees of texts: the n-grams known, and how rare each is."""

    known: tuple[str, ...]
    idf: NDArray[np.float32]
    encoder: Encoder

    @classmethod
    def of(cls, texts: Sequence[str], count: int, encoder: Encoder) -> "Sight":
        """The `count` commonest n-grams of the texts."""
        seen = Counter(gram for text in texts for gram in grams(text))
        known = tuple(sorted(sorted(seen, key=lambda gram: (-seen[gram], gram))[:count]))
        return cls(known, np.array([np.log(len(texts) / seen[gram]) + 1 for gram in known], np.float32), encoder)

    def rows(self, texts: Sequence[str]) -> csr_array:
        """Shape (texts, n-grams): the idf of each n-gram, rows of unit length."""
        place = {gram: row for row, gram in enumerate(self.known)}
        found = [sorted(place[gram] for gram in grams(text) if gram in place) for text in texts]
        weights = [self.idf[row] / max(float(np.linalg.norm(self.idf[row])), 1e-9) for row in found]
        ends = np.cumsum([0, *map(len, found)])
        columns = np.concatenate([np.asarray(row, np.int64) for row in found])
        return csr_array((np.concatenate(weights), columns, ends), shape=(len(texts), len(self.known)))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """The encoder's vectors of the texts."""
        return self.encoder.encode([simplified(text) for text in texts])


class Network(nn.Module):
    """The network that `MatterClassifier` runs."""

    def __init__(self, sight: Sight, plan: Plan, labels: int) -> None:
        """Weights drawn by PyTorch's seed."""
        super().__init__()
        self.left_out = plan.left_out
        self.gram = nn.EmbeddingBag(len(sight.known), plan.width, mode="sum")
        nn.init.normal_(self.gram.weight, 0, 0.1)
        self.through = nn.Linear(sight.encoder.dimension, plan.width, bias=False)
        self.out = nn.Linear(plan.width, labels)
        self.beside = nn.Linear(sight.encoder.dimension, labels, bias=False)
        nn.init.zeros_(self.beside.weight)

    def forward(self, rows: csr_array, vectors: Vectors) -> Tensor:
        """Scores, shape (texts, labels)."""
        places = torch.from_numpy(rows.indices.astype(np.int64))
        starts = torch.from_numpy(rows.indptr[:-1].astype(np.int64))
        meant = torch.from_numpy(vectors)
        weights = dropout(torch.from_numpy(rows.data), self.left_out, self.training)
        hidden = torch.relu(self.gram(places, starts, per_sample_weights=weights) + self.through(meant))
        scores: Tensor = self.out(dropout(hidden, self.left_out, self.training)) + self.beside(meant)
        return scores


def learn(lessons: Sequence[Lesson], labels: Sequence[Label], sight: Sight, plan: Plan) -> Network:
    """The network fitted to the lessons; the same inputs give the same network on the same machine."""
    torch.manual_seed(plan.seed)
    draw = np.random.default_rng(plan.seed)
    network, texts = Network(sight, plan, len(labels)), [lesson.text for lesson in lessons]
    rows, vectors, allowed = sight.rows(texts), sight.vectors(texts), _allowed(lessons, labels)
    weights = torch.tensor([lesson.weight for lesson in lessons], dtype=torch.float32)
    adam = torch.optim.Adam(network.parameters(), plan.rate)
    for turn in range(plan.rounds):
        adam.param_groups[0]["lr"] = plan.rate * (1 - turn / plan.rounds)
        for batch in np.array_split(draw.permutation(len(lessons)), -(-len(lessons) // plan.batch)):
            chances = log_softmax(network(rows[batch], vectors[batch]), 1)
            right = torch.logsumexp(chances + allowed[batch], 1)
            loss = -(weights[batch] * right).mean() / weights.mean()
            adam.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch has no type for it
            adam.step()
    return network.eval()


def scores_of(network: Network, sight: Sight, texts: Sequence[str]) -> NDArray[np.float32]:
    """Scores, shape (texts, labels)."""
    with torch.no_grad():
        scores: NDArray[np.float32] = network(sight.rows(texts), sight.vectors(texts)).numpy()
    return scores


def _allowed(lessons: Sequence[Lesson], labels: Sequence[Label]) -> Tensor:
    """0 where a lesson may have the label, very little elsewhere: shape (lessons, labels), logarithms."""
    place = {label: column for column, label in enumerate(labels)}
    allowed = np.full((len(lessons), len(labels)), -30, np.float32)
    for row, lesson in enumerate(lessons):
        allowed[row, [place[label] for label in lesson.labels]] = 0
    return torch.from_numpy(allowed)

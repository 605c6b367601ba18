"""Services and matters told by a small network that NumPy runs: sums of n-gram vectors beside the encoder's vector.

scores = relu(Σ idf·gram / ‖idf‖ + P·e) · O + Q·e + b, with e the static encoder's vector of the text; the probabilities
are the softmax of scores / temperature. The model has learned with one encoder and works with no other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from knowledge.classifier.grams import grams
from knowledge.errors import DataError
from knowledge.matters import Likely, matter_ids
from knowledge.search.ports import Encoder
from knowledge.search.script import simplified

MODEL = Path(__file__).parents[1] / "classifier" / "model.safetensors"
NONE = "-"
"""The label of talk that is of no matter."""

Floats = NDArray[np.float32]
TENSORS = ("grams", "idf", "gram", "gram.step", "through", "out", "beside", "bias")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a model says of itself: (service, matter) of each label; below `line` nothing is said."""

    encoder: str
    labels: tuple[tuple[str, str], ...]
    temperature: float
    line: float

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "_Facts":
        """ValueError or KeyError where one is missing or wrong."""
        labels = [label.split(" ") for label in said["labels"].split("\n")]
        pairs = tuple((service, matter) for service, matter in labels)
        return cls(said["encoder"], pairs, float(said["temperature"]), float(said["line"]))


class MatterClassifier:
    """The likeliest services and matters of a text. Safe to share between threads."""

    def __init__(self, encoder: Encoder, file: Path = MODEL, limit: int = 3) -> None:
        """Load the model; DataError where the file is none, or has learned with another encoder or taxonomy."""
        tensors, facts = _read(file)
        if facts.encoder != encoder.name:
            raise DataError(f"{file} has learned with {facts.encoder}, not {encoder.name}: lawline-train matters")
        strange = {matter for _, matter in facts.labels} - matter_ids() - {NONE}
        if strange:
            raise DataError(f"{file}: {sorted(strange)} are no matters of matters.toml: lawline-train matters")
        self._encoder, self._facts, self._limit = encoder, facts, limit
        self._rows = {gram: row for row, gram in enumerate(bytes(tensors["grams"]).decode().split("\n"))}
        self._idf, self._gram, self._step = tensors["idf"], tensors["gram"], tensors["gram.step"]
        self._through, self._out, self._beside, self._bias = (tensors[name] for name in TENSORS[4:])

    def __call__(self, text: str) -> tuple[Likely, ...]:
        """The likeliest, best first; none where talk of no matter is likelier, or the best is below the line."""
        chances = self.probabilities(text)
        best = np.argsort(-chances, kind="stable")[: self._limit + 1]
        pairs = zip((self.labels[one] for one in best), chances[best].tolist(), strict=True)
        likely = [Likely(service, matter, chance) for (service, matter), chance in pairs]
        if likely[0].matter == NONE or likely[0].probability < self._facts.line:
            return ()
        return tuple(one for one in likely if one.matter != NONE)[: self._limit]

    @property
    def labels(self) -> Sequence[tuple[str, str]]:
        """Service and matter of each probability."""
        return self._facts.labels

    def probabilities(self, text: str) -> Floats:
        """A probability for each label; their sum is 1."""
        meant = self._encoder.encode([simplified(text)])[0]
        hidden = np.maximum(self._sum(text) + meant @ self._through, 0)
        scores = (hidden @ self._out + meant @ self._beside + self._bias) / self._facts.temperature
        raised = np.exp(scores - scores.max())
        chances: Floats = raised / raised.sum()
        return chances

    def _sum(self, text: str) -> Floats:
        rows = sorted(self._rows[gram] for gram in grams(text) if gram in self._rows)
        if not rows:
            return np.zeros(self._gram.shape[1], np.float32)
        idf = self._idf[rows]
        weights = idf / np.linalg.norm(idf) * self._step[rows]
        summed: Floats = weights @ self._gram[rows].astype(np.float32)
        return summed


def _read(file: Path) -> tuple[dict[str, Floats], _Facts]:
    try:
        with safe_open(file, "numpy") as opened:
            return {name: opened.get_tensor(name) for name in TENSORS}, _Facts.of(opened.metadata() or {})
    except (OSError, SafetensorError, ValueError, KeyError) as error:
        raise DataError(f"{file} is no matter classifier: {error!r}: lawline-train matters") from error

"""A sentence-transformers StaticEmbedding model run by NumPy alone: the mean of its tokens' vectors.

The folder holds `tokenizer.json` (tokenizers) and `model.safetensors` with `embedding.weight`, shape (tokens,
dimension), as float32, float16, or int8 with `embedding.scale`, shape (tokens,), the length of one step in each row.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from knowledge.errors import DataError
from knowledge.search.ports import Vectors

TENSORS, TOKENIZER = "model.safetensors", "tokenizer.json"
_WEIGHT, _SCALE = "embedding.weight", "embedding.scale"


class StaticEncoder:
    """The Encoder port over a static model's folder. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Load the model; DataError where the folder does not hold one."""
        for name in (TENSORS, TOKENIZER):
            if not (folder / name).is_file():
                raise DataError(f"{folder} is not a static model: {name} is missing")
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._weight, self._scale = _tensors(folder / TENSORS)
        self._name = f"static-{_digest(folder)}"

    @property
    def name(self) -> str:
        """Stands for the model's content."""
        return self._name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._weight.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length a text; a zero row where no word of the text is known."""
        encoded = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for row, tokens in zip(rows, encoded, strict=True):
            if tokens.ids:
                row[:] = self.vectors(np.asarray(tokens.ids)).mean(axis=0)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = np.divide(rows, lengths, out=rows, where=lengths > 0)
        return unit

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """The same: this model tells questions and passages apart by nothing."""
        return self.encode(texts)

    def vectors(self, tokens: NDArray[np.intp]) -> Vectors:
        """The vectors of tokens by id, shape (n, dimension), not of unit length."""
        rows: Vectors = self._weight[tokens].astype(np.float32)
        return rows if self._scale is None else rows * self._scale[tokens, None]


def _tensors(file: Path) -> tuple[NDArray[np.generic], Vectors | None]:
    try:
        tensors = load_file(file)
    except SafetensorError as error:
        raise DataError(f"{file} is not a safetensors file: {error}") from error
    weight = tensors.get(_WEIGHT)
    if weight is None or weight.ndim != 2:
        raise DataError(f"{file} has no two-dimensional tensor {_WEIGHT}")
    if weight.dtype == np.int8 and _SCALE not in tensors:
        raise DataError(f"{file} holds int8 vectors without {_SCALE}")
    scale = tensors.get(_SCALE)
    return weight, None if scale is None else scale.astype(np.float32).reshape(-1)


def _digest(folder: Path) -> str:
    content = hashlib.sha256()
    for name in (TENSORS, TOKENIZER):
        content.update((folder / name).read_bytes())
    return content.hexdigest()[:12]

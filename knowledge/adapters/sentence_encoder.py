"""Any sentence-transformers model, by name or folder (optional: extra `neural`)."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.errors import DataError
from knowledge.search.ports import Vectors


class SentenceEncoder:
    """The Encoder port over sentence-transformers. The model is loaded when it is first needed."""

    def __init__(self, model: str, batch: int = 32) -> None:
        """`model` is a folder, or a model's name where it can be downloaded or is cached; `batch` texts run at once."""
        self._path = model
        self._batch = batch
        self._loaded: Any = None
        self._name = f"sentence-{Path(model).name}-{_digest(model)}"

    @property
    def name(self) -> str:
        """Stands for the model: its name, and for a folder its content."""
        return self._name

    @property
    def dimension(self) -> int:
        """Length of a vector, as the model gives it (the method that tells it was renamed between versions)."""
        return int(self._model().encode(["法"], show_progress_bar=False).shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length a text; a zero row where the model gives none."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        rows = self._model().encode(
            list(texts), batch_size=self._batch, normalize_embeddings=True, show_progress_bar=False
        )
        return np.nan_to_num(np.asarray(rows, np.float32))

    def _model(self) -> Any:
        if self._loaded is None:
            self._loaded = _load(self._path)
        return self._loaded


def _load(model: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise DataError(f"encoder {model!r} needs sentence-transformers: pip install 'lawline[neural]'") from error
    try:
        return SentenceTransformer(model)
    except (OSError, ValueError) as error:
        raise DataError(f"encoder {model!r} cannot be loaded: {error}") from error


def _digest(model: str) -> str:
    content = hashlib.sha256(model.encode() if not Path(model).is_dir() else b"")
    for file in sorted(Path(model).rglob("*.safetensors")):
        content.update(file.read_bytes())
    return content.hexdigest()[:12]

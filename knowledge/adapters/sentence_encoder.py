"""Any sentence-transformers model, by name or folder (optional: extra `neural`)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np

from knowledge.adapters.model_families import family_of
from knowledge.adapters.neural_models import ModelName, choose_device, number_type
from knowledge.search.ports import Vectors


@dataclass(frozen=True, slots=True)
class Prompts:
    """What is put before a question and before a passage."""

    question: str = ""
    passage: str = ""


class SentenceEncoder:
    """The Encoder port over sentence-transformers. The model is loaded when it is first needed, and not before.

    Prompts are those given; else the ones of the family that the name belongs to (model_families.toml); else those in
    the model's own settings, under `query` and `document`.
    """

    def __init__(
        self,
        model: str,
        batch: int = 32,
        longest: int | None = None,
        device: str = "auto",
        prompts: Prompts | None = None,
        setting: str = "LAWLINE_ENCODER",
    ) -> None:
        """`model` is a folder, or a name on a hub; `batch` texts run at once; longer texts are cut at `longest` tokens.

        `setting` is named by errors. BadSetting, at first use, where the model or its library is not there.
        """
        self._source = ModelName(model, setting)
        self._batch = batch
        self._longest = longest
        self._device = device
        self._prompts = prompts or published_prompts(model)
        self._loaded: Any = None
        self._loading = Lock()

    @cached_property
    def name(self) -> str:
        """Stands for the model: its name, for a folder its content, and what it puts before passages."""
        passage = self._prompts.passage if self._prompts else ""
        mark = f"-{hashlib.sha256(passage.encode()).hexdigest()[:6]}" if passage else ""
        return f"sentence-{self._source.short}-{self._source.digest()}{mark}"

    @property
    def dimension(self) -> int:
        """Length of a vector, as the model gives it (the method that tells it was renamed between versions)."""
        return int(self._model().encode(["法"], show_progress_bar=False).shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Passages: one row of unit length a text; a zero row where the model gives none."""
        return self._rows(texts, self._said().passage)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Questions, as `encode`: many models want an instruction before what is asked, none before what is found."""
        return self._rows(texts, self._said().question)

    def _rows(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        rows = self._model().encode(
            list(texts), prompt=prompt, batch_size=self._batch, normalize_embeddings=True, show_progress_bar=False
        )
        return np.nan_to_num(np.asarray(rows, np.float32))

    def _said(self) -> Prompts:
        if self._prompts is None:
            saved = self._model().prompts
            self._prompts = Prompts(saved.get("query") or "", saved.get("document") or "")
        return self._prompts

    def _model(self) -> Any:
        with self._loading:
            if self._loaded is None:
                self._loaded = _load(self._source, self._device, self._longest)
            return self._loaded


def published_prompts(model: str) -> Prompts | None:
    """What the family of a published model wants; None for a model that the table does not name."""
    family = family_of(model)
    return Prompts(family.question, family.passage) if family else None


def _load(source: ModelName, device: str, longest: int | None) -> Any:
    with source.loading():
        from sentence_transformers import SentenceTransformer

        chosen = choose_device(device)
        model = SentenceTransformer(
            source.name, device=chosen, local_files_only=source.local, model_kwargs={"dtype": number_type(chosen)}
        )
        held = model.max_seq_length
        if longest is not None and (held is None or held > longest):
            model.max_seq_length = longest
        return model

"""A sequence classifier that reads question and passage together: bge-reranker, gte-reranker and their kin."""

from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.adapters.neural_models import ModelName, choose_device, number_type

_HEAD = "ForSequenceClassification"


class CrossEncoderReranker:
    """The Reranker port over a sentence-transformers CrossEncoder (extra `neural`). Loaded when first needed.

    A score is the classifier's logit. Safe to share between threads: one call runs at a time.
    """

    def __init__(
        self,
        model: str,
        batch: int = 16,
        longest: int = 512,
        device: str = "auto",
        setting: str = "LAWLINE_RERANKER",
    ) -> None:
        """`model` is a folder, or a name on a hub; `batch` pairs run at once, each cut at `longest` tokens.

        `setting` is named by errors. BadSetting, at first use, where the model or its library is not there, or where
        the model has no head that gives one score.
        """
        self._source = ModelName(model, setting)
        self._batch = batch
        self._longest = longest
        self._device = device
        self._loaded: Any = None
        self._one_at_a_time = Lock()

    @cached_property
    def name(self) -> str:
        """Stands for the model and for where it cuts."""
        return f"cross-{self._source.short}-{self._source.digest()}-{self._longest}"

    def warm_up(self) -> None:
        """Load the model now."""
        with self._one_at_a_time:
            self._model()

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Logits, see the port. Where a pair is too long, the longer of the two texts is cut."""
        if not texts:
            return np.zeros(0, np.float32)
        pairs = [(question, text) for text in texts]
        with self._one_at_a_time:
            model = self._model()
            rows = model.predict(pairs, batch_size=self._batch, activation_fn=_as_is, show_progress_bar=False)
        return np.asarray(rows, np.float32)

    def _model(self) -> Any:
        if self._loaded is None:
            with self._source.loading():
                self._loaded = _load(self._source, self._device, self._longest)
        return self._loaded


def _as_is(logits: Any) -> Any:
    return logits


def _load(source: ModelName, device: str, longest: int) -> Any:
    from sentence_transformers import CrossEncoder

    chosen = choose_device(device)
    model = CrossEncoder(
        source.name, device=chosen, local_files_only=source.local, model_kwargs={"dtype": number_type(chosen)}
    )
    # A classifier that its checkpoint lacks is made up at random when it is loaded: it would score, and mean nothing.
    kinds = model.config.architectures or []
    if len(model) == 1 and not any(kind.endswith(_HEAD) for kind in kinds):
        raise source.wrong(f"is no reranker: {', '.join(kinds) or 'no architecture'} (rule: a model {_HEAD})")
    if model.num_labels != 1:
        raise source.wrong(f"gives {model.num_labels} scores a pair (rule: one)")
    model.max_seq_length = min(model.max_seq_length or longest, longest)
    return model

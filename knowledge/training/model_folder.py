"""A static model on disk: int8 as Lawline ships it, float32 as sentence-transformers loads it."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from knowledge.adapters.static_encoder import TENSORS, TOKENIZER, StaticEncoder
from knowledge.training.recipe import StaticModel

_MODULE = "sentence_transformers.models.StaticEmbedding"


def write_small(model: StaticModel, folder: Path) -> None:
    """Write the model with int8 vectors, each row with its own step."""
    step = np.abs(model.vectors).max(axis=1) / 127
    rounded = np.rint(model.vectors / np.where(step > 0, step, 1)[:, None]).astype(np.int8)
    _write(folder, model.tokenizer, {"embedding.weight": rounded, "embedding.scale": step.astype(np.float32)})


def export_float(small: Path, folder: Path) -> None:
    """Write the model of the folder `small` so that SentenceTransformer(folder) loads it."""
    encoder = StaticEncoder(small)
    tokenizer = Tokenizer.from_file(str(small / TOKENIZER))
    everything = np.arange(tokenizer.get_vocab_size())
    _write(folder, tokenizer, {"embedding.weight": encoder.vectors(everything)})
    modules = [{"idx": 0, "name": "0", "path": "", "type": _MODULE}]
    settings = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine", "prompts": {}}
    (folder / "modules.json").write_text(json.dumps(modules, indent=2), encoding="utf-8")
    (folder / "config_sentence_transformers.json").write_text(json.dumps(settings, indent=2), encoding="utf-8")


def _write(folder: Path, tokenizer: Tokenizer, tensors: Mapping[str, NDArray[np.generic]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    save_file({name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}, folder / TENSORS)
    (folder / TENSORS).chmod(0o644)  # safetensors lets only the owner read
    tokenizer.save(str(folder / TOKENIZER), pretty=False)

"""Which adapter runs a reranker: its settings say whether it is a classifier or a language model."""

from knowledge.adapters.causal_reranker import CausalReranker
from knowledge.adapters.cross_encoder_reranker import CrossEncoderReranker
from knowledge.adapters.neural_models import ModelName
from knowledge.search.reranker import Reranker

_CAUSAL = "ForCausalLM"


def open_reranker(model: str, device: str = "auto", setting: str = "LAWLINE_RERANKER") -> Reranker:
    """The adapter for a folder or a hub's name; only the model's settings are read now, its weights at first use.

    BadSetting, which names the setting, where the model or the extra `neural` is not there.
    """
    kind = CausalReranker if is_causal(ModelName(model, setting)) else CrossEncoderReranker
    return kind(model, device=device, setting=setting)


def is_causal(source: ModelName) -> bool:
    """Whether the model is a language model that is asked for yes or no; else it is a classifier."""
    with source.loading():
        from transformers import AutoConfig

        config = AutoConfig.from_pretrained(source.name, local_files_only=source.local)
        return any(kind.endswith(_CAUSAL) for kind in config.architectures or ())

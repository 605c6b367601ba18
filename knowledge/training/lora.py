"""LoRA: a model's weights are frozen, and small matrices beside its linear layers alone are trained.

Hu et al. (ICLR 2022); beside every linear layer, as Dettmers et al., QLoRA (NeurIPS 2023), found to matter. peft is
used by itself, not through transformers: transformers 5.24 wants peft 0.22, which is not out yet.
"""

from pathlib import Path
from typing import Any

_FILE = "adapter_model.safetensors"


def lay_matrices(model: Any, rank: int) -> Any:
    """Put matrices of this rank into a sentence-transformers model, in place; the handle saves and merges them."""
    from peft import LoraConfig, get_peft_model

    config = LoraConfig(r=rank, lora_alpha=2 * rank, lora_dropout=0.05, bias="none", target_modules="all-linear")
    return get_peft_model(model[0].model, config)


def merge_matrices(model: Any, matrices: Any) -> None:
    """Add the matrices to the weights: what is left is an ordinary model, which loads without peft."""
    model[0].model = matrices.merge_and_unload()


def trainer_of(kind: Any, matrices: Any) -> Any:
    """The trainer class whose checkpoints hold the matrices alone, some megabytes instead of the whole model."""

    class LoraTrainer(kind):  # type: ignore[misc]
        """Saves and loads the matrices; optimizer, schedule and random state are the trainer's own affair."""

        def _save(self, output_dir: str | None = None, state_dict: Any = None) -> None:
            matrices.save_pretrained(output_dir or self.args.output_dir)

        def _load_from_checkpoint(self, checkpoint_path: str) -> None:
            from peft import set_peft_model_state_dict
            from safetensors.torch import load_file

            set_peft_model_state_dict(matrices, load_file(Path(checkpoint_path) / _FILE))

    return LoraTrainer

"""Which processor moves the encoder's vectors."""

from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

import click

from knowledge.search.ports import Vectors
from knowledge.training.contrast import Learner


def learner_on(device: str, say: Callable[[str], None]) -> Callable[[Vectors], Learner] | None:
    """The learner of a device: `auto` (the GPU where PyTorch sees one, else NumPy), `numpy`, `cpu` or `cuda`.

    None stands for NumPy. ClickException where the device needs a PyTorch or a GPU that is not there.
    """
    if device == "numpy" or (device == "auto" and not _sees_gpu()):
        say("on the processor, by NumPy")
        return None
    if find_spec("torch") is None:
        raise click.ClickException(f"--device {device} needs PyTorch (rule: install lawline[neural])")
    if device == "cuda" and not _sees_gpu():
        raise click.ClickException("--device cuda needs a GPU, and PyTorch sees none")
    from knowledge.training.torch_learner import TorchLearner

    chosen = "cuda" if device == "auto" else device
    say(f"by PyTorch on {chosen}")
    return partial(TorchLearner, device=chosen)


def _sees_gpu() -> bool:
    if find_spec("torch") is None:
        return False
    import torch

    return torch.cuda.is_available()

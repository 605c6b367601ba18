"""Models that PyTorch runs: by folder or by name, and what is said where one cannot be had (extra `neural`)."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.errors import BadSetting, KnowledgeError

_KEPT = (".safetensors", ".json", ".jinja")
_FAILURES = (OSError, ValueError, RuntimeError, KeyError, IndexError, TypeError, AttributeError, MemoryError)
"""What loading raises for a model that is missing, damaged, of an unknown kind, or too large."""


@dataclass(frozen=True, slots=True)
class ModelName:
    """A model's folder, or its name on a hub; `setting` is the setting or the option that names it."""

    name: str
    setting: str

    @property
    def short(self) -> str:
        """The last part of the name."""
        return Path(self.name).name

    @property
    def local(self) -> bool:
        """Whether it is a folder; then nothing is asked of the network."""
        return Path(self.name).is_dir()

    def digest(self) -> str:
        """Twelve digits that stand for the folder's weights and settings; for a hub's model, for its name."""
        total = hashlib.sha256(b"" if self.local else self.name.encode())
        for file in sorted(Path(self.name).rglob("*")) if self.local else ():
            if file.suffix in _KEPT:
                with file.open("rb") as stream:
                    total.update(hashlib.file_digest(stream, "sha256").digest())
        return total.hexdigest()[:12]

    def wrong(self, what: str) -> BadSetting:
        """The error that says what is wrong with the model."""
        return BadSetting(f"{self.setting}: the model {self.name!r} {what}")

    @contextmanager
    def loading(self, extra: str = "neural") -> Iterator[None]:
        """Around imports and loading: what fails becomes BadSetting, which names setting, model and what to do."""
        try:
            yield
        except KnowledgeError:
            raise
        except ImportError as error:
            raise self.wrong(f"needs a library ({error}): pip install 'lawline[{extra}]'") from error
        except _FAILURES as error:
            rule = "rule: a model's folder, or a hub's name that is cached or can be downloaded"
            raise self.wrong(f"cannot be loaded ({rule}): {error}") from error


def choose_device(wanted: str) -> str:
    """The device of that name; for `auto` a GPU where PyTorch finds one, else the processor."""
    import torch

    if wanted != "auto":
        return wanted
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def number_type(device: str) -> Any:
    """How weights are held: on a GPU as the model's settings say, on a processor, slow at halves, as float32."""
    import torch

    return torch.float32 if device == "cpu" else "auto"

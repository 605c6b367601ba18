"""The views that a person asks for, as files and figures: before anything is read."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ViewFiles:
    """Folds, whether each was held out, gold that training saw, another run, the measure that orders, the line."""

    folds: Path | None
    held_out: bool
    seen: tuple[Path, ...]
    against: Path | None
    by: str
    threshold: float
    right_within: int

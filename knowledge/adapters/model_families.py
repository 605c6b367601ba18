"""What published models want before a text: the table `model_families.toml`."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from knowledge.checked_toml import read_rows, strict_row


@strict_row
@dataclass(frozen=True, slots=True)
class Family:
    """Models that share their prompts; `pattern` fits the last part of their names. See the table for the rest."""

    pattern: str
    source: str
    question: str = ""
    passage: str = ""
    template: str = ""


def family_of(model: str) -> Family | None:
    """The family that a folder or a hub name belongs to by its last part; None where the table has none."""
    name = Path(model).name
    return next((family for family in _families() if fnmatchcase(name, family.pattern)), None)


@cache
def _families() -> tuple[Family, ...]:
    return read_rows(Path(__file__).with_suffix(".toml"), "family", Family)

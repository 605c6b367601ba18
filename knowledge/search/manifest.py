"""What an index was built from; an index that was built from other things is missing, not merely old."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.errors import IndexMissing

LAYOUT = 5
"""Raised when the fields or terms of the index change in code."""

_FILE = "meta.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Fingerprints of the parts, and how many documents there are. `library` stands for the data, any text."""

    library: str
    words: str
    encoder: str
    documents: int = 0
    layout: int = LAYOUT

    def write(self, folder: Path) -> None:
        """Keep it in the index's folder."""
        (folder / _FILE).write_text(json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    def demand(self, built: "Manifest") -> None:
        """Raise IndexMissing, naming what differs, unless `built` was built from the same."""
        for name in ("layout", "library", "words", "encoder"):
            wanted, found = getattr(self, name), getattr(built, name)
            if wanted != found:
                raise IndexMissing(f"the index was built with {name} {found}, not {wanted}: rebuild it")


def read_manifest(folder: Path) -> Manifest:
    """The manifest in an index's folder; IndexMissing where there is none or it cannot be read."""
    file = folder / _FILE
    try:
        return Manifest(**json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise IndexMissing(f"no index in {folder}: build it first") from error
    except (ValueError, TypeError) as error:
        raise IndexMissing(f"{file} is not the manifest of an index ({error}): rebuild it") from error

"""Public sources at pinned commits, as `sources.toml` names them."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from knowledge.errors import DataError

SOURCES = Path(__file__).parent / "sources.toml"

_COMMIT = re.compile(r"[0-9a-f]{40}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Source:
    """One public repository at one commit.

    `take` lists the folders taken and `kinds` the file endings taken in them; `digest` is the content digest of those
    files (see `digest.py`); `address` the public archive; `day` the day of the commit.
    """

    id: str
    repository: str
    commit: str
    day: date
    licence: str
    address: str
    take: tuple[str, ...]
    kinds: tuple[str, ...]
    digest: str

    @property
    def archive_stem(self) -> str:
        """Name of the archive in a mirror folder, without its ending: owner-repository-commit."""
        return f"{self.repository.replace('/', '-')}-{self.commit}"

    def takes(self, path: str) -> bool:
        """Whether a file (path inside the repository, with /) belongs to the corpus."""
        parts = PurePosixPath(path).parts
        if ".." in parts or path.startswith("/") or not path.endswith(self.kinds):
            return False
        return any(parts[: len(folder)] == folder for folder in (PurePosixPath(take).parts for take in self.take))


def load_sources(path: Path = SOURCES) -> tuple[Source, ...]:
    """Every source of the file. DataError where the file is unreadable or a row breaks a rule."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error
    return tuple(_source(path, number, row) for number, row in enumerate(table.get("source", []), 1))


def _source(path: Path, number: int, row: dict[str, Any]) -> Source:
    try:
        source = Source(**row | {"take": tuple(row["take"]), "kinds": tuple(row["kinds"])})
    except (KeyError, TypeError) as error:
        raise DataError(f"{path.name}: source {number}: {error} (rule: the fields of Source, no others)") from error
    if not _COMMIT.fullmatch(source.commit) or not _DIGEST.fullmatch(source.digest):
        raise DataError(f"{path.name}: source {number}: commit is 40 and digest 64 hexadecimal digits")
    return source

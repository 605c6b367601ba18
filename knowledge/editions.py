"""Editions: one build of the library and the index from the corpora on the shelf, swapped in whole.

    editions/<id>/library.sqlite, index/…, edition.json    <id>-2, <id>-3, … where that name is taken
    editions/current                                       the folder that serves, replaced atomically

A build is written beside its place, gets a name of its own, and is pointed at last: nothing that serves is touched.
Killed at any moment, the current edition still serves.
"""

import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

from knowledge.corpora.lock import locked
from knowledge.errors import IndexBusy, IndexMissing


@dataclass(frozen=True, slots=True)
class Edition:
    """A finished build. `corpora` are the corpora's commits by id; `days` the days of those commits (ISO)."""

    id: str
    corpora: dict[str, str]
    days: dict[str, str]
    laws: int
    wordings: int
    articles: int
    built_at: str


class Editions:
    """Builds below one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pointer = folder / "current"

    def current(self) -> Path | None:
        """The folder of the edition that serves; None before the first build.

        IndexMissing where the pointer names a folder that is not there.
        """
        if not self._pointer.is_file():
            return None
        folder = self._folder / self._pointer.read_text("utf-8").strip()
        if not (folder / "edition.json").is_file():
            raise IndexMissing(f"{self._pointer} names {folder.name!r}, which is not there: run `lawline index build`")
        return folder

    def describe(self, folder: Path) -> Edition:
        """What a build says of itself. IndexMissing where it is not readable."""
        try:
            return Edition(**json.loads((folder / "edition.json").read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise IndexMissing(f"{folder / 'edition.json'}: {error} (run `lawline index build`)") from error

    def build(self, fill: Callable[[Path], Edition]) -> Edition:
        """Let `fill` write a build into a new folder, then make it current and drop builds that nobody needs.

        The edition that served until now is kept, so that running workers can go on reading it. IndexBusy where
        another process builds here, FolderUnusable where nothing can be written here.
        """
        with locked(self._folder, IndexBusy(f"another process is building in {self._folder}")):
            before = self._pointer.read_text("utf-8").strip() if self._pointer.is_file() else ""
            edition, name = self._place(fill)
            self._point(name)
            self._sweep({name, before})
        return edition

    def _place(self, fill: Callable[[Path], Edition]) -> tuple[Edition, str]:
        """A finished build under a name that no other has."""
        staging = self._folder / f".staging-{uuid.uuid4().hex}"
        staging.mkdir()
        try:
            edition = fill(staging)
            (staging / "edition.json").write_text(json.dumps(asdict(edition), ensure_ascii=False, indent=1), "utf-8")
            name = next(name for name in _names(edition.id) if not (self._folder / name).exists())
            staging.replace(self._folder / name)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        return edition, name

    def _point(self, name: str) -> None:
        new = self._pointer.with_suffix(".new")
        with new.open("w", encoding="utf-8") as out:
            out.write(name)
            out.flush()
            os.fsync(out.fileno())
        new.replace(self._pointer)

    def _sweep(self, keep: set[str]) -> None:
        for folder in self._folder.iterdir():
            if folder.is_dir() and folder.name not in keep:
                shutil.rmtree(folder, ignore_errors=True)


def _names(edition: str) -> Iterator[str]:
    """Names for builds of one id: it alone, then numbered."""
    yield edition
    yield from (f"{edition}-{number}" for number in count(2))

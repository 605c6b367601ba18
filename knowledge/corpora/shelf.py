"""The shelf: where installed corpora stand, one folder a pin, and which of them are current.

    corpora/<id>/<commit>-<digest>/…  the files taken; twelve hex digits of their digest
    corpora/installed.json            {"<id>": {"commit", "digest", "day", "installed_at"}}, replaced atomically

A corpus is written beside its place and renamed into it; the pointer file is replaced last. Killed at any moment, the
shelf still names what it named before.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.corpora.archive import unpack
from knowledge.corpora.digest import folder_digest
from knowledge.corpora.fetch import Progress, fetch
from knowledge.corpora.lock import locked
from knowledge.corpora.source import Source
from knowledge.errors import CorpusBusy, CorpusCorrupt


@dataclass(frozen=True, slots=True)
class Installed:
    """A corpus on the shelf; `day` is the day of its commit (ISO)."""

    id: str
    commit: str
    digest: str
    day: str


class Shelf:
    """Installed corpora below one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pointer = folder / "installed.json"

    def installed(self) -> dict[str, Installed]:
        """The current corpora by id. CorpusCorrupt where the pointer file is damaged."""
        if not self._pointer.exists():
            return {}
        try:
            rows = json.loads(self._pointer.read_text("utf-8"))
            return {key: Installed(**row) for key, row in rows.items()}
        except (ValueError, TypeError, AttributeError) as error:
            raise CorpusCorrupt(f"{self._pointer}: {error} (rule: JSON written by lawline corpus install)") from error

    def folder_of(self, installed: Installed) -> Path:
        """Where the files of an installed corpus stand."""
        return self._folder / installed.id / f"{installed.commit}-{installed.digest[:12]}"

    def install(self, source: Source, mirror: Path | None, progress: Progress) -> Installed:
        """Fetch, unpack, verify and make current; nothing is done where the pin is current and stands."""
        current = self.installed().get(source.id)
        pinned = (source.commit, source.digest)
        if current and (current.commit, current.digest) == pinned and self.folder_of(current).is_dir():
            return current
        new = self.place(source, mirror, progress)
        self.make_current(new)
        return new

    def place(self, source: Source, mirror: Path | None, progress: Progress) -> Installed:
        """Put a verified corpus on the shelf beside the current one, without making it current."""
        new = Installed(source.id, source.commit, source.digest, source.day.isoformat())
        with self._locked():
            target = self.folder_of(new)
            if not target.is_dir():
                self._unpack(source, mirror, target, progress)
        return new

    def make_current(self, new: Installed) -> None:
        """Point at a corpus that stands on the shelf."""
        with self._locked():
            rows = {key: asdict(row) for key, row in self.installed().items()} | {new.id: asdict(new)}
            _replace(self._pointer, json.dumps(rows, ensure_ascii=False, indent=1))

    def verify(self) -> dict[str, str]:
        """The digest found for each current corpus, computed from its files."""
        return {key: folder_digest(self.folder_of(row)) for key, row in self.installed().items()}

    def _unpack(self, source: Source, mirror: Path | None, target: Path, progress: Progress) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".staging-", dir=self._folder))
        try:
            archive = fetch(source, mirror, staging, progress)
            try:
                unpack(archive, source, staging / "files")
            except CorpusCorrupt as error:
                origin = source.address if archive.is_relative_to(staging) else f"the mirror {mirror}"
                raise CorpusCorrupt(f"{error} (from {origin})") from error
            (staging / "files").replace(target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the shelf for this process; leftovers of one that was killed are swept."""
        with locked(self._folder, CorpusBusy(f"another process is installing into {self._folder}")):
            for left in self._folder.glob(".staging-*"):
                shutil.rmtree(left, ignore_errors=True)
            yield


def _replace(path: Path, text: str) -> None:
    """Replace a file in one step, its content on disk before its name; whoever calls holds the lock."""
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    new.replace(path)

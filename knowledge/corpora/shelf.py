"""The shelf: where installed corpora stand, one folder a pin, and which of them are current.

    corpora/<id>/<commit>/…      the files taken
    corpora/installed.json       {"<id>": {"commit", "digest", "day", "installed_at"}}, replaced atomically

A corpus is written beside its place and renamed into it; the pointer file is replaced last. Killed at any moment, the
shelf still names what it named before.
"""

import fcntl
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
        return self._folder / installed.id / installed.commit

    def install(self, source: Source, mirror: Path | None, progress: Progress) -> Installed:
        """Fetch, unpack, verify and make current; nothing is done where the pin is current already."""
        current = self.installed().get(source.id)
        if current and current.commit == source.commit and current.digest == source.digest:
            return current
        new = self.place(source, mirror, progress)
        self.make_current(new)
        return new

    def place(self, source: Source, mirror: Path | None, progress: Progress) -> Installed:
        """Put a verified corpus on the shelf beside the current one, without making it current."""
        new = Installed(source.id, source.commit, source.digest, source.day.isoformat())
        with self._locked():
            target = self.folder_of(new)
            if not target.exists():
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
            unpack(fetch(source, mirror, staging, progress), source, staging / "files")
            (staging / "files").replace(target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the shelf for this process; leftovers of one that was killed are swept."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise CorpusBusy(f"another process is installing into {self._folder}") from error
            for left in self._folder.glob(".staging-*"):
                shutil.rmtree(left, ignore_errors=True)
            yield


def _replace(path: Path, text: str) -> None:
    """Replace a file in one step, its content on disk before its name."""
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    Path(out.name).replace(path)

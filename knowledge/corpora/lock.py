"""One process at a time: a folder that is written is held by a lock file in it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from knowledge.errors import FolderUnusable, KnowledgeError


@contextmanager
def locked(folder: Path, busy: KnowledgeError) -> Iterator[None]:
    """Hold the folder, making it where it is not there; the system lets go where the process is killed.

    Raises `busy` where another process holds it, FolderUnusable where it cannot be made or written.
    """
    with _lock_file(folder) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise busy from error
        yield


def _lock_file(folder: Path) -> IO[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / ".lock").open("w")
    except OSError as error:
        raise FolderUnusable(
            f"{folder} cannot be written: {error.strerror} (rule: LAWLINE_DATA is a folder that this user may write)"
        ) from error

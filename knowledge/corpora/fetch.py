"""Where an archive comes from: a mirror folder first, else the public address."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.corpora.source import Source
from knowledge.errors import CorpusCorrupt, CorpusUnreachable, FolderUnusable

if TYPE_CHECKING:
    from httpx import Response

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all (0 where unknown)."""

LARGEST = 1 << 30
"""Bytes that an archive may have; a longer answer is cut off."""

_ENDINGS = (".tar.xz", ".tar.gz", ".tgz", ".tar")


def fetch(source: Source, mirror: Path | None, into: Path, progress: Progress) -> Path:
    """The archive's file: in the mirror as it lies there, else downloaded into the folder `into`.

    Raises CorpusUnreachable naming both places where neither has it, CorpusCorrupt where the download does not end,
    FolderUnusable where it cannot be written.
    """
    found = in_mirror(source, mirror) if mirror else None
    return found or _download(source, mirror, into / f"{source.archive_stem}.tar.gz", progress)


def in_mirror(source: Source, mirror: Path) -> Path | None:
    """The archive in a mirror folder, whatever its packing."""
    return next((path for ending in _ENDINGS if (path := mirror / (source.archive_stem + ending)).is_file()), None)


def _download(source: Source, mirror: Path | None, target: Path, progress: Progress) -> Path:
    """Stream the public archive to a file."""
    import httpx  # loaded only to download: it costs a cold start a sixth of a second

    try:
        with httpx.stream("GET", source.address, follow_redirects=True, timeout=httpx.Timeout(20, read=60)) as answer:
            answer.raise_for_status()
            _keep(answer, target, progress)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        place = f"the mirror {mirror} has no {source.archive_stem}.tar.*" if mirror else "no mirror folder is set"
        raise CorpusUnreachable(
            f"{source.id}: {place}, and {source.address} failed: {type(error).__name__}: {error}"
        ) from error
    return target


def _keep(answer: "Response", target: Path, progress: Progress) -> None:
    """Write the answer's body to a file as it comes."""
    said = answer.headers.get("content-length", "")
    total = int(said) if said.isascii() and said.isdigit() and len(said) < 20 else 0
    done = 0
    _append(target, b"")
    for chunk in answer.iter_bytes(1 << 16):
        done += len(chunk)
        if done > LARGEST:
            raise CorpusCorrupt(f"{answer.url} sends more than {LARGEST} bytes (rule: an archive is smaller)")
        _append(target, chunk)
        progress(done, total)


def _append(target: Path, chunk: bytes) -> None:
    try:
        with target.open("ab") as out:
            out.write(chunk)
    except OSError as error:  # our disk, not their server
        raise FolderUnusable(f"{target} cannot be written: {error.strerror}") from error

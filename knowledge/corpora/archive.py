"""Unpacking an archive: only regular files that the source takes, with their digest computed on the way."""

import gzip
import hashlib
import lzma
import tarfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO, cast

from knowledge.corpora.digest import content_digest
from knowledge.corpora.source import Source
from knowledge.errors import CorpusCorrupt, FolderUnusable

LARGEST = 1 << 30
"""Bytes that a corpus may unpack to; more is taken for an attack."""

_UNREADABLE = (tarfile.TarError, lzma.LZMAError, zlib.error, EOFError, OSError)


def unpack(archive: Path, source: Source, into: Path) -> None:
    """Unpack what the source takes into a folder and check its digest.

    Raises CorpusCorrupt naming the file, and the digest expected and found, where the archive is truncated, altered
    or unreadable, FolderUnusable where its files cannot be written.
    """
    try:
        found = content_digest(_extract(archive, source, into))
    except _UNREADABLE as error:
        raise CorpusCorrupt(
            f"{archive.name} cannot be read ({type(error).__name__}: {error}); "
            f"digest expected {source.digest}, found none"
        ) from error
    if found != source.digest:
        raise CorpusCorrupt(
            f"{archive.name} is not {source.repository} at {source.commit}: "
            f"digest expected {source.digest}, found {found}"
        )


def _open(archive: Path) -> IO[bytes]:
    """The unpacked stream of an archive, by the first bytes of the file."""
    with archive.open("rb") as file:
        magic = file.read(6)
    if magic.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.open(archive))
    if magic == b"\xfd7zXZ\x00":
        return lzma.open(archive)
    return archive.open("rb")


def _extract(archive: Path, source: Source, into: Path) -> dict[str, str]:
    """Write the taken files; path (inside the repository) -> SHA-256."""
    digests: dict[str, str] = {}
    size = 0
    with _open(archive) as stream, tarfile.open(fileobj=stream, mode="r|") as tar:
        for member in tar:
            path = "/".join(PurePosixPath(member.name).parts[1:])
            if not member.isreg() or not source.takes(path):
                continue
            size += member.size
            if size > LARGEST:
                raise CorpusCorrupt(f"{archive.name} unpacks to more than {LARGEST} bytes (rule: a corpus is smaller)")
            reader = tar.extractfile(member)
            assert reader is not None
            digests[path] = _write(reader, into / path)
        while stream.read(1 << 20):  # to the very end, so that a cut packing is noticed
            pass
    return digests


def _write(reader: IO[bytes], path: Path) -> str:
    content = reader.read()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:  # our disk, not their archive
        raise FolderUnusable(f"{path} cannot be written: {error.strerror}") from error
    return hashlib.sha256(content).hexdigest()

"""Where an archive comes from: a mirror folder first, else the public address."""

from collections.abc import Callable
from pathlib import Path

from knowledge.corpora.source import Source
from knowledge.errors import CorpusUnreachable

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all (0 where unknown)."""

_ENDINGS = (".tar.xz", ".tar.gz", ".tgz", ".tar")


def fetch(source: Source, mirror: Path | None, into: Path, progress: Progress) -> Path:
    """The archive's file: in the mirror as it lies there, else downloaded into the folder `into`.

    Raises CorpusUnreachable naming both places where neither has it.
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
            total = int(answer.headers.get("content-length", 0))
            with target.open("wb") as out:
                for chunk in answer.iter_bytes(1 << 16):
                    out.write(chunk)
                    progress(out.tell(), total)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        place = f"the mirror {mirror} has no {source.archive_stem}.tar.*" if mirror else "no mirror folder is set"
        raise CorpusUnreachable(
            f"{source.id}: {place}, and {source.address} failed: {type(error).__name__}: {error}"
        ) from error
    return target

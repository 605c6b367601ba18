"""The content digest of a corpus: equal for every archive that holds the same files, however it was packed."""

import hashlib
from collections.abc import Mapping
from pathlib import Path


def content_digest(files: Mapping[str, str]) -> str:
    """SHA-256 (hex) over the sorted pairs of path and SHA-256 of the file: `path LF sha256 LF` for each, in UTF-8."""
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path}\n{files[path]}\n".encode())
    return total.hexdigest()


def folder_digest(folder: Path) -> str:
    """The content digest of every file below a folder."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    return content_digest(files)

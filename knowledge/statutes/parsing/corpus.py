"""The front door of parsing: a corpus folder in, sheets out."""

from collections.abc import Callable, Iterator
from pathlib import Path

from knowledge.errors import CorpusUnreachable
from knowledge.statutes.parsing import china_law_db, just_laws
from knowledge.statutes.sheet import Sheet

Reader = Callable[[Path], Iterator[Sheet]]

_READERS: dict[str, Reader] = {just_laws.NAME: just_laws.read, china_law_db.NAME: china_law_db.read}
_EXCLUDED = {just_laws.NAME: just_laws.excluded, china_law_db.NAME: china_law_db.excluded}

CORPORA = tuple(_READERS)
"""Names of the corpora that can be read."""


def read_corpus(root: Path, corpus: str) -> Iterator[Sheet]:
    """Every statute of a corpus unpacked at `root`; `corpus` is one of CORPORA."""
    _check(root, corpus)
    return _READERS[corpus](root)


def excluded(root: Path, corpus: str) -> tuple[tuple[str, str], ...]:
    """(path, reason) of every file below `root` that is not a statute."""
    _check(root, corpus)
    return tuple(_EXCLUDED[corpus](root))


def _check(root: Path, corpus: str) -> None:
    if corpus not in _READERS:
        raise ValueError(f"corpus {corpus!r} is not known (rule: one of {', '.join(CORPORA)})")
    if not root.is_dir():
        raise CorpusUnreachable(f"{root} is not a folder (rule: the unpacked corpus {corpus})")

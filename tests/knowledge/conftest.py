"""Real statutes for the tests that need them, read once a session from the mirror folder LAWLINE_MIRROR."""

import os
import tarfile
from datetime import date
from pathlib import Path

import pytest

from knowledge.adapters.sqlite_library import SqliteLibrary, build
from knowledge.statutes.dating import date_laws
from knowledge.statutes.model import Law
from knowledge.statutes.parsing import CORPORA, read_corpus
from knowledge.statutes.sheet import Sheet
from knowledge.statutes.tables import Tables, load_tables

SEEN = {"just-laws": date(2026, 7, 17), "china-law-db": date(2026, 6, 8)}
"""Days of the pinned commits."""


@pytest.fixture(scope="session")
def corpus_roots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The corpora of the mirror, unpacked, by id."""
    mirror = os.environ.get("LAWLINE_MIRROR")
    if not mirror:
        pytest.skip("LAWLINE_MIRROR names no mirror folder with the statute archives")
    roots = {}
    for corpus in CORPORA:
        archive = next(iter(sorted(Path(mirror).glob(f"*{corpus}-*.tar.xz"))), None)
        if archive is None:
            pytest.skip(f"LAWLINE_MIRROR holds no archive of {corpus}")
        folder = tmp_path_factory.mktemp(corpus)
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        roots[corpus] = next(path for path in folder.iterdir() if path.is_dir())
    return roots


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The dated tables."""
    return load_tables()


@pytest.fixture(scope="session")
def real_sheets(corpus_roots: dict[str, Path]) -> list[Sheet]:
    """Every sheet of both corpora."""
    return [sheet for corpus, root in corpus_roots.items() for sheet in read_corpus(root, corpus)]


@pytest.fixture(scope="session")
def real_laws(real_sheets: list[Sheet], tables: Tables) -> list[Law]:
    """Every law of both corpora, dated."""
    return date_laws(real_sheets, tables, SEEN)


@pytest.fixture(scope="session")
def real_library(real_laws: list[Law], tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> SqliteLibrary:
    """The library of both corpora."""
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    build(path, real_laws, {row.old: row.new for row in tables.renamings})
    return SqliteLibrary(path)

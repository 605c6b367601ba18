"""Writing a build: statutes are read, every wording is dated, library and index are written into one folder."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path

from knowledge.adapters.index_folder import build_indexes
from knowledge.adapters.sqlite_library import SqliteLibrary, build
from knowledge.corpora.shelf import Installed
from knowledge.editions import Edition
from knowledge.search.asked import Bank
from knowledge.search.documents import article_documents
from knowledge.search.ports import Encoder, Words
from knowledge.statutes.dating import date_laws
from knowledge.statutes.model import Law
from knowledge.statutes.parsing.corpus import read_corpus
from knowledge.statutes.sheet import Sheet
from knowledge.statutes.tables import load_tables

Bar = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Opens a labelled progress bar, as a callback (done, in all)."""


def write_edition(
    name: str, corpora: Mapping[Installed, Path], words: Words, encoder: Encoder, bank: Bank, bar: Bar, folder: Path
) -> Edition:
    """Write library and index of the corpora (with the folders of their files) into the folder, under the id `name`."""
    laws = _write_library(corpora, folder / "library.sqlite", bar)
    library = SqliteLibrary(folder / "library.sqlite")
    with bar("indexing articles") as progress:
        documents = article_documents(library.articles())
        build_indexes(documents, words, encoder, folder / "index", name, progress, bank)
    return Edition(
        id=name,
        corpora={row.id: row.commit for row in corpora},
        days={row.id: row.day for row in corpora},
        laws=len(laws),
        wordings=sum(len(law.wordings) for law in laws),
        articles=sum(len(wording.articles) for law in laws for wording in law.wordings),
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _write_library(corpora: Mapping[Installed, Path], path: Path, bar: Bar) -> list[Law]:
    sheets = _read(corpora, bar)
    tables = load_tables()
    with bar("dating wordings") as progress:
        seen = {row.id: date.fromisoformat(row.day) for row in corpora}
        laws = date_laws(sheets, tables, seen, progress)
    with bar("writing the library") as progress:
        build(path, laws, {row.old: row.new for row in tables.renamings}, progress)
    return laws


def _read(corpora: Mapping[Installed, Path], bar: Bar) -> list[Sheet]:
    sheets: list[Sheet] = []
    with bar("reading statutes") as progress:
        for row, folder in corpora.items():
            for sheet in read_corpus(folder, row.id):
                sheets.append(sheet)
                progress(len(sheets), 0)
    return sheets

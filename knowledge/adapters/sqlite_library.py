"""The Library port over one read-only SQLite file.

Cards of all laws are in memory; wordings, runs and texts are read when asked for and remembered. The file never
changes while it is open (a new one replaces it), so every thread reads it through its own connection without locks.
"""

import sqlite3
import threading
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from knowledge.adapters.statute_file import FORMAT, build, unpack_article, unpack_day, unpack_force, unpack_rest
from knowledge.errors import CorpusError
from knowledge.statutes.library import Finding, IndexedArticle, LawCard, Version
from knowledge.statutes.model import Article, ArticleNumber, Rank, Status, Wording
from knowledge.statutes.names import Names, load_aliases, normalise
from knowledge.statutes.reference import ArticleRef
from knowledge.statutes.resolution import resolve, version_of
from knowledge.statutes.shelf import Run, WordingCard, governing, runs_of

__all__ = ["SqliteLibrary", "build"]

_ARTICLE = """
SELECT body.paragraphs, divisions.titles, article.caption, article.number, article.inserted FROM article
JOIN body ON body.key = article.body JOIN divisions ON divisions.key = article.divisions WHERE article.wording = ?
"""
_MARKS = """
SELECT article.wording, body.words FROM wording JOIN article ON article.wording = wording.key
JOIN body ON body.key = article.body
WHERE wording.law = ? AND article.number = ? AND article.inserted = ? ORDER BY article.wording, article.position DESC
"""
_ALL_MARKS = """
SELECT article.number, article.inserted, article.wording, body.words FROM wording
JOIN article ON article.wording = wording.key JOIN body ON body.key = article.body
WHERE wording.law = ? ORDER BY article.number, article.inserted, article.wording, article.position DESC
"""


class SqliteLibrary:
    """Statutes from a file that `build` wrote. `names` finds laws; without it, titles held and the table of aliases do.

    Raises CorpusError where the file is missing, unreadable or of another format.
    """

    def __init__(self, path: Path, names: Names | None = None) -> None:
        self._path = path
        self._local = threading.local()
        self.fingerprint = self._open()
        rows = self._read("SELECT id, title, rank, region, ended_by, start_from, start_by, end_from, end_by FROM law")
        self._laws = {row[0]: _card(*row) for row in rows}
        self._old_names = dict(self._read("SELECT name, law FROM old_name"))
        self.names = names or Names([*self._laws, *self._old_names], load_aliases())
        self.wordings = lru_cache(2048)(self._wordings)
        self.runs = lru_cache(16384)(self._runs)
        self.article = lru_cache(8192)(self._article)

    def find(self, name: str) -> tuple[LawCard, ...]:
        """Laws that a title, short name or nickname stands for; several where the name is ambiguous."""
        exact = normalise(name)
        ids = (exact,) if exact in self._laws else self.names.find(name)
        found = {self._old_names.get(law, law) for law in ids}
        return tuple(self._laws[law] for law in sorted(found) if law in self._laws)

    def laws(self) -> tuple[LawCard, ...]:
        """Every law held or known to have been repealed, by id."""
        return tuple(self._laws[law] for law in sorted(self._laws))

    def resolve(self, ref: ArticleRef, on: date) -> Finding:
        """The part of an article that the reference names, as it stood on the day."""
        return resolve(self, self.find(ref.law), ref, on)

    def in_force(self, law: str, on: date) -> Status:
        """Whether the law (by title, short name or id) holds on the day; UNKNOWN for a name that is not one law's."""
        found = self.find(law)
        return found[0].force.status(on) if len(found) == 1 else Status.UNKNOWN

    def versions(self, ref: ArticleRef) -> tuple[Version, ...]:
        """Every text of the article, oldest first; equal neighbours merged."""
        found = self.find(ref.law)
        number = ArticleNumber(ref.article, ref.insert)
        return tuple(version_of(self, law.id, number, run)[0] for law in found for run in self.runs(law.id, number))

    def wording(self, law: str, on: date) -> Wording | None:
        """The wording of the law (by id) that governs the day, whole, or None where none is held for it."""
        card = governing(self.wordings(law), on)
        if card is None:
            return None
        ((published, rest),) = self._read("SELECT published, rest FROM wording WHERE key = ?", card.key)
        preamble, history = unpack_rest(rest)
        rows = self._read(_ARTICLE + "ORDER BY article.position", card.key)
        articles = tuple(unpack_article(ArticleNumber(*row[3:]), *row[:3]) for row in rows)
        return Wording(
            *(law, card.title, card.force, card.passed, unpack_day(published)),
            *(history, preamble, articles, card.corpus, card.path),
        )

    def articles(self) -> Iterator[IndexedArticle]:
        """Every version of every article, for indexing."""
        for law in self.laws():
            cards = self.wordings(law.id)
            rows = self._read(_ALL_MARKS, law.id)
            for (number, inserted), group in groupby(rows, key=lambda row: (row[0], row[1])):
                marks = {wording: words for _, _, wording, words in group}
                for run in runs_of((card, marks.get(card.key)) for card in cards):
                    yield self._indexed(law, ArticleNumber(number, inserted), run)

    def _indexed(self, law: LawCard, number: ArticleNumber, run: Run) -> IndexedArticle:
        article = self._article(run.card, number)
        if article is None:
            raise CorpusError(f"{self._path}: {law.id} lists article {number} but does not hold it")
        ref = ArticleRef(law.id, number.number, number.insert)
        headings = " ".join([*(division.title for division in article.divisions), article.caption]).strip()
        return IndexedArticle(f"{ref}@{run.force.start.earliest}", ref, law, headings, article.text, run.force)

    def _wordings(self, law: str) -> tuple[WordingCard, ...]:
        rows = self._read(
            "SELECT key, title, passed, corpus, path, highest, start_from, start_by, end_from, end_by"
            " FROM wording WHERE law = ? ORDER BY key",
            law,
        )
        return tuple(
            WordingCard(key, title, unpack_force(*force), unpack_day(passed), corpus, path, highest)
            for key, title, passed, corpus, path, highest, *force in rows
        )

    def _runs(self, law: str, number: ArticleNumber) -> tuple[Run, ...]:
        marks = dict(self._read(_MARKS, law, number.number, number.insert))
        return runs_of((card, marks.get(card.key)) for card in self.wordings(law))

    def _article(self, card: WordingCard, number: ArticleNumber) -> Article | None:
        where = "AND article.number = ? AND article.inserted = ? ORDER BY article.position LIMIT 1"
        rows = self._read(_ARTICLE + where, card.key, number.number, number.insert)
        return unpack_article(number, *rows[0][:3]) if rows else None

    def _read(self, query: str, *values: object) -> list[Any]:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            self._local.connection = connection = self._connect()
        try:
            rows: list[Any] = connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise CorpusError(f"{self._path}: not a statute file, or torn ({error})") from error
        return rows

    def _connect(self) -> sqlite3.Connection:
        uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(uri, uri=True, check_same_thread=False, factory=_Closing)

    def _open(self) -> str:
        """Check the file and return the fingerprint of what it holds."""
        if not self._path.is_file():
            raise CorpusError(f"{self._path}: no such file (rule: statutes are built before they are opened)")
        meta = dict(self._read("SELECT key, value FROM meta"))
        if meta.get("format") != FORMAT:
            found = meta.get("format")
            raise CorpusError(f"{self._path}: format {found!r} (rule: this version reads {FORMAT!r}; build it again)")
        return str(meta["fingerprint"])


class _Closing(sqlite3.Connection):
    """Closes itself when its thread or the library goes, from whichever thread collects it."""

    def __del__(self) -> None:
        self.close()


def _card(law: str, title: str, rank: str, region: str, ended_by: str, *force: int) -> LawCard:
    return LawCard(law, title, Rank(rank), region, unpack_force(*force), ended_by)

"""The SQLite file that holds the dated statutes: its schema, and how values are packed into it.

Articles that read the same in several wordings share one body. Bodies are zlib-compressed JSON arrays.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.statutes.model import (
    Article,
    ArticleNumber,
    Boundary,
    Division,
    Force,
    Item,
    Law,
    Paragraph,
    Revision,
    Wording,
)
from knowledge.statutes.names import normalise
from knowledge.statutes.shelf import words_of

FORMAT = "1"
"""Raised whenever the schema or the packing changes; a file of another format is refused."""

Progress = Callable[[int, int], None]
"""Told (done, total) now and then."""

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE law (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, rank TEXT NOT NULL, region TEXT NOT NULL, ended_by TEXT NOT NULL,
    start_from INTEGER NOT NULL, start_by INTEGER NOT NULL, end_from INTEGER, end_by INTEGER
) WITHOUT ROWID;
CREATE TABLE old_name (name TEXT PRIMARY KEY, law TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE wording (
    key INTEGER PRIMARY KEY, law TEXT NOT NULL, title TEXT NOT NULL,
    start_from INTEGER NOT NULL, start_by INTEGER NOT NULL, end_from INTEGER, end_by INTEGER,
    passed INTEGER, published INTEGER, corpus TEXT NOT NULL, path TEXT NOT NULL, highest INTEGER NOT NULL,
    rest BLOB NOT NULL
);
CREATE INDEX wording_law ON wording (law, key);
CREATE TABLE body (key INTEGER PRIMARY KEY, words BLOB NOT NULL, paragraphs BLOB NOT NULL);
CREATE TABLE divisions (key INTEGER PRIMARY KEY, titles TEXT NOT NULL);
CREATE TABLE article (
    wording INTEGER NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL, inserted INTEGER NOT NULL,
    body INTEGER NOT NULL, divisions INTEGER NOT NULL, caption TEXT NOT NULL,
    PRIMARY KEY (wording, position)
) WITHOUT ROWID;
CREATE INDEX article_number ON article (wording, number, inserted, position);
"""


def build(
    path: Path,
    laws: Sequence[Law],
    old_names: Mapping[str, str] = MappingProxyType({}),
    progress: Progress | None = None,
) -> None:
    """Write the laws into a new file at `path`, in place of one that is there, atomically.

    `old_names` maps former titles to the titles that the laws bear now.
    """
    draft = path.with_name(path.name + ".draft")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        _Writer(connection).write(laws, old_names, progress)
        connection.execute("COMMIT")
    finally:
        connection.close()
    draft.replace(path)


class _Writer:
    """Fills the tables; keys of bodies and headings already written are remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._bodies: dict[bytes, int] = {}
        self._divisions: dict[str, int] = {}
        self._wordings = 0
        self._digest = hashlib.sha256()

    def write(self, laws: Sequence[Law], old_names: Mapping[str, str], progress: Progress | None) -> None:
        for done, law in enumerate(laws, 1):
            self._law(law)
            for wording in law.wordings:
                self._wording(wording)
            if progress and (done % 100 == 0 or done == len(laws)):
                progress(done, len(laws))
        names = {normalise(old): normalise(new) for old, new in old_names.items()}
        self._connection.executemany("INSERT INTO old_name VALUES (?, ?)", sorted(names.items()))
        meta = {"format": FORMAT, "fingerprint": self._digest.hexdigest()}
        self._connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())

    def _law(self, law: Law) -> None:
        row = (law.id, law.title, law.rank.value, law.region, law.ended_by, *pack_force(law.force))
        self._digest.update(repr(row).encode())
        self._connection.execute("INSERT INTO law VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _wording(self, wording: Wording) -> None:
        self._wordings += 1
        history = [[revision.day.toordinal(), revision.event] for revision in wording.history]
        rest = json.dumps([wording.preamble, history], ensure_ascii=False)
        row = (
            *(self._wordings, wording.law, wording.title, *pack_force(wording.force)),
            *(pack_day(wording.passed), pack_day(wording.published), wording.corpus, wording.path),
            *(max((a.number.number for a in wording.articles), default=0), zlib.compress(rest.encode())),
        )
        self._digest.update(repr(row[1:-1]).encode())
        self._connection.execute("INSERT INTO wording VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        rows = [self._article_row(position, article) for position, article in enumerate(wording.articles)]
        self._connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def _article_row(self, position: int, article: Article) -> tuple[int | str, ...]:
        number = article.number
        body, divisions = self._body(article), self._headings(article.divisions)
        return self._wordings, position, number.number, number.insert, body, divisions, article.caption

    def _body(self, article: Article) -> int:
        packed = pack_paragraphs(article.paragraphs)
        digest = hashlib.sha256(packed).digest()
        self._digest.update(digest)
        if digest not in self._bodies:
            self._bodies[digest] = key = len(self._bodies) + 1
            words = hashlib.sha256(words_of(article).encode()).digest()[:12]
            self._connection.execute("INSERT INTO body VALUES (?, ?, ?)", (key, words, zlib.compress(packed)))
        return self._bodies[digest]

    def _headings(self, divisions: Iterable[Division]) -> int:
        titles = json.dumps([[d.kind, d.title] for d in divisions], ensure_ascii=False)
        if titles not in self._divisions:
            self._divisions[titles] = key = len(self._divisions) + 1
            self._connection.execute("INSERT INTO divisions VALUES (?, ?)", (key, titles))
        return self._divisions[titles]


def pack_day(day: date | None) -> int | None:
    """A day as its proleptic ordinal."""
    return day.toordinal() if day else None


def unpack_day(ordinal: int | None) -> date | None:
    """The day of an ordinal."""
    return date.fromordinal(ordinal) if ordinal else None


def pack_force(force: Force) -> tuple[int, int, int | None, int | None]:
    """Four ordinals: start earliest and latest, end earliest and latest (None: open)."""
    start, end = force.start, force.end
    return (
        *(start.earliest.toordinal(), start.latest.toordinal()),
        *((end.earliest.toordinal(), end.latest.toordinal()) if end else (None, None)),
    )


def unpack_force(start_from: int, start_by: int, end_from: int | None, end_by: int | None) -> Force:
    """The force of four ordinals."""
    start = Boundary(date.fromordinal(start_from), date.fromordinal(start_by))
    if end_from is None or end_by is None:
        return Force(start)
    return Force(start, Boundary(date.fromordinal(end_from), date.fromordinal(end_by)))


def pack_paragraphs(paragraphs: Iterable[Paragraph]) -> bytes:
    """Paragraphs as JSON: [number, text, [[item, text, insert, [points]], …]] each."""
    rows = [
        [p.number, p.text, [[item.number, item.text, item.insert, list(item.points)] for item in p.items]]
        for p in paragraphs
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def unpack_article(number: ArticleNumber, paragraphs: bytes, titles: str, caption: str) -> Article:
    """The article of a row."""
    return Article(
        number,
        tuple(
            Paragraph(p, text, tuple(Item(item, words, insert, tuple(points)) for item, words, insert, points in items))
            for p, text, items in json.loads(zlib.decompress(paragraphs))
        ),
        tuple(Division(kind, title) for kind, title in json.loads(titles)),
        caption,
    )


def unpack_rest(rest: bytes) -> tuple[str, tuple[Revision, ...]]:
    """Preamble and history of a wording."""
    preamble, history = json.loads(zlib.decompress(rest))
    return preamble, tuple(Revision(date.fromordinal(day), event) for day, event in history)

"""Conversations in a SQL database: SQLite (WAL) by default, PostgreSQL by its URL."""

import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from assistant.adapters.kept_interview import interview_to_keep, kept_interview
from assistant.adapters.tables import ConversationRow, ExchangeRow
from assistant.errors import StoreUnavailable
from assistant.model import Conversation, Exchange, Reply, Turn
from assistant.wire import reply_json
from knowledge import parse_ref

_SWITCHES = 100  # tries, a twentieth of a second apart

REMEMBERED = 20
"""Exchanges that a loaded conversation carries; older ones stay in the database."""


def open_engine(url: str) -> Engine:
    """An engine for the URL; what people said stays out of its errors.

    SQLite gets write-ahead logging, foreign keys, a sync at every commit, and a new file that its owner alone reads.
    """
    engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"), hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "do_connect", _close_to_others)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _close_to_others(_dialect: object, _record: object, arguments: list[Any], _named: object) -> None:
    """Make the file for its owner alone before SQLite makes it for everybody; its logs take the rights over."""
    name = str(arguments[0]) if arguments else ":memory:"
    if name != ":memory:" and not name.startswith("file:"):
        with suppress(OSError):  # SQLite, which comes next, says what is wrong
            Path(name).touch(mode=0o600)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins too late for DDL; `_begin_sqlite` does it
    for pragma in ("busy_timeout=5000", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    _write_ahead(connection)


def _write_ahead(connection: Any) -> None:
    """Switch to the write-ahead log; the switch does not wait for a worker that does the same, so it is tried again."""
    for attempt in range(_SWITCHES):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if attempt == _SWITCHES - 1:
                raise
            time.sleep(0.05)


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the write lock at once (option `sqlite_begin`), so that none fails midway."""
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('sqlite_begin', 'DEFERRED')}")


class SqlConversations:
    """The memory of conversations in a migrated database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def load(self, conversation: str | None, turn: Turn) -> Conversation:
        """The conversation with its latest exchanges, or a new one. StoreUnavailable where the database fails."""
        if conversation is None:
            return Conversation(uuid.uuid4().hex, turn=turn)
        with self._session() as session:
            exchanges = _latest(session, conversation)  # asked for an unknown id too: /readyz tries both tables so
            row = session.get(ConversationRow, conversation)
            if row is None:
                return Conversation(conversation, turn=turn)
            return Conversation(row.id, exchanges, row.day, row.region, turn, kept_interview(row.running))

    def save(self, reply: Reply) -> None:
        """Write the turn and its reply in one transaction. StoreUnavailable where the database fails."""
        with self._session() as session:
            session.connection(execution_options={"sqlite_begin": "IMMEDIATE"})
            row = session.get(ConversationRow, reply.conversation) or self._begin(session, reply)
            row.day = reply.question.day if reply.question.day != reply.question.today else row.day
            row.region = reply.question.region
            row.running = interview_to_keep(reply.question.running)
            session.add(
                ExchangeRow(
                    answer_id=reply.answer_id,
                    conversation_id=reply.conversation,
                    asked_at=reply.made_at,
                    question=reply.question.text,
                    matter=reply.question.matter,
                    refs=[str(citation.ref) for citation in reply.answer.citations],
                    reply=reply_json(reply),
                )
            )
            session.commit()

    def _begin(self, session: Session, reply: Reply) -> ConversationRow:
        """Insert the conversation; where another turn of it was quicker, take that one's row."""
        row = ConversationRow(id=reply.conversation, created_at=reply.made_at, region=reply.question.region)
        try:
            with session.begin_nested():
                session.add(row)
        except IntegrityError:
            found = session.get(ConversationRow, reply.conversation)
            if found is None:
                raise
            return found
        return row

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as session:
                yield session
        except SQLAlchemyError as error:
            raise StoreUnavailable(f"the conversation store failed: {type(error).__name__}") from error


def _latest(session: Session, conversation: str) -> tuple[Exchange, ...]:
    """The latest exchanges, oldest first."""
    latest = (
        select(ExchangeRow)
        .where(ExchangeRow.conversation_id == conversation)
        .order_by(ExchangeRow.id.desc())
        .limit(REMEMBERED)
    )
    return tuple(_exchange(found) for found in reversed(list(session.scalars(latest))))


def _exchange(row: ExchangeRow) -> Exchange:
    return Exchange(
        answer_id=row.answer_id,
        asked_at=row.asked_at,
        question=row.question,
        matter=row.matter,
        refs=tuple(parse_ref(ref) for ref in row.refs),
        text=str(row.reply.get("text", "")),
    )

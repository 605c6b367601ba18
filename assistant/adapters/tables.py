"""The tables of conversations; `migrations/` brings a database to this shape."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, DateTime, ForeignKey, Index, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables of the store."""


class ConversationRow(Base):
    """One conversation, with the day and region that the person has named, and the interview that is under way."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    day: Mapped[date | None] = mapped_column(Date)
    region: Mapped[str] = mapped_column(String(6))
    running: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class ExchangeRow(Base):
    """One turn and its reply. `reply` is the JSON that was sent."""

    __tablename__ = "exchanges"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    answer_id: Mapped[str] = mapped_column(String(32), unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    asked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    question: Mapped[str] = mapped_column(Text)
    matter: Mapped[str] = mapped_column(String(64))
    refs: Mapped[list[str]] = mapped_column(JSON)
    reply: Mapped[dict[str, Any]] = mapped_column(JSON)

    __table_args__ = (Index("ix_exchanges_conversation", "conversation_id", "id"),)

"""Conversations and their exchanges.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("region", sa.String(6), nullable=False),
    )
    op.create_table(
        "exchanges",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("answer_id", sa.String(32), nullable=False, unique=True),
        sa.Column(
            "conversation_id",
            sa.String(64),
            sa.ForeignKey("conversations.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("matter", sa.String(64), nullable=False),
        sa.Column("refs", sa.JSON(), nullable=False),
        sa.Column("reply", sa.JSON(), nullable=False),
    )
    op.create_index("ix_exchanges_conversation", "exchanges", ["conversation_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_exchanges_conversation", "exchanges")
    op.drop_table("exchanges")
    op.drop_table("conversations")

"""Alembic's environment: it runs on a connection that is handed in, or on the URL of the store for the command line."""

from alembic import context
from sqlalchemy import create_engine

from assistant.adapters.tables import Base

url = context.config.get_main_option("sqlalchemy.url")
connection = context.config.attributes.get("connection")


def run(on: object) -> None:
    """Run the migrations in one transaction."""
    context.configure(connection=on, target_metadata=Base.metadata, render_as_batch=True, transactional_ddl=True)  # type: ignore[arg-type]
    with context.begin_transaction():
        context.run_migrations()


if connection is not None:
    run(connection)
else:
    with create_engine(str(url)).begin() as opened:
        run(opened)

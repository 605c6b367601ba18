"""Bringing a database to the newest shape, safely when several workers start at once."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

_FOLDER = Path(__file__).parent
NEWEST = "0002"
"""The newest revision; a test holds it against the scripts."""

_LOCK = 12348_0001
"""Key of PostgreSQL's advisory lock that one migrating worker holds."""


def migrate(engine: Engine) -> None:
    """Bring the database to the newest revision; does nothing, and loads no Alembic, where it is there already."""
    if current(engine) == NEWEST:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    with engine.execution_options(sqlite_begin="IMMEDIATE").begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def current(engine: Engine) -> str:
    """The database's revision, empty where it has none."""
    if not inspect(engine).has_table("alembic_version"):
        return ""
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")

"""Real databases for the tests of the store: SQLite in a folder, and a PostgreSQL server of our own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgresql() -> Iterator[str]:
    """A running PostgreSQL with an empty database: its SQLAlchemy URL.

    As root, the server runs under a user of its own, who must be able to reach the folder: pytest's folders are closed.
    """
    folder = Path(tempfile.mkdtemp(prefix="lawline-postgresql-"))
    folder.chmod(0o755)
    (folder / "runtime").mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder / "runtime"))  # for its lock; unset, platformdirs warns
    import pgserver

    server = pgserver.get_server(folder / "data", cleanup_mode="stop")
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

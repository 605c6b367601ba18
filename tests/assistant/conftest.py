"""The made-up country, and the real statutes where LAWLINE_TEST_DATA names a data folder."""

import os
from pathlib import Path

import pytest

from assistant.bootstrap import wire
from assistant.pipeline import Assistant
from knowledge import Holdings
from knowledge.adapters.sqlite_library import SqliteLibrary
from tests.assistant import made_up


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> SqliteLibrary:
    return made_up.library(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small(small_library: SqliteLibrary) -> Holdings:
    return made_up.holdings(small_library)


@pytest.fixture
def line(small: Holdings) -> Assistant:
    """The line over the made-up country, quoting."""
    return wire(small, made_up.Memory(), clock=lambda: made_up.NOW)


@pytest.fixture(scope="session")
def real() -> Holdings:
    """What is held over the real statutes."""
    data = os.environ.get("LAWLINE_TEST_DATA")
    if not data:
        pytest.skip("LAWLINE_TEST_DATA names no data folder with the real statutes")
    from knowledge import bootstrap

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWLINE_DATA", data)
        bootstrap.settings.cache_clear()
        held = bootstrap.open_holdings()
    bootstrap.settings.cache_clear()
    return held


@pytest.fixture(scope="session")
def models() -> Path:
    """The folder of small models that run offline."""
    folder = os.environ.get("LAWLINE_MODELS")
    if not folder:
        pytest.skip("LAWLINE_MODELS names no folder with models")
    return Path(folder)

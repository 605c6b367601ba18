"""Engines as shipped, in a data folder of the tests' own."""

from collections.abc import Iterator

import pytest

from knowledge.bootstrap import Engines, engines, settings


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engines]:
    """Word cutter and encoder as shipped; nothing is installed in the data folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWLINE_DATA", str(tmp_path_factory.mktemp("data")))
        settings.cache_clear()
        engines.cache_clear()
        yield engines()
    settings.cache_clear()
    engines.cache_clear()

"""Web apps to test: over a made-up country, over the starter knowledge, and over the real statutes."""

import os
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from channels.web.app import create_app
from tests.channels.made_up import Country, country


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Country:
    """The made-up country."""
    return country(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small_app(small: Country) -> FastAPI:
    """The app over the made-up country."""
    return create_app(small.assistant, small.holdings, pins={"made-up": "0" * 40})


@pytest.fixture(scope="session")
def starter_app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The app without statutes."""
    starter = country(tmp_path_factory.mktemp("starter"), statutes=False)
    return create_app(starter.assistant, starter.holdings)


@pytest.fixture(scope="session")
def real_app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The app over the real statutes, from a data folder that `lawline corpus install && lawline index build` made."""
    data = os.environ.get("LAWLINE_TEST_DATA")
    if not data:
        pytest.skip("LAWLINE_TEST_DATA names no data folder with the real statutes")
    from assistant.bootstrap import build
    from knowledge.bootstrap import settings

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWLINE_DATA", data)
        patch.setenv("LAWLINE_STORE", f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite3'}")
        settings.cache_clear()
        wired = build()
    settings.cache_clear()
    return create_app(wired.assistant, wired.holdings)


@pytest.fixture
def client(small_app: FastAPI) -> Iterator[TestClient]:
    """A client of the small app."""
    with TestClient(small_app) as client:
        yield client

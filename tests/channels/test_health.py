from dataclasses import dataclass, replace
from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant import Reply, StoreUnavailable, Turn
from assistant.adapters.sql_conversations import SqlConversations, open_engine
from assistant.model import Conversation
from channels.web.app import create_app
from knowledge import Found, IndexMissing, Query
from tests.channels.made_up import Country


@dataclass(frozen=True)
class DeadStore:
    def load(self, conversation: str | None, turn: Turn) -> Conversation:
        raise StoreUnavailable("the disk is gone")

    def save(self, reply: Reply) -> None:
        raise StoreUnavailable("the disk is gone")


class DeadIndex:
    def search(self, query: Query) -> Found:
        raise IndexMissing("run `lawline index build`")


def test_the_process_says_that_it_lives(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_it_is_ready_when_store_and_index_answer(client: TestClient) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "reasons": []})


def test_it_is_not_ready_while_store_or_index_fail_and_says_why(small: Country) -> None:
    assistant = replace(small.assistant, conversations=DeadStore())
    app = create_app(assistant, replace(small.holdings, searcher=DeadIndex()))
    with TestClient(app) as client:
        answer = client.get("/readyz")
        assert client.get("/healthz").status_code == 200
    assert answer.status_code == 503
    assert [reason.split(":")[0] for reason in answer.json()["reasons"]] == ["store", "index"]


def test_it_is_not_ready_while_articles_cannot_be_searched_and_its_pages_say_so(small: Country) -> None:
    with TestClient(create_app(small.assistant, replace(small.holdings, faults=("index",)))) as client:
        assert client.get("/readyz").status_code == 503
        assert "法律检索还没有建好" in client.get("/").text


def test_an_index_that_is_missing_is_a_503_problem(small: Country) -> None:
    def search_fails(question: object) -> None:
        raise IndexMissing("run `lawline index build`")

    app = create_app(replace(small.assistant, retrieve=search_fails), small.holdings)  # type: ignore[arg-type]
    with TestClient(app) as client:
        answer = client.post("/api/v1/ask", json={"question": "篱笆"})
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:lawline:problem:no-index")


def test_the_version_names_corpora_pins_and_index(client: TestClient) -> None:
    found = client.get("/version").json()
    assert found["corpora"] == {"made-up": {"pin": "0" * 40, "day": "2026-03-01"}}
    assert (found["index"], found["statutes"]) == ("made-up-1", True)
    assert found["version"]


def test_the_starter_knowledge_says_that_it_has_no_statutes(starter_app: FastAPI) -> None:
    with TestClient(starter_app) as client:
        assert client.get("/version").json()["statutes"] is False
        assert client.get("/readyz").status_code == 200


def test_what_readiness_says_holds_no_sql(small: Country, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    app = create_app(replace(small.assistant, conversations=SqlConversations(engine)), small.holdings)
    with TestClient(app) as client:
        assert client.get("/readyz").json()["reasons"] == ["store: OperationalError"]
    engine.dispose()


def test_a_build_that_cannot_be_opened_is_not_ready(small: Country) -> None:
    with TestClient(create_app(small.assistant, replace(small.holdings, faults=("starter",), broken=True))) as client:
        answer = client.get("/readyz")
    assert (answer.status_code, len(answer.json()["reasons"])) == (503, 1)

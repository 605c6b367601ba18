import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant import Reply, Sentence, StoreUnavailable, Turn, reply_json
from channels.web.answer_body import AnswerBody
from channels.web.app import create_app
from tests.channels.made_up import Country

FENCE = "邻居的篱笆挡了我的路，怎么办？"


def ask(client: TestClient, **body: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/ask", json=body)
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()
    return result


def events(text: str) -> list[tuple[str, str]]:
    blocks = [dict(line.split(": ", 1) for line in block.splitlines()) for block in text.split("\r\n\r\n") if block]
    return [(block["event"], block["data"]) for block in blocks]


def test_the_answer_quotes_the_law_of_today_and_says_what_to_do(client: TestClient) -> None:
    reply = ask(client, question=FENCE)
    assert reply["conclusion"] == "扎篱笆要给邻居留路。"
    assert reply["citations"][0] == {
        "ref": "邻里互助法第二条第一款",
        "law": "中华人民共和国邻里互助法",
        "quote": "扎篱笆的，应当给邻居留路二尺。",
        "from": "2021-01-01",
        "to": None,
        "status": "in_force",
        "verified": True,
    }
    assert {step["kind"] for step in reply["steps"]} == {"step", "deadline", "evidence", "where"}
    assert "AI生成" in reply["notice"]


def test_the_law_of_the_day_asked_answers(client: TestClient) -> None:
    reply = ask(client, question="邻里互助法第二条第一款", day="2012-05-01")
    assert reply["day"] == "2012-05-01"
    assert reply["citations"][0]["to"] == "2021-01-01"
    assert "一尺" in reply["text"]


def test_the_documented_fields_are_those_of_the_reply(small: Country) -> None:
    reply = reply_json(small.assistant.reply(Turn(FENCE)))
    names = [field.alias or name for name, field in AnswerBody.model_fields.items()]
    assert names == list(reply)
    assert AnswerBody.model_validate(reply).model_dump(mode="json", by_alias=True) == reply


def test_a_conversation_goes_on_under_its_id(client: TestClient) -> None:
    first = ask(client, question="邻里互助法第二条", conversation="talk-1")
    assert first["conversation"] == "talk-1"
    assert "第三条" in ask(client, question="那第三条呢？", conversation="talk-1")["text"]


def test_chinese_goes_out_as_it_is_and_is_never_kept(client: TestClient) -> None:
    answer = client.post("/api/v1/ask", json={"question": FENCE})
    assert "篱笆" in answer.text
    assert "\\u" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_the_stream_gives_each_sentence_and_then_the_reply(client: TestClient) -> None:
    answer = client.post("/api/v1/ask/stream", json={"question": FENCE})
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = events(answer.text)
    assert [name for name, _ in found[-2:]] == ["sentence", "reply"]
    said = [json.loads(data) for name, data in found if name == "sentence"]
    reply = json.loads(found[-1][1])
    assert all(sentence["text"] in reply["text"] for sentence in said)
    assert list(said[0]) == ["role", "origin", "text", "law"]


@pytest.mark.parametrize("path", ["/api/v1/ask", "/api/v1/ask/stream", "/ask"])
def test_a_bad_question_gets_its_own_status_even_as_a_stream(client: TestClient, path: str) -> None:
    answer = client.post(path, json={"question": "\u200b\u200b"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["place"] == "question"


def test_a_stream_that_breaks_midway_says_so_as_its_last_event(small: Country) -> None:
    class Breaking:
        def stream(self, turn: Turn) -> Iterator[Sentence | Reply]:
            yield next(small.assistant.stream(turn))
            raise StoreUnavailable("the disk is gone")

    broken: Any = Breaking()
    broken.now = small.assistant.now
    with TestClient(create_app(broken, small.holdings)) as client:
        found = events(client.post("/api/v1/ask/stream", json={"question": FENCE}).text)
    assert [name for name, _ in found] == ["sentence", "error"]
    assert json.loads(found[1][1])["type"] == "urn:lawline:problem:no-store"


def test_an_error_that_nobody_foresaw_is_a_problem_with_headers_and_no_details(small: Country) -> None:
    def fail(question: object) -> Any:
        raise ZeroDivisionError("secret detail")

    app = create_app(replace(small.assistant, retrieve=fail), small.holdings)
    with TestClient(app) as client:
        answer = client.post("/api/v1/ask", json={"question": FENCE})
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:lawline:problem:unexpected")
    assert "secret" not in answer.text
    assert "12348" in answer.json()["detail"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_access_log_never_holds_the_question(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        ask(client, question=FENCE)
        client.get("/law/邻里互助法第二条")
    lines = [record.getMessage() for record in caplog.records if record.name == "lawline.access"]
    assert lines[0].startswith("POST /api/v1/ask 200 ")
    assert lines[1].startswith("GET /law/{ref} 200 ")
    assert "篱笆" not in caplog.text
    assert "邻里" not in caplog.text


def test_without_statutes_the_answer_says_so(starter_app: FastAPI) -> None:
    with TestClient(starter_app) as client:
        reply = ask(client, question=FENCE)
    assert reply["degraded"] is True
    assert "没有安装法律条文" in reply["notice"]
    assert not any(citation["verified"] for citation in reply["citations"])

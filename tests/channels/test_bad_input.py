"""What comes in wrong: a 4xx problem that names the input, or an honest answer."""

import json
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from tests.channels.made_up import TODAY

Q = "邻居的篱笆挡路"

REFUSED: list[tuple[str, object, int, str]] = [
    ("no question", {}, 422, "question"),
    ("empty", {"question": ""}, 422, "question"),
    ("spaces only", {"question": "  \n\t "}, 422, "question"),
    ("control characters only", {"question": "\x00\x01\x07\x1b"}, 422, "question"),
    ("too long", {"question": "问" * 2001}, 422, "question"),
    ("null", {"question": None}, 422, "question"),
    ("a number", {"question": 42}, 422, "question"),
    ("a huge number", {"question": 10**400}, 422, "question"),
    ("a list", {"question": [Q]}, 422, "question"),
    ("an object", {"question": {"text": Q}}, 422, "question"),
    ("an array as the body", [{"question": Q}], 422, "body"),
    ("a text as the body", Q, 422, "body"),
    ("null as the body", None, 422, "body"),
    ("an unknown field", {"question": Q, "topic": "x"}, 422, "topic"),
    ("a field with a lone surrogate", {"question": Q, "\ud800": 1}, 422, "body"),
    ("a conversation with a slash", {"question": Q, "conversation": "../1"}, 422, "conversation"),
    ("a conversation with a line end", {"question": Q, "conversation": "a\n"}, 422, "conversation"),
    ("a long conversation", {"question": Q, "conversation": "a" * 65}, 422, "conversation"),
    ("a region in words", {"question": Q, "region": "上海"}, 422, "region"),
    ("a short region", {"question": Q, "region": "31000"}, 422, "region"),
    ("a region in full-width digits", {"question": Q, "region": "３１００００"}, 422, "region"),
    ("a day in words", {"question": Q, "day": "昨天"}, 422, "day"),
    ("a day that is not", {"question": Q, "day": "2021-02-30"}, 422, "day"),
    ("a moment", {"question": Q, "day": "2021-02-03T00:00:00"}, 422, "day"),
    ("a day as seconds", {"question": Q, "day": 1600000000}, 422, "day"),
    ("a day as a float", {"question": Q, "day": 1e300}, 422, "day"),
]


@pytest.mark.parametrize(("body", "status", "place"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_it_is_refused_with_the_place_and_the_rule(client: TestClient, body: object, status: int, place: str) -> None:
    answer = client.post("/api/v1/ask", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = json.loads(answer.content)
    assert problem["place"] == place
    assert problem["rule"]
    assert problem["status"] == status


BROKEN: list[tuple[str, bytes, int]] = [
    ("nothing", b"", 422),
    ("half an object", b'{"question": "a', 400),
    ("not a number", b'{"question": NaN}', 422),
    ("bytes that are no UTF-8", b'{"question": "\xff\xfe"}', 400),
    ("a number of 5,000 digits", b'{"question": ' + b"9" * 5000 + b"}", 400),
    ("10,000 brackets", b"[" * 10_000, 400),
    ("100 kB", json.dumps({"question": "问" * 33_000}, ensure_ascii=False).encode(), 413),
    ("100 kB of nothing", b" " * 100_000, 413),
]


@pytest.mark.parametrize(("content", "status"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_body_that_cannot_be_read_is_a_problem(client: TestClient, content: bytes, status: int) -> None:
    answer = client.post("/api/v1/ask", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


HONEST: list[tuple[str, str, str]] = [
    ("emoji only", "😀😀😀", "没有能看懂的文字"),
    ("English", "My neighbour built a wall. What can I do?", "没有找到"),
    ("a law that does not exist", "请问《太空交通法》第一条", "没有找到"),
    ("an article that does not exist", "邻里互助法第九千条", "没有第九千条"),
    ("markup", "<script>alert(1)</script>篱笆", "留路"),
    ("a template", "{{7*7}} ${7*7} %s 篱笆", "留路"),
    ("quotes of SQL", "'; DROP TABLE exchange; -- 篱笆", "留路"),
]


@pytest.mark.parametrize(("question", "says"), [row[1:] for row in HONEST], ids=[row[0] for row in HONEST])
def test_it_is_answered_honestly(client: TestClient, question: str, says: str) -> None:
    answer = client.post("/api/v1/ask", json={"question": question})
    assert answer.status_code == 200
    assert says in answer.json()["text"]


def test_a_day_in_the_future_is_answered_by_the_law_of_today_and_named(client: TestClient) -> None:
    day = TODAY + timedelta(days=400)
    reply = client.post("/api/v1/ask", json={"question": Q, "day": day.isoformat()}).json()
    assert reply["day"] == TODAY.isoformat()
    assert f"{day.year}年{day.month}月{day.day}日" in reply["text"]


@pytest.mark.parametrize(
    "ref",
    [
        "hello",
        "第九条",
        "%00",
        "邻里互助法第二条%00",
        "..%2F..%2Fetc%2Fpasswd",
        "....//....//etc/passwd",
        "a" * 5000,
        "%F0%9F%98%80",
        "邻里互助法第九千条",
        "邻里互助法第二条第九款",
        "邻里互助法第999999999999条",
        "太空交通法第一条",
        "太空交通法",
        "%FF%FE",
        "'%20OR%201=1--",
    ],
)
@pytest.mark.parametrize("path", ["/api/v1/laws/", "/law/"])
def test_a_reference_to_nothing_is_a_problem(client: TestClient, path: str, ref: str) -> None:
    answer = client.get(path + ref)
    assert 400 <= answer.status_code < 500
    assert answer.json()["detail"]


@pytest.mark.parametrize("day", ["昨天", "2021-13-01", "99999-01-01", "0", "-1", "2021-01-01T00:00:00Z"])
@pytest.mark.parametrize("path", ["/api/v1/laws/邻里互助法", "/law/邻里互助法"])
def test_a_day_that_is_none_is_a_problem(client: TestClient, path: str, day: str) -> None:
    answer = client.get(path, params={"on": day})
    assert answer.status_code == 422
    assert answer.json()["place"] == "on"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("ref", ["邻里互助法", "邻里互助法第二条", "旧门牌条例", "旧门牌条例第二条"])
def test_the_ends_of_time_are_days_like_others(client: TestClient, ref: str, day: str) -> None:
    for path in ("/api/v1/laws/", "/law/"):
        assert client.get(path + ref, params={"on": day}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "\x7f, ;;q=nine, text/html;q=x"},
        {"Accept-Language": "x" * 4000},
        {"Cookie": "type=9; =; ;;; type=\x7f"},
        {"Content-Type": "application/json; charset=nonsense"},
        {"Content-Length": "5"},
        {"X-Forwarded-For": "'; DROP TABLE--"},
        {"Range": "bytes=9-1,x"},
    ],
)
def test_junk_in_headers_does_no_harm(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/", headers=headers).status_code == 200
    assert client.post("/api/v1/ask", json={"question": Q}, headers=headers).status_code in {200, 400, 422}


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_another_method_is_refused_with_those_allowed(client: TestClient, method: str) -> None:
    answer = client.request(method, "/api/v1/ask")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert answer.headers["content-type"] == "application/problem+json"

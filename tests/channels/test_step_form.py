"""A guided interview on the page: a form that needs no script, and what was understood with ways to change it."""

import re

from starlette.testclient import TestClient

START = "一步步问清楚：讨要拖欠的工资"


def asked(client: TestClient, question: str, conversation: str = "") -> tuple[str, str]:
    """The page after the question, and the conversation's id."""
    page = client.post("/", data={"question": question, "conversation": conversation}).text
    found = re.search(r'data-conversation="([^"]+)"', page)
    assert found
    return page, found[1]


def test_a_choice_is_a_row_of_buttons_that_send_their_words(client: TestClient) -> None:
    page, _ = asked(client, START)
    assert "您是给谁干活的？" in page
    assert '<button class="offer" name="question" value="工地（包工头带班）">' in page
    assert "为什么问这个" in page
    assert "不知道，跳过" not in page  # this one is needed


def test_a_sum_is_an_input_and_what_was_understood_can_be_changed(client: TestClient) -> None:
    _, conversation = asked(client, START)
    page, _ = asked(client, "公司", conversation)
    assert 'inputmode="decimal"' in page
    assert '<span class="step-unit">元</span>' in page
    assert 'value="改：跟谁干活"' in page
    page, _ = asked(client, "改：跟谁干活", conversation)
    assert "您是给谁干活的？" in page


def test_the_api_begins_an_interview_by_its_id(client: TestClient) -> None:
    body = client.post("/api/v1/ask", json={"question": "问吧", "start": "unpaid-wages"}).json()
    assert body["step"]["id"] == "relation"
    assert body["step"]["kind"] == "choice"
    refused = client.post("/api/v1/ask", json={"question": "问吧", "start": "moon"})
    assert (refused.status_code, refused.json()["place"]) == (422, "start")


def test_the_form_of_an_older_question_is_hidden_by_style_alone(client: TestClient) -> None:
    page, _ = asked(client, START)
    sheet = re.search(r'href="([^"]+/step\.css)"', page)
    assert sheet
    assert ".exchange:not(:last-child) .step { display: none; }" in client.get(sheet[1]).text

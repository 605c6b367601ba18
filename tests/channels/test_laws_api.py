from typing import Any

import pytest
from starlette.testclient import TestClient


def law(client: TestClient, ref: str, **query: str) -> dict[str, Any]:
    answer = client.get(f"/api/v1/laws/{ref}", params=query)
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()
    return result


@pytest.mark.parametrize(
    "written",
    [
        "邻里互助法第二条",
        "《邻里互助法》第2条",
        "中华人民共和国邻里互助法第二条",
        "邻里互助法2",
        " 邻里互助法 第 ２ 条 ",
    ],
)
def test_every_usual_writing_finds_the_article(client: TestClient, written: str) -> None:
    assert law(client, written)["ref"] == "邻里互助法第二条"


def test_a_part_gives_its_own_text_and_the_whole_article(client: TestClient) -> None:
    found = law(client, "邻里互助法第二条第二款第（一）项")
    assert found["ref"] == "邻里互助法第二条第二款第一项"
    assert found["text"] == "（一）邻居有车；"
    assert [paragraph["number"] for paragraph in found["paragraphs"]] == [1, 2]
    assert [item["number"] for item in found["paragraphs"][1]["items"]] == [1, 2]
    assert (found["previous"], found["next"]) == ("邻里互助法第一条", "邻里互助法第三条")
    assert (found["caption"], found["headings"]) == ("篱笆", ["第一章　总则"])


def test_every_version_comes_with_its_interval(client: TestClient) -> None:
    versions = law(client, "邻里互助法第二条")["versions"]
    assert [(v["from"], v["to"], v["status"]) for v in versions] == [
        ("2010-01-01", "2021-01-01", "ended"),
        ("2021-01-01", None, "in_force"),
    ]
    assert versions[1]["interval"] == "自2021年1月1日起施行，现行有效"


@pytest.mark.parametrize(
    ("on", "width", "status"),
    [("2010-01-01", "一尺", "in_force"), ("2020-12-31", "一尺", "in_force"), ("2021-01-01", "二尺", "in_force")],
)
def test_the_text_is_that_of_the_day(client: TestClient, on: str, width: str, status: str) -> None:
    found = law(client, "邻里互助法第二条第一款", on=on)
    assert width in found["text"]
    assert found["status"] == status


def test_a_day_before_the_law_shows_that_it_was_not_yet_there(client: TestClient) -> None:
    assert law(client, "邻里互助法第二条", on="2009-12-31")["status"] == "not_yet"


def test_a_repealed_law_is_shown_as_ended_and_never_an_error(client: TestClient) -> None:
    for ref in ("旧门牌条例", "旧门牌条例第二条"):
        found = law(client, ref)
        assert found["status"] == "ended"
        assert (found["law"]["to"], found["law"]["ended_by"]) == ("2015-07-01", "《邻里互助法》")


def test_a_law_as_a_whole_lists_its_wordings_and_its_articles(client: TestClient) -> None:
    found = law(client, "邻里互助法")
    assert found["law"]["title"] == "中华人民共和国邻里互助法"
    assert [wording["from"] for wording in found["wordings"]] == ["2010-01-01", "2021-01-01"]
    assert [line["ref"] for line in found["articles"]] == [f"邻里互助法第{n}条" for n in "一二三"]
    assert found["text"] == ""


@pytest.mark.parametrize(
    ("ref", "says"),
    [("邻里互助法第九条", "第九条"), ("太空交通法", "太空交通法"), ("邻里互助法第一条第七款", "第七款")],
)
def test_what_is_not_there_is_said_in_plain_chinese(client: TestClient, ref: str, says: str) -> None:
    answer = client.get(f"/api/v1/laws/{ref}")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:lawline:problem:not-held")
    assert says in answer.json()["detail"]

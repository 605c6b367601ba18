import html
import re

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from channels.web.assets import FOLDER, assets_root
from tests.channels.made_up import ASKED, ASKED_OF_DISPUTES

FENCE = "邻居的篱笆挡了我的路，怎么办？"
BROWSER = {"Accept": "text/html"}

ORDER = ["结论", "请注意", "怎么办", "期限", "依据", "留好证据", "去哪里办", "还需要知道", "下一步"]


def shown(client: TestClient, question: str, **fields: str) -> str:
    answer = client.post("/", data={"question": question, **fields}, headers=BROWSER)
    assert answer.status_code == 200
    return answer.text


def headings(page: str) -> list[str]:
    return re.findall(r"<h3>(.*?)</h3>", page.split('<template id="live">')[0])


def test_a_form_gets_its_answer_without_scripts_in_the_order_of_the_card(client: TestClient) -> None:
    page = shown(client, FENCE)
    assert headings(page) == ORDER
    assert "扎篱笆要给邻居留路。" in page
    assert "自2021年1月1日起施行，现行有效" in page
    assert "<mark>扎篱笆的，应当给邻居留路二尺。</mark>" in page


def test_under_an_answer_stand_questions_on_its_articles_each_a_button_that_asks_it(client: TestClient) -> None:
    page = shown(client, FENCE)
    related = page[page.index('<form class="related"') :].split("</form>")[0]
    buttons = re.findall(r'<button name="question" value="(.*?)">(.*?)</button>', related)
    assert buttons == [(text, text) for text in (ASKED[0], *ASKED_OF_DISPUTES)]
    conversation = re.search(r'name="conversation" value="([0-9a-f]+)"', related)
    assert conversation
    assert "按今天有效的法律回答" in shown(client, buttons[0][0], conversation=conversation[1])


@pytest.mark.parametrize("question", ["我不想活了", "今天天气怎么样"])
def test_where_no_article_is_cited_there_is_nothing_to_ask_on(client: TestClient, question: str) -> None:
    assert 'class="related"' not in shown(client, question)


def test_the_label_of_generated_text_begins_the_answer_and_stands_in_the_foot(client: TestClient) -> None:
    page = shown(client, FENCE)
    answer = page[page.index('<div class="answer">') :]
    assert re.sub("<[^>]+>", "", answer).strip().startswith("AI生成")
    assert "AI生成" in page[page.index("<footer") :]
    assert "AI生成" in client.get("/").text


def test_a_conversation_goes_on_from_form_to_form(client: TestClient) -> None:
    page = shown(client, "邻里互助法第二条")
    found = re.search(r'name="conversation" value="([0-9a-f]+)"', page)
    assert found
    assert "《邻里互助法》第三条" in shown(client, "那第三条呢？", conversation=found[1])


def test_the_way_to_a_person_is_on_every_page(client: TestClient) -> None:
    for path in ("/", "/law/邻里互助法第二条", "/law/邻里互助法", "/law/太空交通法", "/nothing"):
        assert 'href="tel:12348"' in client.get(path, headers=BROWSER).text


def test_someone_in_danger_sees_the_numbers_first(client: TestClient) -> None:
    page = shown(client, "我不想活了")
    assert page.index('href="tel:120"') < page.index("<h3>结论</h3>")
    assert "医疗急救" in page


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "</textarea>"]
)
def test_what_is_typed_is_shown_and_never_run(client: TestClient, text: str) -> None:
    asked = re.search(r'<h2 class="asked">(.*?)</h2>', shown(client, f"篱笆{text}"))
    assert asked
    assert html.unescape(asked[1]) == f"篱笆{text}"
    assert not re.search("[<>]", asked[1])


def test_a_form_with_a_mistake_comes_back_filled_in_with_the_rule(client: TestClient) -> None:
    answer = client.post("/", data={"question": "", "day": "2021-02-03"}, headers=BROWSER)
    assert answer.status_code == 422
    assert "请先写下您的问题" in answer.text
    assert 'value="2021-02-03"' in answer.text
    late = client.post("/", data={"question": FENCE, "day": "2021-02-30"}, headers=BROWSER)
    assert "日历上没有这一天" in late.text
    assert FENCE in late.text


@pytest.mark.parametrize("body", [b"question=%FF%FE", b"&".join(b"a%d=1" % n for n in range(30))])
def test_a_form_that_cannot_be_read_is_refused(client: TestClient, body: bytes) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/", content=body, headers=form).status_code in {200, 400, 422}


def test_pages_with_answers_are_not_kept_and_all_have_the_strict_policy(client: TestClient) -> None:
    answer = client.post("/", data={"question": FENCE})
    assert answer.headers["cache-control"] == "no-store"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_pages_hold_no_inline_script_or_style_and_no_outside_address(client: TestClient) -> None:
    for page in (client.get("/").text, shown(client, FENCE), client.get("/law/邻里互助法第二条").text):
        assert not re.search(r"<style|<script(?! type=\"module\" src=)| style=| on[a-z]+=\"", page)
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page)


def test_the_type_size_is_kept_by_the_device(client: TestClient) -> None:
    assert 'data-type="0"' in client.get("/").text
    big = client.get("/law/邻里互助法?on=2012-01-01&big=1")
    assert 'data-type="1"' in big.text
    assert 'href="/law/邻里互助法?on=2012-01-01&amp;big=2"' in big.text
    assert 'data-type="1"' in client.get("/").text
    assert 'data-type="0"' in client.get("/?big=0").text
    client.cookies.set("type", "x")
    assert 'data-type="0"' in client.get("/?big=7").text


def test_the_viewer_shows_the_text_of_the_day_with_anchors_versions_and_neighbours(client: TestClient) -> None:
    page = client.get("/law/邻里互助法第二条?on=2012-01-01").text
    assert "留路一尺" in page
    assert "2012年1月1日有效" in page
    assert 'id="k2-1"' in page
    assert "自2010年1月1日起施行，到2020年12月31日为止，已失效" in page
    assert 'rel="prev"' in page
    assert 'rel="next"' in page


def test_the_viewer_points_out_the_part_that_was_asked_for(client: TestClient) -> None:
    assert 'class="item asked-part" id="k2-2"' in client.get("/law/邻里互助法第二条第二款第二项").text
    assert 'class="kuan asked-part" id="k1"' in client.get("/law/邻里互助法第二条第一款").text
    assert "asked-part" not in client.get("/law/邻里互助法第二条").text


def test_the_viewer_of_a_law_lists_its_articles_under_their_headings(client: TestClient) -> None:
    page = client.get("/law/邻里互助法").text
    assert page.index("第一章") < page.index("第二条") < page.index("第二章") < page.index("第三条")


def test_an_error_is_a_plain_page_for_people(client: TestClient) -> None:
    answer = client.get("/law/邻里互助法第九条", headers=BROWSER)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "没有第九条" in answer.text
    assert "回到问答" in answer.text


def test_without_statutes_every_page_says_so(starter_app: FastAPI, client: TestClient) -> None:
    with TestClient(starter_app) as starter:
        assert "还没有安装法律条文" in starter.get("/").text
        page = shown(starter, FENCE)
        assert "引用没有核对" in page
    assert "还没有安装法律条文" not in client.get("/").text


def test_the_files_of_the_page_are_small_and_kept_for_good(client: TestClient) -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 60_000
    answer = client.get(f"{assets_root()}/main.js")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get(f"{assets_root()}/../app.py").status_code == 404
    assert client.get(f"{assets_root()}/%2e%2e/app.py").status_code == 404


def test_head_is_answered_like_get(client: TestClient) -> None:
    assert client.head("/").status_code == 200


def test_an_article_shows_how_people_ask_for_it_and_others_do_not(client: TestClient) -> None:
    page = client.get("/law/邻里互助法第二条", headers=BROWSER).text
    assert "大家这样问" in page
    assert [question in page for question in ASKED] == [True] * 6 + [False]
    assert "大家这样问" not in client.get("/law/邻里互助法第一条", headers=BROWSER).text
    assert "大家这样问" not in client.get("/law/邻里互助法", headers=BROWSER).text
